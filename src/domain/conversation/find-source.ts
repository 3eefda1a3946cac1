import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../../../db/client.ts';
import { deliveries, inboundMessages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

type Platform = (typeof inboundMessages.$inferSelect)['platform'];

/**
 * The first row of a written message, by what its platform calls it; null when it never reached us. That is an edit
 * where we were not there for the message itself.
 */
export async function findWrittenMessage(
  db: Database | Transaction,
  platform: Platform,
  chatId: string,
  messageId: string,
): Promise<{ id: number; userId: number | null; payload: unknown } | null> {
  const m = inboundMessages;
  const [row] = await db
    .select({ id: m.id, userId: m.userId, payload: m.payload })
    .from(m)
    .where(
      and(
        eq(m.platform, platform),
        eq(m.chatId, chatId),
        eq(m.messageId, messageId),
        inArray(m.kind, ['text', 'edit', 'command']),
      ),
    )
    .orderBy(m.id)
    .limit(1);
  return row ?? null;
}

export type Card = Pick<
  typeof deliveries.$inferSelect,
  'id' | 'sourceMessageId' | 'platform' | 'accountId' | 'chatId' | 'platformMessageId' | 'reply' | 'editsId'
>;

const card = {
  id: deliveries.id,
  sourceMessageId: deliveries.sourceMessageId,
  platform: deliveries.platform,
  accountId: deliveries.accountId,
  chatId: deliveries.chatId,
  platformMessageId: deliveries.platformMessageId,
  reply: deliveries.reply,
  editsId: deliveries.editsId,
};

/** A delivery of this person's, by id. */
export async function findCard(ctx: Context, deliveryId: number): Promise<Card | null> {
  const [row] = await ctx.db
    .select(card)
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.userId, ctx.user.id)));
  return row ?? null;
}

/** The newest message of ours that shows what a written message recorded. */
export async function findCardOf(ctx: Context, sourceMessageId: number): Promise<Card | null> {
  const [row] = await ctx.db
    .select(card)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.sourceMessageId, sourceMessageId),
        eq(deliveries.userId, ctx.user.id),
        eq(deliveries.kind, 'send'),
      ),
    )
    .orderBy(desc(deliveries.id))
    .limit(1);
  return row ?? null;
}

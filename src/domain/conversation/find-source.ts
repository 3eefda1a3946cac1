import { and, desc, eq, inArray, lt } from 'drizzle-orm';
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

/** What a written message said before the given event, newest first; null when nothing is known of it. */
export async function findWording(ctx: Context, platform: Platform, chatId: string, messageId: string) {
  const m = inboundMessages;
  const [row] = await ctx.db
    .select({ payload: m.payload })
    .from(m)
    .where(
      and(
        eq(m.platform, platform),
        eq(m.chatId, chatId),
        eq(m.messageId, messageId),
        inArray(m.kind, ['text', 'edit']),
        lt(m.id, ctx.eventId),
      ),
    )
    .orderBy(desc(m.id))
    .limit(1);
  return row?.payload ?? null;
}

/** The written message that a reply is about: the one replied to, or the one whose card was. Null when it is neither. */
export async function findRepliedTo(
  ctx: Context,
  platform: Platform,
  chatId: string,
  messageId: string,
): Promise<number | null> {
  const d = deliveries;
  const [sent] = await ctx.db
    .select({ source: d.sourceMessageId })
    .from(d)
    .where(and(eq(d.platform, platform), eq(d.chatId, chatId), eq(d.platformMessageId, messageId)))
    .orderBy(desc(d.id))
    .limit(1);
  if (sent) return sent.source;
  const written = await findWrittenMessage(ctx.db, platform, chatId, messageId);
  return written?.id ?? null;
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

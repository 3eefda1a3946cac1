import { and, desc, eq, ne } from 'drizzle-orm';
import { deliveries, inboundMessages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export interface CorrectedEntry {
  /** The written message whose entry was corrected. */
  messageId: number;
  /** What we answered, as it was stored. */
  reply: unknown;
}

/** Which entry a written message corrected, in its newest wording; null when it corrected none. */
export async function correctedBy(ctx: Context, writtenMessageId: number): Promise<CorrectedEntry | null> {
  const [d, m] = [deliveries, inboundMessages];
  const [written] = await ctx.db
    .select({ platform: m.platform, chatId: m.chatId, messageId: m.messageId })
    .from(m)
    .where(eq(m.id, writtenMessageId));
  if (!written?.messageId) return null;
  const [row] = await ctx.db
    .select({ messageId: d.sourceMessageId, reply: d.reply })
    .from(d)
    .innerJoin(m, eq(m.id, d.inboundMessageId))
    .where(
      and(
        eq(d.userId, ctx.user.id),
        eq(m.platform, written.platform),
        eq(m.chatId, written.chatId),
        eq(m.messageId, written.messageId),
        ne(m.kind, 'press'),
        ne(d.sourceMessageId, writtenMessageId),
      ),
    )
    .orderBy(desc(d.id))
    .limit(1);
  return row?.messageId ? { messageId: row.messageId, reply: row.reply } : null;
}

import { and, desc, eq, ne } from 'drizzle-orm';
import { actions, deliveries, inboundMessages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export interface CorrectedEntry {
  /** The written message whose entry was corrected. */
  messageId: number;
  /** The action that did it; null where it only turned an older one, or is forgotten. */
  actionId: number | null;
}

/** Which entry a written message corrected, in its newest wording; null when it corrected none. */
export async function correctedBy(ctx: Context, writtenMessageId: number): Promise<CorrectedEntry | null> {
  const [a, d, m] = [actions, deliveries, inboundMessages];
  const [written] = await ctx.db
    .select({ platform: m.platform, chatId: m.chatId, messageId: m.messageId })
    .from(m)
    .where(eq(m.id, writtenMessageId));
  if (!written?.messageId) return null;
  const [row] = await ctx.db
    .select({ messageId: d.sourceMessageId, actionId: a.id })
    .from(d)
    .innerJoin(m, eq(m.id, d.inboundMessageId))
    // What a request does and says has the same moment; what "redo" brings back was done before.
    .leftJoin(a, and(eq(a.userId, d.userId), eq(a.inboundMessageId, d.sourceMessageId), eq(a.doneAt, d.createdAt)))
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
    .orderBy(desc(d.id), desc(a.id))
    .limit(1);
  return row?.messageId ? { messageId: row.messageId, actionId: row.actionId } : null;
}

import { and, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm';
import { actions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** How long words without a reply are taken to be about the last entry. */
const recentMin = 5;

/**
 * The written messages whose entries were recorded or corrected in the last five minutes, as of when the person speaks,
 * the newest first. Those that were only undone are not among them.
 */
export async function recentMessages(ctx: Context): Promise<number[]> {
  const a = actions;
  const since = ctx.saidAt.subtract({ minutes: recentMin });
  const newest = sql<number>`max(${a.id})`;
  const rows = await ctx.db
    .select({ messageId: a.inboundMessageId, newest })
    .from(a)
    .where(and(eq(a.userId, ctx.user.id), isNull(a.undoneAt), gte(a.doneAt, since), isNotNull(a.inboundMessageId)))
    .groupBy(a.inboundMessageId)
    .orderBy(sql`max(${a.id}) desc`)
    .limit(10);
  return rows.flatMap(({ messageId }) => messageId ?? []);
}

import { and, desc, eq, isNull } from 'drizzle-orm';
import { actions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** The newest action of a written message that is not undone; null when it has none. */
export async function newestActionOf(ctx: Context, sourceMessageId: number): Promise<number | null> {
  const a = actions;
  const [row] = await ctx.db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.userId, ctx.user.id), eq(a.inboundMessageId, sourceMessageId), isNull(a.undoneAt)))
    .orderBy(desc(a.id))
    .limit(1);
  return row?.id ?? null;
}

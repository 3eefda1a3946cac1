import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { actions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { undoAction } from '../conversation/undo-action.ts';

/** Undoes a correction whose words have been edited, and forgets it; harmless where it is undone already. */
export async function takeBackCorrection(ctx: Context, actionId: number): Promise<void> {
  const own = and(eq(actions.id, actionId), eq(actions.userId, ctx.user.id));
  const [done] = await ctx.db
    .select({ id: actions.id })
    .from(actions)
    .where(and(own, isNull(actions.undoneAt)));
  if (done) await undoAction(ctx, { actionId, sourceMessageId: null });
  await ctx.db.delete(actions).where(and(own, isNotNull(actions.undoneAt)));
}

import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { progressPhotos } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

/**
 * Says whether a coach who sees the asker's photos of a day may show them to others. It opens them to nobody. Returns
 * the action's id. Throws DomainError when there are none.
 */
export async function setPhotosPublic(ctx: Context, day: Temporal.PlainDate, isPublic: boolean): Promise<number> {
  const p = progressPhotos;
  const actionId = await recordAction(ctx, isPublic ? 'making photos public' : 'making photos private');
  const rows = await ctx.db
    .update(p)
    .set({ isPublic, updatedAt: ctx.now })
    .where(and(eq(p.userId, ctx.user.id), eq(p.day, day)))
    .returning({ id: p.id });
  if (rows.length === 0) throw new DomainError('not-found', 'There are no progress photos of that day.');
  return actionId;
}

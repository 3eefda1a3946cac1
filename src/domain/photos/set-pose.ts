import { and, eq } from 'drizzle-orm';
import { progressPhotos } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import type { Pose } from './keep-progress-photos.ts';

/** Says from which side a photo was taken. Returns the action's id. Throws DomainError when it is no longer there. */
export async function setPose(ctx: Context, photoId: number, pose: Pose): Promise<number> {
  const actionId = await recordAction(ctx, 'side of a progress photo');
  const rows = await ctx.db
    .update(progressPhotos)
    .set({ pose, updatedAt: ctx.now })
    .where(and(eq(progressPhotos.id, photoId), eq(progressPhotos.userId, ctx.user.id)))
    .returning({ id: progressPhotos.id });
  if (rows.length === 0) throw new DomainError('not-found', 'That photo is no longer kept.');
  return actionId;
}

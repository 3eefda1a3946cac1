import { and, eq, type SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { progressPhotos } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';

export interface RemovedPhotos {
  actionId: number;
  /** What was removed, in words. */
  names: string[];
}

/** Whether the written message this request is about has progress photos kept. */
export async function hasProgressPhotos(ctx: Context): Promise<boolean> {
  if (ctx.sourceMessageId === null) return false;
  const [row] = await ctx.db
    .select({ id: progressPhotos.id })
    .from(progressPhotos)
    .where(eq(progressPhotos.inboundMessageId, ctx.sourceMessageId))
    .limit(1);
  return row !== undefined;
}

/** Removes the progress photos that came with a written message, as one action. Null when none did. */
export const removeProgressPhotosOf = (
  ctx: Context,
  sourceMessageId: number,
  summary: string,
): Promise<RemovedPhotos | null> => remove(ctx, eq(progressPhotos.inboundMessageId, sourceMessageId), summary);

/** Removes the asker's progress photos of a day, as one action. Null when there are none. */
export const removeProgressPhotosOn = (ctx: Context, day: Temporal.PlainDate): Promise<RemovedPhotos | null> =>
  remove(ctx, eq(progressPhotos.day, day), 'removal of progress photos');

/** The files stay until the sweep, so that it can be undone. */
async function remove(ctx: Context, which: SQL, summary: string): Promise<RemovedPhotos | null> {
  const theirs = and(eq(progressPhotos.userId, ctx.user.id), which);
  const [some] = await ctx.db.select({ id: progressPhotos.id }).from(progressPhotos).where(theirs).limit(1);
  if (!some) return null;
  const actionId = await recordAction(ctx, summary);
  const rows = await ctx.db.delete(progressPhotos).where(theirs).returning({ pose: progressPhotos.pose });
  return {
    actionId,
    names: rows.map(({ pose }) => (pose === 'other' ? 'progress photo' : `progress photo (${pose})`)),
  };
}

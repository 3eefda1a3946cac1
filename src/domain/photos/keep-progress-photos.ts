import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { healthMetrics, progressPhotos } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { keepMedia, type StoredPicture } from '../media/keep-media.ts';

export type Pose = (typeof progressPhotos.$inferSelect)['pose'];

export interface PhotoInput {
  readonly file: StoredPicture;
  readonly pose: Pose;
  readonly day: Temporal.PlainDate;
  /** The written message it came with: the photo goes with that. */
  readonly inboundMessageId: number | null;
}

/**
 * Keeps pictures of somebody's body, each with what they weighed on its day, as one action; as part of the action
 * `continues` where that is given. Returns the action's id.
 */
export async function keepProgressPhotos(
  ctx: Context,
  photos: readonly PhotoInput[],
  continues: number | null,
): Promise<number> {
  const actionId = continues ?? (await recordAction(ctx, photos.length > 1 ? 'progress photos' : 'progress photo'));
  if (continues !== null) await ctx.db.execute(sql`select set_config('spotter.action_id', ${String(continues)}, true)`);
  for (const { file, pose, day, inboundMessageId } of photos) {
    const h = healthMetrics;
    const [body] = await ctx.db
      .select({ weightKg: h.weightKg, bodyFatPct: h.bodyFatPct })
      .from(h)
      .where(and(eq(h.userId, ctx.user.id), eq(h.day, day)));
    await ctx.db.insert(progressPhotos).values({
      userId: ctx.user.id,
      inboundMessageId,
      day,
      pose,
      mediaId: await keepMedia(ctx, 'progress', file),
      weightKg: body?.weightKg ?? null,
      bodyFatPct: body?.bodyFatPct ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
  }
  return actionId;
}

import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { NutritionTarget } from './target-for.ts';

/**
 * Writes what days hold from a day on; what was said of that same day before gives way. Judges nothing. `setById` is who
 * set it, where it was not the person themselves.
 */
export async function keepTarget(
  ctx: Context,
  fromDay: Temporal.PlainDate,
  target: NutritionTarget,
  setById: number = ctx.user.id,
): Promise<void> {
  await ctx.db
    .insert(nutritionTargets)
    .values({ ...target, userId: ctx.user.id, setById, fromDay, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [nutritionTargets.userId, nutritionTargets.fromDay],
      set: { ...target, setById, updatedAt: ctx.now },
    });
}

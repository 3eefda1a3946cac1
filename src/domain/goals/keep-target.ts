import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { NutritionTarget } from './target-for.ts';

/** Writes what days hold from a day on; what was said of that same day before gives way. Judges nothing. */
export async function keepTarget(ctx: Context, fromDay: Temporal.PlainDate, target: NutritionTarget): Promise<void> {
  await ctx.db
    .insert(nutritionTargets)
    .values({ ...target, userId: ctx.user.id, setById: ctx.user.id, fromDay, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [nutritionTargets.userId, nutritionTargets.fromDay],
      set: { ...target, setById: ctx.user.id, updatedAt: ctx.now },
    });
}

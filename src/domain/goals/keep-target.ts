import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets, userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { NutritionTarget } from './target-for.ts';

/**
 * Writes what days hold from a day on; what was said of that same day before gives way. It serves the weight goal of
 * that time. Judges nothing. `setById` is who set it, where it was not the person
 * themselves.
 */
export async function keepTarget(
  ctx: Context,
  fromDay: Temporal.PlainDate,
  target: NutritionTarget,
  setById: number = ctx.user.id,
): Promise<void> {
  const g = userGoals;
  const [goal] = await ctx.db
    .select({ id: g.id })
    .from(g)
    .where(and(eq(g.userId, ctx.user.id), eq(g.metric, 'weight'), eq(g.status, 'active')));
  const goalId = goal?.id ?? null;
  await ctx.db
    .insert(nutritionTargets)
    .values({ ...target, userId: ctx.user.id, setById, goalId, fromDay, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [nutritionTargets.userId, nutritionTargets.fromDay],
      set: { ...target, setById, goalId, updatedAt: ctx.now },
    });
}

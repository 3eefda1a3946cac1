import { and, eq, gt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets, userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { bodyOf } from './body-of.ts';
import { type CurrentGoal, currentGoals } from './current-goals.ts';
import { keepTarget } from './keep-target.ts';
import { leadsToLess } from './leads-to-less.ts';
import { type NutritionTarget, targetFor } from './target-for.ts';
import { type Body, guardOf, judgeEnergyTarget, macrosKcalOf } from './target-safety.ts';

export interface RestedPlans {
  /** The target of today that has lost its energy; null where it stands. */
  readonly target: NutritionTarget | null;
  /** Goals that are paused from now on. */
  readonly goals: readonly CurrentGoal[];
}

/**
 * Takes out of the targets from today on whatever energy is not safe for this person any more, and pauses goals to lose
 * weight where their body or health speaks against any. Water, protein and fibre stay. Belongs to the action that is open.
 */
export async function restPlans(ctx: Context): Promise<RestedPlans> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const body = await bodyOf(ctx, today);
  const inForce = await targetFor(ctx, today);
  const safe = inForce && withoutUnsafe(inForce, body);
  const rests = safe !== inForce;
  if (safe && rests) await keepTarget(ctx, today, safe);
  await restLaterTargets(ctx, today, body);
  return { target: rests ? inForce : null, goals: guardOf(body) === null ? [] : await pauseLosing(ctx) };
}

async function restLaterTargets(ctx: Context, today: Temporal.PlainDate, body: Body): Promise<void> {
  const t = nutritionTargets;
  const later = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.userId, ctx.user.id), gt(t.fromDay, today)));
  for (const row of later) {
    const safe = withoutUnsafe(row, body);
    if (safe === row) continue;
    const { energyKcal, carbsG, fatG } = safe;
    await ctx.db.update(t).set({ energyKcal, carbsG, fatG, updatedAt: ctx.now }).where(eq(t.id, row.id));
  }
}

/** The same target where it is safe; without its energy, and without macros that come to too little, where it is not. */
function withoutUnsafe<T extends NutritionTarget>(target: T, body: Body): T {
  const isUnsafe = (kcal: number | null): boolean => kcal !== null && !judgeEnergyTarget(kcal, body).isSafe;
  const isLow = isUnsafe(target.energyKcal);
  const isLowByMacros = isUnsafe(macrosKcalOf(target));
  if (!isLow && !isLowByMacros) return target;
  return { ...target, ...(isLow ? { energyKcal: null } : {}), ...(isLowByMacros ? { carbsG: null, fatG: null } : {}) };
}

async function pauseLosing(ctx: Context): Promise<CurrentGoal[]> {
  const losing = (await currentGoals(ctx)).filter(
    ({ status, metric, targetValue, currentValue }) =>
      status === 'active' && metric !== null && targetValue !== null && leadsToLess(metric, targetValue, currentValue),
  );
  for (const { id } of losing)
    await ctx.db.update(userGoals).set({ status: 'paused', updatedAt: ctx.now }).where(eq(userGoals.id, id));
  return losing;
}

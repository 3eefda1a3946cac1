import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { bodyOf } from './body-of.ts';
import { keepTarget } from './keep-target.ts';
import { type NutritionTarget, targetFor } from './target-for.ts';
import { judgeEnergyTarget, macrosKcalOf, type Unsafe, type Verdict } from './target-safety.ts';

/** What a day should hold; null stays as it is. */
export type TargetChange = Readonly<Record<keyof NutritionTarget, number | null>>;

export interface SetTarget {
  actionId: number;
  /** From this day on; earlier days keep theirs. */
  fromDay: Temporal.PlainDate;
  target: NutritionTarget;
  /** Only the lower of the two usual floors was held, since the gender is not known. */
  isLowerFloorTaken: boolean;
  /** It stands by a floor agreed on with a coach. */
  isBelowUsualFloor: boolean;
  /** It is less than they need, or may be. */
  isDeficit: boolean;
  /** The energy target went down on three days or more within thirty. */
  isLoweredOften: boolean;
}

/** More than these a day nobody means. */
const most: Readonly<Record<keyof NutritionTarget, readonly [number, string]>> = {
  energyKcal: [10_000, '10,000 kcal'],
  proteinG: [600, '600 g of protein'],
  carbsG: [1500, '1,500 g of carbs'],
  fatG: [600, '600 g of fat'],
  fiberG: [150, '150 g of fibre'],
  waterMl: [8000, '8 litres of water'],
};
const oftenLowered = 3;
const lookBackDays = 30;

/** Throws DomainError `invalid` for figures that nobody means. */
export function checkMost(change: Partial<TargetChange>): void {
  for (const [field, [limit, words]] of Object.entries(most) as [keyof NutritionTarget, readonly [number, string]][])
    if ((change[field] ?? 0) > limit) throw new DomainError('invalid', `More than ${words} a day I do not set.`);
}

/**
 * Sets what a day should hold from today on; what is not said stays. Throws DomainError `invalid` with what would do for
 * a target that is not safe (`judgeEnergyTarget`), also where carbs, protein and fat together say so little.
 */
export async function setTarget(ctx: Context, change: TargetChange): Promise<SetTarget> {
  const fields = Object.keys(most) as (keyof NutritionTarget)[];
  checkMost(change);
  const fromDay = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const before = await targetFor(ctx, fromDay);
  const merged = Object.fromEntries(fields.map((field) => [field, change[field] ?? before?.[field] ?? null]));
  const target = merged as NutritionTarget;
  const notes = await judge(ctx, fromDay, target, change);
  const actionId = await recordAction(ctx, `target of ${inWords(change)}`);
  await keepTarget(ctx, fromDay, target);
  const isLoweredOften = change.energyKcal !== null && (await loweredOften(ctx, fromDay));
  return { actionId, fromDay, target, ...notes, isLoweredOften };
}

/**
 * Whether a target is safe for this person on a day, by its energy and by what its macros come to; null where `change`
 * touches neither. Needs to read the person's body.
 */
export async function judgeTarget(
  ctx: Context,
  day: Temporal.PlainDate,
  target: NutritionTarget,
  change: TargetChange,
): Promise<{ verdict: Verdict; byMacrosKcal: number | null } | null> {
  const macrosKcal = macrosKcalOf(target);
  const isTouched = change.proteinG !== null || change.carbsG !== null || change.fatG !== null;
  // Water alone changes nothing of what was judged before.
  const said = [change.energyKcal, isTouched ? macrosKcal : null].filter((kcal) => kcal !== null);
  if (said.length === 0) return null;
  const lowestKcal = Math.min(...said);
  const verdict = judgeEnergyTarget(lowestKcal, await bodyOf(ctx, day));
  return { verdict, byMacrosKcal: lowestKcal === change.energyKcal ? null : lowestKcal };
}

async function judge(ctx: Context, day: Temporal.PlainDate, target: NutritionTarget, change: TargetChange) {
  const judged = await judgeTarget(ctx, day, target, change);
  if (!judged) return { isLowerFloorTaken: false, isBelowUsualFloor: false, isDeficit: false };
  const { verdict, byMacrosKcal } = judged;
  if (!verdict.isSafe) throw new DomainError('invalid', sentence(verdict.reason, verdict.leastKcal, byMacrosKcal));
  const { isSafe: _, ...notes } = verdict;
  return notes;
}

const whole = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value);

function sentence(reason: Unsafe, leastKcal: number | null, byMacrosKcal: number | null): string {
  const sum = byMacrosKcal === null ? '' : `Together that is ${whole(byMacrosKcal)} kcal a day. `;
  const least = leastKcal === null ? '' : `${whole(leastKcal)} kcal`;
  switch (reason) {
    case 'medical':
      return `${sum}I set no target below 800 kcal a day: eating that little is safe only under medical care, so please plan it with a doctor. If food has become a worry, a doctor or somebody you trust is a good first person to tell.`;
    case 'floor':
      return `${sum}The lowest I set for you is ${least} a day, about what a body needs at rest. Try: target ${leastKcal}`;
    case 'under-age':
      return `${sum}Under 18 a body is still growing, so I set no target below what yours needs, about ${least} a day.`;
    case 'underweight':
      return `${sum}Your weight is low for your height, so I set no target below what your body needs, about ${least} a day.`;
    case 'health':
      return `${sum}With what you told me about your health I set no target below what your body needs, about ${least} a day. A doctor or your coach can plan with you.`;
    case 'too-fast':
      return `${sum}That would mean losing more than 1 % of your weight a week. The lowest that keeps to it is ${least} a day.`;
    case 'unknown-body':
      return `${sum}Before I set an energy target for you I need your height, weight and birth date, to be sure that it is enough.`;
  }
}

function inWords({ energyKcal, proteinG, carbsG, fatG, fiberG, waterMl }: TargetChange): string {
  const part = (value: number | null, unit: string) => (value === null ? [] : [`${whole(value)} ${unit}`]);
  return [
    ...part(energyKcal, 'kcal'),
    ...part(proteinG, 'g protein'),
    ...part(carbsG, 'g carbs'),
    ...part(fatG, 'g fat'),
    ...part(fiberG, 'g fibre'),
    ...part(waterMl, 'ml water'),
  ].join(', ');
}

/** Whether the energy target of a day was below the one before it on three days or more of the last thirty. */
async function loweredOften(ctx: Context, today: Temporal.PlainDate): Promise<boolean> {
  const t = nutritionTargets;
  const since = today.subtract({ days: lookBackDays });
  const own = and(eq(t.userId, ctx.user.id), isNotNull(t.energyKcal));
  const [earlier] = await ctx.db
    .select({ energyKcal: t.energyKcal })
    .from(t)
    .where(and(own, lt(t.fromDay, since)))
    .orderBy(desc(t.fromDay))
    .limit(1);
  const rows = await ctx.db
    .select({ energyKcal: t.energyKcal })
    .from(t)
    .where(and(own, gte(t.fromDay, since), sql`${t.fromDay} <= ${today}`))
    .orderBy(t.fromDay);
  const figures = [...(earlier ? [earlier] : []), ...rows].map(({ energyKcal }) => energyKcal ?? 0);
  const lowered = figures.filter((figure, i) => i > 0 && figure < (figures[i - 1] ?? 0));
  return lowered.length >= oftenLowered;
}

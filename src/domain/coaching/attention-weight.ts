import { type TrendPoint, trendOn, trendWeight } from '../body/trend-weight.ts';
import { dayOf } from '../progress/day-number.ts';
import type { WeighedReason } from './attention.ts';
import type { ClientFacts } from './client-facts.ts';

/** A trend over fewer days with a weight says little. */
const fewestWeighIns = 4;
const weekDays = 7;
const compareDays = 14;
/** Older weigh-ins hardly move a trend any more. */
const reachDays = 60;
/** A newest weight older than this says nothing of now. */
const staleDays = 7;
/** So far from the way of the goal, in kg a week, a trend is off it. */
const offKg = 0.35;
const fastLossPct = 1.5;
/** A logged day below this share of its target is far under it. */
const lowShare = 0.7;
const lowestDays = 5;
const oftenLowered = 3;

/** What weight, intake and targets say: off the goal's way, or one of the signals that ask for care. */
export function weightReasons(facts: ClientFacts): WeighedReason[] {
  return [...trendReasons(facts), ...intakeReasons(facts)];
}

function trendReasons(facts: ClientFacts): WeighedReason[] {
  const weighed = facts.weights.filter(({ day }) => day > facts.today - reachDays);
  const newest = weighed.at(-1);
  if (!newest || weighed.length < fewestWeighIns || facts.today - newest.day > staleDays) return [];
  const points = trendWeight(weighed.map(({ day, kg }) => ({ day: dayOf(day), kg })));
  const last = points.at(-1);
  if (!last) return [];
  const weeklyKg = weeklyChange(points, last, compareDays);
  if (weeklyKg === null) return [];
  const firstWeek = weeklyChange(points, last, weekDays);
  const weeklyPct = (-100 * weeklyKg) / last.trendKg;
  if (weeklyPct > fastLossPct && firstWeek !== null && (-100 * firstWeek) / last.trendKg > fastLossPct)
    return [{ kind: 'fast_loss', weeklyPct, weight: 80 }];
  const plannedKg = wayOf(facts);
  if (plannedKg === null || Math.abs(weeklyKg - plannedKg) < offKg) return [];
  const isAgainst = plannedKg === 0 || Math.sign(weeklyKg) !== Math.sign(plannedKg);
  // Slower than planned, in the right direction, is no reason to worry.
  if (!isAgainst && Math.abs(weeklyKg) < Math.abs(plannedKg)) return [];
  const weight = Math.min(65, 35 + 20 * Math.abs(weeklyKg - plannedKg));
  return [{ kind: 'weight', weeklyKg, plannedKg, weeks: compareDays / weekDays, weight }];
}

/** How the trend moved in the days before its newest, per week; null where it does not reach so far. */
function weeklyChange(points: readonly TrendPoint[], last: TrendPoint, days: number): number | null {
  const then = trendOn(points, last.day.subtract({ days }));
  return then === null ? null : ((last.trendKg - then) * weekDays) / days;
}

/** How the goal wants the weight to move, in kg a week; null without one. */
function wayOf({ weightGoal }: ClientFacts): number | null {
  if (!weightGoal) return null;
  if (weightGoal.goalType === 'maintain') return 0;
  const pace = weightGoal.weeklyKg ?? 0.25;
  return weightGoal.goalType === 'weight_loss' ? -Math.abs(pace) : Math.abs(pace);
}

function intakeReasons(facts: ClientFacts): WeighedReason[] {
  const days = facts.intake.filter(({ day }) => day < facts.today && day >= facts.today - weekDays);
  const held = days.filter(({ targetKcal }) => targetKcal !== null);
  const lowDays = held.filter(({ kcal, targetKcal }) => kcal < lowShare * (targetKcal ?? 0)).length;
  return [
    ...(lowDays >= lowestDays ? [{ kind: 'intake' as const, lowDays, ofDays: held.length, weight: 70 }] : []),
    ...(facts.timesLowered >= oftenLowered
      ? [{ kind: 'lowered' as const, times: facts.timesLowered, weight: 60 }]
      : []),
  ];
}

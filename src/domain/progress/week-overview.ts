import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type MetricDay, metricOver } from '../body/metric-over.ts';
import { type TrendPoint, trendOn, trendWeight } from '../body/trend-weight.ts';
import type { PersonContext } from '../context.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import { type PeriodOverview, periodOverview } from '../meals/period-overview.ts';
import { type TrainedDay, trainedDays } from './trained-days.ts';

/** A week, Monday to Sunday, of what a person recorded. */
export interface WeekOverview {
  readonly monday: Temporal.PlainDate;
  readonly food: PeriodOverview;
  /** In force on the Sunday. */
  readonly target: NutritionTarget | null;
  /** On how many logged days protein came to its target; null without one. */
  readonly proteinDays: number | null;
  /** The last four weeks up to the Sunday, in order. */
  readonly trend: readonly TrendPoint[];
  /** How far the trend moved within the week; null where it is not known at both ends. */
  readonly trendChangeKg: number | null;
  /** The days with a training, in order. */
  readonly training: readonly TrainedDay[];
  /** The heaviest lift of the week by what it would be for one repetition (Epley), sets of 1 to 10. */
  readonly bestLift: { readonly name: string; readonly weightKg: number; readonly reps: number } | null;
  readonly steps: readonly MetricDay[];
  /** In hours. */
  readonly sleep: readonly MetricDay[];
}

const trendDays = 28;
/** Older weigh-ins hardly move a trend any more. */
const reachDays = 120;

/** What a person recorded in the week that begins on `monday`. */
export async function weekOverview(ctx: PersonContext, monday: Temporal.PlainDate): Promise<WeekOverview> {
  const sunday = monday.add({ days: 6 });
  const week = { from: monday, to: sunday };
  const food = await periodOverview(ctx, week);
  const target = await targetFor(ctx, sunday);
  const weights = await metricOver(ctx, 'weight', { from: sunday.subtract({ days: reachDays }), to: sunday });
  const points = trendWeight(weights.map(({ day, value }) => ({ day, kg: value })));
  const proteinG = target?.proteinG;
  return {
    monday,
    food,
    target,
    proteinDays: proteinG ? food.days.filter((day) => day.proteinG >= proteinG).length : null,
    trend: points.filter(({ day }) => day.until(sunday).total('days') < trendDays),
    trendChangeKg: changeOver(points, monday, sunday),
    training: await trainedDays(ctx, week),
    bestLift: await bestLift(ctx, monday, sunday),
    steps: await metricOver(ctx, 'steps', week),
    sleep: await metricOver(ctx, 'sleep', week),
  };
}

/** From the last trend before the week to the last one in it. */
function changeOver(
  points: readonly TrendPoint[],
  monday: Temporal.PlainDate,
  sunday: Temporal.PlainDate,
): number | null {
  const last = points.at(-1);
  if (!last || Temporal.PlainDate.compare(last.day, monday) < 0) return null;
  const before = trendOn(points, monday.subtract({ days: 1 })) ?? trendOn(points, monday);
  return before === null || Temporal.PlainDate.compare(last.day, sunday) > 0 ? null : last.trendKg - before;
}

async function bestLift(ctx: PersonContext, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await ctx.db.execute<{ name: string; kg: string; reps: number }>(sql`
    select l.exercise_name as name, e.weight_kg as kg, e.reps
    from exercise_sets e
    join exercise_logs l on l.id = e.exercise_log_id
    join workout_sessions s on s.id = l.workout_session_id
    where s.user_id = ${ctx.user.id} and s.day between ${from.toString()} and ${to.toString()}
      and e.kind <> 'warmup' and e.weight_kg > 0 and e.reps between 1 and 10
    order by case when e.reps = 1 then e.weight_kg else e.weight_kg * (1 + e.reps / 30.0) end desc, e.id limit 1`);
  const [row] = rows;
  return row ? { name: row.name, weightKg: Number(row.kg), reps: row.reps } : null;
}

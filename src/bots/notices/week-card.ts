import type { Temporal } from 'temporal-polyfill';
import type { MetricDay } from '../../domain/body/metric-over.ts';
import type { PersonContext } from '../../domain/context.ts';
import { streakStanding } from '../../domain/progress/streak-standing.ts';
import { type WeekOverview, weekOverview } from '../../domain/progress/week-overview.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { count, measured, moved } from '../ask-card.ts';
import { kcal } from '../format.ts';
import { bodyWeight } from '../format-metric.ts';
import type { WeekFigures } from '../pictures/week-picture.ts';
import { bold, lines } from '../text.ts';
import { duration, load } from '../training-notation.ts';
import type { Notice } from './notice.ts';

type Units = 'metric' | 'us';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const sunday = 7;
const kgPerLb = 0.45359237;
/** Fewer logged days make an average that says little. */
const fewLoggedDays = 4;

/**
 * The week on one card: intake against the target, the weight trend, training, and one thing to try. With a picture,
 * which the text says all of. On a Sunday the week that ends, on any other day the one before. Null for a week without
 * anything on record. `key` names the occurrence.
 */
export async function weekCardNotice(ctx: PersonContext, key: string): Promise<Notice | null> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 });
  const monday = today.dayOfWeek === sunday ? thisMonday : thisMonday.subtract({ days: 7 });
  const week = await weekOverview(ctx, monday);
  const units = ctx.user.unitSystem;
  const title = `Your week, ${daysOf(monday)}`;
  const isQuiet = ctx.user.isGentle;
  const { streaks } = await streakStanding(ctx);
  const run = streaks.find(({ kind }) => kind === 'logging');
  const facts = [
    isQuiet ? null : foodLine(week),
    isQuiet ? null : weightLine(week, units),
    trainingLine(week, units),
    bodyLine(week, units),
    run && run.current > 1 && !isQuiet ? `Logging streak: ${count(run.current, 'day')}` : null,
  ].filter((line) => line !== null);
  const suggestion = isQuiet ? null : suggestionFor(week);
  if (facts.length === 0) return null;
  const figures = weekFigures(week, units);
  const hasPicture = !isQuiet && (week.food.days.length > 0 || week.trend.length > 1 || week.training.length > 0);
  const alt = 'Charts: energy of each day, weight trend, sets of each day';
  const text = lines(bold(title), ...facts, suggestion);
  return { key, type: 'info', title, text, ...(hasPicture ? { image: { chart: figures, alt } } : {}) };
}

/** "2–8 March", "30 March–5 April" */
function daysOf(monday: Temporal.PlainDate): string {
  const end = monday.add({ days: 6 });
  const month = (day: Temporal.PlainDate) => day.toLocaleString('en-GB', { month: 'long' });
  const from = monday.month === end.month ? `${monday.day}` : `${monday.day} ${month(monday)}`;
  return `${from}–${end.day} ${month(end)}`;
}

function foodLine({ food, target }: WeekOverview): string | null {
  if (!food.average) return null;
  const goal = target?.energyKcal ? ` (target ${whole.format(target.energyKcal)})` : '';
  const protein = `protein ${whole.format(food.average.proteinG)} g${target?.proteinG ? ` of ${whole.format(target.proteinG)}` : ''}`;
  return `Food: ${kcal(food.average.energyKcal)} a day${goal}, ${protein}, over ${count(food.days.length, 'logged day')}`;
}

function weightLine({ monday, trend, trendChangeKg }: WeekOverview, units: Units): string | null {
  const last = trend.at(-1);
  if (!last || monday.until(last.day).days < 0) return null;
  const change = trendChangeKg === null ? '' : `, ${moved('weight', trendChangeKg, units)} this week`;
  return `Weight: trend ${bodyWeight(last.trendKg, units)}${change}`;
}

function trainingLine({ training, bestLift }: WeekOverview, units: Units): string | null {
  if (training.length === 0) return null;
  const sum = (of: (day: WeekOverview['training'][number]) => number) =>
    training.reduce((all, day) => all + of(day), 0);
  const minutes = sum(({ durationMin }) => durationMin ?? 0);
  const sets = sum((day) => day.sets);
  const long = minutes > 0 ? `, ${duration(minutes * 60)}` : '';
  const best = bestLift ? `; best lift ${bestLift.name} ${load(bestLift.weightKg, units)} × ${bestLift.reps}` : '';
  return `Training: ${count(
    sum(({ workouts }) => workouts),
    'workout',
  )}, ${count(sets, 'set')}${long}${best}`;
}

function bodyLine({ steps, sleep }: WeekOverview, units: Units): string | null {
  const mean = (days: readonly MetricDay[]) => days.reduce((all, { value }) => all + value, 0) / days.length;
  const parts = [
    ...(steps.length > 0 ? [`${measured('steps', mean(steps), null, units)} steps a day`] : []),
    ...(sleep.length > 0 ? [`${measured('sleep', mean(sleep), null, units)} of sleep a night`] : []),
  ];
  return parts.length === 0 ? null : `On average ${parts.join(', ')}`;
}

/** One thing to try next week, the first that fits; it never asks anybody to eat less. */
function suggestionFor({ food, target, proteinDays, training, trend }: WeekOverview): string | null {
  const logged = food.days.length;
  if (logged > 0 && logged < fewLoggedDays) return 'To try: log a day or two more, and these averages will say more.';
  if (proteinDays !== null && target?.proteinG && logged > 0 && proteinDays * 2 < logged)
    return `To try: protein came to ${whole.format(target.proteinG)} g on ${proteinDays} of ${logged} days; one more serving at breakfast is often the easiest place.`;
  if (logged > 0 && training.length === 0) return 'To try: write down one training, however short.';
  if (logged > 0 && trend.length < 2) return 'To try: two weigh-ins next week, and the trend begins to show.';
  return null;
}

function weekFigures({ monday, food, target, trend, training }: WeekOverview, units: Units): WeekFigures {
  const days = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }));
  const own = (kg: number) => Math.round((units === 'us' ? kg / kgPerLb : kg) * 10) / 10;
  return {
    days: days.map((day) => day.toLocaleString('en-GB', { weekday: 'short' })),
    energyKcal: days.map((day) => {
      const eaten = food.days.find((one) => one.day.equals(day));
      return eaten ? Math.round(eaten.energyKcal) : null;
    }),
    targetKcal: target?.energyKcal ?? null,
    weight: trend.map(({ day, kg, trendKg }) => ({
      day: day.toLocaleString('en-GB', { day: 'numeric', month: 'short' }),
      scale: own(kg),
      trend: own(trendKg),
    })),
    weightUnit: units === 'us' ? 'lb' : 'kg',
    sets: days.map((day) => training.find((one) => one.day.equals(day))?.sets ?? 0),
  };
}

import type { Temporal } from 'temporal-polyfill';

export interface WeighIn {
  readonly day: Temporal.PlainDate;
  readonly kg: number;
}

export interface TrendPoint {
  readonly day: Temporal.PlainDate;
  /** The median of that day's weigh-ins. */
  readonly kg: number;
  readonly trendKg: number;
}

/** The share of a new weigh-in a day later; half of a change shows after 6.6 days. */
const alpha = 0.1;
/** For so many days of weigh-ins the plain mean leads, so that one odd first weight does not linger. */
const warmUpDays = 10;

/**
 * The weight without its daily noise: an exponential moving average over the days with a weigh-in (J. Walker, The
 * Hacker's Diet). The first day starts it; after a gap of Δ days a weigh-in counts 1 − (1 − α)^Δ, and in the warm-up at
 * least 1/n. Several weigh-ins of a day are their median. In order of days, whatever order they come in.
 */
export function trendWeight(weighIns: readonly WeighIn[], { warmUp = warmUpDays } = {}): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (const { day, kg } of dailyMedians(weighIns)) {
    const last = points.at(-1);
    const count = points.length + 1;
    const decayed = last ? 1 - (1 - alpha) ** last.day.until(day).total('days') : 1;
    const share = count <= warmUp ? Math.max(decayed, 1 / count) : decayed;
    points.push({ day, kg, trendKg: last ? last.trendKg + share * (kg - last.trendKg) : kg });
  }
  return points;
}

/** The trend on a day, on the straight line between the points around it; null outside them. */
export function trendOn(points: readonly TrendPoint[], day: Temporal.PlainDate): number | null {
  const after = points.findIndex((point) => point.day.since(day).total('days') >= 0);
  const next = points[after];
  if (!next) return null;
  const ahead = day.until(next.day).total('days');
  if (ahead === 0) return next.trendKg;
  const last = points[after - 1];
  if (!last) return null;
  const passed = last.day.until(day).total('days') / last.day.until(next.day).total('days');
  return last.trendKg + passed * (next.trendKg - last.trendKg);
}

function dailyMedians(weighIns: readonly WeighIn[]): WeighIn[] {
  const byDay = new Map<string, { day: Temporal.PlainDate; kgs: number[] }>();
  for (const { day, kg } of weighIns) {
    const key = day.toString();
    const known = byDay.get(key);
    if (known) known.kgs.push(kg);
    else byDay.set(key, { day, kgs: [kg] });
  }
  return [...byDay.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { day, kgs }]) => ({ day, kg: median(kgs) }));
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

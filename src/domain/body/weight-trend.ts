import { and, asc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { healthMetrics } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { trendOn, trendWeight } from './trend-weight.ts';

export interface WeightTrend {
  readonly trendKg: number;
  /** How far the trend moved in the week before its newest day; null while there is too little to tell. */
  readonly weekChangeKg: number | null;
}

/** Older weigh-ins no longer move the trend by a gram. */
const reachDays = 365;
/** With fewer days it is noise with a name. */
const fewestDays = 4;
const weekDays = 7;
/** A trend is not drawn across a longer silence. */
const longestGapDays = 14;

/** The person's weight trend as of their newest weigh-in; null while there are too few days. */
export async function weightTrend(ctx: Context): Promise<WeightTrend | null> {
  const h = healthMetrics;
  const own = and(eq(h.userId, ctx.user.id), isNotNull(h.weightKg));
  const newest = ctx.db
    .select({ day: sql`max(${h.day}) - ${reachDays}::int` })
    .from(h)
    .where(own);
  const rows = await ctx.db
    .select({ day: h.day, kg: h.weightKg })
    .from(h)
    .where(and(own, gte(h.day, sql`(${newest})`)))
    .orderBy(asc(h.day));
  const points = trendWeight(rows.flatMap(({ day, kg }) => (kg === null ? [] : [{ day, kg }])));
  const last = points.at(-1);
  if (!last || points.length < fewestDays) return null;
  const weekAgo = last.day.subtract({ days: weekDays });
  const before = points.findLast(({ day }) => weekAgo.since(day).total('days') >= 0);
  const after = points.find(({ day }) => day.since(weekAgo).total('days') >= 0);
  const isClose = before && after && before.day.until(after.day).total('days') <= longestGapDays;
  const then = isClose ? trendOn(points, weekAgo) : null;
  return { trendKg: last.trendKg, weekChangeKg: then === null ? null : last.trendKg - then };
}

import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import { bounds, type Days } from '../meals/period-overview.ts';
import type { Metric } from './plausible.ts';

/** A day's figure of a metric: the median of several weights, the newest of anything else. */
export interface MetricDay {
  readonly day: Temporal.PlainDate;
  readonly value: number;
  /** The lower figure of a blood pressure. */
  readonly value2: number | null;
}

/** What was measured in a time, a figure a day, in order. */
export async function metricOver(ctx: PersonContext, metric: Metric, period: Days): Promise<MetricDay[]> {
  const { from, to } = bounds(period);
  const value =
    metric === 'weight'
      ? sql`percentile_cont(0.5) within group (order by value)`
      : sql`(array_agg(value order by logged_at desc, id desc))[1]`;
  const { rows } = await ctx.db.execute<{ day: string; value: string; value2: string | null }>(sql`
    select day::text as day, ${value} as value, (array_agg(value2 order by logged_at desc, id desc))[1] as value2
    from measurements where user_id = ${ctx.user.id} and metric = ${metric} and day between ${from} and ${to}
    group by day order by day`);
  return rows.map((row) => ({
    day: Temporal.PlainDate.from(row.day),
    value: Number(row.value),
    value2: row.value2 === null ? null : Number(row.value2),
  }));
}

import { eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { measurements } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshDay } from '../meals/refresh-day.ts';
import { metricName } from './metric-name.ts';
import { isPossible, type Metric } from './plausible.ts';
import { refreshBodyDay } from './refresh-body-day.ts';

/** What is different; what is absent stays as it was. */
export interface MeasurementChange {
  readonly figure?: {
    readonly value: number;
    readonly value2: number | null;
    readonly typed: { readonly value: number; readonly unit: string | null };
  };
  readonly day?: Temporal.PlainDate;
}

/**
 * Changes a figure of body, mood or water, or the day it belongs to, as one action, and derives its days anew. Throws
 * DomainError `invalid` for a figure no person has, `not-found` for one that is not there.
 */
export async function changeMeasurement(
  ctx: Context,
  id: number,
  { figure, day }: MeasurementChange,
  summary: string,
): Promise<number> {
  const m = measurements;
  const [was] = await ctx.db.select({ metric: m.metric, day: m.day }).from(m).where(eq(m.id, id));
  if (!was) throw new DomainError('not-found', 'That figure is no longer there.');
  if (figure && !isPossible(was.metric, figure.value, figure.value2))
    throw new DomainError('invalid', `That ${metricName(was.metric)} cannot be right, so I left it as it was.`);
  const actionId = await recordAction(ctx, summary);
  await ctx.db
    .update(m)
    .set({ ...figure, ...(day ? { day, isDaySaid: true } : {}) })
    .where(eq(m.id, id));
  await refreshDays(ctx, [was, { metric: was.metric, day: day ?? was.day }]);
  return actionId;
}

/** Removes figures of body, mood and water, as one action, and derives their days anew. */
export async function removeMeasurements(ctx: Context, ids: readonly number[], summary: string): Promise<number> {
  const actionId = await recordAction(ctx, summary);
  const gone = await ctx.db
    .delete(measurements)
    .where(inArray(measurements.id, [...ids]))
    .returning({ metric: measurements.metric, day: measurements.day });
  await refreshDays(ctx, gone);
  return actionId;
}

async function refreshDays(ctx: Context, changed: readonly { metric: Metric; day: Temporal.PlainDate }[]) {
  for (const [key, day] of new Map(changed.map((one) => [one.day.toString(), one.day]))) {
    const metrics = changed.filter((one) => one.day.toString() === key).map(({ metric }) => metric);
    if (metrics.some((metric) => metric !== 'water')) await refreshBodyDay(ctx, day);
    if (metrics.includes('water')) await refreshDay(ctx, day);
  }
}

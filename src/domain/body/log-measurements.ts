import type { Temporal } from 'temporal-polyfill';
import { measurements } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { targetFor } from '../goals/target-for.ts';
import { refreshDay } from '../meals/refresh-day.ts';
import { zoneOf } from '../users/user.ts';
import { metricName } from './metric-name.ts';
import { isPossible, type Metric } from './plausible.ts';
import { refreshBodyDay } from './refresh-body-day.ts';
import { type WeightTrend, weightTrend } from './weight-trend.ts';

export interface MeasurementInput {
  readonly metric: Metric;
  /** In the metric's canonical unit (`plausible[metric].unit`). */
  readonly value: number;
  /** The lower figure of a blood pressure. */
  readonly value2: number | null;
  /** As typed; the unit is null when unsaid. */
  readonly typed: { readonly value: number; readonly unit: string | null };
  readonly day: Temporal.PlainDate;
  readonly isDaySaid: boolean;
}

export interface LoggedMeasurements {
  readonly actionId: number;
  readonly measurements: readonly MeasurementInput[];
  /** Where the water of each day that got some stands now. */
  readonly water: readonly {
    readonly day: Temporal.PlainDate;
    readonly waterMl: number;
    readonly targetMl: number | null;
  }[];
  /** The weight's trend, where a weight was told and there are days enough. */
  readonly trend: WeightTrend | null;
}

/**
 * Records what one message told of body, mood and water, as one action, and derives its days anew. Throws DomainError
 * `invalid` for a figure no person has; whether a weight is a likely one is asked with `doubtWeight` before.
 */
export async function logMeasurements(ctx: Context, inputs: readonly MeasurementInput[]): Promise<LoggedMeasurements> {
  const impossible = inputs.find(({ metric, value, value2 }) => !isPossible(metric, value, value2));
  if (impossible) throw new DomainError('invalid', impossibleSentence(impossible.metric));
  if (inputs.length === 0) throw new DomainError('invalid', 'There was no figure in that.');
  const names = [...new Set(inputs.map(({ metric }) => metricName(metric)))];
  const actionId = await recordAction(ctx, names.join(', '));
  await ctx.db.insert(measurements).values(
    inputs.map((input) => ({
      ...input,
      userId: ctx.user.id,
      inboundMessageId: ctx.sourceMessageId,
      loggedAt: ctx.saidAt,
      timeZone: zoneOf(ctx.user),
      createdAt: ctx.now,
    })),
  );
  const water: LoggedMeasurements['water'][number][] = [];
  for (const { day, metrics } of byDay(inputs)) {
    if (metrics.some((metric) => metric !== 'water')) await refreshBodyDay(ctx, day);
    if (!metrics.includes('water')) continue;
    const { waterMl } = await refreshDay(ctx, day);
    water.push({ day, waterMl, targetMl: (await targetFor(ctx, day))?.waterMl ?? null });
  }
  const hasWeight = inputs.some(({ metric }) => metric === 'weight');
  return { actionId, measurements: inputs, water, trend: hasWeight ? await weightTrend(ctx) : null };
}

function byDay(inputs: readonly MeasurementInput[]): { day: Temporal.PlainDate; metrics: Metric[] }[] {
  const days = new Map<string, { day: Temporal.PlainDate; metrics: Metric[] }>();
  for (const { day, metric } of inputs) {
    const known = days.get(day.toString());
    if (known) known.metrics.push(metric);
    else days.set(day.toString(), { day, metrics: [metric] });
  }
  return [...days.values()];
}

const impossibleSentence = (metric: Metric): string =>
  `That ${metricName(metric)} cannot be right, so I kept nothing of it. Write it again with the figure you meant.`;

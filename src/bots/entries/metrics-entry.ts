import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { doubtWeight } from '../../domain/body/doubt-weight.ts';
import { logMeasurements, type MeasurementInput } from '../../domain/body/log-measurements.ts';
import { metricName } from '../../domain/body/metric-name.ts';
import { metrics, plausible } from '../../domain/body/plausible.ts';
import { metricsCard } from '../metrics-card.ts';
import { type AskedMetrics, askDoubtfulWeight } from '../metrics-question.ts';
import type { EntryKind, Recorded } from './entry-kind.ts';

const figure = z.object({
  metric: z.enum(metrics),
  value: z.number(),
  value2: z.number().nullable(),
  typed: z.object({ value: z.number(), unit: z.string().nullable() }),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
});

const metricsEntry = z.object({
  kind: z.literal('metrics'),
  figures: z.array(figure).min(1),
  /** Whether the person has said that it is so: a weight far from the last is not asked about again. */
  isSure: z.boolean(),
});

export type MetricsEntry = z.infer<typeof metricsEntry>;

/** Figures of body, mood and water. */
export const metricsEntries: EntryKind<MetricsEntry> = {
  schema: metricsEntry,
  name: ({ figures }) => [...new Set(figures.map(({ metric }) => metricName(metric)))].join(', '),
  async record(ctx, entries): Promise<Recorded> {
    const logged = await logMeasurements(ctx, entries.flatMap(inputsOf));
    return { actionId: logged.actionId, text: metricsCard(ctx, logged).text };
  },
  toContract: ({ figures }) =>
    figures.map(({ day, metric, value, value2 }) => ({
      do: 'log-metric',
      day,
      metric,
      value,
      value2,
      unit: plausible[metric].unit,
    })),
};

/** Figures as they are kept. */
export function toMetricsEntry(inputs: readonly MeasurementInput[], isSure = false): MetricsEntry {
  return { kind: 'metrics', isSure, figures: inputs.map((input) => ({ ...input, day: input.day.toString() })) };
}

/** What to ask before it is recorded: a weight far from the last one. Null when nothing. */
export async function askBefore(
  ctx: Parameters<EntryKind<MetricsEntry>['record']>[0],
  entry: MetricsEntry,
): Promise<AskedMetrics | null> {
  const inputs = inputsOf(entry);
  const doubt = entry.isSure ? null : await doubtWeight(ctx, inputs);
  return doubt && askDoubtfulWeight(doubt, inputs, ctx.user);
}

function inputsOf({ figures }: MetricsEntry): MeasurementInput[] {
  return figures.map((one) => ({ ...one, day: Temporal.PlainDate.from(one.day) }));
}

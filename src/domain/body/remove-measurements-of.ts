import { eq } from 'drizzle-orm';
import { measurements } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { refreshDay } from '../meals/refresh-day.ts';
import { metricName } from './metric-name.ts';
import { refreshBodyDay } from './refresh-body-day.ts';

export interface RemovedMeasurements {
  actionId: number;
  /** What was removed, in words. */
  names: string[];
}

/** Whether the written message this request is about has measurements recorded. */
export async function hasMeasurements(ctx: Context): Promise<boolean> {
  if (ctx.sourceMessageId === null) return false;
  const [row] = await ctx.db
    .select({ id: measurements.id })
    .from(measurements)
    .where(eq(measurements.inboundMessageId, ctx.sourceMessageId))
    .limit(1);
  return row !== undefined;
}

/**
 * Removes the measurements that a written message recorded, as one action with the given summary, and derives its days
 * anew. Null when it recorded none.
 */
export async function removeMeasurementsOf(
  ctx: Context,
  sourceMessageId: number,
  summary: string,
): Promise<RemovedMeasurements | null> {
  const said = eq(measurements.inboundMessageId, sourceMessageId);
  const [some] = await ctx.db.select({ id: measurements.id }).from(measurements).where(said).limit(1);
  if (!some) return null;
  const actionId = await recordAction(ctx, summary);
  const rows = await ctx.db
    .delete(measurements)
    .where(said)
    .returning({ metric: measurements.metric, day: measurements.day });
  for (const day of new Map(rows.map(({ day }) => [day.toString(), day])).values()) {
    const metrics = rows.filter((row) => row.day.equals(day)).map(({ metric }) => metric);
    if (metrics.some((metric) => metric !== 'water')) await refreshBodyDay(ctx, day);
    if (metrics.includes('water')) await refreshDay(ctx, day);
  }
  return { actionId, names: [...new Set(rows.map(({ metric }) => metricName(metric)))] };
}

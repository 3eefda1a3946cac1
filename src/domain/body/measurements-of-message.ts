import { and, asc, eq } from 'drizzle-orm';
import { measurements } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { MeasurementInput } from './log-measurements.ts';

export interface RecordedMeasurement extends MeasurementInput {
  readonly id: number;
}

/** The figures of body, mood and water that a written message records now, in the order they were said. */
export async function measurementsOfMessage(ctx: Context, messageId: number): Promise<RecordedMeasurement[]> {
  const m = measurements;
  return ctx.db
    .select({
      id: m.id,
      metric: m.metric,
      value: m.value,
      value2: m.value2,
      typed: m.typed,
      day: m.day,
      isDaySaid: m.isDaySaid,
    })
    .from(m)
    .where(and(eq(m.userId, ctx.user.id), eq(m.inboundMessageId, messageId)))
    .orderBy(asc(m.id));
}

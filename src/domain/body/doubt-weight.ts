import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import type { MeasurementInput } from './log-measurements.ts';
import { isFarFrom, likelyWeight } from './weight-slip.ts';

/** A weight far from another one of about the same time. */
export interface DoubtfulWeight {
  /** Its place among the inputs. */
  readonly index: number;
  readonly last: { readonly kg: number; readonly day: Temporal.PlainDate };
  /** What was probably meant instead; null when nothing comes near. */
  readonly likely: MeasurementInput | null;
}

const reachDays = 14;

/** The first weight among what a message tells that should be asked about before it is recorded; null when none is. */
export async function doubtWeight(ctx: Context, inputs: readonly MeasurementInput[]): Promise<DoubtfulWeight | null> {
  for (const [index, input] of inputs.entries()) {
    if (input.metric !== 'weight') continue;
    const last = await nearestWeight(ctx, input.day);
    if (!last || !isFarFrom(input.value, last.kg)) continue;
    const meant = likelyWeight(input.typed.value, input.value / input.typed.value, last.kg);
    const unit = meant && (meant.kgPerUnit === 1 ? 'kg' : meant.kgPerUnit > 1 ? 'st' : 'lb');
    const likely = meant && { ...input, value: meant.kg, typed: { value: meant.typed, unit } };
    return { index, last, likely };
  }
  return null;
}

/** The weight nearest in time within two weeks of a day: earlier rather than later. */
async function nearestWeight(ctx: Context, day: Temporal.PlainDate): Promise<DoubtfulWeight['last'] | null> {
  const on = day.toString();
  const { rows } = await ctx.db.execute<{ kg: string; day: string }>(sql`
    select value as kg, day::text as day from measurements
    where user_id = ${ctx.user.id} and metric = 'weight'
      and day between ${on}::date - ${reachDays}::int and ${on}::date + ${reachDays}::int
    order by abs(day - ${on}::date), day, logged_at desc, id desc limit 1`);
  const [row] = rows;
  return row ? { kg: Number(row.kg), day: Temporal.PlainDate.from(row.day) } : null;
}

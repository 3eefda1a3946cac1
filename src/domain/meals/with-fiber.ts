import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import type { NutritionTarget } from '../goals/target-for.ts';
import type { DayTotals } from './refresh-day.ts';

/** A day's sums, with its fibre where the target asks for that: few people's does, and the day's row does not hold it. */
export async function withFiber(
  ctx: PersonContext,
  day: Temporal.PlainDate,
  totals: DayTotals,
  target: NutritionTarget | null,
): Promise<DayTotals> {
  if (!target?.fiberG) return totals;
  const { rows } = await ctx.db.execute<{ fiber: string }>(sql`
    select coalesce(sum(i.fiber_g), 0) as fiber from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${ctx.user.id} and m.day = ${day.toString()}`);
  return { ...totals, fiberG: Number(rows[0]?.fiber ?? 0) };
}

import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

export interface LastMeal {
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
  /** The wall time they named; null where they named none. */
  readonly time: Temporal.PlainTime | null;
  readonly loggedAt: Temporal.Instant;
  readonly foods: readonly string[];
  readonly energyKcal: number;
}

/** The newest meal logged, or null when there is none. */
export async function lastMeal(ctx: Context): Promise<LastMeal | null> {
  const { rows } = await ctx.db.execute<{ meal: Row }>(sql`
    select json_build_object('day', m.day, 'slot', m.slot, 'time', m.time, 'loggedAt', m.logged_at,
      'foods', json_agg(i.food_name order by i.order_index), 'energyKcal', sum(i.energy_kcal)) as meal
    from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.id = (select m.id from meal_logs m where m.user_id = ${ctx.user.id}
      and exists (select from meal_items i where i.meal_log_id = m.id)
      order by m.day desc, m.logged_at desc, m.id desc limit 1)
    group by m.id`);
  const row = rows[0]?.meal;
  return row
    ? {
        ...row,
        day: Temporal.PlainDate.from(row.day),
        time: row.time === null ? null : Temporal.PlainTime.from(row.time),
        loggedAt: Temporal.Instant.from(row.loggedAt),
      }
    : null;
}

type Row = Omit<LastMeal, 'day' | 'time' | 'loggedAt'> & { day: string; time: string | null; loggedAt: string };

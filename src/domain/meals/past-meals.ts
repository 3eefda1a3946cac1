import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';

/** What was eaten at one meal: entries of one day and slot are one. */
export interface PastMeal {
  /** The entries it was logged with. */
  readonly mealIds: readonly number[];
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
  /** The hour on the wall, with its fraction; null where it is not known. */
  readonly hour: number | null;
  readonly items: readonly PastItem[];
}

export interface PastItem {
  readonly id: number;
  /** The same for the same food. */
  readonly key: string;
  readonly name: string;
  readonly energyKcal: number;
}

/** A person's meals from a day on, newest first; planned ones aside. */
export async function pastMeals(
  ctx: Context,
  since: Temporal.PlainDate,
  until: Temporal.PlainDate | null = null,
): Promise<PastMeal[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select m.id::int as id, m.day::text as day, m.slot, m.time::text as time, m.is_day_said as "isDaySaid",
      to_char(m.logged_at at time zone m.time_zone, 'HH24:MI') as said,
      coalesce(json_agg(json_build_object('id', i.id, 'key', coalesce(i.food_id::text, lower(i.food_name)),
        'name', i.food_name, 'energyKcal', i.energy_kcal) order by i.order_index) filter (where i.id is not null), '[]')
        as items
    from meal_logs m left join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${ctx.user.id} and m.day >= ${since.toString()}
      and (${until?.toString() ?? null}::date is null or m.day <= ${until?.toString() ?? null}::date)
    group by m.id
    order by m.day desc, m.logged_at desc, m.id desc`);
  const meals = new Map<string, PastMeal>();
  for (const row of rows) {
    // Without a slot each entry is a meal by itself.
    const key = row.slot === null ? `${row.id}` : `${row.day} ${row.slot}`;
    const later = meals.get(key);
    const hour = hourOf(row.time ?? (row.isDaySaid ? null : row.said));
    meals.set(
      key,
      later
        ? {
            ...later,
            mealIds: [row.id, ...later.mealIds],
            items: [...row.items, ...later.items],
            hour: hour ?? later.hour,
          }
        : { mealIds: [row.id], day: Temporal.PlainDate.from(row.day), slot: row.slot, hour, items: row.items },
    );
  }
  return [...meals.values()];
}

interface Row extends Record<string, unknown> {
  id: number;
  day: string;
  slot: string | null;
  time: string | null;
  isDaySaid: boolean;
  said: string;
  items: PastItem[];
}

function hourOf(time: string | null): number | null {
  if (time === null) return null;
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) + Number(minute) / 60;
}

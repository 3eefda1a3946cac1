import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { bounds, type Days } from './period-overview.ts';
import type { DayTotals } from './refresh-day.ts';

/** A day's sums, each a numeric as the database gives it. */
export type DaySums = Readonly<Record<keyof Omit<DayTotals, 'fiberG'>, string>> & { readonly day: string };

/**
 * The sums of days from their meals, as `refreshDay` makes them. A day's own row mixes food with training and weight, so a
 * coach who is shown only the food cannot see it.
 */
export async function sumsFromMeals(ctx: PersonContext, period: Days): Promise<DaySums[]> {
  const { from, to } = bounds(period);
  const { rows } = await ctx.db.execute<DaySums>(sql`
    select day::text as day, coalesce(sum(energy_kcal), 0) as "energyKcal", coalesce(sum(protein_g), 0) as "proteinG",
      coalesce(sum(carbs_g), 0) as "carbsG", coalesce(sum(fat_g), 0) as "fatG", coalesce(sum(water_ml), 0) as "waterMl"
    from (
      select m.day, i.energy_kcal, i.protein_g, i.carbs_g, i.fat_g, null::numeric as water_ml
      from meal_logs m join meal_items i on i.meal_log_id = m.id
      where m.user_id = ${ctx.user.id} and m.day between ${from} and ${to}
      union all
      select day, null, null, null, null, water_ml from meal_logs
      where user_id = ${ctx.user.id} and day between ${from} and ${to} and water_ml > 0
      union all
      select day, null, null, null, null, value from measurements
      where user_id = ${ctx.user.id} and day between ${from} and ${to} and metric = 'water'
    ) parts
    group by day order by day`);
  return rows;
}

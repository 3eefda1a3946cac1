import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { dailyLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** What a day holds so far. */
export interface DayTotals {
  readonly energyKcal: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
  readonly waterMl: number;
  /** Counted only where a target asks for it. */
  readonly fiberG?: number;
}

/** Derives a day's sums anew from its entries. Belongs into every transaction that changes them. */
export async function refreshDay(ctx: Context, day: Temporal.PlainDate): Promise<DayTotals> {
  const d = dailyLogs;
  const { rows } = await ctx.db.execute<Record<keyof Omit<DayTotals, 'fiberG'>, string>>(sql`
    insert into ${d} (user_id, day, consumed_kcal, protein_g, carbs_g, fat_g, water_ml, created_at, updated_at)
    select ${ctx.user.id}, ${day.toString()}, coalesce(sum(i.energy_kcal), 0), coalesce(sum(i.protein_g), 0),
      coalesce(sum(i.carbs_g), 0), coalesce(sum(i.fat_g), 0),
      (select coalesce(sum(w.water_ml), 0) from meal_logs w
        where w.user_id = ${ctx.user.id} and w.day = ${day.toString()})
        + (select coalesce(sum(s.value), 0) from measurements s
          where s.user_id = ${ctx.user.id} and s.day = ${day.toString()} and s.metric = 'water'),
      ${ctx.now.toString()}, ${ctx.now.toString()}
    from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${ctx.user.id} and m.day = ${day.toString()}
    on conflict (user_id, day) do update set consumed_kcal = excluded.consumed_kcal, protein_g = excluded.protein_g,
      carbs_g = excluded.carbs_g, fat_g = excluded.fat_g, water_ml = excluded.water_ml, updated_at = excluded.updated_at
    returning consumed_kcal as "energyKcal", protein_g as "proteinG", carbs_g as "carbsG", fat_g as "fatG",
      water_ml as "waterMl"`);
  const [row] = rows;
  if (!row) throw new Error('The day was not returned');
  return {
    energyKcal: Number(row.energyKcal),
    proteinG: Number(row.proteinG),
    carbsG: Number(row.carbsG),
    fatG: Number(row.fatG),
    waterMl: Number(row.waterMl),
  };
}

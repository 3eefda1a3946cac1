import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import { type DaySums, sumsFromMeals } from './sums-from-meals.ts';

/** Whole days, both ends included; `from` null: as far back as there is anything. */
export interface Days {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

export interface DayValue {
  readonly day: Temporal.PlainDate;
  readonly value: number;
}

/** One figure over the days on which something was logged. */
export interface NutrientOverview {
  /** In order; a day without an entry is none and counts for nothing. */
  readonly days: readonly DayValue[];
  readonly sum: number;
  /** Over the logged days; null where there are none. */
  readonly average: number | null;
  /** Of how many items the figure is not known, and of how many in all. */
  readonly unknownItems: number;
  readonly items: number;
}

/** The days of a time with what they hold, those with a meal only. */
export interface PeriodOverview {
  readonly days: readonly {
    readonly day: Temporal.PlainDate;
    readonly energyKcal: number;
    readonly proteinG: number;
    readonly carbsG: number;
    readonly fatG: number;
  }[];
  /** Over the logged days; null where there are none. */
  readonly average: { energyKcal: number; proteinG: number; carbsG: number; fatG: number } | null;
}

/** The figures that `daily_logs` keeps, by the name a question has for them. */
const dailyColumns = {
  energyKcal: 'consumed_kcal',
  proteinG: 'protein_g',
  carbsG: 'carbs_g',
  fatG: 'fat_g',
  waterMl: 'water_ml',
} as const;
type DailyKey = keyof typeof dailyColumns;

const isDaily = (key: string): key is DailyKey => Object.hasOwn(dailyColumns, key);

/** Before and after every entry there can be. */
const farPast = '0001-01-01';
const farFuture = '9999-12-31';

/** Both ends as SQL parameters. */
export const bounds = ({ from, to }: Days): { from: string; to: string } => ({
  from: from?.toString() ?? farPast,
  to: to?.toString() ?? farFuture,
});

/** Energy and macronutrients of each day with a meal, and their means. */
export async function periodOverview(ctx: PersonContext, period: Days): Promise<PeriodOverview> {
  const { from, to } = bounds(period);
  const { rows: kept } = await ctx.db.execute<
    Record<'day' | 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG', string>
  >(sql`
    select day::text as day, consumed_kcal as "energyKcal", protein_g as "proteinG", carbs_g as "carbsG", fat_g as "fatG"
    from daily_logs where user_id = ${ctx.user.id} and day between ${from} and ${to}
      and (consumed_kcal > 0 or protein_g > 0 or carbs_g > 0 or fat_g > 0) order by day`);
  const rows = kept.length > 0 ? kept : (await sumsFromMeals(ctx, period)).filter(hasFood);
  const days = rows.map((row) => ({
    day: Temporal.PlainDate.from(row.day),
    energyKcal: Number(row.energyKcal),
    proteinG: Number(row.proteinG),
    carbsG: Number(row.carbsG),
    fatG: Number(row.fatG),
  }));
  const mean = (key: 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG') =>
    days.reduce((sum, one) => sum + one[key], 0) / days.length;
  const average =
    days.length === 0
      ? null
      : { energyKcal: mean('energyKcal'), proteinG: mean('proteinG'), carbsG: mean('carbsG'), fatG: mean('fatG') };
  return { days, average };
}

/**
 * One figure over a time: `key` is energy, a macronutrient, `waterMl`, or a key of the items' `nutrients`. An item whose
 * food has no such figure counts nothing, and is told.
 */
export async function nutrientOver(ctx: PersonContext, key: string, period: Days): Promise<NutrientOverview> {
  const rows = isDaily(key) ? await dailyValues(ctx, key, period) : await itemValues(ctx, key, period);
  const days = rows.map(({ day, value }) => ({ day: Temporal.PlainDate.from(day), value: Number(value) }));
  const sum = days.reduce((total, { value }) => total + value, 0);
  return {
    days,
    sum,
    average: days.length === 0 ? null : sum / days.length,
    unknownItems: rows.reduce((total, row) => total + Number(row.unknown), 0),
    items: rows.reduce((total, row) => total + Number(row.items), 0),
  };
}

const hasFood = ({ energyKcal, proteinG, carbsG, fatG }: DaySums): boolean =>
  [energyKcal, proteinG, carbsG, fatG].some((value) => Number(value) > 0);

type ValueRow = Record<'day' | 'value' | 'unknown' | 'items', string>;

async function dailyValues(ctx: PersonContext, key: DailyKey, period: Days): Promise<ValueRow[]> {
  const { from, to } = bounds(period);
  const column = dailyColumns[key];
  // A day counts where a meal was logged; water counts where any was drunk.
  const isLogged =
    key === 'waterMl' ? sql`water_ml > 0` : sql`(consumed_kcal > 0 or protein_g > 0 or carbs_g > 0 or fat_g > 0)`;
  const { rows } = await ctx.db.execute<ValueRow>(sql`
    select day::text as day, ${sql.raw(column)} as value, 0 as unknown, 0 as items from daily_logs
    where user_id = ${ctx.user.id} and day between ${from} and ${to} and ${isLogged} order by day`);
  if (rows.length > 0) return rows;
  const isThere = (sums: DaySums) => (key === 'waterMl' ? Number(sums.waterMl) > 0 : hasFood(sums));
  const sums = (await sumsFromMeals(ctx, period)).filter(isThere);
  return sums.map((one) => ({ day: one.day, value: one[key], unknown: '0', items: '0' }));
}

async function itemValues(ctx: PersonContext, key: string, period: Days): Promise<ValueRow[]> {
  const { from, to } = bounds(period);
  const { rows } = await ctx.db.execute<ValueRow>(sql`
    select m.day::text as day, coalesce(sum((i.nutrients ->> ${key})::numeric), 0) as value,
      count(*) filter (where i.nutrients ->> ${key} is null) as unknown, count(*) as items
    from meal_logs m join meal_items i on i.meal_log_id = m.id
    where m.user_id = ${ctx.user.id} and m.day between ${from} and ${to}
    group by m.day order by m.day`);
  return rows;
}

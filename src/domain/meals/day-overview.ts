import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import type { DayTotals } from './refresh-day.ts';

export interface DayItem {
  slot: string | null;
  foodName: string;
  defaultForm: string | null;
  quantity: number | null;
  unit: string | null;
  grams: number | null;
  energyKcal: number;
  isAmountAssumed: boolean;
}

export interface DayOverview {
  day: Temporal.PlainDate;
  items: DayItem[];
  totals: DayTotals;
  target: NutritionTarget | null;
}

/** What was eaten on a day, in the order it was said, with its sums and the target in force. */
export async function dayOverview(ctx: Context, day: Temporal.PlainDate): Promise<DayOverview> {
  const rows = await ctx.db
    .select({
      slot: mealLogs.slot,
      foodName: mealItems.foodName,
      defaultForm: foods.defaultForm,
      quantity: mealItems.quantity,
      unit: mealItems.unit,
      grams: mealItems.grams,
      energyKcal: mealItems.energyKcal,
      proteinG: mealItems.proteinG,
      carbsG: mealItems.carbsG,
      fatG: mealItems.fatG,
      isAmountAssumed: mealItems.isAmountAssumed,
    })
    .from(mealItems)
    .innerJoin(mealLogs, eq(mealLogs.id, mealItems.mealLogId))
    .leftJoin(foods, eq(foods.id, mealItems.foodId))
    .where(and(eq(mealLogs.userId, ctx.user.id), eq(mealLogs.day, day), eq(mealLogs.isPlanned, false)))
    .orderBy(mealLogs.loggedAt, mealItems.mealLogId, mealItems.orderIndex);
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    Math.round(rows.reduce((total, row) => total + pick(row), 0) * 100) / 100;
  return {
    day,
    items: rows,
    totals: {
      energyKcal: sum((row) => row.energyKcal),
      proteinG: sum((row) => row.proteinG),
      carbsG: sum((row) => row.carbsG),
      fatG: sum((row) => row.fatG),
    },
    target: await targetFor(ctx, day),
  };
}

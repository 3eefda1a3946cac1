import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { dailyLogs, foods, mealItems, mealLogs, mealSlots } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import type { DayTotals } from './refresh-day.ts';
import { sumsFromMeals } from './sums-from-meals.ts';
import { withFiber } from './with-fiber.ts';

export interface DayItem {
  slot: string | null;
  /** When a meal the person has named themselves is; null for the others. */
  slotStartsAt: Temporal.PlainTime | null;
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
export async function dayOverview(ctx: PersonContext, day: Temporal.PlainDate): Promise<DayOverview> {
  const items = await ctx.db
    .select({
      slot: mealLogs.slot,
      slotStartsAt: mealSlots.startsAt,
      foodName: mealItems.foodName,
      defaultForm: foods.defaultForm,
      quantity: mealItems.quantity,
      unit: mealItems.unit,
      grams: mealItems.grams,
      energyKcal: mealItems.energyKcal,
      isAmountAssumed: mealItems.isAmountAssumed,
    })
    .from(mealItems)
    .innerJoin(mealLogs, eq(mealLogs.id, mealItems.mealLogId))
    .leftJoin(foods, eq(foods.id, mealItems.foodId))
    .leftJoin(mealSlots, and(eq(mealSlots.userId, mealLogs.userId), eq(mealSlots.name, mealLogs.slot)))
    .where(and(eq(mealLogs.userId, ctx.user.id), eq(mealLogs.day, day)))
    .orderBy(mealLogs.loggedAt, mealItems.mealLogId, mealItems.orderIndex);
  const [kept] = await ctx.db
    .select({
      energyKcal: dailyLogs.consumedKcal,
      proteinG: dailyLogs.proteinG,
      carbsG: dailyLogs.carbsG,
      fatG: dailyLogs.fatG,
      waterMl: dailyLogs.waterMl,
    })
    .from(dailyLogs)
    .where(and(eq(dailyLogs.userId, ctx.user.id), eq(dailyLogs.day, day)));
  const totals = kept ?? (items.length > 0 ? await fromMeals(ctx, day) : nothing);
  const target = await targetFor(ctx, day);
  return { day, items, totals: await withFiber(ctx, day, totals, target), target };
}

async function fromMeals(ctx: PersonContext, day: Temporal.PlainDate): Promise<DayTotals> {
  const [sums] = await sumsFromMeals(ctx, { from: day, to: day });
  if (!sums) return nothing;
  const { energyKcal, proteinG, carbsG, fatG, waterMl } = sums;
  return {
    energyKcal: Number(energyKcal),
    proteinG: Number(proteinG),
    carbsG: Number(carbsG),
    fatG: Number(fatG),
    waterMl: Number(waterMl),
  };
}

const nothing: DayTotals = { energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0, waterMl: 0 };

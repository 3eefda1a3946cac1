import { inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import { recordAction } from '../conversation/record-action.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import { zoneOf } from '../users/user.ts';
import { type DayTotals, refreshDay } from './refresh-day.ts';

export interface MealItemInput {
  foodId: number;
  /** The person's own words for the food. */
  words: string;
  quantity: number | null;
  unit: string | null;
  grams: number;
  /** How the grams were found. */
  portionRule: string;
  isAmountAssumed: boolean;
}

export interface MealInput {
  slot: string | null;
  day: Temporal.PlainDate;
  isDaySaid: boolean;
  time: Temporal.PlainTime | null;
  items: readonly MealItemInput[];
  /** Plain water that was drunk with it, or alone. */
  waterMl: number | null;
}

export interface LoggedItem extends MealItemInput {
  foodName: string;
  defaultForm: string | null;
  energyKcal: number;
  proteinG: number;
  carbsG: number;
  fatG: number;
}

export interface LoggedMeal {
  actionId: number;
  slot: string | null;
  day: Temporal.PlainDate;
  items: LoggedItem[];
  waterMl: number | null;
  totals: DayTotals;
  target: NutritionTarget | null;
}

/**
 * Records a meal. Every item keeps its food's figures as they are now. Throws DomainError `not-found` for a food this
 * person may not see, `invalid` for a day that has not come yet.
 */
export async function logMeal(ctx: Context, input: MealInput): Promise<LoggedMeal> {
  const items = await withFigures(ctx, input.items);
  const actionId = await recordAction(ctx, [...items.map((item) => item.foodName), ...(input.waterMl ? ['water'] : [])].join(', '));
  const [meal] = await ctx.db
    .insert(mealLogs)
    .values({
      userId: ctx.user.id,
      inboundMessageId: ctx.sourceMessageId,
      day: input.day,
      isDaySaid: input.isDaySaid,
      time: input.time,
      loggedAt: ctx.saidAt,
      timeZone: zoneOf(ctx.user),
      slot: input.slot,
      waterMl: input.waterMl,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning({ id: mealLogs.id });
  if (!meal) throw new Error('The meal was not returned');
  const rows = items.map(({ defaultForm: _, words, ...item }, orderIndex) => ({
    ...item,
    foodWords: words,
    mealLogId: meal.id,
    userId: ctx.user.id,
    orderIndex,
    createdAt: ctx.now,
  }));
  if (rows.length > 0) await ctx.db.insert(mealItems).values(rows);
  const totals = await refreshDay(ctx, input.day);
  return { actionId, slot: input.slot, day: input.day, items, waterMl: input.waterMl, totals, target: await targetFor(ctx, input.day) };
}

async function withFigures(ctx: Context, items: readonly MealItemInput[]) {
  if (items.length === 0) return [];
  const known = await ctx.db
    .select({
      id: foods.id,
      version: foods.version,
      name: foods.name,
      defaultForm: foods.defaultForm,
      energyKcal: foods.energyKcal,
      proteinG: foods.proteinG,
      carbsG: foods.carbsG,
      fatG: foods.fatG,
      nutrients: foods.nutrients,
    })
    .from(foods)
    .where(inArray(foods.id, [...new Set(items.map((item) => item.foodId))]));
  return items.map((item) => {
    const food = known.find(({ id }) => id === item.foodId);
    if (!food) throw new DomainError('not-found', `I no longer know the food you meant by “${item.words}”.`);
    const share = (per100g: number) => roundTo(per100g * item.grams * 0.01, 2);
    const nutrients = Object.fromEntries(Object.entries(food.nutrients).map(([key, value]) => [key, share(value)]));
    return {
      ...item,
      foodVersion: food.version,
      foodName: food.name,
      defaultForm: food.defaultForm,
      energyKcal: share(food.energyKcal),
      proteinG: share(food.proteinG),
      carbsG: share(food.carbsG),
      fatG: share(food.fatG),
      fiberG: nutrients.fiberG ?? null,
      sugarG: nutrients.sugarG ?? null,
      sodiumMg: nutrients.sodiumMg ?? null,
      nutrients,
    };
  });
}

/** Half away from zero at a number of decimals; 1e-9 takes up what binary fractions lose. */
const roundTo = (value: number, decimals: number): number =>
  Math.round((value + 1e-9) * 10 ** decimals) / 10 ** decimals;

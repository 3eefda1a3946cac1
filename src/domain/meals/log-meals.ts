import { inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
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
  slot: string | null;
  day: Temporal.PlainDate;
  items: LoggedItem[];
  waterMl: number | null;
}

export interface LoggedMeals {
  actionId: number;
  meals: LoggedMeal[];
  /** Where each day they belong to stands now, in order. */
  days: { day: Temporal.PlainDate; totals: DayTotals; target: NutritionTarget | null }[];
}

/**
 * Records what one message told, one or more meals, as one action. Every item keeps its food's figures as they are now.
 * Throws DomainError `not-found` for a food this person may not see.
 */
export async function logMeals(ctx: Context, inputs: readonly MealInput[]): Promise<LoggedMeals> {
  const foodsById = await findFoods(ctx, inputs);
  const meals = inputs.map((input) => ({ ...input, items: input.items.map((item) => withFigures(foodsById, item)) }));
  const names = meals.flatMap(({ items, waterMl }) => [
    ...items.map((item) => item.foodName),
    ...(waterMl === null ? [] : ['water']),
  ]);
  const actionId = await recordAction(ctx, names.join(', '));
  for (const meal of meals) await insertMeal(ctx, meal);
  const days: LoggedMeals['days'] = [];
  for (const day of new Map(meals.map((meal) => [meal.day.toString(), meal.day])).values())
    days.push({ day, totals: await refreshDay(ctx, day), target: await targetFor(ctx, day) });
  return { actionId, meals, days };
}

type FiguredItem = ReturnType<typeof withFigures>;

async function insertMeal(ctx: Context, { items, ...said }: Omit<MealInput, 'items'> & { items: FiguredItem[] }) {
  const [meal] = await ctx.db
    .insert(mealLogs)
    .values({
      ...said,
      userId: ctx.user.id,
      inboundMessageId: ctx.sourceMessageId,
      loggedAt: ctx.saidAt,
      timeZone: zoneOf(ctx.user),
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
}

const figures = {
  id: foods.id,
  version: foods.version,
  name: foods.name,
  defaultForm: foods.defaultForm,
  energyKcal: foods.energyKcal,
  proteinG: foods.proteinG,
  carbsG: foods.carbsG,
  fatG: foods.fatG,
  nutrients: foods.nutrients,
};

type KnownFood = Pick<typeof foods.$inferSelect, keyof typeof figures>;

async function findFoods(ctx: Context, inputs: readonly MealInput[]): Promise<Map<number, KnownFood>> {
  const ids = [...new Set(inputs.flatMap(({ items }) => items.map((item) => item.foodId)))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select(figures).from(foods).where(inArray(foods.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function withFigures(known: ReadonlyMap<number, KnownFood>, item: MealItemInput) {
  const food = known.get(item.foodId);
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
}

/** Half away from zero at a number of decimals; 1e-9 takes up what binary fractions lose. */
const roundTo = (value: number, decimals: number): number =>
  Math.round((value + 1e-9) * 10 ** decimals) / 10 ** decimals;

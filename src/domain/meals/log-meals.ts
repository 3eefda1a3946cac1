import { inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods } from '../../../db/schema/index.ts';
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

/**
 * Writes a meal and its items in one statement, the items as one JSON parameter: it is the statement people cause most,
 * and a parameter for each of their fields costs more than all the rest of it.
 */
async function insertMeal(ctx: Context, meal: Omit<MealInput, 'items'> & { items: FiguredItem[] }): Promise<void> {
  const { user, sourceMessageId } = ctx;
  const [now, saidAt] = [ctx.now.toString(), ctx.saidAt.toString()];
  const items = meal.items.map((item, orderIndex) => ({ ...item, orderIndex }));
  await ctx.db.execute(sql`
    with meal as (
      insert into meal_logs (user_id, inbound_message_id, day, is_day_said, time, logged_at, time_zone, slot, water_ml,
        created_at, updated_at)
      values (${user.id}, ${sourceMessageId}, ${meal.day.toString()}, ${meal.isDaySaid}, ${meal.time?.toString() ?? null},
        ${saidAt}, ${zoneOf(user)}, ${meal.slot}, ${meal.waterMl}, ${now}, ${now})
      returning id
    )
    insert into meal_items (meal_log_id, user_id, food_id, food_version, food_words, food_name, quantity, unit, grams,
      portion_rule, is_amount_assumed, energy_kcal, protein_g, carbs_g, fat_g, fiber_g, sugar_g, sodium_mg, nutrients,
      order_index, created_at)
    select meal.id, ${user.id}, "foodId", "foodVersion", words, "foodName", quantity, unit, grams, "portionRule",
      "isAmountAssumed", "energyKcal", "proteinG", "carbsG", "fatG", "fiberG", "sugarG", "sodiumMg", nutrients,
      "orderIndex", ${now}
    from meal, jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item ("foodId" bigint, "foodVersion" int,
      words text, "foodName" text, quantity numeric, unit text, grams numeric, "portionRule" text,
      "isAmountAssumed" boolean, "energyKcal" numeric, "proteinG" numeric, "carbsG" numeric, "fatG" numeric,
      "fiberG" numeric, "sugarG" numeric, "sodiumMg" numeric, nutrients jsonb, "orderIndex" int)`);
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

import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { type NutritionTarget, targetFor } from '../goals/target-for.ts';
import { zoneOf } from '../users/user.ts';
import { carryRatings } from './carry-ratings.ts';
import { type FiguredItem, figureItems, type MealItemInput } from './figure-items.ts';
import { type DayTotals, refreshDay } from './refresh-day.ts';
import { withFiber } from './with-fiber.ts';

export interface MealInput {
  slot: string | null;
  day: Temporal.PlainDate;
  isDaySaid: boolean;
  time: Temporal.PlainTime | null;
  items: readonly MealItemInput[];
  /** Plain water that was drunk with it, or alone. */
  waterMl: number | null;
  /** The row of the plan it follows, where it was eaten as planned. */
  planId?: number | null;
  /** What that said. */
  description?: string | null;
}

export interface LoggedItem extends Omit<MealItemInput, 'stated' | 'kept' | 'without'> {
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
  const meals = [];
  for (const input of inputs) meals.push({ ...input, items: await figureItems(ctx, input.items) });
  const names = meals.flatMap(({ items, waterMl }) => [
    ...items.map((item) => item.foodName),
    ...(waterMl === null ? [] : ['water']),
  ]);
  const actionId = await recordAction(ctx, names.join(', '));
  for (const meal of meals) await insertMeal(ctx, meal);
  // Within an action that is open already, the message may be told anew.
  if (ctx.actionId !== null) await carryRatings(ctx, actionId);
  const days: LoggedMeals['days'] = [];
  for (const day of new Map(meals.map((meal) => [meal.day.toString(), meal.day])).values())
    days.push(await standing(ctx, day));
  return { actionId, meals, days };
}

async function standing(ctx: Context, day: Temporal.PlainDate) {
  const totals = await refreshDay(ctx, day);
  const target = await targetFor(ctx, day);
  return { day, totals: await withFiber(ctx, day, totals, target), target };
}

/**
 * Writes a meal and its items in one statement, the items as one JSON parameter: it is the statement people cause most,
 * and a parameter for each of their fields costs more than all the rest of it.
 */
async function insertMeal(ctx: Context, meal: Omit<MealInput, 'items'> & { items: FiguredItem[] }): Promise<void> {
  const { user, sourceMessageId } = ctx;
  const [now, saidAt] = [ctx.now.toString(), ctx.saidAt.toString()];
  const recipe = meal.items.find(({ isRecipe }) => isRecipe);
  const items = meal.items.map((item, orderIndex) => ({ ...item, orderIndex }));
  await ctx.db.execute(sql`
    with meal as (
      insert into meal_logs (user_id, inbound_message_id, day, is_day_said, time, logged_at, time_zone, slot, water_ml,
        recipe_name, plan_id, description, created_at, updated_at)
      values (${user.id}, ${sourceMessageId}, ${meal.day.toString()}, ${meal.isDaySaid}, ${meal.time?.toString() ?? null},
        ${saidAt}, ${zoneOf(user)}, ${meal.slot}, ${meal.waterMl},
        ${recipe?.foodName ?? null}, ${meal.planId ?? null}, ${meal.description ?? null}, ${now}, ${now})
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

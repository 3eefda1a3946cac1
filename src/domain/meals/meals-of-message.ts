import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';
import type { LoggedItem } from './log-meals.ts';

export interface RecordedItem extends LoggedItem {
  id: number;
  mealId: number;
}

export interface RecordedMeal {
  id: number;
  slot: string | null;
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
  waterMl: number | null;
  items: RecordedItem[];
}

const item = {
  id: mealItems.id,
  mealId: mealItems.mealLogId,
  foodId: mealItems.foodId,
  words: mealItems.foodWords,
  foodName: mealItems.foodName,
  defaultForm: foods.defaultForm,
  quantity: mealItems.quantity,
  unit: mealItems.unit,
  grams: mealItems.grams,
  portionRule: mealItems.portionRule,
  isAmountAssumed: mealItems.isAmountAssumed,
  energyKcal: mealItems.energyKcal,
  proteinG: mealItems.proteinG,
  carbsG: mealItems.carbsG,
  fatG: mealItems.fatG,
};

/** The meals that a written message records now, with their items, in the order they were said. */
export async function mealsOfMessage(ctx: Context, messageId: number): Promise<RecordedMeal[]> {
  const m = mealLogs;
  const meals = await ctx.db
    .select({ id: m.id, slot: m.slot, day: m.day, time: m.time, waterMl: m.waterMl })
    .from(m)
    .where(and(eq(m.userId, ctx.user.id), eq(m.inboundMessageId, messageId)))
    .orderBy(asc(m.id));
  if (meals.length === 0) return [];
  const ids = meals.map(({ id }) => id);
  const items = await ctx.db
    .select(item)
    .from(mealItems)
    .leftJoin(foods, eq(foods.id, mealItems.foodId))
    .where(inArray(mealItems.mealLogId, ids))
    .orderBy(asc(mealItems.mealLogId), asc(mealItems.orderIndex), asc(mealItems.id));
  const itemsOf = groupBy(items, ({ mealId }) => mealId);
  return meals.map((meal) => ({ ...meal, items: itemsOf.get(meal.id) ?? [] }));
}

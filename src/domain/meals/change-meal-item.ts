import { eq } from 'drizzle-orm';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { figureItems } from './figure-items.ts';
import { refreshDay } from './refresh-day.ts';

/** How much it was; the grams are null only where nobody said what it weighs. */
export interface NewAmount {
  quantity: number | null;
  unit: string | null;
  grams: number | null;
  portionRule: string;
  isAmountAssumed: boolean;
}

export interface MealItemChange {
  itemId: number;
  /** Null where it is another food's figures that change nothing. */
  food: { foodId: number; words: string } | null;
  amount: NewAmount;
  /** So many times the figures, where they were stated and not reckoned from grams. */
  times: number;
  /** The energy as the person states it now. */
  energyKcal: number | null;
}

type Row = typeof mealItems.$inferSelect;

/**
 * Changes what or how much an item of a meal was, as one action, and derives its day anew. The figures of another amount
 * are those it was logged with, in proportion. Throws DomainError `not-found` for an item or food that is not there.
 */
export async function changeMealItem(ctx: Context, change: MealItemChange, summary: string): Promise<number> {
  const [found] = await ctx.db
    .select({ item: mealItems, day: mealLogs.day, version: foods.version })
    .from(mealItems)
    .innerJoin(mealLogs, eq(mealLogs.id, mealItems.mealLogId))
    .leftJoin(foods, eq(foods.id, mealItems.foodId))
    .where(eq(mealItems.id, change.itemId));
  if (!found) throw new DomainError('not-found', 'That item is no longer there.');
  const { item, day, version } = found;
  const actionId = await recordAction(ctx, summary);
  const isAsLogged = change.food === null && (item.foodId === null || item.foodVersion !== version);
  const figures = isAsLogged ? inProportion(item, change) : await anew(ctx, item, change);
  const { quantity, unit, grams, portionRule, isAmountAssumed } = change.amount;
  await ctx.db
    .update(mealItems)
    .set({ ...figures, quantity, unit, grams, portionRule, isAmountAssumed })
    .where(eq(mealItems.id, item.id));
  await ctx.db.update(mealLogs).set({ updatedAt: ctx.now }).where(eq(mealLogs.id, item.mealLogId));
  await refreshDay(ctx, day);
  return actionId;
}

async function anew(ctx: Context, item: Row, { food, amount }: MealItemChange) {
  const words = food?.words ?? item.foodWords;
  const [figured] = await figureItems(ctx, [{ ...amount, foodId: food?.foodId ?? item.foodId, words }]);
  if (!figured) throw new DomainError('not-found', 'That food is no longer there.');
  const { foodId, foodVersion, foodName, nutrients, energyKcal, proteinG, carbsG, fatG, fiberG, sugarG, sodiumMg } =
    figured;
  const figures = { energyKcal, proteinG, carbsG, fatG, fiberG, sugarG, sodiumMg, nutrients };
  return { foodId, foodVersion, foodName, foodWords: words, ...figures };
}

/** Figures of an item whose food is gone, has changed since, or was never named. */
function inProportion(item: Row, { amount, times, energyKcal }: MealItemChange) {
  const share = item.grams !== null && amount.grams !== null ? amount.grams / item.grams : times;
  const scaled = (value: number) => Math.round((value * share + 1e-9) * 100) / 100;
  const orNull = (value: number | null) => (value === null ? null : scaled(value));
  const stated = energyKcal === null ? {} : { energyKcal };
  return {
    energyKcal: energyKcal ?? scaled(item.energyKcal),
    proteinG: scaled(item.proteinG),
    carbsG: scaled(item.carbsG),
    fatG: scaled(item.fatG),
    fiberG: orNull(item.fiberG),
    sugarG: orNull(item.sugarG),
    sodiumMg: orNull(item.sodiumMg),
    nutrients: {
      ...Object.fromEntries(Object.entries(item.nutrients).map(([key, value]) => [key, scaled(value)])),
      ...stated,
    },
  };
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { IndexedFood } from '../foods/food-index.ts';
import { loadOwnFoods } from '../foods/load-food-index.ts';
import { gramsFor } from '../foods/portion.ts';
import { names } from '../foods/recipe-without.ts';
import type { MealItemInput } from './figure-items.ts';
import { type LoggedMeals, logMeals, type MealInput } from './log-meals.ts';

export interface RepeatInput {
  /** The entries that are eaten again; several of one slot become one. */
  readonly mealIds: readonly number[];
  /** Only these of their items; null for all. */
  readonly itemIds: readonly number[] | null;
  /** The slot it is eaten in; undefined: the one each was eaten in then. */
  readonly slot?: string | null | undefined;
  readonly day: Temporal.PlainDate;
  readonly isDaySaid: boolean;
  /** What is left out this time, in the person's words. */
  readonly without: readonly string[];
  /** What is eaten with it this time. */
  readonly plus: readonly MealItemInput[];
}

export interface RepeatedMeals extends LoggedMeals {
  /** What was to be left out and was not in it. */
  readonly notThere: readonly string[];
}

type Item = typeof mealItems.$inferSelect;
type Food = Pick<
  typeof foods.$inferSelect,
  'id' | 'name' | 'version' | 'ownerId' | 'isActive' | 'isRecipe' | 'defaultForm'
>;

/**
 * Eats something again: a new entry with the same foods in the same amounts. A food that has changed since has its
 * figures of today; one that is gone keeps those of then. Throws DomainError `not-found` when there is nothing to eat.
 */
export async function repeatMeal(ctx: Context, input: RepeatInput): Promise<RepeatedMeals> {
  const sources = await ctx.db
    .select({ id: mealLogs.id, slot: mealLogs.slot, waterMl: mealLogs.waterMl })
    .from(mealLogs)
    .where(and(eq(mealLogs.userId, ctx.user.id), inArray(mealLogs.id, [...input.mealIds])))
    .orderBy(asc(mealLogs.day), asc(mealLogs.loggedAt), asc(mealLogs.id));
  if (sources.length === 0) throw new DomainError('not-found', 'That meal is gone, so I cannot repeat it.');
  const items = await ctx.db
    .select()
    .from(mealItems)
    .where(
      inArray(
        mealItems.mealLogId,
        sources.map(({ id }) => id),
      ),
    )
    .orderBy(asc(mealItems.mealLogId), asc(mealItems.orderIndex));
  const wanted = input.itemIds === null ? items : items.filter(({ id }) => input.itemIds?.includes(id));
  const known = await foodsOf(ctx, wanted);
  const recipes = new Set([...known.values()].flatMap(({ id, isRecipe }) => (isRecipe ? [id] : [])));
  const left = leaveOut(wanted, input.without, recipes);
  const again = await againstToday(ctx, left.kept, known, left.ofRecipes);

  const meals = new Map<string | null, MealInput>();
  for (const source of sources) {
    const slot = input.slot === undefined ? source.slot : input.slot;
    const before = meals.get(slot);
    const mine = left.kept.flatMap((item, i) => (item.mealLogId === source.id && again[i] ? [again[i]] : []));
    const waterMl = input.itemIds === null ? source.waterMl : null;
    meals.set(slot, {
      slot,
      day: input.day,
      isDaySaid: input.isDaySaid,
      time: null,
      items: [...(before?.items ?? []), ...mine],
      waterMl: waterMl === null ? (before?.waterMl ?? null) : (before?.waterMl ?? 0) + waterMl,
    });
  }
  const [first, ...rest] = [...meals.values()];
  const whole = first ? [{ ...first, items: [...first.items, ...input.plus] }, ...rest] : [];
  const eaten = whole.filter((meal) => meal.items.length > 0 || meal.waterMl !== null);
  if (eaten.length === 0)
    throw new DomainError('not-found', 'Nothing is left of that meal, so there is nothing to log.');
  return { ...(await logMeals(ctx, eaten)), notThere: left.notThere };
}

async function foodsOf(ctx: Context, items: readonly Item[]): Promise<Map<number, Food>> {
  const ids = [...new Set(items.flatMap(({ foodId }) => foodId ?? []))];
  if (ids.length === 0) return new Map();
  const { id, name, version, ownerId, isActive, isRecipe, defaultForm } = foods;
  const rows = await ctx.db
    .select({ id, name, version, ownerId, isActive, isRecipe, defaultForm })
    .from(foods)
    .where(inArray(foods.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

interface Left {
  readonly kept: readonly Item[];
  /** What may be left out of a recipe among them. */
  readonly ofRecipes: readonly string[];
  readonly notThere: readonly string[];
}

/** Whole items by their names; what is no item may be a part of a recipe. */
function leaveOut(items: readonly Item[], without: readonly string[], recipes: ReadonlySet<number>): Left {
  const isNamed = (item: Item, words: string): boolean => names(item.foodName, words) || names(item.foodWords, words);
  const kept = items.filter((item) => !without.some((words) => isNamed(item, words)));
  const open = without.filter((words) => !items.some((item) => isNamed(item, words)));
  const hasRecipe = kept.some(({ foodId }) => foodId !== null && recipes.has(foodId));
  return { kept, ofRecipes: hasRecipe ? open : [], notThere: hasRecipe ? [] : open };
}

async function againstToday(
  ctx: Context,
  items: readonly Item[],
  known: ReadonlyMap<number, Food>,
  without: readonly string[],
): Promise<MealItemInput[]> {
  let own: readonly IndexedFood[] | null = null;
  const again: MealItemInput[] = [];
  for (const item of items) {
    const food = item.foodId === null ? undefined : known.get(item.foodId);
    const isThere = food?.isActive === true;
    const isOnce = food !== undefined && item.foodName !== food.name && item.foodVersion === food.version;
    const isNew = isThere && (item.foodVersion !== food.version || (without.length > 0 && food.isRecipe));
    if (!isNew || isOnce) {
      again.push({ ...said(item), foodId: item.foodId, grams: item.grams, kept: figuresOf(item, food) });
      continue;
    }
    // What one of an own food weighs may have been learnt since.
    if (food.ownerId !== null && item.portionRule !== 'mass') own ??= await loadOwnFoods(ctx.db);
    const today = own?.find(({ id }) => id === food.id);
    const weight = today ? gramsFor(today, { quantity: item.quantity, unit: item.unit }) : null;
    const grams = weight?.grams ?? item.grams;
    if (grams === null) again.push({ ...said(item), foodId: item.foodId, grams, kept: figuresOf(item, food) });
    else again.push({ ...said(item), foodId: food.id, grams, without });
  }
  return again;
}

const said = ({ foodWords, quantity, unit, portionRule, isAmountAssumed }: Item) => ({
  words: foodWords,
  quantity,
  unit,
  portionRule,
  isAmountAssumed,
});

const figuresOf = (item: Item, food: Food | undefined): NonNullable<MealItemInput['kept']> => ({
  foodVersion: item.foodVersion,
  foodName: item.foodName,
  defaultForm: food?.defaultForm ?? null,
  energyKcal: item.energyKcal,
  proteinG: item.proteinG,
  carbsG: item.carbsG,
  fatG: item.fatG,
  fiberG: item.fiberG,
  sugarG: item.sugarG,
  sodiumMg: item.sodiumMg,
  nutrients: item.nutrients,
});

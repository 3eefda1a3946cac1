import { inArray } from 'drizzle-orm';
import { foods } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { recipeWithout } from '../foods/recipe-without.ts';

export interface MealItemInput {
  /** Null where the person gave the figures themselves. */
  foodId: number | null;
  /** The figures as said, of the whole amount; only without a food. */
  stated?: StatedFigures;
  /** An item's figures as they were once: it is recorded with those. */
  kept?: KeptFigures;
  /** What of a recipe is left out this time, in the person's words. */
  without?: readonly string[];
  /** The person's own words for the food. */
  words: string;
  quantity: number | null;
  unit: string | null;
  /** Null where nobody said what it weighed. */
  grams: number | null;
  /** How the grams were found. */
  portionRule: string;
  isAmountAssumed: boolean;
}

/** Figures as a person gave them; null where they did not. */
export interface StatedFigures {
  energyKcal: number;
  proteinG: number | null;
  carbsG: number | null;
  fatG: number | null;
}

/** What an item was recorded with. */
export interface KeptFigures {
  foodVersion: number | null;
  foodName: string;
  defaultForm: string | null;
  energyKcal: number;
  proteinG: number;
  carbsG: number;
  fatG: number;
  fiberG: number | null;
  sugarG: number | null;
  sodiumMg: number | null;
  nutrients: Record<string, number>;
}

/** An item with all it is kept with: its food's names and figures as they are now. */
export type FiguredItem = ReturnType<typeof withFigures>;

/**
 * The figures of items, from their foods as they are now or as the person stated them. Throws DomainError `not-found`
 * for a food this person may not see.
 */
export async function figureItems(ctx: Context, items: readonly MealItemInput[]): Promise<FiguredItem[]> {
  const known = await findFoods(ctx, items);
  const figured: FiguredItem[] = [];
  for (const { without = [], ...item } of items) {
    const food = item.foodId === null ? undefined : known.get(item.foodId);
    const left = food && without.length > 0 ? await recipeWithout(ctx, food, without) : null;
    if (!food || !left) figured.push(withFigures(known, item));
    else {
      // A weight is of what was eaten; a share of the whole loses what is left out.
      const grams = item.grams === null || item.portionRule === 'mass' ? item.grams : item.grams * left.share;
      figured.push(withFigures(new Map([[food.id, { ...food, ...left.food }]]), { ...item, grams }));
    }
  }
  return figured;
}

const figures = {
  id: foods.id,
  version: foods.version,
  name: foods.name,
  defaultForm: foods.defaultForm,
  isRecipe: foods.isRecipe,
  energyKcal: foods.energyKcal,
  proteinG: foods.proteinG,
  carbsG: foods.carbsG,
  fatG: foods.fatG,
  nutrients: foods.nutrients,
};

type KnownFood = Pick<typeof foods.$inferSelect, keyof typeof figures>;

async function findFoods(ctx: Context, items: readonly MealItemInput[]): Promise<Map<number, KnownFood>> {
  const ids = [...new Set(items.flatMap(({ foodId }) => foodId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select(figures).from(foods).where(inArray(foods.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function withFigures(known: ReadonlyMap<number, KnownFood>, { stated, kept, ...item }: Omit<MealItemInput, 'without'>) {
  if (kept) return { ...item, ...kept, isRecipe: false };
  if (stated) {
    const nobodys = { foodVersion: null, foodName: item.words, defaultForm: null, isRecipe: false };
    return { ...item, ...asStated(stated), ...nobodys };
  }
  const food = item.foodId === null ? undefined : known.get(item.foodId);
  if (!food || item.grams === null)
    throw new DomainError('not-found', `I no longer know the food you meant by “${item.words}”.`);
  const { grams } = item;
  const share = (per100g: number) => roundTo(per100g * grams * 0.01, 2);
  const nutrients = Object.fromEntries(Object.entries(food.nutrients).map(([key, value]) => [key, share(value)]));
  return {
    ...item,
    foodVersion: food.version,
    foodName: food.name,
    defaultForm: food.defaultForm,
    isRecipe: food.isRecipe,
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

/** Figures as said: a macro nobody gave adds nothing to the day, and is not among the nutrients. */
function asStated({ energyKcal, proteinG, carbsG, fatG }: StatedFigures) {
  const nutrients: Record<string, number> = { energyKcal };
  for (const [key, value] of Object.entries({ proteinG, carbsG, fatG })) if (value !== null) nutrients[key] = value;
  return {
    energyKcal,
    proteinG: proteinG ?? 0,
    carbsG: carbsG ?? 0,
    fatG: fatG ?? 0,
    fiberG: null,
    sugarG: null,
    sodiumMg: null,
    nutrients,
  };
}

/** Half away from zero at a number of decimals; 1e-9 takes up what binary fractions lose. */
const roundTo = (value: number, decimals: number): number =>
  Math.round((value + 1e-9) * 10 ** decimals) / 10 ** decimals;

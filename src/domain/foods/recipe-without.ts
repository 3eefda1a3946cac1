import { eq, inArray } from 'drizzle-orm';
import { foodNames, foods, recipeItems } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';
import { wordsOf } from '../search/words.ts';

/** A food's name and figures per 100 g. */
export interface FoodFigures {
  readonly id: number;
  readonly name: string;
  readonly energyKcal: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
  readonly nutrients: Record<string, number>;
}

export interface RecipeRest {
  /** How much of the whole's weight is left, from 0 to 1. */
  readonly share: number;
  /** The recipe without what is left out, under a name that says so. */
  readonly food: Omit<FoodFigures, 'id'>;
}

/**
 * A recipe without the parts that some words name ("cheese" names the cheddar in it), for once: the recipe itself stays
 * as it is. Null where it is no recipe, or nothing in it is called so.
 */
export async function recipeWithout(
  ctx: Context,
  recipe: FoodFigures,
  without: readonly string[],
): Promise<RecipeRest | null> {
  const [whole] = await ctx.db.select({ yieldG: foods.yieldG }).from(foods).where(eq(foods.id, recipe.id));
  if (!whole?.yieldG) return null;
  const parts = await ctx.db
    .select({ grams: recipeItems.grams, foodName: recipeItems.foodName, food: foods })
    .from(recipeItems)
    .leftJoin(foods, eq(foods.id, recipeItems.foodId))
    .where(eq(recipeItems.recipeId, recipe.id));
  const ids = parts.flatMap(({ food }) => food?.id ?? []);
  const aliases = ids.length === 0 ? [] : await ctx.db.select().from(foodNames).where(inArray(foodNames.foodId, ids));
  const aliasesOf = groupBy(aliases, ({ foodId }) => foodId);
  const namesOf = ({ foodName, food }: (typeof parts)[number]): string[] => [
    ...(foodName === null ? [] : [foodName]),
    ...(food ? [food.name, ...(aliasesOf.get(food.id)?.map(({ name }) => name) ?? [])] : []),
  ];
  const said = without.filter((words) => parts.some((part) => namesOf(part).some((name) => names(name, words))));
  const left = parts.filter((part) => said.some((words) => namesOf(part).some((name) => names(name, words))));
  if (left.length === 0 || left.length === parts.length) return null;

  const rawG = parts.reduce((sum, { grams }) => sum + grams, 0);
  const share = 1 - left.reduce((sum, { grams }) => sum + grams, 0) / rawG;
  const wholeG = whole.yieldG;
  const rest = (of: (food: Omit<FoodFigures, 'id' | 'name'>) => number | undefined): number => {
    const all = ((of(recipe) ?? 0) * wholeG) / 100;
    const gone = left.reduce((sum, { grams, food }) => sum + ((food ? (of(food) ?? 0) : 0) * grams) / 100, 0);
    return (Math.max(0, all - gone) * 100) / (wholeG * share);
  };
  return {
    share,
    food: {
      name: `${recipe.name}, without ${said.join(' and ')}`,
      energyKcal: rest(({ energyKcal }) => energyKcal),
      proteinG: rest(({ proteinG }) => proteinG),
      carbsG: rest(({ carbsG }) => carbsG),
      fatG: rest(({ fatG }) => fatG),
      nutrients: Object.fromEntries(
        Object.keys(recipe.nutrients).map((key) => [key, rest(({ nutrients }) => nutrients[key])]),
      ),
    },
  };
}

/** Whether all words of one name are in the other. */
export function names(name: string, words: string): boolean {
  const wanted = wordsOf(words);
  const has = new Set(wordsOf(name));
  return wanted.length > 0 && wanted.every((word) => has.has(word));
}

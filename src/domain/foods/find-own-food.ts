import { and, asc, eq, sql } from 'drizzle-orm';
import { foods, recipeItems } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { wordsOf } from '../search/words.ts';
import { assumedPortion } from './keep-own-food.ts';

export type OwnFood = Pick<
  typeof foods.$inferSelect,
  | 'id'
  | 'name'
  | 'version'
  | 'energyKcal'
  | 'proteinG'
  | 'carbsG'
  | 'fatG'
  | 'nutrients'
  | 'densityGPerMl'
  | 'servingG'
  | 'isRecipe'
  | 'yieldG'
> & {
  /** Whether nobody has said what one of it weighs. */
  isWeightAssumed: boolean;
};

const columns = {
  id: foods.id,
  name: foods.name,
  version: foods.version,
  energyKcal: foods.energyKcal,
  proteinG: foods.proteinG,
  carbsG: foods.carbsG,
  fatG: foods.fatG,
  nutrients: foods.nutrients,
  densityGPerMl: foods.densityGPerMl,
  servingG: foods.servingG,
  isRecipe: foods.isRecipe,
  yieldG: foods.yieldG,
  // Columns inside are written out: without their table they would be the portion's.
  isWeightAssumed: sql<boolean>`exists (select from food_portions p where p.food_id = foods.id and p.source = ${assumedPortion})`,
};

/** The foods and recipes a person has made and not forgotten, by name. */
export async function ownFoodsOf(ctx: Context): Promise<OwnFood[]> {
  return ctx.db
    .select(columns)
    .from(foods)
    .where(and(eq(foods.ownerId, ctx.user.id), foods.isActive))
    .orderBy(asc(sql`lower(${foods.name})`));
}

/** A food of the person's own by its name, "my" and plurals aside. Throws DomainError `not-found`. */
export async function findOwnFood(ctx: Context, name: string): Promise<OwnFood> {
  const wanted = wordsOf(name).join(' ');
  const all = await ownFoodsOf(ctx);
  const found =
    all.find((food) => food.name.toLowerCase() === name.toLowerCase()) ??
    all.find((food) => wordsOf(food.name).join(' ') === wanted);
  if (!found) throw new DomainError('not-found', `You have no food or recipe called “${name}”.`);
  return found;
}

export interface RecipeLine {
  readonly foodName: string;
  readonly grams: number;
}

/** What a recipe is made of, in order. */
export async function recipeLinesOf(ctx: Context, recipeId: number): Promise<RecipeLine[]> {
  const rows = await ctx.db
    .select({ foodName: recipeItems.foodName, name: foods.name, grams: recipeItems.grams })
    .from(recipeItems)
    .leftJoin(foods, eq(foods.id, recipeItems.foodId))
    .where(eq(recipeItems.recipeId, recipeId))
    .orderBy(recipeItems.orderIndex);
  return rows.map(({ foodName, name, grams }) => ({ foodName: foodName ?? name ?? 'something', grams }));
}

import { and, eq, isNull, sql } from 'drizzle-orm';
import { figureProblems } from '../../../db/catalogue/figures.ts';
import { foodPortions, foods } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { findOwnFood, type OwnFood } from './find-own-food.ts';
import { assumedPortion } from './keep-own-food.ts';

export type Weighing =
  /** What one of a unit weighs; a null unit is one of it. */
  | { readonly kind: 'weigh'; readonly unit: string | null; readonly grams: number }
  | { readonly kind: 'serves'; readonly servings: number }
  /** What all of a recipe weighs when it is ready. */
  | { readonly kind: 'cooked'; readonly grams: number };

export interface WeighedFood {
  actionId: number;
  food: OwnFood;
}

/**
 * Learns what a food of a person's own weighs. Where its weight had been made up, its figures stay those of one; else its
 * figures per 100 g stay. It is a new version: what was eaten before stays as it was. Throws DomainError.
 */
export async function weighOwnFood(ctx: Context, name: string, weighing: Weighing): Promise<WeighedFood> {
  const food = await findOwnFood(ctx, name);
  const actionId = await recordAction(ctx, food.name);
  switch (weighing.kind) {
    case 'weigh':
      await weighOne(ctx, food, weighing);
      break;
    case 'serves':
      await portion(ctx, food, weighing.servings);
      break;
    case 'cooked':
      await weighWhole(ctx, food, weighing.grams);
  }
  return { actionId, food: await findOwnFood(ctx, food.name) };
}

async function weighOne(ctx: Context, food: OwnFood, { unit, grams }: { unit: string | null; grams: number }) {
  const was = food.servingG;
  // A made-up weight says nothing: the figures are known for one of it.
  const factor = food.isWeightAssumed && was !== null ? was / grams : 1;
  await change(ctx, food, factor, { servingG: unit === null || unit === 'serving' || factor !== 1 ? grams : was });
  if (food.isWeightAssumed)
    await ctx.db
      .update(foodPortions)
      .set({ grams, source: 'own' })
      .where(and(eq(foodPortions.foodId, food.id), eq(foodPortions.source, assumedPortion)));
  await setPortion(ctx, food.id, unit, grams);
}

async function portion(ctx: Context, food: OwnFood, servings: number) {
  if (food.yieldG === null)
    throw new DomainError(
      'invalid',
      `${food.name} is no recipe. Say what one weighs instead: ${food.name} weighs 250 g.`,
    );
  const servingG = food.yieldG / servings;
  await change(ctx, food, 1, { servingG });
  await setPortion(ctx, food.id, null, servingG);
}

async function weighWhole(ctx: Context, food: OwnFood, grams: number) {
  if (food.yieldG === null) return weighOne(ctx, food, { unit: null, grams });
  const factor = food.yieldG / grams;
  const servingG = food.servingG === null ? null : food.servingG / factor;
  await change(ctx, food, factor, { servingG, yieldG: grams });
  if (servingG !== null) await setPortion(ctx, food.id, null, servingG);
}

/** Multiplies the figures per 100 g and sets what else changes. */
async function change(
  ctx: Context,
  food: OwnFood,
  factor: number,
  columns: { servingG: number | null; yieldG?: number },
): Promise<void> {
  const scaled = (value: number): number => Number((value * factor).toFixed(6));
  const figures = {
    energyKcal: scaled(food.energyKcal),
    proteinG: scaled(food.proteinG),
    carbsG: scaled(food.carbsG),
    fatG: scaled(food.fatG),
  };
  if (figureProblems(figures).some((one) => one !== 'energy-mismatch'))
    throw new DomainError(
      'invalid',
      `${food.name} cannot weigh so little: there is more in it than that. Please check the weight.`,
    );
  const nutrients = Object.fromEntries(Object.entries(food.nutrients).map(([key, value]) => [key, scaled(value)]));
  await ctx.db
    .update(foods)
    .set({ ...figures, nutrients, ...columns, version: sql`${foods.version} + 1`, updatedAt: ctx.now })
    .where(eq(foods.id, food.id));
}

async function setPortion(ctx: Context, foodId: number, unit: string | null, grams: number): Promise<void> {
  const isIt = unit === null ? isNull(foodPortions.unit) : eq(foodPortions.unit, unit);
  await ctx.db.delete(foodPortions).where(and(eq(foodPortions.foodId, foodId), isIt, isNull(foodPortions.size)));
  await ctx.db.insert(foodPortions).values({ foodId, unit, size: null, grams, source: 'own' });
}

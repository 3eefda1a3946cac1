import { and, eq, inArray, sql } from 'drizzle-orm';
import { figureProblems } from '../../../db/catalogue/figures.ts';
import { foods } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { type KeptFood, keepOwnFood, type OwnFoodInput, type RecipePart } from './keep-own-food.ts';

/** A part of a recipe with what it holds: energy and macros of all of it, and every other nutrient known. */
export interface FiguredPart extends RecipePart {
  readonly energyKcal: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
  readonly nutrients: Readonly<Record<string, number>>;
}

export interface RecipeInput {
  readonly name: string;
  readonly parts: readonly FiguredPart[];
  /** What all of it weighs when ready, in grams; null: as much as its parts. */
  readonly yieldG: number | null;
  /** How many it is for; null where nobody said. */
  readonly servings: number | null;
}

export interface KeptRecipe extends KeptFood {
  actionId: number;
  yieldG: number;
  servingG: number | null;
  energyKcal: number;
  proteinG: number;
  carbsG: number;
  fatG: number;
}

/** A recipe that takes up more water than this, or loses more, is a slip. */
const mostGain = 10;

/**
 * Keeps a recipe of a person's own: a food whose figures are the sum of its parts over what it weighs when ready. Kept
 * anew it is a new version; what was eaten of it stays as it was. Throws DomainError `invalid`.
 */
export async function keepRecipe(ctx: Context, { name, parts, yieldG, servings }: RecipeInput): Promise<KeptRecipe> {
  const rawG = parts.reduce((sum, { grams }) => sum + grams, 0);
  if (!(rawG > 0)) throw new DomainError('invalid', 'A recipe needs at least one food with an amount.');
  await mustNotHoldItself(ctx, name, parts);
  const readyG = yieldG ?? rawG;
  const sum = (value: (part: FiguredPart) => number): number => parts.reduce((all, part) => all + value(part), 0);
  const whole = {
    energyKcal: sum((part) => part.energyKcal),
    proteinG: sum((part) => part.proteinG),
    carbsG: sum((part) => part.carbsG),
    fatG: sum((part) => part.fatG),
  };
  const per100g = (value: number): number => Number(((value * 100) / readyG).toFixed(6));
  const figures = {
    energyKcal: per100g(whole.energyKcal),
    proteinG: per100g(whole.proteinG),
    carbsG: per100g(whole.carbsG),
    fatG: per100g(whole.fatG),
  };
  const isImpossible = figureProblems(figures).some((problem) => problem !== 'energy-mismatch');
  if (isImpossible || readyG > rawG * mostGain)
    throw new DomainError(
      'invalid',
      `Its parts weigh ${Math.round(rawG)} g together, so it cannot come out at ${Math.round(readyG)} g. Please check the cooked weight.`,
    );
  const servingG = servings === null ? null : readyG / servings;
  const food: OwnFoodInput = {
    name,
    aliases: [],
    per100g: figures,
    others: othersOf(parts, per100g),
    densityGPerMl: null,
    servingG,
    portions: servingG === null ? [] : [{ unit: null, size: null, grams: servingG }],
    energyNote: 'the sum of its parts',
    recipe: { yieldG: readyG, items: parts.map(({ foodId, foodName, grams }) => ({ foodId, foodName, grams })) },
  };
  const actionId = await recordAction(ctx, name);
  const kept = await keepOwnFood({ ...ctx, actionId }, food);
  return { actionId, ...kept, yieldG: readyG, servingG, ...whole };
}

/** Nutrients that every part has a figure for: where one is missing, the sum is not known. */
function othersOf(parts: readonly FiguredPart[], per100g: (value: number) => number): Record<string, number> {
  const [first, ...rest] = parts.filter(
    ({ energyKcal, nutrients }) => energyKcal > 0 || Object.keys(nutrients).length > 0,
  );
  const keys = Object.keys(first?.nutrients ?? {}).filter((key) => rest.every(({ nutrients }) => key in nutrients));
  return Object.fromEntries(
    keys.map((key) => [key, per100g(parts.reduce((sum, { nutrients }) => sum + (nutrients[key] ?? 0), 0))]),
  );
}

/** "Save that as chili", where that was chili. */
async function mustNotHoldItself(ctx: Context, name: string, parts: readonly FiguredPart[]): Promise<void> {
  const ids = parts.flatMap(({ foodId }) => (foodId === null ? [] : [foodId]));
  if (ids.length === 0) return;
  const [itself] = await ctx.db
    .select({ id: foods.id })
    .from(foods)
    .where(and(inArray(foods.id, ids), eq(foods.ownerId, ctx.user.id), sql`lower(${foods.name}) = lower(${name})`));
  if (!itself) return;
  throw new DomainError(
    'invalid',
    parts.length === 1
      ? `That is your “${name}” already.`
      : `“${name}” is a part of that itself. Please give the new one another name.`,
  );
}

/** Amounts of foods as parts, with the foods' figures as they are now. Throws DomainError `not-found`. */
export async function partsOf(ctx: Context, items: readonly RecipePart[]): Promise<FiguredPart[]> {
  const ids = items.flatMap(({ foodId }) => (foodId === null ? [] : [foodId]));
  const rows = ids.length === 0 ? [] : await ctx.db.select().from(foods).where(inArray(foods.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items.map((item) => {
    if (item.foodId === null) return { ...item, energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0, nutrients: {} };
    const food = byId.get(item.foodId);
    if (!food) throw new DomainError('not-found', `I no longer know the food you meant by “${item.foodName}”.`);
    const share = (per100g: number): number => (per100g * item.grams) / 100;
    return {
      ...item,
      energyKcal: share(food.energyKcal),
      proteinG: share(food.proteinG),
      carbsG: share(food.carbsG),
      fatG: share(food.fatG),
      nutrients: Object.fromEntries(Object.entries(food.nutrients).map(([key, value]) => [key, share(value)])),
    };
  });
}

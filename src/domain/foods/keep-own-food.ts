import { and, eq, sql } from 'drizzle-orm';
import { type FigureProblem, type Figures, figureProblems } from '../../../db/catalogue/figures.ts';
import { foodNames, foodPortions, foods, recipeItems } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import type { IndexedPortion } from './food-index.ts';

export interface OwnFoodInput {
  name: string;
  aliases: readonly string[];
  per100g: Figures;
  /** Further nutrients per 100 g, by the names the catalogue has for them. */
  others?: Readonly<Record<string, number>>;
  /** Macros that nobody gave: they count as nothing, and are not among the nutrients. */
  notGiven?: readonly string[];
  /** Grams per millilitre; null where it is not poured. */
  densityGPerMl: number | null;
  servingG: number | null;
  portions: readonly IndexedPortion[];
  /** Whether what one weighs was made up, since nobody said. */
  isWeightAssumed?: boolean;
  /** What it is made of, and what all of it weighs when ready, in grams; null for what is no recipe. */
  recipe?: { readonly yieldG: number; readonly items: readonly RecipePart[] } | null;
  /** Why the energy is not what the macros give; without it such a food is refused. */
  energyNote: string | null;
}

export interface RecipePart {
  /** Null for what is in no list of foods, like water. */
  readonly foodId: number | null;
  readonly foodName: string;
  readonly grams: number;
}

export interface KeptFood {
  foodId: number;
  /** 1 for a new food, one more each time it is kept anew. */
  version: number;
}

const source = 'own';
/** The source of a portion nobody weighed. */
export const assumedPortion = 'assumed';

/**
 * Keeps a food of a person's own: a new one, or a new version of the one they have by that name, with these names and
 * portions in place of those it had. Meals logged before keep the figures they were logged with. Throws DomainError
 * `invalid` when no food can be so.
 */
export async function keepOwnFood(ctx: Context, input: OwnFoodInput): Promise<KeptFood> {
  const [problem] = figureProblems(input.per100g).filter(
    (one) => one !== 'energy-mismatch' || input.energyNote === null,
  );
  if (problem) throw new DomainError('invalid', sentences[problem]);
  await recordAction(ctx, input.name);
  const row = (await renew(ctx, input)) ?? (await add(ctx, input));
  await replaceParts(ctx, row.foodId, input);
  return row;
}

const kept = { foodId: foods.id, version: foods.version };

async function renew(ctx: Context, input: OwnFoodInput): Promise<KeptFood | undefined> {
  const [row] = await ctx.db
    .update(foods)
    .set({ ...columnsOf(input), version: sql`${foods.version} + 1`, updatedAt: ctx.now })
    .where(and(eq(foods.ownerId, ctx.user.id), sql`lower(${foods.name}) = lower(${input.name})`))
    .returning(kept);
  return row;
}

async function add(ctx: Context, input: OwnFoodInput): Promise<KeptFood> {
  const [row] = await ctx.db
    .insert(foods)
    .values({ ...columnsOf(input), ownerId: ctx.user.id, source, createdAt: ctx.now, updatedAt: ctx.now })
    .returning(kept);
  if (!row) throw new Error('The food was not returned');
  return row;
}

function columnsOf(input: OwnFoodInput) {
  const { name, per100g, densityGPerMl, servingG, energyNote, others, notGiven = [], recipe = null } = input;
  const { energyKcal, proteinG, carbsG, fatG, fiberG, alcoholG } = per100g;
  const known = Object.entries({ energyKcal, proteinG, carbsG, fatG, fiberG, alcoholG });
  // A figure nobody gave is absent, not zero.
  const nutrients = Object.fromEntries(
    known.flatMap(([key, value]) => (typeof value === 'number' && !notGiven.includes(key) ? [[key, value]] : [])),
  );
  return {
    ...{ name, energyKcal, proteinG, carbsG, fatG, densityGPerMl, servingG, energyNote },
    nutrients: { ...others, ...nutrients },
    isRecipe: recipe !== null,
    yieldG: recipe?.yieldG ?? null,
    isActive: true,
  };
}

async function replaceParts(ctx: Context, foodId: number, input: OwnFoodInput): Promise<void> {
  const { aliases, portions, isWeightAssumed, recipe } = input;
  await ctx.db.delete(foodNames).where(eq(foodNames.foodId, foodId));
  await ctx.db.delete(foodPortions).where(eq(foodPortions.foodId, foodId));
  await ctx.db.delete(recipeItems).where(eq(recipeItems.recipeId, foodId));
  if (aliases.length > 0)
    await ctx.db.insert(foodNames).values([...new Set(aliases)].map((name) => ({ foodId, name })));
  const by = isWeightAssumed ? assumedPortion : source;
  if (portions.length > 0)
    await ctx.db.insert(foodPortions).values(portions.map((portion) => ({ ...portion, foodId, source: by })));
  if (recipe)
    await ctx.db
      .insert(recipeItems)
      .values(recipe.items.map((item, orderIndex) => ({ ...item, recipeId: foodId, orderIndex })));
}

const sentences: Record<FigureProblem, string> = {
  'energy-range':
    '100 g of food have between 0 and 902 kcal (pure fat). Please check the energy and what amount it is for.',
  'macro-range': '100 g of food have at most 100 g of each of protein, carbs and fat. Please check the amounts.',
  'macro-sum':
    'Protein, carbs and fat weigh more than the food itself. Please check the amounts and what amount they are for.',
  'energy-mismatch':
    'The calories do not match the protein, carbs and fat (4, 4 and 9 kcal a gram). Please check them, or say that the label has it so.',
};

import { inArray } from 'drizzle-orm';
import { foods } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { Nutrition } from '../foods/nutrition.ts';
import type { DietMeal } from './diet.ts';

/** What a food is called and holds per 100 g. */
export interface PlannedFigures extends Nutrition {
  readonly name: string;
  readonly defaultForm: string | null;
}

/** What the foods of planned meals hold per 100 g, as they are now and as far as the asking person may see them. */
export async function plannedFigures(
  ctx: PersonContext,
  meals: readonly Pick<DietMeal, 'items'>[],
): Promise<ReadonlyMap<number, PlannedFigures>> {
  const ids = [...new Set(meals.flatMap(({ items }) => items.flatMap(({ foodId }) => foodId ?? [])))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: foods.id,
      name: foods.name,
      defaultForm: foods.defaultForm,
      energyKcal: foods.energyKcal,
      proteinG: foods.proteinG,
      carbsG: foods.carbsG,
      fatG: foods.fatG,
    })
    .from(foods)
    .where(inArray(foods.id, ids));
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

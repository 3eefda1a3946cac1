import { inArray } from 'drizzle-orm';
import { foods } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** A food's figures per 100 g, every one that is known. */
export type FoodFigures = Pick<
  typeof foods.$inferSelect,
  | 'id'
  | 'name'
  | 'defaultForm'
  | 'source'
  | 'ndbNumber'
  | 'servingG'
  | 'energyKcal'
  | 'proteinG'
  | 'carbsG'
  | 'fatG'
  | 'nutrients'
>;

/** The figures of these foods, by id; what this person may not see is left out. */
export async function foodFigures(ctx: Context, ids: readonly number[]): Promise<Map<number, FoodFigures>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: foods.id,
      name: foods.name,
      defaultForm: foods.defaultForm,
      source: foods.source,
      ndbNumber: foods.ndbNumber,
      servingG: foods.servingG,
      energyKcal: foods.energyKcal,
      proteinG: foods.proteinG,
      carbsG: foods.carbsG,
      fatG: foods.fatG,
      nutrients: foods.nutrients,
    })
    .from(foods)
    .where(inArray(foods.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

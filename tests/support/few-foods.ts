import { inArray } from 'drizzle-orm';
import { foods } from '../../db/schema/index.ts';
import type { Database } from '../../src/domain/context.ts';
import { createFoodIndex, type FoodIndex } from '../../src/domain/foods/food-index.ts';

/** An index of a few foods of the seeded catalogue: quick to make where a test is about something else. */
export async function fewFoods(db: Database): Promise<FoodIndex> {
  const rows = await db
    .select()
    .from(foods)
    .where(inArray(foods.name, ['rice', 'egg', 'banana', 'toast']));
  return createFoodIndex(
    rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      aliases: [],
      source: row.source,
      ndb: row.ndbNumber,
      per100g: row,
      densityGPerMl: row.densityGPerMl,
      servingG: row.servingG,
      defaultForm: row.defaultForm,
      portions: [],
    })),
  );
}

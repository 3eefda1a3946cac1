import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../db/client.ts';
import { foodNames, foodPortions, foods } from '../../../db/schema/index.ts';
import { groupBy } from '../search/group-by.ts';
import { createFoodIndex, type FoodIndex, type IndexedFood } from './food-index.ts';

type Row = Pick<
  typeof foods.$inferSelect,
  | 'id'
  | 'ownerId'
  | 'source'
  | 'slug'
  | 'name'
  | 'ndbNumber'
  | 'defaultForm'
  | 'energyKcal'
  | 'proteinG'
  | 'carbsG'
  | 'fatG'
  | 'densityGPerMl'
  | 'servingG'
>;

const columns = {
  id: foods.id,
  ownerId: foods.ownerId,
  source: foods.source,
  slug: foods.slug,
  name: foods.name,
  ndbNumber: foods.ndbNumber,
  defaultForm: foods.defaultForm,
  energyKcal: foods.energyKcal,
  proteinG: foods.proteinG,
  carbsG: foods.carbsG,
  fatG: foods.fatG,
  densityGPerMl: foods.densityGPerMl,
  servingG: foods.servingG,
};

/** The food index of the catalogue as the database has it. Built once a process and shared by everybody. */
export async function loadFoodIndex(db: Database | Transaction): Promise<FoodIndex> {
  const rows = await db.select(columns).from(foods).where(isNull(foods.ownerId)).orderBy(foods.id);
  const names = await db
    .select({ foodId: foodNames.foodId, locale: foodNames.locale, name: foodNames.name })
    .from(foodNames)
    .innerJoin(foods, eq(foods.id, foodNames.foodId))
    .where(isNull(foods.ownerId))
    .orderBy(foodNames.id);
  const portions = await db
    .select({
      foodId: foodPortions.foodId,
      unit: foodPortions.unit,
      size: foodPortions.size,
      grams: foodPortions.grams,
    })
    .from(foodPortions)
    .innerJoin(foods, eq(foods.id, foodPortions.foodId))
    .where(isNull(foods.ownerId))
    .orderBy(foodPortions.id);
  return createFoodIndex(assemble(rows, names, portions));
}

/**
 * The asking person's own foods and their coach's; those they have forgotten are none. For `index.with`. A coach may see
 * clients' foods as well, but does not mean those by a name.
 */
export async function loadOwnFoods(db: Database | Transaction): Promise<IndexedFood[]> {
  const isOwn = sql<boolean>`${foods.ownerId} = spotter_user_id()`;
  const rows = await db
    .select({ ...columns, isOwn })
    .from(foods)
    .where(and(foods.isActive, sql`${foods.ownerId} = any (array_append(spotter_coaches(), spotter_user_id()))`))
    .orderBy(foods.id);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const names = await db.select().from(foodNames).where(inArray(foodNames.foodId, ids)).orderBy(foodNames.id);
  const portions = await db
    .select()
    .from(foodPortions)
    .where(inArray(foodPortions.foodId, ids))
    .orderBy(foodPortions.id);
  const sourced = rows.map(({ isOwn, ...row }) => ({ ...row, source: isOwn ? ('own' as const) : ('coach' as const) }));
  return assemble(sourced, names, portions);
}

function assemble(
  rows: readonly Row[],
  names: readonly { foodId: number; locale: string; name: string }[],
  portions: readonly { foodId: number; unit: string | null; size: string | null; grams: number }[],
): IndexedFood[] {
  const namesOf = groupBy(names, (name) => name.foodId);
  const portionsOf = groupBy(portions, (portion) => portion.foodId);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    ...byLanguage(namesOf.get(row.id) ?? []),
    source: row.source,
    ndb: row.ndbNumber,
    per100g: { energyKcal: row.energyKcal, proteinG: row.proteinG, carbsG: row.carbsG, fatG: row.fatG },
    densityGPerMl: row.densityGPerMl,
    servingG: row.servingG,
    defaultForm: row.defaultForm,
    portions: portionsOf.get(row.id)?.map(({ unit, size, grams }) => ({ unit, size, grams })) ?? [],
  }));
}

/** English names are aliases, those of other languages stand by their code. */
function byLanguage(names: readonly { locale: string; name: string }[]): Pick<IndexedFood, 'aliases' | 'namesIn'> {
  const aliases: string[] = [];
  const others: Record<string, string[]> = {};
  for (const { locale, name } of names) {
    if (locale === 'en') aliases.push(name);
    else others[locale] = [...(others[locale] ?? []), name];
  }
  return Object.keys(others).length > 0 ? { aliases, namesIn: others } : { aliases };
}

import { type FoodRow, readFoodRows } from './food-rows.ts';
import { type Nutrients, readSr28, type Sr28Food } from './sr28.ts';
import { readDigest } from './sr28-digest.ts';
import { type Portion, sr28Portions } from './sr28-portions.ts';

/** A food of the catalogue with its figures per 100 g. */
export interface CatalogueFood {
  slug: string;
  name: string;
  source: 'curated' | 'sr28';
  ndb: string | null;
  /** Empty unless the figures are summed from a recipe. Grams as written in the row. */
  recipe: { ndb: string; grams: number }[];
  aliases: string[];
  defaultForm: string | null;
  nutrients: Nutrients;
  densityGPerMl: number | null;
  servingG: number | null;
  portions: Portion[];
}

/** The whole catalogue with every figure: curated foods first, then all of SR28. Needs no database. */
export function readFoods(): CatalogueFood[] {
  return underCurated(readSr28().map(fromSr28));
}

/** The same foods with energy, protein, carbohydrates and fat only, for finding and weighing them: much quicker. */
export function readCoreFoods(): CatalogueFood[] {
  return underCurated(readDigest());
}

function underCurated(sr28: CatalogueFood[]): CatalogueFood[] {
  const byNdb = new Map(sr28.map((food) => [food.ndb ?? '', food]));
  return [...readFoodRows().map((row) => fromRow(row, byNdb)), ...sr28];
}

/** Foods of SR28 by their number. */
type Figures = ReadonlyMap<string, { nutrients: Nutrients }>;

/** Draws a curated food's figures from SR28. Throws when the row names a food SR28 does not have. */
export function fromRow(row: FoodRow, byNdb: Figures): CatalogueFood {
  const portions = row.portions.map(([key, grams, source]): Portion => {
    const [unit, size] = key.split('.');
    return { unit: unit || null, size: (size ?? null) as Portion['size'], grams, source };
  });
  return {
    slug: row.slug,
    name: row.name,
    source: 'curated',
    ndb: row.ndb ?? null,
    recipe: (row.recipe ?? []).map(([ndb, grams]) => ({ ndb, grams })),
    aliases: row.aliases,
    defaultForm: row.form ?? null,
    nutrients: nutrientsOf(row, byNdb),
    densityGPerMl: row.density ?? null,
    servingG: portions.find((portion) => portion.unit === 'serving')?.grams ?? null,
    portions,
  };
}

function fromSr28(food: Sr28Food): CatalogueFood {
  return {
    slug: `sr28-${food.ndb}`,
    name: food.name,
    source: 'sr28',
    ndb: food.ndb,
    recipe: [],
    aliases: [],
    defaultForm: null,
    nutrients: food.nutrients,
    ...sr28Portions(food),
  };
}

function nutrientsOf(row: FoodRow, byNdb: Figures): Nutrients {
  const find = (ndb: string) => {
    const food = byNdb.get(ndb);
    if (!food) throw new Error(`${row.slug} points at ${ndb}, which SR28 does not have.`);
    return food.nutrients;
  };
  if (row.ndb) return find(row.ndb);
  const parts = (row.recipe ?? []).map(([ndb, grams]) => ({ nutrients: find(ndb), grams }));
  return blend(parts);
}

/** Figures of a mixture per 100 g. A nutrient that one part has no figure for stays without one. */
function blend(parts: readonly { nutrients: Nutrients; grams: number }[]): Nutrients {
  const total = parts.reduce((sum, part) => sum + part.grams, 0);
  const keys = Object.keys(parts[0]?.nutrients ?? {}) as (keyof Nutrients)[];
  const mixed: Nutrients = {};
  for (const key of keys) {
    if (parts.some((part) => part.nutrients[key] === undefined)) continue;
    const sum = parts.reduce((all, part) => all + (part.nutrients[key] ?? 0) * part.grams, 0);
    mixed[key] = Number((sum / total).toFixed(3));
  }
  return mixed;
}

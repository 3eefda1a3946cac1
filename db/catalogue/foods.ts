import { type NamesByLanguage, readFoodNames } from './food-names.ts';
import { type FoodRow, readFoodRows } from './food-rows.ts';
import { keyOf, measureOf, portionGrams } from './portion-grams.ts';
import { type ReferenceAmount, readReferenceAmounts } from './reference-amounts.ts';
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
  /** What the whole recipe weighs when ready; null for a food that is none. */
  yieldG: number | null;
  aliases: string[];
  /** What it is called in other languages; absent where nothing is known. */
  namesIn?: NamesByLanguage;
  defaultForm: string | null;
  nutrients: Nutrients;
  densityGPerMl: number | null;
  servingG: number | null;
  portions: Portion[];
  /** Why the energy is not what the macros give, where it is not. */
  energyNote: string | null;
}

/** The whole catalogue with every figure: curated foods first, then all of SR28. Needs no database. */
export function readFoods(): CatalogueFood[] {
  return underCurated(readSr28Foods());
}

/** All of SR28 with every figure. */
export function readSr28Foods(): CatalogueFood[] {
  return readSr28().map(fromSr28);
}

/** The same foods with energy, protein, carbohydrates and fat only, for finding and weighing them: much quicker. */
export function readCoreFoods(): CatalogueFood[] {
  return underCurated(readDigest());
}

/** The curated foods, drawn from these foods of SR28, and those after them. */
export function underCurated(sr28: readonly CatalogueFood[]): CatalogueFood[] {
  const sources = { byNdb: new Map(sr28.map((food) => [food.ndb ?? '', food])), reference: readReferenceAmounts() };
  const names = readFoodNames();
  const curated = readFoodRows().map((row) => {
    const namesIn = names.get(row.slug);
    return namesIn ? { ...fromRow(row, sources), namesIn } : fromRow(row, sources);
  });
  const slugs = new Set(curated.map(({ slug }) => slug));
  for (const slug of names.keys()) if (!slugs.has(slug)) throw new Error(`A name leads to ${slug}, which is no food.`);
  return [...curated, ...sr28];
}

/** What curated rows draw their figures from: foods of SR28 by their number, and reference amounts by key. */
export interface RowSources {
  byNdb: ReadonlyMap<string, CatalogueFood>;
  reference: ReadonlyMap<string, ReferenceAmount>;
}

/** A curated food with its figures drawn from SR28. Throws with the row's slug when something does not resolve. */
export function fromRow(row: FoodRow, sources: RowSources): CatalogueFood {
  try {
    return draw(row, sources);
  } catch (error) {
    throw new Error(`${row.slug}: ${error instanceof Error ? error.message : error}`);
  }
}

function draw(row: FoodRow, { byNdb, reference }: RowSources): CatalogueFood {
  const sr28 = (ndb: string) => {
    const food = byNdb.get(ndb);
    if (!food) throw new Error(`SR28 has no ${ndb}.`);
    return food;
  };
  const base = row.ndb ? sr28(row.ndb) : null;
  const parts = (row.recipe ?? []).map(([ndb, grams]) => ({ ndb, grams, nutrients: sr28(ndb).nutrients }));
  const recipeG = parts.length > 0 ? (row.yield ?? sumOf(parts)) : null;
  const densityGPerMl = row.density ? densityOf(row.density, sr28) : (base?.densityGPerMl ?? null);
  const inherited = base?.portions ?? [];
  const written = row.portions;
  const portionsOf = (ndb: string) => byNdb.get(ndb)?.portions;
  const portions: Portion[] = Object.entries(written).flatMap(([measure, source]) => {
    if (source === null) return [];
    const grams = portionGrams(measure, { written, inherited, densityGPerMl, recipeG, portionsOf, reference });
    return [{ ...keyOf(measure), grams, source }];
  });
  portions.push(...inherited.filter((portion) => written[measureOf(portion)] === undefined));
  return {
    slug: row.slug,
    name: row.name,
    source: 'curated',
    ndb: row.ndb ?? null,
    recipe: parts.map(({ ndb, grams }) => ({ ndb, grams })),
    yieldG: recipeG,
    aliases: row.aliases,
    defaultForm: row.form ?? null,
    nutrients: base ? base.nutrients : blend(parts, recipeG ?? 0),
    densityGPerMl,
    servingG: servingOf(written, portions) ?? base?.servingG ?? null,
    portions,
    energyNote: row.energy ?? null,
  };
}

/** What the row says a serving is; else SR28's food knows better than one of its measures. */
function servingOf(written: FoodRow['portions'], portions: readonly Portion[]): number | undefined {
  if (typeof written.serving !== 'string') return undefined;
  return portions.find(({ unit, size }) => unit === 'serving' && size === null)?.grams;
}

function densityOf(written: string, sr28: (ndb: string) => CatalogueFood): number {
  const ndb = /^usda (\d{5})$/.exec(written)?.[1];
  const density = ndb ? sr28(ndb).densityGPerMl : Number.parseFloat(written);
  if (density === null) throw new Error(`SR28 has no fluid ounce of ${ndb}.`);
  return density;
}

function fromSr28(food: Sr28Food): CatalogueFood {
  return {
    slug: `sr28-${food.ndb}`,
    name: food.name,
    source: 'sr28',
    ndb: food.ndb,
    recipe: [],
    yieldG: null,
    aliases: [],
    defaultForm: null,
    nutrients: food.nutrients,
    energyNote: null,
    ...sr28Portions(food),
  };
}

function sumOf(parts: readonly { grams: number }[]): number {
  return parts.reduce((sum, part) => sum + part.grams, 0);
}

/** Figures of a mixture per 100 g of what it weighs when ready. A nutrient that one part has no figure for stays without one. */
function blend(parts: readonly { nutrients: Nutrients; grams: number }[], readyG: number): Nutrients {
  const keys = new Set(parts.flatMap(({ nutrients }) => Object.keys(nutrients) as (keyof Nutrients)[]));
  const mixed: Nutrients = {};
  for (const key of keys) {
    // Of alcohol alone no figure means none.
    if (key !== 'alcoholG' && parts.some((part) => part.nutrients[key] === undefined)) continue;
    const sum = parts.reduce((all, part) => all + (part.nutrients[key] ?? 0) * part.grams, 0);
    mixed[key] = Number((sum / readyG).toFixed(3));
  }
  // What the weight gained or lost on the way is water.
  if (mixed.waterG !== undefined)
    mixed.waterG = Number((mixed.waterG + ((readyG - sumOf(parts)) * 100) / readyG).toFixed(3));
  return mixed;
}

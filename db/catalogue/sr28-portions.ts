import { readFileSync } from 'node:fs';
import { dataFolder } from './food-rows.ts';
import type { Sr28Food } from './sr28.ts';

/** What one of a measure weighs. `unit` null is a bare count ("2 eggs"); `source` says where the figure is from. */
export interface Portion {
  unit: string | null;
  size: 'small' | 'medium' | 'large' | null;
  grams: number;
  source: string;
}

/** A line of `usda-portions.tsv`. */
export interface UsdaPortion {
  ndb: string;
  unit: string | null;
  size: Portion['size'];
  grams: number;
  /** The measure as USDA words it, with its amount where that is not one: "0.5 breast, bone and skin removed". */
  words: string;
}

/**
 * USDA's household measures (SR28's WEIGHT table, public domain), carried over to our units by hand and kept as source
 * data. A line is `ndb, unit key, grams of one, USDA's words`, one for each food and key, by these rules:
 *
 * - The key is a unit id with a size after a dot ("slice.large"); empty, or only a size, where the noun is the food
 *   itself: "medium", "cookie", "steak", "each". The grams are of one: USDA's divided by its amount.
 * - A plain measure goes before a qualified one: a cup before a cup chopped, diced or sliced, that before shredded,
 *   halves or whole, and mashed, packed, crushed or melted last. Nuts go whole, brown sugar packed.
 * - Without a plain measure the medium one is it, else the only one there is. An egg is large, as USDA lists it first.
 *   Extra large and jumbo are left out, "thin" and "snack size" are small and "thick" and "king size" large.
 * - A food with no count is counted by what it comes in: a patty, link, bar, fillet, slice, ear, head, spear, single
 *   pot, or a can or bottle of a drink. Slices "1/8 of a pie" are pieces as well.
 * - `serving` is USDA's serving or the label's (NLEA); else a part of a thing it gives ("0.5 breast"), else several small
 *   things at once ("10 olives"), else ounces ("3 oz" of meat, "1 oz" of nuts) where nothing else is a natural portion.
 * - Half a fillet of a large fish is what people call a fillet. `floz` is kept for the density.
 * - Left out: pounds, quarts and cubic inches, yields of a pound of raw meat, whole birds, roasts and muscles over 600 g,
 *   whole recipes, whole pies and cakes that have a piece, and bread without its crust.
 */
export function readUsdaPortions(): UsdaPortion[] {
  const lines = readFileSync(new URL('usda-portions.tsv', dataFolder), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [ndb = '', key = '', grams, words = ''] = line.split('\t');
    const [unit, size] = key.split('.');
    return { ndb, unit: unit || null, size: (size ?? null) as Portion['size'], grams: Number(grams), words };
  });
}

const mlPerFluidOunce = 29.5735;
/** What a single thing must weigh to be taken for a serving: an almond is none, nor is a watermelon. */
const least = 15;
const most = 600;
/** A drink that USDA has only fluid ounces of. */
const glassFluidOunces = 8;
/** The customary amount of meat, poultry and fish by which labels are written (9 CFR 317.312(b), 21 CFR 101.12(b)). */
const meatG = 85;

const produce = /^(09|11)/;
const drinks = /^(09|14)/;
const meat = /^(05|10|13|15|17|23)/;
/** What comes apart or comes alone, in the order it is taken for a serving. */
const single = ['patty', 'link', 'fillet', 'slice', 'piece', 'wedge', 'bar', 'container', 'pouch', 'carton', 'shot'];
const drunk = ['glass', 'can', 'bottle'];
const spooned = ['tbsp', 'cup'];
const poured = ['cup', 'tbsp'];
const others = [
  'can',
  'pack',
  'bag',
  'jar',
  'box',
  'bottle',
  'order',
  'scoop',
  'stick',
  'cube',
  'strip',
  'ring',
  'leaf',
];
/** Fats, sugars and spreads are spooned, what is less dense in energy fills a cup. */
const spoonedKcal = 250;

let byNdb: ReadonlyMap<string, UsdaPortion[]> | undefined;

/** The household measures of an SR28 food as portions, with its density where one is a fluid ounce, and a serving. */
export function sr28Portions(food: Pick<Sr28Food, 'ndb' | 'nutrients'>): {
  portions: Portion[];
  densityGPerMl: number | null;
  servingG: number | null;
} {
  byNdb ??= byFood(readUsdaPortions());
  const rows = byNdb.get(food.ndb) ?? [];
  const portions: Portion[] = [];
  let fluidOunceG: number | null = null;
  for (const { unit, size, grams } of rows) {
    if (unit === 'floz') fluidOunceG = grams;
    else portions.push({ unit, size, grams, source: 'usda' });
  }
  return {
    portions,
    densityGPerMl: fluidOunceG && Number((fluidOunceG / mlPerFluidOunce).toFixed(3)),
    servingG: servingOf(food, portions, fluidOunceG),
  };
}

function byFood(rows: readonly UsdaPortion[]): Map<string, UsdaPortion[]> {
  const map = new Map<string, UsdaPortion[]>();
  for (const row of rows) {
    const known = map.get(row.ndb);
    if (known) known.push(row);
    else map.set(row.ndb, [row]);
  }
  return map;
}

/**
 * What is eaten of a food at one time where nobody says: one piece of a fruit or vegetable of 30 to 300 g; else USDA's
 * serving; else one of what is counted, or a slice or piece where that is small beside the whole; a single patty, bar or
 * pot; for drinks a glass, can or bottle; a spoon of what has over 250 kcal/100 g and a cup of anything else; and
 * whatever else USDA measures it in. Null when nothing is known of it.
 */
function servingOf(
  { ndb, nutrients }: Pick<Sr28Food, 'ndb' | 'nutrients'>,
  portions: readonly Portion[],
  fluidOunceG: number | null,
): number | null {
  const plain = new Map(portions.filter(({ size }) => size === null).map(({ unit, grams }) => [unit, grams]));
  const first = (units: readonly string[], from: number) =>
    units.map((unit) => plain.get(unit)).find((grams) => grams !== undefined && grams >= from && grams <= most);
  const counted = plain.get(null) ?? 0;
  const serving = plain.get('serving');
  if (produce.test(ndb) && counted >= 30 && counted <= 300) return counted;
  if (serving) return serving;
  const part = first(['slice', 'piece', 'wedge'], least);
  if (part && counted > 4 * part) return part;
  if (counted >= least && counted <= most) return counted;
  const isSpooned = (nutrients.energyKcal ?? 0) > spoonedKcal;
  return (
    first(single, least) ??
    (fluidOunceG === null || !drinks.test(ndb) ? undefined : first(drunk, least)) ??
    first(isSpooned ? spooned : poured, 3) ??
    (fluidOunceG === null ? undefined : Number((glassFluidOunces * fluidOunceG).toFixed(2))) ??
    first(others, 3) ??
    first(['tsp', 'pack', 'tbsp'], 0) ??
    (counted >= 3 && counted <= most ? counted : meat.test(ndb) ? meatG : null)
  );
}

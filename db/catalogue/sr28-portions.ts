import type { Sr28Food } from './sr28.ts';

/** What one of a measure weighs. `unit` null is a bare count ("2 eggs"); `source` says where the figure is from. */
export interface Portion {
  unit: string | null;
  size: 'small' | 'medium' | 'large' | null;
  grams: number;
  source: string;
}

const mlPerFluidOunce = 29.5735;

const units: Readonly<Record<string, string>> = {
  cup: 'cup',
  cups: 'cup',
  tbsp: 'tbsp',
  tablespoon: 'tbsp',
  tablespoons: 'tbsp',
  tsp: 'tsp',
  teaspoon: 'tsp',
  slice: 'slice',
  slices: 'slice',
  can: 'can',
  bottle: 'bottle',
  bar: 'bar',
  stick: 'stick',
  clove: 'clove',
  fillet: 'fillet',
  scoop: 'scoop',
  package: 'pack',
  packet: 'packet',
  pouch: 'pack',
  bag: 'bag',
  jar: 'jar',
  container: 'pot',
  leaf: 'leaf',
  wedge: 'wedge',
  serving: 'serving',
};

/** Nouns that name the food itself, so that a bare number counts them. */
const counted =
  /^(piece|steak|chop|drumstick|thigh|wing|breast|item|cookie|cracker|sandwich|patty|link|fruit|pastry|roll|muffin|biscuit|waffle|pancake|pizza|cake|egg|potato|burger|burrito|taco|doughnut|frankfurter|croissant|fig|plum|pita|tortilla|bagel|large|medium|small|each)(s|es)?$/;
const notAServing = /^(lb|quart|recipe|crust|cubic|inch)\b/;

/** The household measures of an SR28 food as portions, with its density where one is a fluid ounce and a serving. */
export function sr28Portions(food: Sr28Food): {
  portions: Portion[];
  densityGPerMl: number | null;
  servingG: number | null;
} {
  const portions: Portion[] = [];
  let densityGPerMl: number | null = null;
  let servingG: number | null = null;
  for (const { words, grams } of food.measures) {
    const match = /^([\d.]+) +(.*)$/.exec(words.toLowerCase());
    if (!match?.[2]) continue;
    const measure = match[2];
    const each = grams / Number(match[1]);
    const noun = /^[a-z]+/.exec(measure)?.[0] ?? '';
    if (servingG === null && !notAServing.test(measure) && grams >= 3 && grams <= 600) servingG = grams;
    if (/^fl oz/.test(measure)) {
      densityGPerMl = round(each / mlPerFluidOunce, 3);
      continue;
    }
    // The yield of a raw pound or a whole recipe is nobody's portion.
    if (/yield/.test(measure)) continue;
    const unit = units[noun] ?? (counted.test(noun) ? null : undefined);
    if (unit === undefined) continue;
    const size = (/\b(small|medium|large)\b/.exec(measure)?.[1] ?? null) as Portion['size'];
    if (portions.some((portion) => portion.unit === unit && portion.size === size)) continue;
    portions.push({ unit, size, grams: round(each, 2), source: 'usda' });
  }
  return { portions, densityGPerMl, servingG };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

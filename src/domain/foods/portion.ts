import type { IndexedFood } from './food-index.ts';

/** An amount as a person said it; the unit is a canonical id ("g", "cup", "slice"), null for a bare count. */
export interface Amount {
  /** Null when unsaid. */
  quantity: number | null;
  unit: string | null;
  /** small, medium or large, where said. */
  size?: string | null;
}

export interface Weight {
  grams: number;
  /**
   * How the grams were found: `mass`, `portion:cup`, `portion:slice.large`, `count`, `count.medium`, `density`,
   * `scaled:cup` (a spoon as a part of the food's cup), `vessel:glass:250ml`, `serving`, `own:bowl` (as the person told).
   */
  rule: string;
  /** Whether something was filled in that the person did not say; a reply states it. */
  assumed: boolean;
}

const gramsOfMass: Readonly<Record<string, number>> = { g: 1, kg: 1000, mg: 0.001, oz: 28.349523125, lb: 453.59237 };

/** US customary measures, as USDA's portions are. */
const mlOfVolume: Readonly<Record<string, number>> = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  tsp: 4.92892159375,
  dessertspoon: 10,
  tbsp: 14.78676478125,
  floz: 29.5735295625,
  cup: 236.5882365,
  pint: 473.176473,
  quart: 946.352946,
  gallon: 3785.411784,
};

/** What a vessel holds when nothing better is known of the food. */
const mlOfVessel: Readonly<Record<string, number>> = {
  glass: 250,
  mug: 300,
  can: 330,
  bottle: 500,
  carton: 250,
  bowl: 355,
  plate: 473,
  katori: 150,
  schooner: 425,
  middy: 285,
  shot: 30,
  peg: 30,
  nip: 30,
  carafe: 500,
  jug: 1000,
};
/** Vessels that solid food is served in as well: a bowl is a cup and a half, a plate two. */
const vesselsOfSolids = new Set(['bowl', 'plate', 'mug', 'glass', 'katori']);

/** Units that mean the same portion where a food has only the other. */
const sameUnit: Readonly<Record<string, readonly string[]>> = {
  tin: ['can'],
  can: ['tin'],
  rasher: ['slice'],
  bag: ['pack', 'pouch'],
  pack: ['bag', 'packet', 'pouch', 'box', 'sachet', 'container'],
  packet: ['pack', 'sachet', 'pouch', 'bag'],
  sachet: ['packet', 'pack', 'pouch'],
  pouch: ['pack', 'sachet', 'packet', 'bag'],
  box: ['pack', 'carton', 'container'],
  pot: ['container', 'tub', 'carton'],
  tub: ['container', 'pot', 'carton'],
  container: ['pot', 'tub', 'carton', 'pack', 'box'],
  carton: ['pot', 'container', 'box'],
  portion: ['serving'],
  helping: ['serving'],
  serve: ['serving'],
  order: ['serving'],
  side: ['serving'],
  shot: ['glass'],
};

/** Units that one of the food is: "2 patties" of burger, "an ear" of corn. */
const oneOfIt = new Set(['piece', 'patty', 'link', 'ear']);

/** What an amount weighs whatever it is of: only masses do. */
export function massG(quantity: number | null, unit: string | null): number | null {
  const each = quantity === null || unit === null ? undefined : gramsOfMass[unit];
  return each === undefined || quantity === null ? null : quantity * each;
}

/** What an amount of a food weighs, or null when nothing tells: volume is never taken for water in silence. */
export function gramsFor(food: IndexedFood, { quantity, unit, size = null }: Amount): Weight | null {
  if (quantity !== null && !(quantity > 0)) return null;
  const times = quantity ?? 1;
  const own = quantity === null && unit === null ? null : ownPortionOf(food, unit, size);
  if (own !== null) return weightOf(times, own, `own:${unit ?? 'one'}`);

  if (unit === null) {
    if (quantity === null && size === null)
      return food.servingG === null ? null : weightOf(times, food.servingG, 'serving', true);
    const counted = portionOf(food, null, size) ?? (size === null ? portionOf(food, 'piece', null) : null);
    if (counted !== null) return weightOf(times, counted, size ? `count.${size}` : 'count');
    const unsized = size === null ? null : (portionOf(food, null, null) ?? portionOf(food, 'piece', null));
    if (unsized !== null) return weightOf(times, unsized, 'count', true);
    return food.servingG === null ? null : weightOf(times, food.servingG, 'serving', true);
  }

  const mass = gramsOfMass[unit];
  if (mass !== undefined) return weightOf(times, mass, 'mass');

  for (const name of [unit, ...(sameUnit[unit] ?? [])]) {
    const sized = size === null ? null : portionOf(food, name, size);
    if (sized !== null) return weightOf(times, sized, `portion:${name}.${size}`);
    const plain = portionOf(food, name, null);
    if (plain !== null) return weightOf(times, plain, `portion:${name}`, size !== null);
    if (name === 'serving' && food.servingG !== null) return weightOf(times, food.servingG, 'serving');
  }
  if (oneOfIt.has(unit)) {
    const counted = portionOf(food, null, size) ?? portionOf(food, null, null);
    if (counted !== null) return weightOf(times, counted, 'count');
  }

  const volumeMl = mlOfVolume[unit];
  const ml = volumeMl ?? mlOfVessel[unit];
  if (ml === undefined) return null;
  const rule = volumeMl === undefined ? `vessel:${unit}:${ml}ml` : null;
  if (food.densityGPerMl !== null) return weightOf(times, ml * food.densityGPerMl, rule ?? 'density', rule !== null);
  if (rule !== null && !vesselsOfSolids.has(unit)) return null;
  const measured = gramsPerMl(food);
  return measured && weightOf(times, ml * measured.gPerMl, rule ?? `scaled:${measured.unit}`, rule !== null);
}

function weightOf(times: number, each: number, rule: string, assumed = false): Weight {
  return { grams: Math.round(times * each * 100) / 100, rule, assumed };
}

function portionOf(food: IndexedFood, unit: string | null, size: string | null): number | null {
  return food.portions.find((portion) => portion.unit === unit && portion.size === size)?.grams ?? null;
}

/** What the person has said one weighs. */
function ownPortionOf(food: IndexedFood, unit: string | null, size: string | null): number | null {
  const own = food.portions.find((one) => one.isOwn && one.unit === unit && one.size === size);
  return own?.grams ?? null;
}

/** What a millilitre weighs by the largest measure the food has: a cup of leaves says little of a spoon, but it is all there is. */
export function gramsPerMl(food: IndexedFood): { gPerMl: number; unit: string } | null {
  for (const unit of ['cup', 'tbsp', 'tsp']) {
    const grams = portionOf(food, unit, null);
    const ml = mlOfVolume[unit];
    if (grams !== null && ml !== undefined) return { gPerMl: grams / ml, unit };
  }
  return null;
}

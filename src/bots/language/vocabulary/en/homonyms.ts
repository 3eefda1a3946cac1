/** One of the things that a word is used for. */
export interface Sense {
  /** As the catalogue knows it. */
  readonly name: string;
  /** Where it is the ordinary meaning, by country. */
  readonly regions: readonly string[];
  /** Measures in which only this one is said. */
  readonly units: readonly string[];
}

const british = ['GB', 'IE', 'AU', 'NZ', 'ZA'];
const american = ['US', 'CA', 'PH'];
const poured = ['ml', 'cl', 'dl', 'l', 'glass', 'bottle', 'can', 'carton', 'pint', 'floz', 'mug'];
const spooned = ['tbsp', 'tsp', 'spoonful', 'dollop', 'jar', 'knob', 'oz', 'cup'];

const sense = (name: string, regions: readonly string[] = [], units: readonly string[] = []): Sense => ({
  name,
  regions,
  units,
});

/**
 * Words for things of another kind, or of far more energy, from one kitchen to the next. What people mostly mean by a
 * word everywhere ("rice", "sandwich") is no such word: that is taken, and said on the card.
 */
export const homonyms: ReadonlyMap<string, readonly Sense[]> = new Map([
  [
    'chips',
    [sense('fries', british), sense('potato chips', american, ['bag', 'pack', 'packet', 'handful', 'oz', 'tube'])],
  ],
  ['shake', [sense('protein shake', [], ['scoop']), sense('milkshake')]],
  ['biscuit', [sense('cookie', british), sense('buttermilk biscuit', american)]],
  ['jelly', [sense('jelly dessert', british, ['pot', 'bowl']), sense('jelly', american, spooned)]],
  [
    'squash',
    [
      sense('butternut squash', american, ['g', 'kg', 'lb', 'oz', 'cup', 'piece']),
      sense('squash drink', british, poured),
    ],
  ],
]);

import type { IndexedFood } from './food-index.ts';
import { type Amount, gramsFor } from './portion.ts';

/** What small measures usually hold, in grams, where the food's own is not known: rules of thumb, and said so. */
const usualG: Readonly<Record<string, number>> = {
  bite: 15,
  mouthful: 20,
  sip: 15,
  splash: 15,
  dash: 1,
  pinch: 0.5,
  drizzle: 7,
  squirt: 8,
  squeeze: 5,
  sprinkle: 2,
  dusting: 2,
  spray: 0.3,
  knob: 10,
  pat: 5,
  smear: 7,
  dollop: 30,
  spoonful: 15,
  handful: 30,
  sprig: 1,
  shaving: 2,
};

/** What is taken for a serving of a food nobody has measured. */
const unknownServingG = 100;

export interface Portion {
  grams: number;
  /** How the grams were found, as `Weight.rule`; `usual:bite` by a rule of thumb, `guess` where nothing told. */
  rule: string;
  /** Whether something was filled in that was not said. */
  isAssumed: boolean;
}

/** What an amount weighs, always with an answer: where nothing tells, one of it is taken for a serving, and said so. */
export function portionFor(food: IndexedFood, amount: Amount): Portion {
  const weight = gramsFor(food, amount);
  if (weight) return { grams: weight.grams, rule: weight.rule, isAssumed: weight.assumed };
  const times = amount.quantity !== null && amount.quantity > 0 ? amount.quantity : 1;
  const usual = amount.unit === null ? undefined : usualG[amount.unit];
  if (usual !== undefined) return { grams: times * usual, rule: `usual:${amount.unit}`, isAssumed: true };
  return { grams: times * (food.servingG ?? unknownServingG), rule: 'guess', isAssumed: true };
}

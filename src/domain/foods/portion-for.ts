import type { IndexedFood } from './food-index.ts';
import { type Amount, gramsFor } from './portion.ts';

/** What is taken for a serving of a food nobody has measured. */
const unknownServingG = 100;

export interface Portion {
  grams: number;
  /** How the grams were found, as `Weight.rule`; `guess` where nothing told. */
  rule: string;
  /** Whether something was filled in that was not said. */
  isAssumed: boolean;
}

/** What an amount weighs, always with an answer: where nothing tells, one of it is taken for a serving, and said so. */
export function portionFor(food: IndexedFood, amount: Amount): Portion {
  const weight = gramsFor(food, amount);
  if (weight) return { grams: weight.grams, rule: weight.rule, isAssumed: weight.assumed };
  const times = amount.quantity !== null && amount.quantity > 0 ? amount.quantity : 1;
  return { grams: times * (food.servingG ?? unknownServingG), rule: 'guess', isAssumed: true };
}

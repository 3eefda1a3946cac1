import type { OwnMeasure } from '../users/word-meaning.ts';
import type { IndexedFood, IndexedPortion } from './food-index.ts';
import { gramsPerMl } from './portion.ts';

/** Makes what gives a food the measures that somebody has told of; foods without any stay as they are. */
export function createOwnMeasures(measures: readonly OwnMeasure[]): ((food: IndexedFood) => IndexedFood) | null {
  if (measures.length === 0) return null;
  const made = new WeakMap<IndexedFood, IndexedFood>();
  // What was said of one food comes before what was said of whatever is in it.
  const inOrder = measures.toSorted((a, b) => Number(a.foodId === null) - Number(b.foodId === null));
  return (food) => {
    const known = made.get(food);
    if (known) return known;
    const portions = inOrder.flatMap((one) => portionOf(food, one) ?? []);
    const servingG = portions.find(({ unit }) => unit === 'serving')?.grams ?? food.servingG;
    const measured = portions.length === 0 ? food : { ...food, servingG, portions: [...portions, ...food.portions] };
    made.set(food, measured);
    return measured;
  };
}

function portionOf(food: IndexedFood, { unit, foodId, grams, ml }: OwnMeasure): IndexedPortion | null {
  if (foodId !== null && foodId !== food.id) return null;
  const perMl = ml === null ? null : (food.densityGPerMl ?? gramsPerMl(food)?.gPerMl ?? null);
  const weight = grams ?? (ml === null || perMl === null ? null : ml * perMl);
  return weight === null ? null : { unit, size: null, grams: weight, isOwn: true };
}

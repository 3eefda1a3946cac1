import type { FoodHit, IndexedFood } from './food-index.ts';
import type { Amount } from './portion.ts';
import { portionFor } from './portion-for.ts';

/** What scores further below the best is not meant. */
const closeScore = 0.15;
/** A smaller difference in energy is not worth a question. */
const tolerance = 0.15;
const mostChoices = 4;

/**
 * Which of the foods that some words may mean are worth asking about, best first; none where it is plain, or where it
 * makes no difference. It makes one where the energy of the amount differs by more than 15 %, or where one is poured and
 * another is not.
 */
export function openChoice(hits: readonly FoodHit[], amount: Amount): readonly FoodHit[] {
  const inOrder = hits.toSorted((a, b) => b.score - a.score);
  const best = inOrder[0]?.score ?? 0;
  const close = inOrder.filter(({ score }) => best - score <= closeScore).slice(0, mostChoices);
  if (close.length < 2) return [];
  const energies = close.map(({ food }) => energyOf(food, amount));
  const isFar = Math.max(...energies) > (1 + tolerance) * Math.min(...energies) + 1e-6;
  const isOtherKind = new Set(close.map(({ food }) => food.densityGPerMl !== null)).size > 1;
  return isFar || isOtherKind ? close : [];
}

const energyOf = (food: IndexedFood, amount: Amount): number =>
  (food.per100g.energyKcal * portionFor(food, amount).grams) / 100;

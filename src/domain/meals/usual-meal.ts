import type { PastMeal } from './past-meals.ts';

export interface UsualMeal {
  /** The newest meal of the combination that is had far more often than any other; null where there is none. */
  readonly clear: PastMeal | null;
  /** The newest meal of each combination, the most frequent first; of as frequent ones the newer first. */
  readonly options: readonly PastMeal[];
}

/** Once is no habit. */
const leastTimes = 2;
/** How many times as often as the next. */
const leastLead = 2;

/** What somebody mostly has, of the meals of one slot, newest first: the same foods count as the same meal, whatever their amounts. */
export function usualMeal(meals: readonly PastMeal[]): UsualMeal {
  const combinations = new Map<string, { newest: PastMeal; times: number }>();
  for (const meal of meals) {
    if (meal.items.length === 0) continue;
    const key = combinationOf(meal);
    const known = combinations.get(key);
    if (known) {
      known.times += 1;
      // A day on which it was eaten twice is no example of it.
      if (isTwice(known.newest) && !isTwice(meal)) known.newest = meal;
    } else combinations.set(key, { newest: meal, times: 1 });
  }
  const ordered = [...combinations.values()].sort((a, b) => b.times - a.times);
  const [first, second] = ordered;
  const isClear = first && first.times >= leastTimes && first.times >= leastLead * (second?.times ?? 0);
  return { clear: isClear ? first.newest : null, options: ordered.map(({ newest }) => newest) };
}

/** The same for meals of the same foods. */
export const combinationOf = ({ items }: PastMeal): string =>
  [...new Set(items.map(({ key }) => key))].sort().join('|');

export const isTwice = ({ items }: PastMeal): boolean => new Set(items.map(({ key }) => key)).size < items.length;

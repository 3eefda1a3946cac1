import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { Suggest } from '../menu.ts';

/** Platforms show at most this many. */
const shown = 25;

/** Completes the last food of what is being typed: "200g rice, chick" suggests "200g rice, chicken breast". */
export const suggestFoods =
  (foods: FoodIndex): Suggest =>
  async (_command, _option, typed) => {
    const [, before = '', amount = '', words = ''] =
      /^(.*[,+\n]\s*)?((?:\d[\d.,/]*\s*(?:g|kg|ml|l|oz|lb|cups?|tbsp|tsp|slices?)?\s+)?)(.*)$/isu.exec(typed) ?? [];
    if (words.trim().length < 2) return [];
    return foods
      .search(words, shown)
      .map(({ food }) => `${before}${amount}${food.name}`)
      .filter((suggestion) => suggestion.length <= 100);
  };

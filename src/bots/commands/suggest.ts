import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../domain/context.ts';
import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { createExerciseIndex } from '../../domain/training/exercise-index.ts';
import { asAccount } from '../../domain/users/as-account.ts';
import type { Suggest } from '../menu.ts';
import type { Platform } from '../message.ts';
import { createOwnGiven } from '../own-given.ts';

/** Platforms show at most this many. */
const shown = 25;
/** In characters; a longer suggestion is shown by none. */
const longest = 100;

export interface SuggestDependencies {
  readonly db: Database;
  readonly foods: FoodIndex;
  readonly platform: Platform;
  readonly clock: () => Temporal.Instant;
}

/**
 * Completes the last food of what is being typed: "200g rice, chick" suggests "200g rice, chicken breast". The words the
 * person has taught us come first, then their own foods and recipes, then those everybody shares.
 */
export function suggestFoods({ db, foods, platform, clock }: SuggestDependencies): Suggest {
  const ownGiven = createOwnGiven({ foods, exercises: createExerciseIndex([]) });
  return async (_command, _option, typed, accountId) => {
    const [, before = '', amount = '', words = ''] =
      /^(.*[,+\n]\s*)?((?:\d[\d.,/]*\s*(?:g|kg|ml|l|oz|lb|cups?|tbsp|tsp|slices?)?\s+)?)(.*)$/isu.exec(typed) ?? [];
    const begun = words.trim().toLowerCase();
    if (begun.length < 2) return [];
    const own = await asAccount(db, { platform, accountId, now: clock() }, (tx, { userId, ownWords }) =>
      ownGiven(tx, userId, ownWords),
    );
    const known = own?.foods ?? foods;
    const names = [
      ...[...known.called.keys()].filter((word) => word.toLowerCase().startsWith(begun)),
      // A search weighs whole names; while one is typed its beginning is enough.
      ...known.own.filter(({ name }) => beginsWith(name, begun)).map(({ name }) => name),
      ...known.search(words, shown).map(({ food }) => food.name),
    ];
    return [...new Set(names.map((name) => `${before}${amount}${name}`))]
      .filter((suggestion) => suggestion.length <= longest)
      .slice(0, shown);
  };
}

/** Whether a word of a name begins so. */
const beginsWith = (name: string, begun: string): boolean => ` ${name.toLowerCase()}`.includes(` ${begun}`);

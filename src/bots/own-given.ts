import type { Transaction } from '../domain/context.ts';
import type { FoodIndex, IndexedFood } from '../domain/foods/food-index.ts';
import { createOwnMeasures } from '../domain/foods/own-measures.ts';
import type { ExerciseIndex } from '../domain/training/exercise-index.ts';
import type { KnownWord, PersonsWords } from '../domain/users/load-words.ts';
import { loadOwnWords } from '../domain/users/own-words.ts';
import type { Given } from './command.ts';

/** What is known of one person's words. */
export type OwnGiven = Pick<Given, 'foods' | 'exercises' | 'slots' | 'words'>;

/** How many people's indexes are kept at once; a few hundred kilobytes each where somebody has hundreds of foods. */
const mostKept = 200;

/**
 * Makes what is known of a person's own words, in front of what everybody shares. It is kept until their words change:
 * `stamp` tells, and is null for people who have none.
 */
export function createOwnGiven(shared: { readonly foods: FoodIndex; readonly exercises: ExerciseIndex }) {
  const nothing: OwnGiven = { ...shared, slots: [] };
  const kept = new Map<number, { readonly stamp: string; readonly own: OwnGiven }>();
  return async (db: Transaction, userId: number, stamp: string | null): Promise<OwnGiven> => {
    if (stamp === null) return nothing;
    const known = kept.get(userId);
    kept.delete(userId);
    const own = known?.stamp === stamp ? known.own : await load(db, userId);
    // Whoever wrote last is the last to be dropped.
    kept.set(userId, { stamp, own });
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return own;
  };

  async function load(db: Transaction, userId: number): Promise<OwnGiven> {
    const { foods, exercises, slots, words } = await loadOwnWords(db, userId);
    const withOwn = exercises.length > 0 ? shared.exercises.with(exercises) : shared.exercises;
    return {
      foods: ownFoodIndex(shared.foods, foods, words),
      exercises: withOwn.calling(meaningsOf(words, 'exercise', (id) => withOwn.withId(id))),
      slots,
      words,
    };
  }
}

/** What is named exactly so comes first, then what a word was learnt to mean, then what the coach and everybody calls so. */
function ownFoodIndex(shared: FoodIndex, foods: readonly IndexedFood[], words: PersonsWords): FoodIndex {
  const known = shared.with(foods);
  const measure = createOwnMeasures(words.known.flatMap((one) => one.measure ?? []));
  const index = shared
    .with(foods.filter(({ source }) => source !== 'own'))
    .calling(meaningsOf(words, 'food', (id) => known.withId(id)))
    .with(foods.filter(({ source }) => source === 'own'));
  return measure ? index.measuring(measure) : index;
}

/** What was learnt of one kind, where what it means is still there. */
function meaningsOf<T>(
  { known }: PersonsWords,
  kind: KnownWord['kind'],
  withId: (id: number) => T | null,
): Map<string, T> {
  const meanings = new Map<string, T>();
  for (const { kind: of, said, meansId } of known) {
    const meaning = of === kind && meansId !== null ? withId(meansId) : null;
    if (meaning) meanings.set(said, meaning);
  }
  return meanings;
}

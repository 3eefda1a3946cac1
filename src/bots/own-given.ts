import type { Transaction } from '../domain/context.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { ExerciseIndex } from '../domain/training/exercise-index.ts';
import { loadOwnWords } from '../domain/users/own-words.ts';
import type { Given } from './command.ts';

/** What is known of one person's words. */
export type OwnGiven = Pick<Given, 'foods' | 'exercises' | 'slots'>;

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
    const { foods, exercises, slots } = await loadOwnWords(db, userId);
    return {
      foods: shared.foods.with(foods),
      exercises: exercises.length > 0 ? shared.exercises.with(exercises) : shared.exercises,
      slots,
    };
  }
}

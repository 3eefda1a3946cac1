import { eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { exercises, foods, mealSlots, userWords } from '../../../db/schema/index.ts';
import type { IndexedFood } from '../foods/food-index.ts';
import { loadOwnFoods } from '../foods/load-food-index.ts';
import type { IndexedExercise } from '../training/exercise-index.ts';
import { loadOwnExercises } from '../training/load-exercise-index.ts';
import { loadWords, type PersonsWords } from './load-words.ts';

/**
 * What a person's words mean to them alone: their foods and their coach's, their exercises, the meals they have named, and
 * what they were learnt to mean by which word.
 */
export interface OwnWords {
  readonly foods: readonly IndexedFood[];
  readonly exercises: readonly IndexedExercise[];
  readonly slots: readonly string[];
  readonly words: PersonsWords;
}

/**
 * A text that is another one whenever the asking person's own words have changed, and null where they have none. It is
 * read with a statement that is made anyway, so that most messages cost no question of their own.
 */
export const ownWordsStamp = (userId: number): SQL<string | null> => sql<string | null>`(
  select nullif(concat_ws('/', f.stamp, e.stamp, s.stamp, w.stamp), '') from
    (select count(*) || '.' || sum(version) || '.' || sum(extract(epoch from updated_at)) as stamp from ${foods}
      where owner_id = any (array_append(spotter_coaches(), ${userId}::bigint))) f,
    (select count(*) || '.' || sum(extract(epoch from updated_at)) as stamp from ${exercises}
      where created_by_id = any (array_append(spotter_coaches(), ${userId}::bigint))) e,
    (select count(*) || '.' || sum(hashtext(name)) as stamp from ${mealSlots} where user_id = ${userId}) s,
    (select count(*) || '.' || sum(hashtext(word || meaning::text || is_active::text)) as stamp from ${userWords}
      where user_id = ${userId}) w)`;

/** The asking person's own words, as their role may see them. */
export async function loadOwnWords(db: Transaction, userId: number): Promise<OwnWords> {
  const slots = await db.select({ name: mealSlots.name }).from(mealSlots).where(eq(mealSlots.userId, userId));
  return {
    foods: await loadOwnFoods(db),
    exercises: await loadOwnExercises(db),
    slots: slots.map(({ name }) => name),
    words: await loadWords(db, userId),
  };
}

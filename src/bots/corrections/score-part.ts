import type { Metric } from '../../domain/body/plausible.ts';
import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { editDistance } from '../../domain/search/edit-distance.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import { phraseAt } from '../language/phrases.ts';
import { scan } from '../language/scan.ts';
import { english } from '../language/vocabulary/en/index.ts';

/** Shorter words are not taken for each other. */
const shortestSlip = 4;

/** Said of what has but a part of the name: "rice and beans" of rice. */
export const partOfName = 2;

interface Named {
  /** The person's own words, and the catalogue's name. */
  readonly words: string;
  readonly name: string;
}

/** How well words name a food of a meal, from 5 for its own words to 1 for a slip of the finger; 0 where they do not. */
export function scoreItem(
  item: { readonly words: string; readonly foodName: string; readonly foodId: number | null },
  words: string,
  foods: FoodIndex,
): number {
  const isSame = item.foodId !== null && foods.lookup(words)?.id === item.foodId;
  return scoreNames({ words: item.words, name: item.foodName }, words, isSame);
}

/** The same for an exercise of a training. */
export function scoreExercise(
  exercise: Named & { readonly exerciseId: number | null },
  words: string,
  exercises: ExerciseIndex,
): number {
  const isSame = exercise.exerciseId !== null && exercises.lookup(words)?.id === exercise.exerciseId;
  return scoreNames(exercise, words, isSame);
}

function scoreNames({ words, name }: Named, said: string, isSame: boolean): number {
  const asked = wordsOf(said);
  if (asked.length === 0) return 0;
  const names = [wordsOf(words), wordsOf(name)];
  if (names.some((known) => known.join(' ') === asked.join(' '))) return 5;
  if (isSame) return 4;
  const mains = names.map(mainOf);
  if (mains.some((known) => asked.every((word) => known.includes(word)))) return 3;
  if (names.some((known) => known.length > 0 && known.every((word) => asked.includes(word)))) return partOfName;
  const isNear = (word: string, known: readonly string[]) =>
    known.some((one) => one === word || (word.length >= shortestSlip && editDistance(word, one, 1) <= 1));
  return mains.some((known) => asked.every((word) => isNear(word, known))) ? 1 : 0;
}

/** Whether words name what a food is only served with: the banana of "porridge with banana". */
export function isServedWith(
  { words, foodName }: { readonly words: string; readonly foodName: string },
  said: string,
): boolean {
  const asked = wordsOf(said);
  return [wordsOf(words), wordsOf(foodName)].some((name) => {
    const rest = name.slice(mainOf(name).length);
    return asked.every((word) => rest.includes(word));
  });
}

/** "porridge with banana" is a porridge: "2 bananas" are none of it. */
function mainOf(name: readonly string[]): readonly string[] {
  const joint = name.indexOf('with');
  return joint > 0 ? name.slice(0, joint) : name;
}

/** The same for a figure of body or mood. */
export function scoreMeasurement(metric: Metric, words: string): number {
  if (metric === 'water') return scoreWater(words);
  const tokens = scan(words);
  const name = phraseAt(english.metrics.names, tokens, 0);
  return name?.end === tokens.length && name.meaning.metric === metric ? 5 : 0;
}

/** Whether plain water is named. */
export const scoreWater = (words: string): number => (english.water.has(words.trim().toLowerCase()) ? 5 : 0);

/** The meal that words name wholly, as slots are kept; null when they name none. */
export function namedSlot(words: string, ownSlots: readonly string[]): string | null {
  const own = ownSlots.find((slot) => slot.toLowerCase() === words.trim().toLowerCase());
  if (own !== undefined) return own;
  const tokens = scan(words);
  const found = phraseAt(english.slots, tokens, 0);
  return found?.end === tokens.length ? found.meaning : null;
}

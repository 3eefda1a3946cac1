import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';

/** Of one index, half of them the latest: people say the same few hundred names, message after message. */
const mostNames = 5_000;
/** In characters: longer ones are not said twice. */
const longestName = 60;

const rememberedFoods = new WeakMap<FoodIndex, FoodIndex>();
const rememberedExercises = new WeakMap<ExerciseIndex, ExerciseIndex>();

/** The same foods, with what was looked up before: a message asks for each name several times, and so does the next. */
export function rememberingFoods(foods: FoodIndex): FoodIndex {
  const known = rememberedFoods.get(foods);
  if (known) return known;
  const index: FoodIndex = {
    ...foods,
    lookup: remembering(foods.lookup),
    speaking(language) {
      const spoken = foods.speaking(language);
      return spoken === foods ? index : rememberingFoods(spoken);
    },
  };
  rememberedFoods.set(foods, index);
  return index;
}

/** The same exercises, with what was looked up before. */
export function rememberingExercises(exercises: ExerciseIndex): ExerciseIndex {
  const known = rememberedExercises.get(exercises);
  if (known) return known;
  const index = { ...exercises, lookup: remembering(exercises.lookup) };
  rememberedExercises.set(exercises, index);
  return index;
}

function remembering<Found>(lookup: (words: string) => Found | null): (words: string) => Found | null {
  let latest = new Map<string, Found | null>();
  let earlier = latest;
  return (words) => {
    const known = latest.get(words);
    if (known !== undefined) return known;
    const found = earlier.get(words) ?? lookup(words);
    if (words.length <= longestName) {
      if (latest.size >= mostNames / 2) [earlier, latest] = [latest, new Map()];
      latest.set(words, found);
    }
    return found;
  };
}

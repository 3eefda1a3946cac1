import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';

/** The foods, for one message: its readers look up the same words, and looking up costs more than the rest. */
export function rememberingFoods(foods: FoodIndex): FoodIndex {
  const index: FoodIndex = {
    ...foods,
    lookup: remembering(foods.lookup),
    speaking(language) {
      const spoken = foods.speaking(language);
      return spoken === foods ? index : spoken;
    },
  };
  return index;
}

/** The exercises, for one message. */
export function rememberingExercises(exercises: ExerciseIndex): ExerciseIndex {
  return { ...exercises, lookup: remembering(exercises.lookup) };
}

function remembering<Found>(lookup: (words: string) => Found | null): (words: string) => Found | null {
  const known = new Map<string, Found | null>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined) return found;
    const fresh = lookup(words);
    known.set(words, fresh);
    return fresh;
  };
}

import { metricName } from '../../domain/body/metric-name.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { RecordedMeal } from '../../domain/meals/meals-of-message.ts';
import type { RecordedWorkout } from '../../domain/training/workouts-of-message.ts';
import type { Part } from './correction.ts';

/** What a part of an entry is called, in a sentence. */
export function namesOf(entry: Entry, { kind, id }: Part): string[] {
  const meal = entry.meals.find((one) => one.id === id);
  switch (kind) {
    case 'item':
      return entry.meals.flatMap(({ items }) => items.filter((item) => item.id === id).map(({ foodName }) => foodName));
    case 'water':
      return ['water'];
    case 'meal':
      return meal ? mealNames(meal) : [];
    case 'exercise':
      return entry.workouts.flatMap(({ exercises }) =>
        exercises.filter((one) => one.id === id).map(({ name }) => name),
      );
    case 'workout':
      return entry.workouts.filter((one) => one.id === id).flatMap(workoutNames);
    case 'measurement':
      return entry.measurements.filter((one) => one.id === id).map(({ metric }) => metricName(metric));
  }
}

/** All that an entry holds. */
export const entryNames = ({ meals, workouts, measurements }: Entry): string[] => [
  ...new Set([
    ...measurements.map(({ metric }) => metricName(metric)),
    ...workouts.flatMap(workoutNames),
    ...meals.flatMap(mealNames),
  ]),
];

const mealNames = ({ items, waterMl }: RecordedMeal): string[] => [
  ...items.map(({ foodName }) => foodName),
  ...(waterMl === null ? [] : ['water']),
];

const workoutNames = ({ exercises, title }: RecordedWorkout): string[] =>
  exercises.length > 0 ? exercises.map(({ name }) => name) : [title ?? 'training'];

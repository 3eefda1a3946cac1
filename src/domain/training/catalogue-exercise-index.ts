import { type CatalogueExercise, readExercises } from '../../../db/catalogue/exercises.ts';
import { createExerciseIndex, type ExerciseIndex } from './exercise-index.ts';

/** The exercise index straight from the catalogue's file, for doors that have no database. */
export function catalogueExerciseIndex(exercises: readonly CatalogueExercise[] = readExercises()): ExerciseIndex {
  return createExerciseIndex(
    exercises.map((exercise) => ({
      id: null,
      slug: exercise.slug,
      name: exercise.name,
      aliases: exercise.aliases,
      source: 'catalogue',
      category: exercise.category,
      equipment: exercise.equipment,
      met: exercise.met,
      bodyweightShare: exercise.bodyweight ?? null,
    })),
  );
}

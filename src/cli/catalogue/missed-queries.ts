import type { CatalogueExercise } from '../../../db/catalogue/exercises.ts';
import type { CatalogueFood } from '../../../db/catalogue/foods.ts';
import { queryTables, readQueries } from '../../../db/catalogue/queries.ts';
import { catalogueFoodIndex } from '../../domain/foods/catalogue-food-index.ts';
import { catalogueExerciseIndex } from '../../domain/training/catalogue-exercise-index.ts';

export interface Searched {
  table: string;
  /** How many of the table's queries find what they mean first. */
  found: number;
  of: number;
  /** The share that has to. */
  least: number;
  /** "typed: found, not meant" for each of the others. */
  misses: string[];
}

/** Searches for every query of the tables. */
export function missedQueries(foods: readonly CatalogueFood[], exercises: readonly CatalogueExercise[]): Searched[] {
  const foodIndex = catalogueFoodIndex(foods);
  const exerciseIndex = catalogueExerciseIndex(exercises);
  const firstFood = (typed: string) => foodIndex.search(typed, 1)[0]?.food.slug;
  const firstExercise = (typed: string) => exerciseIndex.search(typed, 1)[0]?.exercise.slug;
  return [searched('plain-foods', firstFood), searched('dishes', firstFood), searched('exercises', firstExercise)];
}

function searched(table: keyof typeof queryTables, first: (typed: string) => string | null | undefined): Searched {
  const queries = readQueries(table);
  const misses = queries.flatMap(({ typed, slugs }) => {
    const slug = first(typed) ?? 'nothing';
    return slugs.includes(slug) ? [] : [`${typed}: ${slug}, not ${slugs.join(' or ')}`];
  });
  return { table, found: queries.length - misses.length, of: queries.length, least: queryTables[table], misses };
}

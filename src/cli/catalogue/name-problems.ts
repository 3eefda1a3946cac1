import type { CatalogueExercise } from '../../../db/catalogue/exercises.ts';
import type { CatalogueFood } from '../../../db/catalogue/foods.ts';
import { wordsOf } from '../../domain/search/words.ts';

interface Named {
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** Names that two foods or two exercises share, that one has twice, or that are none, however they are spelled. */
export function nameProblems(foods: readonly CatalogueFood[], exercises: readonly CatalogueExercise[]): string[] {
  return [...sharedNames(foods.filter((food) => food.source === 'curated')), ...sharedNames(exercises)];
}

function sharedNames(items: readonly Named[]): string[] {
  const owners = new Map<string, string>();
  return items.flatMap(({ slug, name, aliases }) =>
    [name, ...aliases].flatMap((words) => {
      const key = wordsOf(words).join(' ');
      if (key === '') return [`${slug}: "${words}" is no name`];
      const owner = owners.get(key);
      owners.set(key, slug);
      return owner === undefined ? [] : [`${slug}: "${words}" is a name of ${owner} already`];
    }),
  );
}

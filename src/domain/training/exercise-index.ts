import { createNameIndex, type NameIndex } from '../search/name-index.ts';
import { wordsOf } from '../search/words.ts';

/** An exercise as the language and the training verbs know it. */
export interface IndexedExercise {
  /** The row's id; null in an index built from the catalogue's files. */
  id: number | null;
  /** The catalogue's stable key; null for people's own. */
  slug: string | null;
  name: string;
  aliases: readonly string[];
  source: 'own' | 'catalogue';
  category: string;
  equipment: readonly string[];
  met: number | null;
  /** The share of body weight that is moved; null where body weight is not the load. */
  bodyweightShare: number | null;
}

export interface ExerciseHit {
  exercise: IndexedExercise;
  score: number;
}

export interface ExerciseIndex {
  /** The exercise that these words name, or null. Exact up to spelling variants, plurals and word order. */
  lookup(words: string): IndexedExercise | null;
  /** The nearest exercises, best first: typos, parts of words, any order. */
  search(words: string, limit: number): ExerciseHit[];
  /** This index with a person's own exercises in front. */
  with(exercises: readonly IndexedExercise[]): ExerciseIndex;
}

/** Words that say with what or how, where the exercise is the same without them. */
const minor = new Set(
  wordsOf(
    'machine cable seated standing flat heavy light strict slow paused weighted exercise day old new easy plate loaded smith',
  ),
);
const dropped = new Set(wordsOf('machine flat heavy light strict slow paused weighted exercise standing easy'));

const tools = new Set(wordsOf('barbell dumbbell cable machine smith kettlebell band plate ez bar loaded'));

/** Short forms of equipment that people write. */
const shortForms = new Map([
  ['db', 'dumbbell'],
  ['bb', 'barbell'],
  ['kb', 'kettlebell'],
  ['tricep', 'triceps'],
  ['bicep', 'biceps'],
]);

/** Finds exercises by what people call them. Earlier exercises win a name that several have. */
export function createExerciseIndex(exercises: readonly IndexedExercise[]): ExerciseIndex {
  return layered([names(exercises)]);
}

function names(exercises: readonly IndexedExercise[]): NameIndex<IndexedExercise> {
  return createNameIndex(exercises, { bonus: (exercise) => (exercise.source === 'own' ? 0.1 : 0), minor });
}

function layered(layers: readonly NameIndex<IndexedExercise>[]): ExerciseIndex {
  const find = (words: readonly string[]) => {
    for (const layer of layers) {
      const exercise = layer.find(words);
      if (exercise) return exercise;
    }
    return null;
  };
  const lookup = (text: string) => {
    const words = wordsOf(text);
    return find(words) ?? variants(words, find);
  };
  return {
    lookup,
    search(text, limit) {
      const words = wordsOf(text);
      const named = lookup(text);
      const hits = layers.flatMap((layer) => layer.search(expand(words), limit + 1)).sort((a, b) => b.score - a.score);
      const found: ExerciseHit[] = named ? [{ exercise: named, score: Math.max(1, hits[0]?.score ?? 0) }] : [];
      for (const { item, score } of hits) if (item !== named) found.push({ exercise: item, score });
      return found.slice(0, limit);
    },
    with: (exercises) => layered([names(exercises), ...layers]),
  };
}

/** Looks again with short forms spelled out, then without how it was done, then without what with. */
function variants(
  words: readonly string[],
  find: (words: readonly string[]) => IndexedExercise | null,
): IndexedExercise | null {
  const full = expand(words);
  const kept = full.filter((word) => !dropped.has(word));
  const bare = kept.filter((word) => !tools.has(word));
  let tried = words;
  for (const words of [full, kept, bare]) {
    const exercise = words.join(' ') === tried.join(' ') ? null : find(words);
    if (exercise) return exercise;
    tried = words;
  }
  return null;
}

function expand(words: readonly string[]): string[] {
  return words.map((word) => shortForms.get(word) ?? word);
}

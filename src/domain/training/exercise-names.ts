import { editDistance } from '../search/edit-distance.ts';
import { createNameIndex, type Hit } from '../search/name-index.ts';
import { asides, exerciseWords, fitOf, grips, isTool, settings } from './exercise-words.ts';

interface Named {
  name: string;
  aliases: readonly string[];
  category: string;
  equipment: readonly string[];
}

/** Some exercises by all their names, each name as `exerciseWords` gives it. */
export interface ExerciseNames<T> {
  /** The exercise with exactly these words as a name, in any order. */
  find(words: readonly string[]): T | null;
  /**
   * The exercise with these words as a name once equipment is left out, done with what the tools say; the first of them
   * where no tool is said and there are words enough to mean one. It may also be one that shares another such name:
   * "side raise" with a cable is the cable lateral raise.
   */
  findWith(words: readonly string[], tools: readonly string[]): T | null;
  search(words: readonly string[], limit: number): Hit<T>[];
  /** How often each word is in the names. */
  words(): ReadonlyMap<string, number>;
}

/** Builds what finds the given exercises. Nothing is built before it is needed. */
export function createExerciseNames<T extends Named>(exercises: readonly T[], bonus: number): ExerciseNames<T> {
  let known: readonly Entry<T>[] | undefined;
  const entries = () => {
    known ??= exercises.map((exercise) => {
      const [name = '', ...aliases] = [exercise.name, ...exercise.aliases].map((text) => exerciseWords(text).join(' '));
      return { exercise, name, aliases };
    });
    return known;
  };
  let index: ReturnType<typeof createNameIndex<Entry<T>>> | undefined;
  const names = () => {
    index ??= createNameIndex(entries(), { bonus: () => bonus, minor: new Set([...asides, ...settings, ...grips]) });
    return index;
  };
  let family: Families<T> | undefined;
  let counted: Map<string, number> | undefined;
  return {
    find: (words) => names().find(words)?.exercise ?? null,
    findWith(words, tools) {
      counted ??= countWords(entries());
      if (words.some((word) => !isTool(word) && !counted?.has(word))) return null;
      family ??= familiesOf(entries());
      return family(words, tools);
    },
    search: (words, limit) =>
      names()
        .search(words, limit)
        .map(({ item, score }) => ({ item: item.exercise, score })),
    words() {
      counted ??= countWords(entries());
      return counted;
    },
  };
}

interface Entry<T> {
  exercise: T;
  /** Words as `exerciseWords` gives them, with blanks between. */
  name: string;
  aliases: readonly string[];
}

type Families<T> = (words: readonly string[], tools: readonly string[]) => T | null;

/** Exercises by their names without equipment. */
function familiesOf<T extends Named>(entries: readonly Entry<T>[]): Families<T> {
  const byName = new Map<string, Set<T>>();
  const namesOf = new Map<T, Set<string>>();
  for (const { exercise, name, aliases } of entries) {
    const bare = new Set([name, ...aliases].map((text) => bareKey(text.split(' '))).filter((key) => key !== ''));
    namesOf.set(exercise, bare);
    for (const key of bare) {
      const list = byName.get(key);
      if (list) list.add(exercise);
      else byName.set(key, new Set([exercise]));
    }
  }
  return (words, tools) => {
    const same = [...(byName.get(bareKey(words)) ?? [])];
    if (same.length === 0) return null;
    if (tools.length === 0) return (words.length > 1 ? same[0] : null) ?? null;
    const kin = same.flatMap((exercise) =>
      [...(namesOf.get(exercise) ?? [])]
        .flatMap((key) => [...(byName.get(key) ?? [])])
        .filter(({ category }) => category === exercise.category),
    );
    return bestFit(same, tools) ?? bestFit(kin, tools);
  };
}

function bestFit<T extends Named>(exercises: readonly T[], tools: readonly string[]): T | null {
  let best: T | null = null;
  let most = 0;
  for (const exercise of exercises) {
    const fit = fitOf(tools, exercise.equipment);
    if (fit > most) [best, most] = [exercise, fit];
  }
  return best;
}

function bareKey(words: readonly string[]): string {
  return words
    .filter((word) => !isTool(word))
    .sort()
    .join(' ');
}

function countWords<T>(entries: readonly Entry<T>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, aliases } of entries)
    for (const text of [name, ...aliases])
      for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * A misspelled word as the names have it, with the slips made: the nearest, then the one that begins alike, then the
 * commonest.
 */
export function respelled(
  word: string,
  counts: readonly ReadonlyMap<string, number>[],
): { word: string; slips: number } {
  let best = { word, slips: 0 };
  if (word.length < 3 || /\d/.test(word) || counts.some((count) => count.has(word))) return best;
  const limit = word.length >= 7 ? 2 : 1;
  let most = 0;
  for (const count of counts)
    for (const [other, times] of count) {
      if (other.length < 3 || (word.length <= 4 && other[0] !== word[0])) continue;
      const slips = editDistance(word, other, limit);
      if (slips > limit) continue;
      const merit = (limit - slips) * 1e6 + (other[0] === word[0] ? 1e5 : 0) + times;
      if (merit >= most) [best, most] = [{ word: other, slips }, merit];
    }
  return best;
}

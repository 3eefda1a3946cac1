import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { joiners, wordsOf } from './words.ts';

/** Something with names to be found by. */
export interface Named {
  name: string;
  aliases: readonly string[];
}

export interface Hit<T> {
  item: T;
  /** From 0 to about 1: how much of the query the name covers, and how much of the name the query. */
  score: number;
}

export interface NameIndexOptions<T> {
  /** Added to the score of every hit, so that some sources come before others. */
  bonus?: (item: T) => number;
  /** Words that matter little ("raw", "cooked"), as `wordsOf` gives them. */
  minor?: ReadonlySet<string>;
  /** Whether the noun comes first ("apples, raw") and not last ("green apple"). */
  headFirst?: (item: T) => boolean;
}

export interface NameIndex<T> {
  /** The item with exactly these words as a name: in order, then run together, then in any order. */
  find(words: readonly string[]): T | null;
  /** The nearest items, best first. */
  search(words: readonly string[], limit: number): Hit<T>[];
}

/** One name of one item, by the item's place in the list. */
interface Entry {
  item: number;
  words: readonly string[];
  weight: number;
}

const minorWeight = 0.3;
/** A name must cover this much of the query to be a hit. */
const leastCover = 0.4;
/** Nobody types longer names in another order, and SR28 has thousands of them. */
const mostWordsInAnyOrder = 6;
const mostWordsRunTogether = 3;
/** A query is a name, not a page. */
const mostWordsSearched = 12;

/**
 * Finds items by their names. Where two items share a name the earlier one wins, so items come in the order of trust.
 * Exact names are one lookup in a map. Nothing is built before it is needed.
 */
export function createNameIndex<T extends Named>(items: readonly T[], options: NameIndexOptions<T> = {}): NameIndex<T> {
  let built: NameIndex<T> | undefined;
  const index = () => {
    built ??= build(items, options);
    return built;
  };
  return { find: (words) => index().find(words), search: (words, limit) => index().search(words, limit) };
}

function build<T extends Named>(items: readonly T[], options: NameIndexOptions<T>): NameIndex<T> {
  const exact = new Map<string, T>();
  const joined = new Map<string, T>();
  const anyOrder = new Map<string, T>();
  const unjoined = new Map<string, T>();
  const entries: Entry[] = [];
  const weightOf = (word: string) => (options.minor?.has(word) ? minorWeight : 1);
  const add = (item: T, place: number, name: string) => {
    const words = wordsOf(name);
    if (words.length === 0) return;
    setOnce(exact, words.join(' '), item);
    if (words.length > 1 && words.length <= mostWordsRunTogether) setOnce(joined, words.join(''), item);
    if (words.length > 1 && words.length <= mostWordsInAnyOrder) setOnce(anyOrder, sortedKey(words), item);
    const parts = words.filter((word) => !joiners.has(word));
    if (parts.length > 0 && parts.length < words.length) setOnce(unjoined, parts.join(' '), item);
    let weight = 0;
    for (const word of words) weight += weightOf(word);
    entries.push({ item: place, words, weight });
  };
  items.forEach((item, place) => {
    add(item, place, item.name);
    for (const alias of item.aliases) add(item, place, alias);
  });
  let search: NameIndex<T>['search'] | undefined;
  const named = (words: readonly string[]): T | null => {
    const [only] = words;
    if (only === undefined) return null;
    if (words.length === 1) return exact.get(only) ?? joined.get(only) ?? null;
    const inOrder = exact.get(words.join(' '));
    if (inOrder) return inOrder;
    const together = words.join('');
    return exact.get(together) ?? joined.get(together) ?? anyOrder.get(sortedKey(words)) ?? null;
  };
  return {
    find(words) {
      const found = named(words);
      if (found) return found;
      const parts = words.filter((word) => !joiners.has(word));
      return (parts.length < words.length ? named(parts) : null) ?? unjoined.get(parts.join(' ')) ?? null;
    },
    search(words, limit) {
      search ??= createSearch(items, entries, weightOf, options);
      return search(words, limit);
    },
  };
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function sortedKey(words: readonly string[]): string {
  return words.toSorted().join(' ');
}

function createSearch<T extends Named>(
  items: readonly T[],
  entries: readonly Entry[],
  weightOf: (word: string) => number,
  options: NameIndexOptions<T>,
): NameIndex<T>['search'] {
  const vocabulary = createVocabulary(entries.map((entry) => entry.words));
  const heads = Int32Array.from(headsOf(items, entries, vocabulary, options));
  // Sums for each name and item, cleared after use; a search is synchronous, so one set is enough.
  const ofQuery = new Float32Array(entries.length);
  const ofName = new Float32Array(entries.length);
  const isHead = new Uint8Array(entries.length);
  const bestOfWord = new Float32Array(entries.length);
  const scores = new Float32Array(items.length);

  return (words, limit) => {
    if (limit < 1) return [];
    const typed = words.slice(0, mostWordsSearched).map((word) => {
      // The likeliest first, so that a name counts each typed word once, with its best match.
      const matches = [...vocabulary.match(word)].sort((a, b) => b[1] - a[1]);
      return { weight: weightOf(word), matches, spread: spreadOf(matches, vocabulary) };
    });
    // Telling words first: a name that none of them is in cannot be covered enough by the rest.
    typed.sort((a, b) => b.weight - a.weight || a.spread - b.spread);
    const asked = typed.reduce((sum, { weight }) => sum + weight, 0);
    let left = asked;
    const touched: number[] = [];
    for (const { weight, matches } of typed) {
      const newOnes = left >= leastCover * asked;
      left -= weight;
      const ofWord: number[] = [];
      for (const [id, likely] of matches) {
        const gain = weightOf(vocabulary.words[id] ?? '') * likely;
        for (const place of vocabulary.places[id] ?? []) {
          const before = ofQuery[place] ?? 0;
          if (bestOfWord[place] || (before === 0 && !newOnes)) continue;
          bestOfWord[place] = likely;
          ofWord.push(place);
          if (before === 0) touched.push(place);
          ofQuery[place] = before + weight * likely;
          ofName[place] = (ofName[place] ?? 0) + gain;
          if (heads[place] === id) isHead[place] = 1;
        }
      }
      for (const place of ofWord) bestOfWord[place] = 0;
    }
    const found: number[] = [];
    for (const place of touched) {
      const entry = entries[place];
      const cover = Math.min(1, (ofQuery[place] ?? 0) / asked);
      if (entry && cover >= leastCover) {
        const exactness = Math.min(1, (ofName[place] ?? 0) / entry.weight);
        const score = cover ** 2 * (0.55 + 0.35 * exactness + 0.1 * (isHead[place] ?? 0));
        const before = scores[entry.item] ?? 0;
        if (before === 0) found.push(entry.item);
        if (score > before) scores[entry.item] = score;
      }
      ofQuery[place] = 0;
      ofName[place] = 0;
      isHead[place] = 0;
    }
    const top = best(items, found, scores, limit, options.bonus);
    for (const item of found) scores[item] = 0;
    return top;
  };
}

/** In how many names a typed word may be. */
function spreadOf(matches: readonly (readonly [number, number])[], vocabulary: Vocabulary): number {
  return matches.reduce((sum, [id]) => sum + (vocabulary.places[id]?.length ?? 0), 0);
}

/** For each name the number of the word that says what it is. */
function headsOf<T>(
  items: readonly T[],
  entries: readonly Entry[],
  vocabulary: Vocabulary,
  options: NameIndexOptions<T>,
): number[] {
  const ids = new Map(vocabulary.words.map((word, id) => [word, id]));
  return entries.map((entry) => {
    const item = items[entry.item];
    const first = item !== undefined && options.headFirst?.(item);
    return ids.get(entry.words.at(first ? 0 : -1) ?? '') ?? -1;
  });
}

function best<T extends Named>(
  items: readonly T[],
  found: readonly number[],
  scores: Float32Array,
  limit: number,
  bonus: ((item: T) => number) | undefined,
): Hit<T>[] {
  const top: Hit<T>[] = [];
  for (const place of found) {
    const item = items[place];
    if (!item) continue;
    const hit = { item, score: (scores[place] ?? 0) + (bonus?.(item) ?? 0) };
    const last = top.at(-1);
    if (top.length >= limit && last && !comesBefore(hit, last)) continue;
    let at = top.length;
    for (let above = top[at - 1]; above && comesBefore(hit, above); above = top[at - 1]) at--;
    top.splice(at, 0, hit);
    if (top.length > limit) top.pop();
  }
  return top;
}

/** The better score first, then the shorter name, then the alphabet: the order is the same whatever the list's was. */
function comesBefore<T extends Named>(a: Hit<T>, b: Hit<T>): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.item.name.length !== b.item.name.length) return a.item.name.length < b.item.name.length;
  return a.item.name < b.item.name;
}

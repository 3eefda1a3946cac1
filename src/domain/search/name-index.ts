import { createNameSearch } from './name-search.ts';
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
  /** Words that matter little ("raw", "slice"), as `wordsOf` gives them. */
  minor?: ReadonlySet<string>;
  /** Words that make it another thing of the same kind ("diet", "vegan"): a name must not have or lack one unasked. */
  claims?: ReadonlySet<string>;
  /** Whether the noun comes first ("apples, raw") and not last ("green apple"). */
  headFirst?: (item: T) => boolean;
  /** In how many names a word is, where these are but some of the names: the rarer, the more it tells. */
  countOf?: (word: string) => number;
}

export interface NameIndex<T> {
  /** The item with exactly these words as a name: in order, then run together, then in any order. */
  find(words: readonly string[]): T | null;
  /** The nearest items, best first. */
  search(words: readonly string[], limit: number): Hit<T>[];
  /** In how many names a word is. */
  countOf(word: string): number;
}

/** One name of one item, by the item's place in the list. */
export interface NameEntry {
  item: number;
  words: readonly string[];
}

/** Nobody types longer names in another order, and SR28 has thousands of them. */
const mostWordsInAnyOrder = 6;
const mostWordsRunTogether = 3;

/**
 * Finds items by their names. Where two items share a name the earlier one wins, so items come in the order of trust.
 * Exact names are one lookup in a map. Nothing is built before it is needed.
 */
export function createNameIndex<T extends Named>(items: readonly T[], options: NameIndexOptions<T> = {}): NameIndex<T> {
  let keys: Keys<T> | undefined;
  let vocabulary: Vocabulary | undefined;
  let search: NameIndex<T>['search'] | undefined;
  const built = () => {
    keys ??= keysOf(items);
    return keys;
  };
  const words = () => {
    vocabulary ??= createVocabulary(built().entries.map((entry) => entry.words));
    return vocabulary;
  };
  const countOf = (word: string) => words().places[words().idOf(word)]?.length ?? 0;
  return {
    find: (typed) => findIn(built(), typed),
    search(typed, limit) {
      search ??= createNameSearch(items, built().entries, words(), { countOf, ...options });
      return search(typed, limit);
    },
    countOf,
  };
}

interface Keys<T> {
  entries: NameEntry[];
  exact: Map<string, T>;
  joined: Map<string, T>;
  anyOrder: Map<string, T>;
  /** Names of things together, without what joins them: "oats with milk", "chicken and rice". */
  together: Map<string, T>;
  /** Every word of a name. */
  words: Set<string>;
}

const combining = /\b(?:and|n|with|in|on)\b|&/i;

function keysOf<T extends Named>(items: readonly T[]): Keys<T> {
  const keys: Keys<T> = {
    entries: [],
    exact: new Map(),
    joined: new Map(),
    anyOrder: new Map(),
    together: new Map(),
    words: new Set(),
  };
  items.forEach((item, place) => {
    addName(keys, item, place, item.name);
    for (const alias of item.aliases) addName(keys, item, place, alias);
  });
  return keys;
}

function addName<T>(keys: Keys<T>, item: T, place: number, name: string): void {
  const words = wordsOf(name);
  if (words.length === 0) return;
  keys.entries.push({ item: place, words });
  for (const word of words) keys.words.add(word);
  setOnce(keys.exact, words.join(' '), item);
  if (words.length === 1) return;
  if (words.length <= mostWordsRunTogether) setOnce(keys.joined, words.join(''), item);
  if (words.length > mostWordsInAnyOrder) return;
  setOnce(keys.anyOrder, sortedKey(words), item);
  if (combining.test(name)) setOnce(keys.together, sortedKey(partsOf(words)), item);
}

function findIn<T>(keys: Keys<T>, words: readonly string[]): T | null {
  const [only] = words;
  if (only === undefined) return null;
  if (words.length === 1) return keys.exact.get(only) ?? keys.joined.get(only) ?? null;
  const isForeign = hasForeign(keys, words);
  const inOrder = isForeign ? undefined : keys.exact.get(words.join(' '));
  if (inOrder) return inOrder;
  const run = words.join('');
  const found = keys.exact.get(run) ?? keys.joined.get(run);
  if (found || isForeign) return found ?? null;
  return keys.anyOrder.get(sortedKey(words)) ?? findJoint(keys, words);
}

/** Whether a word is in no name: then no order of them is one. What is joined may still be names run together. */
const hasForeign = (keys: Keys<unknown>, words: readonly string[]): boolean =>
  words.some((word) => !keys.words.has(word)) && !words.some((word) => joiners.has(word));

/** "Chicken with rice" is chicken and rice, and "burger with cheese" a cheeseburger but not the cheese for one. */
function findJoint<T>(keys: Keys<T>, words: readonly string[]): T | null {
  const parts = partsOf(words);
  const together = keys.together.get(sortedKey(parts));
  if (together || parts.length === words.length) return together ?? null;
  const joint = words.indexOf('with');
  if (joint < 0) return findIn(keys, parts);
  const turned = [...partsOf(words.slice(joint)), ...partsOf(words.slice(0, joint))];
  return keys.exact.get(turned.join(' ')) ?? keys.exact.get(turned.join('')) ?? null;
}

function partsOf(words: readonly string[]): string[] {
  return words.filter((word) => !joiners.has(word));
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

function sortedKey(words: readonly string[]): string {
  return words.toSorted().join(' ');
}

import { editDistance } from './edit-distance.ts';

/** Every word of many names, with where it occurs and ways to find it from a part or a misspelling of it. */
export interface Vocabulary {
  words: readonly string[];
  /** For each word the places (numbers of names) that have it. */
  places: readonly Int32Array[];
  /** A word's number, or -1. */
  idOf(word: string): number;
  /** Words that a typed word may stand for, by number, with how likely from 0 to 1. The last one may be unfinished. */
  match(typed: string, isLast: boolean): Map<number, number>;
}

const mostCompletions = 60;
const mostPlacesCompleted = 6_000;
/** A word in so many names is no slip of another, and neither is one that has not so many times fewer than the other. */
const common = 60;
const timesCommoner = 8;
const shortestMisspelled = 3;
const shortestGuessed = 5;
const longestMisspelled = 40;

/** How many slips a word of this length may have. */
const mostSlips = (letters: number): number => (letters >= 7 ? 2 : 1);

/** Builds the vocabulary of the given names, each a list of words. */
export function createVocabulary(names: readonly (readonly string[])[]): Vocabulary {
  const byWord = new Map<string, number[]>();
  names.forEach((name, place) => {
    for (const word of name) {
      const list = byWord.get(word);
      if (!list) byWord.set(word, [place]);
      // A word twice in a name is one place.
      else if (list.at(-1) !== place) list.push(place);
    }
  });
  // In order, so that the words with a common beginning are neighbours.
  const words = [...byWord.keys()].sort();
  const places = words.map((word) => Int32Array.from(byWord.get(word) ?? []));
  const ids = new Map(words.map((word, id) => [word, id]));
  const spread = (id: number): number => places[id]?.length ?? 0;
  const misspelled = indexMisspellings(words);

  const match = (typed: string, isLast: boolean): Map<number, number> => {
    const matches = new Map<number, number>();
    const same = ids.get(typed);
    if (same !== undefined) matches.set(same, 1);
    const isCommon = same !== undefined && spread(same) >= common;
    const completed = isLast || (!isCommon && typed.length >= 2) ? completions(words, typed, spread) : [];
    const most = Math.max(common, ...completed.map(spread));
    for (const id of completed) {
      if (id === same) continue;
      // Who is still typing means the commonest word most likely, who has gone on abbreviates one that is not much longer.
      const likely = isLast
        ? 0.5 + 0.45 * (Math.log(1 + spread(id)) / Math.log(1 + most))
        : 0.5 + 0.4 * (typed.length / (words[id] ?? '').length);
      matches.set(id, likely);
    }
    // What begins a common word is not taken for a misspelling before there is more of it.
    const isBeginning = isLast && typed.length < shortestGuessed && completed.some((id) => spread(id) >= common);
    if (isCommon || isBeginning) return matches;
    for (const [id, slips] of misspelled(typed)) {
      // A rare word may be a misspelling that somebody kept as a name; a common one nearby is then as good a guess.
      if (same !== undefined && spread(id) < timesCommoner * spread(same)) continue;
      const isBegunAlike = words[id]?.[0] === typed[0];
      const likely = (slips === 1 ? Math.min(0.85, 0.4 + 0.08 * typed.length) : 0.65) - (isBegunAlike ? 0 : 0.2);
      if (likely > (matches.get(id) ?? 0)) matches.set(id, likely);
    }
    return matches;
  };
  return { words, places, idOf: (word) => ids.get(word) ?? -1, match };
}

/** The commonest words that begin as typed, no more than can be looked through at once. */
function completions(words: readonly string[], typed: string, spread: (id: number) => number): number[] {
  const from = firstFrom(words, typed);
  let end = from;
  while (words[end]?.startsWith(typed)) end++;
  const commonest = Array.from({ length: end - from }, (_, i) => from + i)
    .sort((a, b) => spread(b) - spread(a))
    .slice(0, mostCompletions);
  let room = mostPlacesCompleted;
  return commonest.filter((id) => {
    const fits = spread(id) <= room;
    if (fits) room -= spread(id);
    return fits;
  });
}

/**
 * Finds the words that a misspelled one may stand for, with the slips between. Two words a slip apart have a form in
 * common once each may lose a letter, words two slips apart once each may lose two. Forms are kept as numbers: far less room
 * than strings.
 */
function indexMisspellings(words: readonly string[]): (typed: string) => Map<number, number> {
  const isIndexed = (word: string) => word.length >= shortestMisspelled && word.length <= longestMisspelled;
  const count = words.reduce((sum, word) => sum + (isIndexed(word) ? formCount(word.length) : 0), 0);
  // A chain for each of the buckets: where it begins, and for each form whose it is and the next one.
  const buckets = 2 ** Math.ceil(Math.log2(count + 1));
  const first = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(count);
  const owner = new Int32Array(count);
  let at = 0;
  for (const [id, word] of words.entries()) {
    if (!isIndexed(word)) continue;
    for (const form of shortenedForms(word)) {
      const bucket = form & (buckets - 1);
      owner[at] = id;
      next[at] = first[bucket] ?? -1;
      first[bucket] = at++;
    }
  }
  return (typed) => {
    const found = new Map<number, number>();
    if (!isIndexed(typed)) return found;
    const tried = new Set<number>();
    for (const form of shortenedForms(typed)) {
      for (let at = first[form & (buckets - 1)] ?? -1; at >= 0; at = next[at] ?? -1) {
        const id = owner[at] ?? -1;
        if (tried.has(id)) continue;
        tried.add(id);
        const word = words[id] ?? '';
        const limit = mostSlips(Math.max(typed.length, word.length));
        const slips = editDistance(typed, word, limit);
        if (slips > 0 && slips <= limit) found.set(id, slips);
      }
    }
    return found;
  };
}

/** Numbers for the word itself and for every form of it with as many letters missing as it may have slips. */
function shortenedForms(word: string): Int32Array {
  const forms = new Int32Array(formCount(word.length));
  let count = 0;
  forms[count++] = hashWithout(word, -1, -1);
  for (let i = 0; i < word.length; i++) {
    forms[count++] = hashWithout(word, i, -1);
    if (mostSlips(word.length) > 1) for (let j = 0; j < i; j++) forms[count++] = hashWithout(word, i, j);
  }
  return forms;
}

function formCount(letters: number): number {
  return 1 + letters + (mostSlips(letters) > 1 ? (letters * (letters - 1)) / 2 : 0);
}

function hashWithout(word: string, i: number, j: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++)
    if (at !== i && at !== j) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The number of the first word that is not before the typed one. */
function firstFrom(words: readonly string[], typed: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return low;
}

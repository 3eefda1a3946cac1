import { editDistance } from './edit-distance.ts';

/** Every word of many names, with where it occurs and ways to find it from a part or a misspelling of it. */
export interface Vocabulary {
  words: readonly string[];
  /** For each word the places (numbers of names) that have it. */
  places: readonly Int32Array[];
  /** Words that a typed word may stand for, by number, with how likely from 0 to 1. */
  match(typed: string): Map<number, number>;
}

const mostCompletions = 60;

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
  const shortened = new Map<string, number[]>();
  words.forEach((word, id) => {
    if (word.length < 3) return;
    for (const form of withoutOne(word)) {
      const list = shortened.get(form);
      if (list) list.push(id);
      else shortened.set(form, [id]);
    }
  });

  const match = (typed: string): Map<number, number> => {
    const matches = new Map<number, number>();
    const same = ids.get(typed);
    if (same !== undefined) matches.set(same, 1);
    if (typed.length >= 2) {
      const from = firstFrom(words, typed);
      for (let id = from; id < from + mostCompletions; id++) {
        const word = words[id];
        if (!word?.startsWith(typed)) break;
        if (id !== same) matches.set(id, 0.5 + 0.4 * (typed.length / word.length));
      }
    }
    if (same !== undefined || typed.length < 3 || typed.length > 40) return matches;
    // Two words a slip apart have a form in common once each may lose a letter.
    const limit = typed.length >= 7 ? 2 : 1;
    for (const form of withoutOne(typed)) {
      for (const id of shortened.get(form) ?? []) {
        const distance = editDistance(typed, words[id] ?? '', limit);
        const likely = distance === 1 ? 0.8 : 0.6;
        if (distance <= limit && likely > (matches.get(id) ?? 0)) matches.set(id, likely);
      }
    }
    return matches;
  };
  return { words, places, match };
}

/** The word itself and every form of it with one letter missing. */
function withoutOne(word: string): string[] {
  const forms = [word];
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
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

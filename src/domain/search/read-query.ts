import type { NameEntry } from './name-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import { joiners } from './words.ts';

/** A word of a query. */
export interface QueryWord {
  word: string;
  role: Role;
  isLast: boolean;
}

/** Beside the thing ("cheese" in "burger with cheese"), said of it, or the thing itself ("burger"). */
export type Role = 'aside' | 'said' | 'head';

const shortestPart = 3;

/** The words of a query that names are searched for, without joiners. Small words are never what is meant. */
export function readQuery(
  typed: readonly string[],
  entries: readonly NameEntry[],
  vocabulary: Vocabulary,
  isSmall: (word: string) => boolean,
): QueryWord[] {
  const words = regrouped(typed, entries, vocabulary);
  const joint = words.findIndex((word, i) => i > 0 && joiners.has(word));
  const head = words.findLastIndex((word, i) => (joint < 0 || i < joint) && !isSmall(word));
  const read = words.map((word, i): QueryWord => {
    const role = joint > 0 && i > joint ? 'aside' : i === head ? 'head' : 'said';
    return { word, role, isLast: i === words.length - 1 };
  });
  return read.filter(({ word }) => words.length === 1 || !joiners.has(word));
}

/** Words that names have together or apart are taken as the names have them: "peanutbutter", "corn starch". */
function regrouped(words: readonly string[], entries: readonly NameEntry[], vocabulary: Vocabulary): string[] {
  const has = (word: string) => vocabulary.idOf(word) >= 0;
  const known: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [word = '', next] = words.slice(i, i + 2);
    if (next !== undefined && has(word + next) && !(has(word) && has(next))) {
      known.push(word + next);
      i++;
    } else known.push(...(has(word) ? [word] : splitOf(word, entries, vocabulary)));
  }
  return known;
}

/** The two words that some name has one after the other, or the word as it is. */
function splitOf(word: string, entries: readonly NameEntry[], vocabulary: Vocabulary): string[] {
  for (let at = word.length - shortestPart; at >= shortestPart; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (vocabulary.idOf(second) < 0) continue;
    for (const place of vocabulary.places[vocabulary.idOf(first)] ?? []) {
      const name = entries[place]?.words ?? [];
      if (name[name.indexOf(first) + 1] === second) return [first, second];
    }
  }
  return [word];
}

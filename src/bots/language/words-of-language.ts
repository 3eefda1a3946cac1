import type { Phrases } from './phrases.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A table by its words, of phrases by their first ones. */
export type WordTable = Phrases<unknown> | Pick<ReadonlySet<string>, 'keys'>;

/**
 * The words that begin anything in some tables of a language, as one set: where a word is in none of them, none has to be
 * asked. Sets are made once for each language.
 */
export function wordsOfLanguage(
  tables: (language: Vocabulary) => readonly WordTable[],
  others: readonly string[] = [],
): (language: Vocabulary) => ReadonlySet<string> {
  const made = new Map<Vocabulary, ReadonlySet<string>>();
  let last: { readonly language: Vocabulary; readonly words: ReadonlySet<string> } | undefined;
  return (language) => {
    if (last?.language === language) return last.words;
    const words = made.get(language) ?? new Set([...tables(language).flatMap(firstWords), ...others]);
    made.set(language, words);
    last = { language, words };
    return words;
  };
}

const firstWords = (table: WordTable): string[] => [...('byFirstWord' in table ? table.byFirstWord : table).keys()];

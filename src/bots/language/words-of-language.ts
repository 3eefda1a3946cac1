import { type Lexeme, wordFact } from './lexeme.ts';
import type { Phrases } from './phrases.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A table by its words, of phrases by their first ones. */
export type WordTable = Phrases<unknown> | Pick<ReadonlySet<string>, 'keys'>;

/**
 * Makes a test whether a word begins anything in some tables of a language: where it is in none of them, none has to be
 * asked.
 */
export function wordsOfLanguage(
  tables: (language: Vocabulary) => readonly WordTable[],
  others: readonly string[] = [],
): (language: Vocabulary, lexeme: Lexeme) => boolean {
  const made = new Map<Vocabulary, (lexeme: Lexeme) => boolean>();
  let last: { readonly language: Vocabulary; readonly isIn: (lexeme: Lexeme) => boolean } | undefined;
  return (language, lexeme) => {
    if (last?.language !== language) {
      const isIn = made.get(language) ?? inTables(tables(language), others);
      made.set(language, isIn);
      last = { language, isIn };
    }
    return last.isIn(lexeme);
  };
}

function inTables(tables: readonly WordTable[], others: readonly string[]): (lexeme: Lexeme) => boolean {
  const words = new Set([...tables.flatMap(firstWords), ...others]);
  return wordFact((word) => words.has(word));
}

const firstWords = (table: WordTable): string[] => [...('byFirstWord' in table ? table.byFirstWord : table).keys()];

import { wordFact } from './lexeme.ts';
import type { Token } from './scan.ts';

/** Makes a test whether any word of a text matches a pattern; each word is tried once. */
export function anyWord(pattern: RegExp): (tokens: readonly Token[]) => boolean {
  const isMatch = wordFact((word) => pattern.test(word));
  return (tokens) => {
    for (const { lexeme } of tokens) if (isMatch(lexeme)) return true;
    return false;
  };
}

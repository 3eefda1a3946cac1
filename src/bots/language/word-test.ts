import type { Token } from './scan.ts';

/** How many words are remembered: far more than people's usual ones. */
const mostWords = 20_000;

/**
 * Makes a test whether any word of a text matches a pattern. Each word is tried once and remembered: most words of most
 * messages were met before, and a long pattern takes longer than looking a word up.
 */
export function anyWord(pattern: RegExp): (tokens: readonly Token[]) => boolean {
  const known = new Map<string, boolean>();
  const isMatch = (word: string): boolean => {
    let found = known.get(word);
    if (found === undefined) {
      if (known.size >= mostWords) known.clear();
      found = pattern.test(word);
      known.set(word, found);
    }
    return found;
  };
  return (tokens) => {
    for (const { word } of tokens) if (isMatch(word)) return true;
    return false;
  };
}

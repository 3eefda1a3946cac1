import { type Phrases, phraseAt } from './phrases.ts';
import type { Token } from './scan.ts';

/** The first token from `from` on at which no phrase of the table begins: past "hey", "can you", "please". */
export function skipPhrases(table: Phrases<unknown>, tokens: readonly Token[], from: number): number {
  let at = from;
  for (let found = phraseAt(table, tokens, at); found; found = phraseAt(table, tokens, at)) at = found.end;
  return at;
}

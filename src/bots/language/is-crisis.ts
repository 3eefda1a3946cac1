import { phraseAt } from './phrases.ts';
import { scan } from './scan.ts';
import { crisisPhrases } from './vocabulary/en/crisis.ts';

/** Whether the words speak of ending one's own life. Better to offer help once too often. */
export function isCrisis(text: string): boolean {
  const tokens = scan(text);
  return tokens.some((_, at) => phraseAt(crisisPhrases, tokens, at) !== null);
}

import { phraseAt } from './phrases.ts';
import { scan } from './scan.ts';
import { skipPhrases } from './skip-phrases.ts';
import { english } from './vocabulary/en/index.ts';
import { anyWord } from './word-test.ts';

const isHinted = anyWord(english.recording.hint);
/** In characters: what asks for it lies within these. */
const longestLead = 80;

/**
 * What is asked to be recorded, said plainly: "can you log 2 eggs?" is "log 2 eggs", "please put me down for a bagel" is
 * "log a bagel". Null where a text does not begin with such a request.
 */
export function pareRequest(text: string): string | null {
  if (!isHinted(scan(text))) return null;
  const { openers, asks, verbs } = english.recording;
  const tokens = scan(text.slice(0, longestLead));
  const opened = skipPhrases(openers, tokens, 0);
  let at = skipPhrases(asks, tokens, opened);
  if (at === opened) return null;
  // "can you please just log …"
  for (let end = at; ; at = end) {
    end = skipPhrases(asks, tokens, skipPhrases(openers, tokens, at));
    if (end === at) break;
  }
  const verb = phraseAt(verbs, tokens, at);
  const from = verb ? tokens[verb.end]?.start : undefined;
  if (from === undefined) return null;
  return `log ${text.slice(from).replace(/[?\s]+$/, '')}`;
}

import { phraseAt } from './phrases.ts';
import { scan } from './scan.ts';
import { type SmallTalk, smallTalk } from './vocabulary/en/small-talk.ts';

/** In characters: whoever writes more has something to say. */
const longest = 60;

/**
 * Whether a text is thanks, a farewell, how somebody feels, or a nod ("ok", "lol", a thumb) that needs no answer, and
 * nothing else; null when it says more.
 */
export function readSmallTalk(text: string): SmallTalk | null {
  if (text.length > longest) return null;
  const tokens = scan(text);
  let said: SmallTalk | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const phrase = phraseAt(smallTalk, tokens, at);
    if (!phrase && token?.kind !== 'mark' && token?.kind !== 'picture') return null;
    if (phrase && phrase.meaning !== 'nod') said = said === null || said === 'nod' ? phrase.meaning : said;
    else if (phrase || token?.kind === 'picture') said ??= 'nod';
    at = phrase?.end ?? at + 1;
  }
  return said;
}

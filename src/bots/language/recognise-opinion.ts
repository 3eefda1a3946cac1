import { isDescriptor } from './descriptors.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** In tokens. */
const mostLeads = 5;
/** "soooo", "yummm": a letter this often in a row is said once or twice. */
const stretched = /(\p{L})\1{2,}/gu;

/** What somebody thinks of what they had, up to the end of the clause: "so good", ", was amazing", "no regrets". */
export function recogniseOpinion(line: Line, at: number, to: number): Span | null {
  const { opinionLeads } = line.language.remarks;
  const word = wordAt(line, at);
  let next = word === ',' || word === '-' ? at + 1 : at;
  // "pasta dry" says which pasta, "was dry" what it was like.
  let found = isDescriptor(line, next) ? null : opinionOf(line, next);
  for (let n = 0; !found && n < mostLeads && opinionLeads.has(plain(wordAt(line, next))); n++) {
    next++;
    found = opinionOf(line, next);
  }
  return found && found.end <= to && isEnd(line, found.end, to) ? found : null;
}

const plain = (word: string): string => (isStretched(word) ? word.replace(stretched, '$1') : word);

/** Whether some letter stands there three times in a row: quicker told than replaced. */
export function isStretched(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const isThird = code === word.charCodeAt(at - 1) && code === word.charCodeAt(at - 2);
    if (isThird && /\p{L}/u.test(word[at] ?? '')) return true;
  }
  return false;
}

const opinionOf = (line: Line, at: number): Span | null =>
  phraseAt(line.language.remarks.opinions, line.tokens, at) ?? stretchedAt(line, at);

/** "goood", "yummm" */
function stretchedAt(line: Line, at: number): Span | null {
  const word = wordAt(line, at);
  if (word.length < 5 || !isStretched(word)) return null;
  const { byFirstWord } = line.language.remarks.opinions;
  const isKnown = (letters: string): boolean =>
    byFirstWord.get(word.replace(stretched, letters))?.some(({ words }) => words.length === 1) === true;
  return isKnown('$1') || isKnown('$1$1') ? { end: at + 1 } : null;
}

function isEnd(line: Line, at: number, to: number): boolean {
  const token = line.tokens[at];
  return (
    at >= to ||
    token?.kind === 'mark' ||
    token?.kind === 'picture' ||
    line.language.fillers.byFirstWord.has(token?.word ?? '')
  );
}

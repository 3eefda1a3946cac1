import { type Line, wordAt } from './line.ts';

export interface Sentence {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly isQuestion: boolean;
}

const ends = new Set(['.', '!', '?', '…']);

/** Cuts a text at points, exclamation and question marks; the point of "oz." or "approx." ends nothing. */
export function sentencesOf(line: Line): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  line.tokens.forEach((token, at) => {
    if (token.kind !== 'mark' || !ends.has(token.word) || (token.word === '.' && isAbbreviation(line, at))) return;
    if (at > from) sentences.push({ from, to: at, isQuestion: token.word === '?' });
    from = at + 1;
  });
  if (from < line.tokens.length) sentences.push({ from, to: line.tokens.length, isQuestion: false });
  return sentences;
}

function isAbbreviation(line: Line, at: number): boolean {
  const word = wordAt(line, at - 1);
  const token = line.tokens[at];
  if (!token?.isGlued || at + 1 >= line.tokens.length) return false;
  if (line.language.units.byFirstWord.has(word) && line.tokens[at - 2]?.kind === 'number' && word.length <= 5) {
    return line.tokens[at + 1]?.kind === 'word' && startsSmall(line, at + 1);
  }
  return (
    line.language.approximately.byFirstWord.has(word) ||
    (word.length === 1 && /[ap]/.test(word)) ||
    (word === 'm' && wordAt(line, at - 2) === '.')
  );
}

/** A capital after the point begins a sentence: "had 20 oz. Then …". */
function startsSmall(line: Line, at: number): boolean {
  const start = line.tokens[at]?.start ?? 0;
  const letter = line.text[start] ?? '';
  return letter === letter.toLowerCase();
}

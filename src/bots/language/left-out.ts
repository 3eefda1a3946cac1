import type { Line } from './line.ts';
import type { Piece } from './piece.ts';

/**
 * What is left out of the food whose words are these tokens: "cheese and beans" of "my chili no cheese, no beans". What
 * belongs to a later food is not looked at.
 */
export function leftOut(line: Line, pieces: readonly Piece[], words: readonly number[]): string[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const left: string[] = [];
  const start = pieces.findIndex(({ at }) => at > last);
  if (start < 0) return left;
  for (let i = start; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece?.kind === 'join' && piece.how === 'without') {
      const run: number[] = [];
      while (pieces[i + 1]?.kind === 'word') run.push(...tokensOf(pieces[++i]));
      const [first, end] = [run[0], run.at(-1)];
      if (first !== undefined && end !== undefined)
        left.push(line.text.slice(line.tokens[first]?.start, line.tokens[end]?.end).replace(/^the\s+/i, ''));
    } else if (piece?.kind === 'word' || piece?.kind === 'picture') return left;
  }
  return left;
}

const tokensOf = (piece: Piece | undefined): number[] =>
  piece ? Array.from({ length: piece.end - piece.at }, (_, n) => piece.at + n) : [];

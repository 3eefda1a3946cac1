import { type Line, wordAt } from './line.ts';
import { fillerPiece, joinPiece, type Piece } from './piece.ts';
import { isMeasuring, recogniseAmount } from './recognise-amount.ts';

/**
 * What "or" may be in the name of something measured: "1 tbsp butter or olive oil" is one item, "or 1 tbsp oil" a
 * remark, and of "3 cups or 1 lb leeks" both amounts are meant. Elsewhere a choice is no log.
 */
export function recogniseAlternative(line: Line, at: number, to: number, pieces: readonly Piece[]): Piece | null {
  const measured = pieces.findLast((piece) => piece.kind !== 'word' && !isWithinList(piece) && piece.kind !== 'filler');
  if (measured?.kind !== 'amount' || (measured.amount.unit ?? measured.amount.size) === null) {
    const other = measured?.kind === 'amount' ? recogniseAmount(line, at + 1) : null;
    return other?.isCounted && isMeasuring(other) ? fillerPiece(at, lineEnd(line, at, to)) : null;
  }
  const next = recogniseAmount(line, at + 1);
  if (!next?.isCounted) return joinPiece('or', at, at + 1);
  if (pieces.at(-1) === measured && next.unit) return joinPiece('comma', at, at + 1);
  return fillerPiece(at, lineEnd(line, at, to));
}

const isWithinList = (piece: Piece): boolean =>
  piece.kind === 'join' && (piece.how === 'comma' || piece.how === 'open' || piece.how === 'close');

function lineEnd(line: Line, at: number, to: number): number {
  let end = at + 1;
  while (end < to && wordAt(line, end) !== '\n') end++;
  return end;
}

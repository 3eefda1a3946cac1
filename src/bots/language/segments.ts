import { type Line, wordAt } from './line.ts';
import { amountPiece, type Join, type Piece } from './piece.ts';
import type { Amount } from './recognise-amount.ts';

export interface Segment {
  join: Join | null;
  pieces: (Piece & { readonly isInBrackets?: true })[];
}

/** Parts pieces at what joins foods; fillers and frames are left out, and what was said to be left out. */
export function segmentsOf(line: Line, pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { join: null, pieces: [] };
  let isInBrackets = false;
  let isDropped = false;
  for (let i = 0; i <= pieces.length; i++) {
    const piece = pieces[i];
    const join = piece ? endOfSegment(pieces, piece, i) : 'comma';
    if (piece?.kind === 'join' && (piece.how === 'open' || piece.how === 'close')) isInBrackets = piece.how === 'open';
    else if (piece?.kind === 'join' && piece.how === 'without') isDropped = true;
    else if (piece && (piece.kind === 'join' ? isInBrackets : isDropped)) continue;
    else if (join !== null) {
      if (current.pieces.length > 0) segments.push(current);
      current = { join: segments.length > 0 ? join : null, pieces: [] };
      isDropped = false;
    } else if (piece?.kind === 'amount' || piece?.kind === 'word' || piece?.kind === 'picture')
      current.pieces.push(isInBrackets ? { ...piece, isInBrackets } : piece);
  }
  for (const segment of segments) segment.pieces = withoutIdlePictures(line, segment.pieces);
  return segments.filter((segment) => segment.pieces.length > 0);
}

/** How the next segment is joined where a piece ends one; null where it does not. */
function endOfSegment(pieces: readonly Piece[], piece: Piece, at: number): Join | null {
  if (piece.kind === 'slot' || piece.kind === 'eating' || piece.kind === 'day' || piece.kind === 'time') return 'comma';
  if (piece.kind !== 'join') return null;
  if (piece.how !== 'colon' && piece.how !== 'dash') return piece.how;
  // "salt - 14 g": a dash before a lone amount only sets it apart.
  const next = pieces[at + 1];
  const after = pieces[at + 2];
  const isLoneAmount = next?.kind === 'amount' && (!after || after.kind === 'join' || after.kind === 'filler');
  return isLoneAmount ? null : 'comma';
}

/** A picture counts only where it stands for the food: alone, or right after an amount. */
function withoutIdlePictures(line: Line, pieces: Segment['pieces']): Segment['pieces'] {
  if (!pieces.some((piece) => piece.kind === 'picture')) return pieces;
  const food = pieces.some((piece) => piece.kind === 'word')
    ? undefined
    : pieces.find((piece) => piece.kind === 'picture' && line.language.pictures.has(wordAt(line, piece.at)));
  const kept = pieces.filter((piece) => piece.kind !== 'picture' || piece === food);
  const isRepeated = food !== undefined && !pieces.some((piece) => piece.kind === 'amount');
  const times = isRepeated ? pieces.filter((one) => wordAt(line, one.at) === wordAt(line, food.at)).length : 1;
  return times > 1 && food ? [amountPiece(repeated(line, times, food.at), food.at, food.at), ...kept] : kept;
}

/** "🍕🍕🍕": what is drawn as a slice counts slices. */
const repeated = (line: Line, quantity: number, at: number): Amount => ({
  quantity,
  unit: line.language.slicedPictures.has(wordAt(line, at)) ? { id: 'slice', kind: 'kitchen' } : null,
  size: null,
  isCounted: false,
  end: at,
});

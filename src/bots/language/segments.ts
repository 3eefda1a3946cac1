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
  const close = (join: Join): void => {
    if (current.pieces.length > 0) segments.push(current);
    current = { join: current.pieces.length > 0 || segments.length > 0 ? join : null, pieces: [] };
    isDropped = false;
  };
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'join') {
      if (isDropped) return;
      if (piece.kind === 'amount' || piece.kind === 'word' || piece.kind === 'picture')
        current.pieces.push(isInBrackets ? { ...piece, isInBrackets } : piece);
      else if (piece.kind === 'slot' || piece.kind === 'eating' || piece.kind === 'day' || piece.kind === 'time')
        close('comma');
      return;
    }
    if (piece.how === 'open') isInBrackets = true;
    else if (piece.how === 'close') isInBrackets = false;
    else if (piece.how === 'without') isDropped = true;
    else if (isInBrackets) return;
    else if (piece.how === 'colon' || piece.how === 'dash') {
      // "salt - 14 g": a dash before a lone amount only sets it apart.
      const next = pieces[i + 1];
      const after = pieces[i + 2];
      const isLoneAmount = next?.kind === 'amount' && (!after || after.kind === 'join' || after.kind === 'filler');
      if (!isLoneAmount) close('comma');
    } else close(piece.how);
  });
  close('comma');
  for (const segment of segments) segment.pieces = withoutIdlePictures(line, segment.pieces);
  return segments.filter((segment) => segment.pieces.length > 0);
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

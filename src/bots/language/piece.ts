import type { Amount } from './recognise-amount.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import type { EatingStrength, SaidDay } from './vocabulary/vocabulary.ts';

export type Join = 'comma' | 'line' | 'and' | 'with' | 'plus' | 'without' | 'or' | 'colon' | 'dash' | 'open' | 'close';

/** A stretch of tokens and what it is. `at` to `end` are token positions, `end` exclusive. */
export type Piece = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'day'; readonly day: SaidDay }
  | { readonly kind: 'time'; readonly time: FoundTime }
  | { readonly kind: 'slot'; readonly slot: string; readonly isLed: boolean }
  | { readonly kind: 'eating'; readonly strength: EatingStrength; readonly hasSubject: boolean }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'join'; readonly how: Join }
  | { readonly kind: 'word'; readonly isBound: boolean }
  | { readonly kind: 'picture' }
  | { readonly kind: 'filler' }
  | { readonly kind: 'refusal' }
);

/**
 * A piece without what its kind says besides. All have the same properties in the same order: what looks through pieces
 * of every kind then meets objects of one shape, whose properties are found fastest.
 */
const bare = (kind: Piece['kind'], at: number, end: number): Record<string, unknown> => ({
  kind,
  at,
  end,
  day: undefined,
  time: undefined,
  slot: undefined,
  isLed: undefined,
  strength: undefined,
  hasSubject: undefined,
  amount: undefined,
  how: undefined,
  isBound: undefined,
  isInBrackets: undefined,
});

const made = (piece: Record<string, unknown>): Piece => piece as unknown as Piece;

export const fillerPiece = (at: number, end: number): Piece => made(bare('filler', at, end));
export const refusalPiece = (at: number, end: number): Piece => made(bare('refusal', at, end));
export const picturePiece = (at: number): Piece => made(bare('picture', at, at + 1));

export function dayPiece(day: SaidDay, at: number, end: number): Piece {
  const piece = bare('day', at, end);
  piece.day = day;
  return made(piece);
}

export function timePiece(time: FoundTime, at: number): Piece {
  const piece = bare('time', at, time.end);
  piece.time = time;
  return made(piece);
}

export function slotPiece(slot: string, isLed: boolean, at: number, end: number): Piece {
  const piece = bare('slot', at, end);
  piece.slot = slot;
  piece.isLed = isLed;
  return made(piece);
}

export function eatingPiece(strength: EatingStrength, hasSubject: boolean, at: number, end: number): Piece {
  const piece = bare('eating', at, end);
  piece.strength = strength;
  piece.hasSubject = hasSubject;
  return made(piece);
}

export function amountPiece(amount: Amount, at: number, end: number): Piece {
  const piece = bare('amount', at, end);
  piece.amount = amount;
  return made(piece);
}

export function joinPiece(how: Join, at: number, end: number): Piece {
  const piece = bare('join', at, end);
  piece.how = how;
  return made(piece);
}

export function wordPiece(isBound: boolean, at: number, end: number): Piece {
  const piece = bare('word', at, end);
  piece.isBound = isBound;
  return made(piece);
}

import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type Amount, recogniseAmount } from './recognise-amount.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseEating } from './recognise-eating.ts';
import { recogniseFoodName } from './recognise-food-name.ts';
import { recogniseSlot } from './recognise-slot.ts';
import type { EatingStrength, SaidDay } from './vocabulary/vocabulary.ts';

export type Join = 'comma' | 'line' | 'and' | 'with' | 'plus' | 'without' | 'colon' | 'dash' | 'open' | 'close';

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

const marks: Readonly<Record<string, Join>> = {
  ',': 'comma',
  ';': 'comma',
  '/': 'comma',
  '|': 'comma',
  '\n': 'line',
  '•': 'comma',
  '·': 'comma',
  '&': 'and',
  '+': 'plus',
  ':': 'colon',
  '-': 'dash',
  '=': 'dash',
  '->': 'dash',
  '(': 'open',
  ')': 'close',
  '[': 'open',
  ']': 'close',
};

/**
 * Reads the tokens from `from` to `to` into pieces. The order of the recognisers is the order of the lines in `pieceAt`;
 * the first that recognises something takes it. Marks that mean nothing are left out.
 */
export function readPieces(line: Line, from: number, to: number, foods: FoodIndex): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < to) {
    const piece = pieceAt(line, at, from, to, pieces.at(-1), foods);
    if (piece && piece.end <= to) pieces.push(piece);
    at = piece ? Math.min(piece.end, to) : at + 1;
  }
  return pieces;
}

function pieceAt(
  line: Line,
  at: number,
  from: number,
  to: number,
  before: Piece | undefined,
  foods: FoodIndex,
): Piece | null {
  const { language, tokens } = line;
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'picture') return { kind: 'picture', at, end: at + 1 };

  if (isListNumber(line, at)) return { kind: 'filler', at, end: Math.min(at + 2, to) };
  const name = recogniseFoodName(line, at, from, to, foods);
  if (name) return { kind: 'word', isBound: true, at, end: name.end };
  const time = recogniseClockTime(line, at);
  if (time) return { kind: 'time', time, at, end: time.end };
  const day = recogniseDay(line, at);
  if (day) return { kind: 'day', day: day.day, at, end: day.end };
  const slot = recogniseSlot(line, at);
  if (slot && isWholeSlot(line, slot, before, foods))
    return { kind: 'slot', slot: slot.slot, isLed: slot.isLed, at, end: slot.end };
  const filler = phraseAt(language.fillers, tokens, at) ?? copulaAt(line, at, before);
  if (filler) return { kind: 'filler', at, end: filler.end };
  const withs = phraseAt(language.withs, tokens, at);
  if (withs) return { kind: 'join', how: language.plus.has(token.word) ? 'plus' : 'with', at, end: withs.end };
  const eating = recogniseEating(line, at);
  if (eating && isVerb(line, at, before, eating.hasSubject))
    return { kind: 'eating', strength: eating.strength, hasSubject: eating.hasSubject, at, end: eating.end };
  if (isNo(line, at) && before) return { kind: 'join', how: 'without', at, end: at + 1 };
  const refusal = phraseAt(language.refusals, tokens, at);
  if (refusal) return { kind: 'refusal', at, end: refusal.end };
  const amount = recogniseAmount(line, at);
  if (amount) return { kind: 'amount', amount, at, end: amount.end };
  const join = joinAt(line, at);
  if (join) return { kind: 'join', ...join, at };
  return token.kind === 'mark' ? null : { kind: 'word', isBound: false, at, end: at + 1 };
}

/** "220 g cooked pasta", "chicken cooked in butter": a form of the food, not what the writer did. */
function isVerb(line: Line, at: number, before: Piece | undefined, hasSubject: boolean): boolean {
  if (before?.kind === 'amount') return false;
  return hasSubject || !line.language.forms.has(wordAt(line, at)) || before?.kind === 'day' || before?.kind === 'slot';
}

/** "1) eggs", "2. toast": the number of a list's line counts nothing. */
function isListNumber(line: Line, at: number): boolean {
  if (line.tokens[at]?.kind !== 'number' || (at > 0 && wordAt(line, at - 1) !== '\n')) return false;
  const [mark, next] = [line.tokens[at + 1], line.tokens[at + 2]];
  const isMarked = mark?.isGlued === true && (mark.word === ')' || mark.word === '.');
  return isMarked && next !== undefined && !next.isGlued;
}

const isNo = (line: Line, at: number): boolean => line.language.withouts.has(wordAt(line, at));

/** "my breakfast this morning was …" */
const copulaAt = (line: Line, at: number, before: Piece | undefined): { end: number } | null =>
  before?.kind === 'day' || before?.kind === 'time' ? phraseAt(line.language.slotCopulas, line.tokens, at) : null;

function joinAt(line: Line, at: number): { how: Join; end: number } | null {
  const { and, plus } = line.language;
  const word = wordAt(line, at);
  if (and.has(word)) return { how: 'and', end: at + 1 };
  if (plus.has(word)) return { how: 'plus', end: at + 1 };
  const how = line.tokens[at]?.kind === 'mark' ? marks[word] : undefined;
  return how ? { how, end: at + 1 } : null;
}

/** A slot's word right after an amount ("a lunch", "2 snacks") or beginning a known food is part of a name. */
function isWholeSlot(
  line: Line,
  slot: { isLed: boolean; end: number },
  before: Piece | undefined,
  foods: FoodIndex,
): boolean {
  if (before?.kind === 'amount' && !slot.isLed) return false;
  const next = line.tokens[slot.end];
  if (next?.kind !== 'word') return true;
  const word = line.tokens[slot.end - 1];
  return !word || foods.lookup(`${word.word} ${next.word}`) === null;
}

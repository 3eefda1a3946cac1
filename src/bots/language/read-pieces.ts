import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { isBetweenDescriptors, isDescriptor, isIntensifier, isOnlyDescribed } from './descriptors.ts';
import { type Line, wordAt } from './line.ts';
import { isOrdinary } from './meal-words.ts';
import { phraseAt } from './phrases.ts';
import {
  amountPiece,
  dayPiece,
  eatingPiece,
  fillerPiece,
  type Join,
  joinPiece,
  type Piece,
  picturePiece,
  refusalPiece,
  slotPiece,
  timePiece,
  wordPiece,
} from './piece.ts';
import { recogniseAlternative } from './recognise-alternative.ts';
import { type Amount, isMeasuring, recogniseAmount } from './recognise-amount.ts';
import { recogniseBareMeasure, recogniseClosingMeasure, recogniseVessel } from './recognise-bare-measure.ts';
import { type Brackets, recogniseBrackets } from './recognise-brackets.ts';
import { recogniseCompound } from './recognise-compound.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseEating } from './recognise-eating.ts';
import { recogniseFoodName } from './recognise-food-name.ts';
import { recogniseInterlude } from './recognise-interlude.ts';
import { recogniseMealTime } from './recognise-meal-time.ts';
import { isStretched, recogniseOpinion } from './recognise-opinion.ts';
import { recogniseRemark } from './recognise-remark.ts';
import { recogniseSkippedSlot } from './recognise-skipped-slot.ts';
import { recogniseSlot } from './recognise-slot.ts';

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
  // What is left in brackets after what counts there.
  let idle = { from: to, to };
  while (at < to) {
    if (at >= idle.from && at < idle.to) at = idle.to;
    const brackets = pieces.length > 0 ? recogniseBrackets(line, at, to, foods) : null;
    if (brackets?.kind === 'aside') idle = { from: brackets.end, to: brackets.close - 1 };
    const piece = brackets ? bracketPiece(brackets, at) : pieceAt(line, at, from, to, pieces, foods);
    if (piece && piece.end <= to) pieces.push(piece);
    // It is no log; the rest need not be read.
    if (piece?.kind === 'refusal') break;
    at = piece ? Math.min(piece.end, to) : at + 1;
  }
  return pieces;
}

function bracketPiece({ kind, close }: Brackets, at: number): Piece {
  if (kind === 'remark') return fillerPiece(at, close);
  return joinPiece(kind === 'parts' ? 'with' : 'open', at, at + 1);
}

function pieceAt(
  line: Line,
  at: number,
  from: number,
  to: number,
  pieces: readonly Piece[],
  foods: FoodIndex,
): Piece | null {
  const { language, tokens } = line;
  const before = pieces.at(-1);
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'picture') return picturePiece(at);
  // "caesar salad with shrimp": what begins within a name is none.
  const isWithin = before?.kind === 'word' && !before.isBound && before.end === at && !isDescriptor(line, before.at);
  if (isOrdinary(line, token)) {
    if (token.kind === 'number') return figureAt(line, at, from, to, pieces, isWithin ? null : foods, foods);
    if (token.kind === 'mark' && token.word !== '-') return markAt(line, at, to, pieces);
    if (token.kind === 'word' && !isStretched(token.word)) {
      const name = recogniseFoodName(line, at, from, to, isWithin ? null : foods);
      return wordPiece(name !== null, at, name?.end ?? at + 1);
    }
  }

  if (isBetweenDescriptors(line, at, pieces)) return fillerPiece(at, at + 1);
  const interlude = recogniseInterlude(line, at, to);
  if (interlude) return fillerPiece(at, interlude.end);
  if (isIntensifier(line, at, before)) return fillerPiece(at, at + 1);
  if (before && isPronounOf(line, at, before)) return fillerPiece(at, at + 1);
  const opinion = before && isTold(pieces) ? recogniseOpinion(line, at, to) : null;
  if (opinion) return fillerPiece(at, opinion.end);
  const isApart = token.kind === 'mark' && isOnlyDescribed(line, pieces);
  const remark = before && isDescribable(before) && !isApart ? recogniseRemark(line, at, to) : null;
  if (remark) return fillerPiece(at, remark.end);
  const name = recogniseFoodName(line, at, from, to, isWithin ? null : foods);
  if (name) return wordPiece(true, at, name.end);
  // "midnight snack" is no time.
  const time = phraseAt(language.slots, tokens, at)
    ? null
    : recogniseMealTime(line, at, to, () => isAfterOne(line, pieces));
  if (time) return timePiece(time, at);
  const day = recogniseDay(line, at);
  if (day) return dayPiece(day.day, at, day.end);
  const slot = recogniseSlot(line, at);
  if (slot && isWholeSlot(line, slot, before, foods)) return slotPiece(slot.slot, slot.isLed, at, slot.end);
  const notHad = blankSlotAt(line, at, to, pieces) ?? recogniseSkippedSlot(line, at, to);
  if (notHad) return fillerPiece(at, notHad.end);
  const filler = phraseAt(language.fillers, tokens, at) ?? copulaAt(line, at, before);
  if (filler) return fillerPiece(at, filler.end);
  // "tossed in a quarter cup of dressing", "a sandwich from 2 slices of rye"
  if (token.word === 'in' && before && language.determiners.has(wordAt(line, at + 1)) && isFood(line, at + 2, foods))
    return joinPiece('with', at, at + 2);
  if (language.amids.has(token.word) && before) {
    const next = recogniseAmount(line, at + 1);
    if (next && (isMeasuring(next) || (token.word === 'from' && next.quantity !== null)))
      return joinPiece('with', at, at + 1);
  }
  const withs = phraseAt(language.withs, tokens, at);
  if (withs) return joinPiece('with', at, withs.end);
  const thens = phraseAt(language.thens, tokens, at);
  if (thens) return joinPiece('plus', at, thens.end);
  // "a salad but also a cookie", "a big lunch but then i had cake"
  if (language.buts.has(token.word) && before && goesOn(line, at + 1)) return joinPiece('comma', at, at + 1);
  const eating = recogniseEating(line, at);
  if (eating && isVerb(line, at, before, eating.hasSubject))
    return eatingPiece(eating.strength, eating.hasSubject, at, eating.end);
  if (isNo(line, at) && before) return joinPiece('without', at, at + 1);
  if (language.ors.has(token.word)) {
    const choice = recogniseAlternative(line, at, to, pieces);
    if (choice) return choice;
  }
  const isUsual = language.usuals.has(token.word) || language.determiners.has(token.word);
  const usual = isUsual ? usualAt(line, at, foods) : null;
  if (usual) return fillerPiece(at, usual.end);
  const refusal = phraseAt(language.refusals, tokens, at);
  if (refusal) return refusalPiece(at, refusal.end);
  const compound = recogniseCompound(line, at, to, foods);
  if (compound) return wordPiece(true, at, compound.end);
  // "a 3 egg omelette"
  if (language.articles.has(token.word) && recogniseCompound(line, at + 1, to, foods))
    return amountPiece(one(at + 1), at, at + 1);
  const amount = recogniseAmount(line, at) ?? unspokenAmount(line, at, before, foods);
  if (amount) return amountPiece(amount, at, amount.end);
  const join = joinAt(line, at);
  if (join) return joinPiece(join.how, at, join.end);
  return token.kind === 'mark' ? null : wordPiece(false, at, at + 1);
}

/** What a figure may be that no vocabulary has: part of a name, a time, a day, or an amount. */
function figureAt(
  line: Line,
  at: number,
  from: number,
  to: number,
  pieces: readonly Piece[],
  named: FoodIndex | null,
  foods: FoodIndex,
): Piece {
  const interlude = recogniseInterlude(line, at, to);
  if (interlude) return fillerPiece(at, interlude.end);
  const name = recogniseFoodName(line, at, from, to, named);
  if (name) return wordPiece(true, at, name.end);
  const time = recogniseMealTime(line, at, to, () => isAfterOne(line, pieces));
  if (time) return timePiece(time, at);
  const day = recogniseDay(line, at);
  if (day) return dayPiece(day.day, at, day.end);
  const compound = recogniseCompound(line, at, to, foods);
  if (compound) return wordPiece(true, at, compound.end);
  const amount = recogniseAmount(line, at);
  return amount ? amountPiece(amount, at, amount.end) : wordPiece(false, at, at + 1);
}

/** What a mark may be that no vocabulary has: one between descriptions, one that sets a remark apart, or one that joins. */
function markAt(line: Line, at: number, to: number, pieces: readonly Piece[]): Piece | null {
  const before = pieces.at(-1);
  if (isBetweenDescriptors(line, at, pieces)) return fillerPiece(at, at + 1);
  const opinion = before && isTold(pieces) ? recogniseOpinion(line, at, to) : null;
  if (opinion) return fillerPiece(at, opinion.end);
  const remark =
    before && isDescribable(before) && !isOnlyDescribed(line, pieces) ? recogniseRemark(line, at, to) : null;
  if (remark) return fillerPiece(at, remark.end);
  const join = joinAt(line, at);
  return join && joinPiece(join.how, at, join.end);
}

/** "4 of | them" */
const isPronounOf = (line: Line, at: number, before: Piece): boolean =>
  before.kind === 'amount' &&
  line.language.pronouns.has(wordAt(line, at)) &&
  line.language.of.has(wordAt(line, at - 1));

/** Whether the food before has its amount, or is a single thing: "apple | around 3", but "cookies | around 3". */
function isAfterOne(line: Line, pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  if (last?.kind === 'day' || last?.kind === 'slot') return true;
  if (last?.kind !== 'word') return false;
  const from = pieces.findLastIndex(({ kind }) => kind === 'join' || kind === 'eating') + 1;
  return pieces.slice(from).some(({ kind }) => kind === 'amount') || !wordAt(line, last.end - 1).endsWith('s');
}

/** Whether something says that it was had: "the pizza was great" alone does not. */
const isTold = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    (piece) =>
      piece.kind === 'eating' ||
      piece.kind === 'slot' ||
      (piece.kind === 'amount' && (piece.amount.isCounted || piece.amount.unit !== null)),
  );

const isFood = (line: Line, at: number, foods: FoodIndex): boolean =>
  line.tokens[at]?.kind === 'word' && foods.lookup(wordAt(line, at)) !== null;

function unspokenAmount(line: Line, at: number, before: Piece | undefined, foods: FoodIndex): Amount | null {
  if (isStart(before))
    return (
      recogniseBareMeasure(line, at, foods) ??
      (isAfterFood(line, before) ? recogniseClosingMeasure(line, at, foods) : null)
    );
  const isWeighed = before?.kind === 'amount' && isMeasuring(before.amount) && before.amount.unit?.kind !== 'kitchen';
  return isWeighed ? recogniseVessel(line, at, foods) : null;
}

/** Where a measure may stand without "a" or "of": "splash milk". */
const isStart = (before: Piece | undefined): boolean =>
  before === undefined || (before.kind !== 'word' && before.kind !== 'amount' && before.kind !== 'picture');

/** Behind a food and a comma, a dash or a bracket. */
const isAfterFood = (line: Line, before: Piece | undefined): boolean =>
  before?.kind === 'join' && afterFood.has(before.how) && line.tokens[before.at - 1]?.kind === 'word';

const afterFood: ReadonlySet<Join> = new Set<Join>(['comma', 'dash', 'open']);

const one = (end: number): Amount => ({ quantity: 1, unit: null, size: null, isCounted: false, end });

/** What a remark may follow. */
const isDescribable = (piece: Piece): boolean =>
  piece.kind === 'word' ||
  piece.kind === 'amount' ||
  piece.kind === 'filler' ||
  (piece.kind === 'join' && piece.how === 'close');

/** "220 g cooked pasta", "chicken cooked in butter": a form of the food, not what the writer did. */
function isVerb(line: Line, at: number, before: Piece | undefined, hasSubject: boolean): boolean {
  if (before?.kind === 'amount') return false;
  const { forms, articles, determiners } = line.language;
  if (hasSubject || !forms.has(wordAt(line, at)) || before?.kind === 'day' || before?.kind === 'slot') return true;
  // "baked a cake"
  const next = wordAt(line, at + 1);
  return before === undefined && (articles.has(next) || determiners.has(next));
}

/** "breakfast: nothing", "dinner - not yet": that meal was not had, which says nothing of the others. */
function blankSlotAt(line: Line, at: number, to: number, pieces: readonly Piece[]): { end: number } | null {
  const last = pieces.at(-1);
  const isSetOff = last?.kind === 'join' && (last.how === 'colon' || last.how === 'dash');
  const slot = isSetOff ? pieces.at(-2) : last;
  const blank = slot?.kind === 'slot' ? phraseAt(line.language.slotBlanks, line.tokens, at) : null;
  return blank && (blank.end >= to || line.tokens[blank.end]?.kind === 'mark') ? blank : null;
}

const isNo = (line: Line, at: number): boolean => line.language.withouts.has(wordAt(line, at));

/** "my usual | flat white": what is named need not be looked for among what they mostly have. */
function usualAt(line: Line, at: number, foods: FoodIndex): { end: number } | null {
  const end = line.language.determiners.has(wordAt(line, at)) ? at + 2 : at + 1;
  if (!line.language.usuals.has(wordAt(line, end - 1))) return null;
  const [first, second] = [line.tokens[end], line.tokens[end + 1]];
  if (first?.kind !== 'word' || phraseAt(line.language.slots, line.tokens, end)) return null;
  const isKnown = (last = first): boolean => foods.lookup(line.text.slice(first.start, last.end)) !== null;
  return isKnown() || (second?.kind === 'word' && isKnown(second)) ? { end } : null;
}

const goesOn = (line: Line, at: number): boolean =>
  recogniseEating(line, at) !== null || phraseAt(line.language.thens, line.tokens, at) !== null;

/** "my breakfast this morning was …" */
const copulaAt = (line: Line, at: number, before: Piece | undefined): { end: number } | null =>
  before?.kind === 'day' || before?.kind === 'time' || before?.kind === 'eating' || before?.kind === 'slot'
    ? phraseAt(line.language.slotCopulas, line.tokens, at)
    : null;

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
  // "for dinner steak": the lead makes it a slot, where what follows is a food by itself.
  if (slot.isLed && foods.lookup(next.word) !== null) return true;
  return !word || foods.lookup(`${word.word} ${next.word}`) === null;
}

import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { isDescriptor } from './descriptors.ts';
import { joinAlternatives } from './join-alternatives.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Join, Piece } from './piece.ts';
import type { Amount } from './recognise-amount.ts';
import { dropComposed, joinDishes } from './refine-dishes.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { shareAmounts } from './share-amounts.ts';

/** One food of a meal as it stands in the text, before the catalogue is asked. */
export interface ItemDraft {
  readonly amounts: readonly DraftAmount[];
  /** Token positions of the food's words. */
  readonly words: readonly number[];
  /** What a picture of food stands for, where no words were said. */
  readonly picture: string | null;
  /** How it is joined to the item before. */
  readonly join: Join | null;
}

export interface DraftAmount {
  readonly amount: Amount;
  /** The token it begins with. */
  readonly at: number;
  /** In brackets before the food: of each one ("2 (8 oz) steaks"). */
  readonly isOfEach: boolean;
  /** After the food: "chicken 150". */
  readonly isAfter: boolean;
  /** The unit was not said but taken from what is likely. */
  readonly isUnitAssumed: boolean;
}

/** An item still being read. */
export interface OpenItem {
  amounts: DraftAmount[];
  words: number[];
  picture: string | null;
  join: Join | null;
}

/** Puts amounts and words of one meal together into items: "200g rice", "rice 200g", "rice (200 g)", in lists or bare rows. */
export function groupItems(line: Line, pieces: readonly Piece[], foods: FoodIndex): ItemDraft[] {
  const items: OpenItem[] = [];
  for (const segment of segmentsOf(line, pieces)) {
    const last = items.at(-1);
    const isListed = segment.join !== 'and' && segment.join !== 'plus';
    if (last && isListed && isOnlyAmounts(segment) && !last.amounts.some(({ amount }) => amount.isCounted)) {
      // "mac and cheese, 1 cup"
      last.amounts = [...amountsOf(segment), ...last.amounts.filter(({ amount }) => amount.unit)];
    } else if (last && segment.join === 'comma' && isWeightOf(last, segment)) {
      // "3 eggs, 180g"
      last.amounts.push(...amountsOf(segment));
    } else if (last && isListed && isSaidAgain(line, last, segment)) {
      // "2 pounds potatoes, about 5 cups"
    } else if (last && segment.join !== 'plus' && isOnlyForms(line, last, segment)) {
      // "chicken breast, grilled", "tuna, drained 80g"
      for (const piece of segment.pieces) if (piece.kind !== 'amount') pushTokens(last.words, piece);
      last.amounts.push(...amountsOf(segment));
    } else if (
      last &&
      isListed &&
      last.words.length > 0 &&
      isOnlyDescribed(line, last) &&
      segment.pieces[0]?.kind === 'word'
    ) {
      // "a bowl of sliced, canned peaches"
      const [first, ...rest] = itemsOf(line, segment);
      last.words.push(...(first?.words ?? []));
      last.amounts.push(...(first?.amounts ?? []));
      items.push(...rest);
    } else items.push(...itemsOf(line, segment));
  }
  return dropComposed(line, joinDishes(line, joinAlternatives(line, shareAmounts(line, items)), foods));
}

const isOnlyAmounts = ({ pieces }: Segment): boolean => pieces.every((piece) => piece.kind === 'amount');
function amountsOf({ pieces }: Segment): DraftAmount[] {
  const amounts: DraftAmount[] = [];
  for (const piece of pieces)
    if (piece.kind === 'amount')
      amounts.push({ amount: piece.amount, at: piece.at, isOfEach: false, isAfter: true, isUnitAssumed: false });
  return amounts;
}

/** Whether the segment is but a weight, and the item before was only counted. */
function isWeightOf({ words, amounts }: OpenItem, { pieces }: Segment): boolean {
  const [only] = pieces;
  if (only?.kind !== 'amount' || pieces.length > 1 || words.length === 0) return false;
  const isWeight = (amount: Amount): boolean => amount.unit?.kind === 'mass' || amount.unit?.kind === 'volume';
  return isWeight(only.amount) && amounts.length > 0 && !amounts.some(({ amount }) => isWeight(amount));
}

/** Whether the segment is but a rough measure of what was measured already. */
function isSaidAgain(line: Line, { words, amounts }: OpenItem, { pieces }: Segment): boolean {
  const [only] = pieces;
  if (only?.kind !== 'amount' || pieces.length > 1 || words.length === 0) return false;
  return (
    amounts.some(({ amount }) => amount.unit) && phraseAt(line.language.approximately, line.tokens, only.at) !== null
  );
}

function isOnlyForms(line: Line, { amounts }: OpenItem, { pieces }: Segment): boolean {
  const isOpen = amounts.length === 0 && pieces[0]?.kind === 'word';
  // "dark chocolate, 70% cocoa"
  if (segmentHasShare(line, pieces)) return true;
  return pieces.every(
    (piece) =>
      (piece.kind === 'amount' && isOpen) ||
      (piece.kind === 'word' && piece.end === piece.at + 1 && isDescriptor(line, piece.at)),
  );
}

const segmentHasShare = (line: Line, pieces: Segment['pieces']): boolean =>
  pieces[0]?.kind === 'word' && wordAt(line, pieces[0].at).endsWith('%') && pieces.every(({ kind }) => kind === 'word');

const isOnlyDescribed = (line: Line, { words }: OpenItem): boolean => words.every((token) => isDescriptor(line, token));

function pushTokens(words: number[], { at, end }: Piece): void {
  for (let token = at; token < end; token++) words.push(token);
}

const isForm = (line: Line, piece: Piece): boolean =>
  piece.kind === 'word' && line.language.forms.has(wordAt(line, piece.at));

function begin(items: OpenItem[], { join }: Segment): OpenItem {
  const next: OpenItem = { amounts: [], words: [], picture: null, join: items.length === 0 ? join : 'comma' };
  items.push(next);
  return next;
}

function itemsOf(line: Line, segment: Segment): OpenItem[] {
  const { pieces } = segment;
  const items: OpenItem[] = [];
  let item: OpenItem | null = null;
  let isRemark = false;
  const isAmountFirst = pieces[0]?.kind === 'amount';
  // "broccoli 1 cup cooked": a form that ends the segment begins no further item.
  const lastFood = pieces.findLastIndex(
    (piece) => piece.kind !== 'amount' && !piece.isInBrackets && !isForm(line, piece),
  );
  pieces.forEach((piece, i) => {
    const hasFood = item !== null && (item.words.length > 0 || item.picture !== null);
    // "yogurt 200g from aldi"
    isRemark = piece.kind === 'word' && (isRemark || (hasFood && isTail(line, pieces, i)));
    if (isRemark) return;
    if (piece.kind === 'amount') {
      const leadsOn = lastFood > i;
      if (
        !item ||
        (hasFood && !piece.isInBrackets && startsItem(line, item, piece.amount, isAmountFirst, leadsOn, pieces, i))
      )
        item = begin(items, segment);
      const isBefore = item.words.length === 0;
      const isOfEach = piece.isInBrackets === true && isBefore && item.amounts.length > 0;
      item.amounts.push({ amount: piece.amount, at: piece.at, isOfEach, isAfter: !isBefore, isUnitAssumed: false });
    } else if (piece.kind === 'picture') {
      if (!item || hasFood) item = begin(items, segment);
      item.picture = line.language.pictures.get(wordAt(line, piece.at)) ?? null;
    } else {
      const isEnded =
        item !== null &&
        hasFood &&
        item.amounts.length > 0 &&
        pieces[i - 1]?.kind === 'amount' &&
        !piece.isInBrackets &&
        !isOpen(line, item);
      const isAfterthought = isForm(line, piece) && (pieces[i + 1]?.kind !== 'word' || piece.isInBrackets);
      if (!item || (isEnded && !isAfterthought)) item = begin(items, segment);
      if (piece.isInBrackets && !isAfterthought && !isShortRemark(pieces)) return;
      pushTokens(item.words, piece);
    }
  });
  return items;
}

/** Whether a word right after an amount that follows its food begins a remark. */
const isTail = (line: Line, pieces: Segment['pieces'], i: number): boolean => {
  const piece = pieces[i];
  const isAfterAmount = pieces[i - 1]?.kind === 'amount' && pieces[i - 2]?.kind === 'word';
  return isAfterAmount && piece?.kind === 'word' && !piece.isBound && line.language.tails.has(wordAt(line, piece.at));
};

/** Whether an amount after a food belongs to the next food ("2 eggs 1 toast") or to that one ("rice 200g", "2 slices 80g"). */
function startsItem(
  line: Line,
  item: OpenItem,
  amount: Amount,
  isAmountFirst: boolean,
  leadsOn: boolean,
  pieces: Segment['pieces'],
  i: number,
): boolean {
  if (!leadsOn || isOpen(line, item)) return false;
  if (isAmountFirst || item.amounts.length > 0) return true;
  // "rice 200g chicken 150g" ends in an amount; "coffee 2 eggs" does not, and a count then belongs to what follows.
  const endsInAmount = pieces.at(-1)?.kind === 'amount';
  const isMeasured = amount.unit !== null && (amount.unit.kind === 'mass' || amount.unit.kind === 'volume');
  return !endsInAmount && !isMeasured && pieces[i + 1]?.kind === 'word';
}

/** Whether its food is still to come: "juice of | 1 lemon", "1 whole | 3-pound fish". */
const isOpen = (line: Line, item: OpenItem): boolean =>
  item.words.length > 0 &&
  ((item.words.length > 1 && line.language.of.has(wordAt(line, item.words.at(-1) ?? -1))) ||
    (item.picture === null && isOnlyDescribed(line, item)));

/** Brackets of one or two words describe the food; longer ones are remarks. */
const isShortRemark = (pieces: Segment['pieces']): boolean => pieces.filter((piece) => piece.isInBrackets).length <= 2;

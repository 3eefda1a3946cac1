import { type Line, wordAt } from './line.ts';
import type { Join, Piece } from './read-pieces.ts';
import type { Amount } from './recognise-amount.ts';
import { dropComposed, joinDishes } from './refine-dishes.ts';
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

interface Segment {
  join: Join | null;
  pieces: (Piece & { isInBrackets: boolean })[];
}

/** Puts amounts and words of one meal together into items: "200g rice", "rice 200g", "rice (200 g)", in lists or bare rows. */
export function groupItems(line: Line, pieces: readonly Piece[]): ItemDraft[] {
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
    } else if (last && isListed && isOnlyForms(line, segment)) {
      // "chicken breast, grilled"
      last.words.push(...segment.pieces.flatMap((piece) => tokensOf(piece)));
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
  return dropComposed(line, joinDishes(line, shareAmounts(line, items)));
}

function segmentsOf(line: Line, pieces: readonly Piece[]): Segment[] {
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
        current.pieces.push({ ...piece, isInBrackets });
      else if (piece.kind === 'slot' || piece.kind === 'eating' || piece.kind === 'day' || piece.kind === 'time')
        close('comma');
      return;
    }
    if (piece.how === 'open' && isPartsList(line, pieces, i)) close('with');
    else if (piece.how === 'open') isInBrackets = true;
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
  return segments
    .map((segment) => ({ ...segment, pieces: withoutIdlePictures(line, segment.pieces) }))
    .filter(({ pieces: p }) => p.length > 0);
}

/** "protein shake (30g whey, 250ml milk)": brackets that list measured foods. */
function isPartsList(line: Line, pieces: readonly Piece[], open: number): boolean {
  const length = pieces.slice(open + 1).findIndex((piece) => piece.kind === 'join' && piece.how === 'close');
  const inside = pieces.slice(open + 1, length < 0 ? pieces.length : open + 1 + length);
  return inside.some((piece, i) => {
    const next = inside[i + 1];
    const isMeasured =
      piece.kind === 'amount' && (piece.amount.unit?.kind === 'mass' || piece.amount.unit?.kind === 'volume');
    return isMeasured && next?.kind === 'word' && !line.language.forms.has(wordAt(line, next.at));
  });
}

/** A picture counts only where it stands for the food: alone, or right after an amount. */
function withoutIdlePictures(line: Line, pieces: Segment['pieces']): Segment['pieces'] {
  if (!pieces.some((piece) => piece.kind === 'picture')) return pieces;
  const food = pieces.some((piece) => piece.kind === 'word')
    ? undefined
    : pieces.find((piece) => piece.kind === 'picture' && line.language.pictures.has(wordAt(line, piece.at)));
  return pieces.filter((piece) => piece.kind !== 'picture' || piece === food);
}

const isOnlyAmounts = ({ pieces }: Segment): boolean => pieces.every((piece) => piece.kind === 'amount');
const amountsOf = ({ pieces }: Segment): DraftAmount[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'amount'
      ? [{ amount: piece.amount, at: piece.at, isOfEach: false, isAfter: true, isUnitAssumed: false }]
      : [],
  );

/** Whether the segment is but a weight, and the item before was only counted. */
function isWeightOf({ words, amounts }: OpenItem, { pieces }: Segment): boolean {
  const [only] = pieces;
  if (only?.kind !== 'amount' || pieces.length > 1 || words.length === 0) return false;
  const isWeight = (amount: Amount): boolean => amount.unit?.kind === 'mass' || amount.unit?.kind === 'volume';
  return isWeight(only.amount) && amounts.length > 0 && !amounts.some(({ amount }) => isWeight(amount));
}

const isOnlyForms = (line: Line, { pieces }: Segment): boolean =>
  pieces.every((piece) => piece.kind === 'word' && line.language.forms.has(wordAt(line, piece.at)));

const isOnlyDescribed = (line: Line, { words }: OpenItem): boolean =>
  words.every((token) => line.language.forms.has(wordAt(line, token)));

function tokensOf(piece: Piece): number[] {
  return Array.from({ length: piece.end - piece.at }, (_, n) => piece.at + n);
}

function itemsOf(line: Line, segment: Segment): OpenItem[] {
  const { pieces } = segment;
  const items: OpenItem[] = [];
  let item: OpenItem | null = null;
  const begin = (): OpenItem => {
    const next: OpenItem = { amounts: [], words: [], picture: null, join: items.length === 0 ? segment.join : 'comma' };
    items.push(next);
    return next;
  };
  const isAmountFirst = pieces[0]?.kind === 'amount';
  const lastFood = pieces.findLastIndex((piece) => piece.kind !== 'amount' && !piece.isInBrackets);
  pieces.forEach((piece, i) => {
    const hasFood = item !== null && (item.words.length > 0 || item.picture !== null);
    if (piece.kind === 'amount') {
      const leadsOn = lastFood > i;
      if (
        !item ||
        (hasFood && !piece.isInBrackets && startsItem(item, piece.amount, isAmountFirst, leadsOn, pieces, i))
      )
        item = begin();
      const isBefore = item.words.length === 0;
      const isOfEach = piece.isInBrackets && isBefore && item.amounts.length > 0;
      item.amounts.push({ amount: piece.amount, at: piece.at, isOfEach, isAfter: !isBefore, isUnitAssumed: false });
    } else if (piece.kind === 'picture') {
      if (!item || hasFood) item = begin();
      item.picture = line.language.pictures.get(wordAt(line, piece.at)) ?? null;
    } else {
      const isEnded =
        item !== null && hasFood && item.amounts.length > 0 && pieces[i - 1]?.kind === 'amount' && !piece.isInBrackets;
      const isForm =
        line.language.forms.has(wordAt(line, piece.at)) && (pieces[i + 1]?.kind !== 'word' || piece.isInBrackets);
      if (!item || (isEnded && !isForm)) item = begin();
      if (piece.isInBrackets && !isForm && !isShortRemark(pieces)) return;
      item.words.push(...tokensOf(piece));
    }
  });
  return items;
}

/** Whether an amount after a food belongs to the next food ("2 eggs 1 toast") or to that one ("rice 200g", "2 slices 80g"). */
function startsItem(
  item: OpenItem,
  amount: Amount,
  isAmountFirst: boolean,
  leadsOn: boolean,
  pieces: Segment['pieces'],
  i: number,
): boolean {
  if (!leadsOn) return false;
  if (isAmountFirst || item.amounts.length > 0) return true;
  // "rice 200g chicken 150g" ends in an amount; "coffee 2 eggs" does not, and a count then belongs to what follows.
  const endsInAmount = pieces.at(-1)?.kind === 'amount';
  const isMeasured = amount.unit !== null && (amount.unit.kind === 'mass' || amount.unit.kind === 'volume');
  return !endsInAmount && !isMeasured && pieces[i + 1]?.kind === 'word';
}

/** Brackets of one or two words describe the food; longer ones are remarks. */
const isShortRemark = (pieces: Segment['pieces']): boolean => pieces.filter((piece) => piece.isInBrackets).length <= 2;

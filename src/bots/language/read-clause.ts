import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { gramsFor } from '../../domain/foods/portion.ts';
import { countByTail } from './count-by-tail.ts';
import { withoutCompany, withoutHeadings, withoutOpening, withoutScene } from './drop-framing.ts';
import { type DraftAmount, groupItems, type ItemDraft } from './group-items.ts';
import { type Evidence, isMeal } from './judge-meal.ts';
import { leftOut } from './left-out.ts';
import { type Line, wordAt } from './line.ts';
import { type FoodName, matchFood } from './match-food.ts';
import { nameLoneAmount } from './name-lone-amount.ts';
import { phraseAt } from './phrases.ts';
import type { Piece } from './piece.ts';
import { type Placed, placeInTime } from './place-in-time.ts';
import type { MealGiven, MealQuestion, MealReading, ReadItem } from './read-meals.ts';
import { readPieces } from './read-pieces.ts';
import { refineAmounts } from './refine-amounts.ts';
import { searchFood } from './search-food.ts';
import { splitMeals } from './split-meals.ts';
import { splitRun } from './split-run.ts';
import { waterMlOf, weighItem } from './weigh-item.ts';

export interface Clause {
  /** `isOwn`: it names its own slot, day or time, and does not go on with the meal before. */
  readonly meals: readonly { readonly isOwn: boolean; readonly meal: MealReading }[];
  readonly question: MealQuestion | null;
}

/** For how many unknown names of a message the nearest are looked for. */
const mostSearches = 6;
/** In words: a longer message of nothing known is chat. */
const longestLoneName = 3;

type PieceOf<Kind extends Piece['kind']> = Extract<Piece, { kind: Kind }>;
const isKind =
  <Kind extends Piece['kind']>(kind: Kind) =>
  (piece: Piece): piece is PieceOf<Kind> =>
    piece.kind === kind;

/** Reads one sentence; null when it is no log. */
export function readClause(line: Line, from: number, to: number, given: MealGiven): Clause | null {
  const read = readPieces(line, from, to, given.foods);
  if (isRefused(line, read)) return null;
  const frame = frameOf(read);
  const said = frame.hasVerb ? withoutOpening(line, read) : withoutScene(line, read);
  if (!said) return null;
  const alone = frame.hasWith ? withoutCompany(line, said) : said;
  const listed = frame.hasHeading ? withoutHeadings(line, alone) : alone;
  const pieces = frame.isOfOthers ? withoutShared(listed) : listed;
  if (isForOthers(line, pieces, frame)) return null;

  const evidence = evidenceIn(pieces);
  const groups = splitMeals(pieces);
  const named = searchUnknown(
    groups.map((group) => namedItems(line, group.pieces, given)),
    evidence,
    given.foods,
  );
  // Amounts of nothing named say nothing of whether it is a meal; in one they stay, so that nothing goes unnoticed.
  const foods: Named[] = [];
  for (const items of named) for (const item of items) if (!item.isLone) foods.push(item);
  if (foods.length === 0) return { meals: [], question: questionOf(pieces, evidence) };
  if (!isMeal(foods, evidence)) return null;

  const meals: Clause['meals'][number][] = [];
  for (const [i, { day, time, slot }] of groups.entries()) {
    const items = named[i] ?? [];
    const placed = placeInTime(day, time, slot, given);
    if (items.length > 0 && placed)
      meals.push({
        isOwn: slot !== null || day !== null || time !== null,
        meal: mealOf(items, slot, placed, given.foods),
      });
  }
  return meals.length > 0 ? { meals, question: null } : null;
}

/** What of a frame there is, seen at once: most clauses have little of it. */
interface Frame {
  readonly hasVerb: boolean;
  /** Something was made for somebody, or shared. */
  readonly isOfOthers: boolean;
  readonly hasWith: boolean;
  readonly hasHeading: boolean;
}

function frameOf(pieces: readonly Piece[]): Frame {
  let [hasVerb, isOfOthers, hasWith, hasHeading] = [false, false, false, false];
  for (const piece of pieces) {
    if (piece.kind === 'eating') {
      hasVerb = true;
      if (piece.strength === 'made' || piece.strength === 'shared') isOfOthers = true;
    } else if (piece.kind === 'join') {
      if (piece.how === 'with') hasWith = true;
      else if (piece.how === 'colon') hasHeading = true;
    }
  }
  return { hasVerb, isOfOthers, hasWith, hasHeading };
}

/** What speaks for a log. */
function evidenceIn(pieces: readonly Piece[]): Evidence {
  let [isEaten, isHad, hasSlot, hasSlotHeading] = [false, false, false, false];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece?.kind === 'eating') {
      if (piece.strength === 'sure') isEaten = true;
      if (piece.strength !== 'taken') isHad = true;
    } else if (piece?.kind === 'slot') {
      hasSlot = true;
      if (isColon(pieces[i + 1]) || isColon(pieces[i + 2])) hasSlotHeading = true;
    }
  }
  return { isEaten, isHad, hasSlot, hasSlotHeading };
}

interface Named {
  readonly name: FoodName;
  readonly amounts: readonly DraftAmount[];
  /** An amount without words of a food. */
  readonly isLone: boolean;
  /** Whether there is a word to search for. */
  readonly isNoun: boolean;
  /** What of a food of one's own is left out. */
  readonly without: readonly string[];
}

function namedItems(line: Line, pieces: readonly Piece[], given: MealGiven): Named[] {
  const drafts = refineAmounts(groupItems(line, pieces, given.foods));
  const named: Named[] = [];
  for (const [i, draft] of drafts.entries()) {
    const isApart = (i === 0 ? drafts[1] : draft)?.join === 'comma' && (i === 0 || i === drafts.length - 1);
    if (!(isApart && isEatery(line, draft))) named.push(...namedItem(line, draft, pieces, given));
  }
  return named;
}

function namedItem(line: Line, draft: ItemDraft, pieces: readonly Piece[], given: MealGiven): Named[] {
  const name = matchFood(line, draft, given.foods);
  const run = name && !name.match && !name.isWater ? splitRun(line, draft, given.foods) : null;
  if (run) return run.flatMap((part) => namedItem(line, part, pieces, given));
  if (name) {
    const without = isOwn(name) ? leftOut(line, pieces, draft.words) : [];
    const counted = countByTail(line, draft, name, given.foods);
    return [{ name: counted.name, amounts: counted.amounts, isLone: false, isNoun: true, without }];
  }
  return draft.amounts.flatMap((amount): Named[] => {
    const lone = nameLoneAmount(line, amount, given.foods);
    // "2 my bars" counts a bar of their own.
    return lone
      ? [{ name: lone.name, amounts: [lone.amount], isLone: !isOwn(lone.name), isNoun: lone.isNoun, without: [] }]
      : [];
  });
}

/** "a cheeky nandos, half chicken": where it is from is none of the foods. */
function isEatery(line: Line, { words, amounts }: ItemDraft): boolean {
  const { eateries, determiners, neutral } = line.language;
  const from = words.findIndex((token) => !determiners.has(wordAt(line, token)) && !neutral.has(wordAt(line, token)));
  const found = from < 0 ? null : phraseAt(eateries, line.tokens, words[from] ?? -1);
  return found?.end === (words.at(-1) ?? -1) + 1 && !amounts.some(({ amount }) => amount.isCounted || amount.unit);
}

const isOwn = ({ match }: FoodName): boolean => match?.source === 'own' || match?.source === 'coach';

/** Searches for names the catalogue does not have, where there is reason to think that foods were meant. */
function searchUnknown(meals: readonly Named[][], evidence: Evidence, foods: FoodIndex): readonly Named[][] {
  if (meals.every((meal) => meal.every(({ name }) => name.match))) return meals;
  const items = meals.flat();
  if (items.some(({ name }) => name.hasChat || name.isNutrient)) return meals;
  const isLikely = evidence.isHad || evidence.hasSlot || items.some(({ name }) => name.familiarity !== 'none');
  const [only] = items;
  const isLone = !isLikely && items.length === 1 && only !== undefined && only.name.wordCount <= longestLoneName;
  let searches = 0;
  return meals.map((meal) =>
    meal.map((item) => {
      const { name, amounts, isNoun } = item;
      if (name.match || !isNoun || !(isLikely || isLone || amounts.length > 0) || searches >= mostSearches) return item;
      searches++;
      return { ...item, name: searchFood(name, foods, isLone && amounts.length === 0, amounts.length > 0) };
    }),
  );
}

/** "a rack of ribs": where the food has no such portion, the whole may be known by name. */
function weighWhole(item: ReadItem, foods: FoodIndex): ReadItem {
  if (item.match === null || item.grams !== null || item.unit === null) return item;
  const whole = foods.lookup(`${item.unit} of ${item.words}`);
  const weight = whole && gramsFor(whole, { quantity: item.quantity ?? 1, unit: null });
  if (!whole || !weight) return item;
  return { ...item, match: whole, grams: weight.grams, portionRule: weight.rule, isAmountAssumed: weight.assumed };
}

function mealOf(items: readonly Named[], slot: string | null, placed: Placed, foods: FoodIndex): MealReading {
  const read: ReadItem[] = [];
  let waterMl: number | null = null;
  for (const { name, amounts, without } of items) {
    const weighed = weighWhole(weighItem(name, amounts), foods);
    const item = without.length > 0 ? { ...weighed, without } : weighed;
    if (name.isWater) waterMl = (waterMl ?? 0) + waterMlOf(item);
    else read.push(item);
  }
  return { kind: 'meal', slot, ...placed, items: read, waterMl };
}

/** Refused as a whole: negations, plans, questions; energy given (that is a quick add); sets of an exercise. */
function isRefused(line: Line, pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  // "dinner at mums tonight, lasagne probably"
  const isDoubted = last?.kind === 'filler' && line.language.doubts.has(wordAt(line, last.at));
  if (
    isDoubted &&
    !pieces.some((piece) => piece.kind === 'eating' || (piece.kind === 'amount' && piece.amount.isCounted))
  )
    return true;
  for (const piece of pieces) {
    if (piece.kind === 'refusal' || (piece.kind === 'day' && piece.day.kind === 'future')) return true;
    if (piece.kind === 'amount' && piece.amount.unit?.kind === 'energy') return true;
    if (piece.kind === 'word' && !piece.isBound && isRepetition(line, piece.at)) return true;
  }
  return false;
}

/** "we ordered chinese, i ate 5 spring rolls": what all had says nothing more where one's own is named. */
function withoutShared(pieces: readonly Piece[]): readonly Piece[] {
  const shared = pieces.findIndex((piece) => piece.kind === 'eating' && piece.strength === 'shared');
  if (shared < 0) return pieces;
  const own = pieces.findIndex((piece, i) => i > shared && piece.kind === 'eating' && piece.strength !== 'shared');
  const after = pieces.slice(own + 1);
  const end = after.findIndex(({ kind }) => kind === 'join');
  const isNamed = after.slice(0, end < 0 ? after.length : end).some(({ kind }) => kind === 'word');
  return own >= 0 && isNamed
    ? [...pieces.slice(0, shared), ...pieces.slice(shared, own).filter(isWhen), ...pieces.slice(own)]
    : pieces;
}

const isWhen = ({ kind }: Piece): boolean => kind === 'day' || kind === 'time' || kind === 'slot';

/** "made cookies for the office"; "we shared a pizza" without how much of it was one's own. */
function isForOthers(line: Line, pieces: readonly Piece[], { isOfOthers }: Frame): boolean {
  // "grilled for the neighbours"
  const [first, second] = pieces;
  const isForm = first?.kind === 'word' && line.language.forms.has(wordAt(line, first.at));
  if (isForm && second && isFor(line, second)) return true;
  if (!isOfOthers) return false;
  const made = pieces.findIndex((piece) => piece.kind === 'eating' && piece.strength === 'made');
  if (made >= 0 && pieces.slice(made).some((piece) => isFor(line, piece))) return true;
  const shared = pieces.findIndex((piece) => piece.kind === 'eating' && piece.strength === 'shared');
  return shared >= 0 && !pieces.slice(shared).some((piece) => piece.kind === 'eating' && piece.strength !== 'shared');
}

const isFor = (line: Line, piece: Piece): boolean =>
  piece.kind === 'word' && !piece.isBound && wordAt(line, piece.at) === 'for';

/** "5x5", "3x10": sets of an exercise, not food. */
function isRepetition(line: Line, at: number): boolean {
  const isBetween = line.tokens[at - 1]?.kind === 'number' && line.tokens[at + 1]?.kind === 'number';
  return wordAt(line, at) === 'x' && isBetween;
}

const isColon = (piece: Piece | undefined): boolean =>
  piece?.kind === 'join' && (piece.how === 'colon' || piece.how === 'dash');

/** "just ate 3", "a bowl for breakfast": clearly a log, of nothing named. */
function questionOf(pieces: readonly Piece[], evidence: { isHad: boolean; hasSlot: boolean }): MealQuestion | null {
  const amount = pieces.find(isKind('amount'))?.amount;
  if (
    !amount ||
    amount.quantity === null ||
    !(amount.isCounted || amount.unit) ||
    !(evidence.isHad || evidence.hasSlot)
  )
    return null;
  const slot = pieces.find(isKind('slot'))?.slot ?? null;
  return {
    kind: 'question',
    about: 'food',
    choices: [],
    slot,
    quantity: amount.quantity,
    unit: amount.unit?.id ?? null,
  };
}

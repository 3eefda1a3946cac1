import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { type DraftAmount, groupItems } from './group-items.ts';
import { type Evidence, isMeal } from './judge-meal.ts';
import { type Line, wordAt } from './line.ts';
import { type FoodName, matchFood, mendSlip } from './match-food.ts';
import { type Placed, placeInTime } from './place-in-time.ts';
import type { MealGiven, MealQuestion, MealReading, ReadItem } from './read-meals.ts';
import { type Piece, readPieces } from './read-pieces.ts';
import { splitMeals } from './split-meals.ts';
import { refineAmounts } from './refine-amounts.ts';
import { waterMlOf, weighItem } from './weigh-item.ts';

export interface Clause {
  /** `isOwn`: it names its own slot, day or time, and does not go on with the meal before. */
  readonly meals: readonly (MealReading & { readonly isOwn: boolean })[];
  readonly question: MealQuestion | null;
}

/** How many nearest foods are offered for an unknown one, and for how many unknown ones of a message. */
const candidatesPerItem = 5;
const itemsWithCandidates = 8;
const mendedItems = 4;

type PieceOf<Kind extends Piece['kind']> = Extract<Piece, { kind: Kind }>;
const isKind = <Kind extends Piece['kind']>(kind: Kind) => (piece: Piece): piece is PieceOf<Kind> => piece.kind === kind;

/** Reads one sentence; null when it is no log. */
export function readClause(line: Line, from: number, to: number, given: MealGiven): Clause | null {
  const read = readPieces(line, from, to, given.foods);
  if (isRefused(line, read)) return null;
  const said = withoutOpening(line, read);
  if (!said) return null;
  const pieces = withoutHeadings(line, withoutCompany(line, said));

  const evidence = {
    isEaten: pieces.some((piece) => piece.kind === 'eating' && piece.strength === 'sure'),
    isHad: pieces.some(isKind('eating')),
    hasSlot: pieces.some(isKind('slot')),
    hasSlotHeading: pieces.some((piece, i) => piece.kind === 'slot' && (isColon(pieces[i + 1]) || isColon(pieces[i + 2]))),
  };
  const groups = splitMeals(pieces);
  const named = mendSlips(groups.map((group) => namedItems(line, group.pieces, given)), evidence, given);
  const all = named.flat();
  if (all.length === 0) return { meals: [], question: questionOf(pieces, evidence) };
  if (!isMeal(all, evidence)) return null;

  let searches = 0;
  const meals = groups.flatMap((group, i) => {
    const items = named[i] ?? [];
    const placed = placeInTime(group.day, group.time, group.slot, given);
    if (items.length === 0 || !placed) return [];
    const candidates = (name: FoodName): IndexedFood[] => {
      if (name.match || searches >= itemsWithCandidates) return [];
      searches++;
      return given.foods.search(name.words, candidatesPerItem).map(({ food }) => food);
    };
    const isOwn = group.slot !== null || group.day !== null || group.time !== null;
    return [{ isOwn, ...mealOf(items, group.slot, placed, candidates) }];
  });
  return meals.length > 0 ? { meals, question: null } : null;
}

interface Named {
  readonly name: FoodName;
  readonly amounts: readonly DraftAmount[];
}

function namedItems(line: Line, pieces: readonly Piece[], given: MealGiven): Named[] {
  return refineAmounts(groupItems(line, pieces)).flatMap((draft) => {
    const name = matchFood(line, draft, given.foods);
    return name ? [{ name, amounts: draft.amounts }] : [];
  });
}

/** Looks for slips of the finger, where there is reason to think that a food was meant. */
function mendSlips(meals: readonly Named[][], evidence: Evidence, given: MealGiven): readonly Named[][] {
  const items = meals.flat();
  if (items.some(({ name }) => name.hasChat || name.isNutrient)) return meals;
  const isLikely = evidence.isHad || evidence.hasSlot || items.some(({ name }) => name.match);
  let searches = 0;
  const mend = (item: Named): Named => {
    const isMeant = isLikely || item.amounts.length > 0;
    if (item.name.match || !isMeant || searches >= mendedItems) return item;
    searches++;
    return { ...item, name: mendSlip(item.name, given.foods) };
  };
  return meals.map((meal) => meal.map(mend));
}

function mealOf(items: readonly Named[], slot: string | null, placed: Placed, candidates: (name: FoodName) => IndexedFood[]): MealReading {
  const read: ReadItem[] = [];
  let waterMl: number | null = null;
  for (const { name, amounts } of items) {
    const item = weighItem(name, amounts, name.isWater ? [] : candidates(name));
    if (name.isWater) waterMl = (waterMl ?? 0) + waterMlOf(item);
    else read.push(item);
  }
  return { kind: 'meal', slot, ...placed, items: read, waterMl };
}

/** Refused as a whole: negations, plans, questions; energy given (that is a quick add); a lone "no" at the start. */
function isRefused(line: Line, pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece) =>
      piece.kind === 'refusal' ||
      (piece.kind === 'day' && piece.day.kind === 'future') ||
      (piece.kind === 'amount' && piece.amount.unit?.kind === 'energy') ||
      (piece.kind === 'word' && !piece.isBound && isRepetition(line, piece.at)),
  );
}

/** "5x5", "3x10": sets of an exercise, not food. */
function isRepetition(line: Line, at: number): boolean {
  const isBetween = line.tokens[at - 1]?.kind === 'number' && line.tokens[at + 1]?.kind === 'number';
  return wordAt(line, at) === 'x' && isBetween;
}

/**
 * Drops what only sets the scene before "I had" ("after the gym i had …"). Null where somebody else ate: words stand
 * right before the verb that are neither a scene nor a list.
 */
function withoutOpening(line: Line, pieces: readonly Piece[]): readonly Piece[] | null {
  let kept = pieces;
  for (;;) {
    const verb = kept.findIndex((piece, i) => piece.kind === 'eating' && openingOf(kept, i).some(isContent));
    const eating = kept[verb];
    if (eating?.kind !== 'eating') return kept;
    const opening = openingOf(kept, verb).filter(isContent);
    const start = verb - openingOf(kept, verb).length;
    const first = opening[0];
    const isScene = eating.hasSubject && first !== undefined && line.language.eating.openers.has(wordAt(line, first.at));
    // "2 eggs i ate", "rice eaten at lunch"
    const isTrailing = !kept.slice(verb + 1).some(isContent);
    if (!isScene && !isTrailing) return null;
    kept = kept.filter((piece, i) => (isScene ? i < start || i >= verb || !isContent(piece) : i !== verb));
    if (!isScene) return kept;
  }
}

/** What stands between a verb and the last connector before it. */
function openingOf(pieces: readonly Piece[], verb: number): readonly Piece[] {
  const before = pieces.slice(0, verb);
  return before.slice(before.findLastIndex((piece) => piece.kind === 'join' && piece.how !== 'dash') + 1);
}

const isContent = (piece: Piece | undefined): boolean => piece?.kind === 'word' || piece?.kind === 'amount';
const isColon = (piece: Piece | undefined): boolean => piece?.kind === 'join' && (piece.how === 'colon' || piece.how === 'dash');

/** "lunch with mum", "pizza with the guys": who was there is no food. */
function withoutCompany(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  const dropped = new Set<Piece>();
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'join' || piece.how !== 'with') return;
    let end = i + 1;
    const { determiners, people, and } = line.language;
    const isOf = (at: number, words: ReadonlySet<string>): boolean => pieces[at]?.kind === 'word' && words.has(wordAt(line, pieces[at].at));
    if (isOf(end, determiners) || pieces[end]?.kind === 'amount') end++;
    while (isOf(end, people) || (end > i + 1 && isJoinWord(pieces[end], line, and) && isOf(end + 1, people))) end++;
    const isPeople = end > i + 1 && isOf(end - 1, people);
    if (isPeople) for (const one of pieces.slice(i, end)) dropped.add(one);
  });
  return dropped.size === 0 ? pieces : pieces.filter((piece) => !dropped.has(piece));
}

const isJoinWord = (piece: Piece | undefined, line: Line, words: ReadonlySet<string>): boolean => piece?.kind === 'join' && words.has(wordAt(line, piece.at));

/** "smoothie: banana, milk": a heading is no item. "rice: 200g" is one. */
function withoutHeadings(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  let kept = pieces;
  for (let i = 0; i < kept.length; i++) {
    const piece = kept[i];
    if (piece?.kind !== 'join' || piece.how !== 'colon') continue;
    const start = kept.slice(0, i).findLastIndex((one) => one.kind === 'join' && (one.how === 'line' || one.how === 'colon')) + 1;
    const after = kept.slice(i + 1);
    const stop = after.findIndex((one) => one.kind === 'join' && one.how !== 'open' && one.how !== 'close');
    const isFoodOfAmount = after.slice(0, stop < 0 ? after.length : stop).every((one) => !isWord(one)) && after[0]?.kind === 'amount';
    const heading = kept.slice(start, i).filter(isContent);
    if (isFoodOfAmount || heading.length === 0 || heading.length > 6 || heading.some((one) => isCounted(one))) continue;
    // Chat before a colon stays, and is judged.
    if (heading.some((one) => isWord(one) && line.language.chatWords.has(wordAt(line, one.at)))) continue;
    kept = kept.filter((one, n) => n < start || n > i || !(isContent(one) || (one.kind === 'join' && n < i)));
    i = start;
  }
  return kept;
}

const isWord = (piece: Piece): boolean => piece.kind === 'word';
const isCounted = (piece: Piece): boolean => piece.kind === 'amount' && piece.amount.isCounted;

/** "just ate 3", "a bowl for breakfast": clearly a log, of nothing named. */
function questionOf(pieces: readonly Piece[], evidence: { isHad: boolean; hasSlot: boolean }): MealQuestion | null {
  const amount = pieces.find(isKind('amount'))?.amount;
  if (!amount || amount.quantity === null || !(evidence.isHad || evidence.hasSlot)) return null;
  const slot = pieces.find(isKind('slot'))?.slot ?? null;
  return { kind: 'question', about: 'food', choices: [], slot, quantity: amount.quantity, unit: amount.unit?.id ?? null };
}

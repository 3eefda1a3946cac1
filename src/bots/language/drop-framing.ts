import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { joinPiece, type Piece } from './piece.ts';

/** Foods and amounts, against what frames them. */
const isContent = (piece: Piece | undefined): boolean => piece?.kind === 'word' || piece?.kind === 'amount';
const isWord = (piece: Piece): boolean => piece.kind === 'word';
const isCounted = (piece: Piece): boolean => piece.kind === 'amount' && piece.amount.isCounted;

/**
 * Drops what only sets the scene before "I had" ("after the gym i had …"). Null where somebody else ate: words stand
 * right before the verb that are neither a scene nor a list.
 */
export function withoutOpening(line: Line, pieces: readonly Piece[]): readonly Piece[] | null {
  let kept = withoutCook(line, withoutScene(line, pieces));
  for (;;) {
    const verb = kept.findIndex((piece, i) => piece.kind === 'eating' && openingOf(line, kept, i).some(isContent));
    const eating = kept[verb];
    if (eating?.kind !== 'eating') return kept;
    const opening = openingOf(line, kept, verb).filter(isContent);
    const start = verb - openingOf(line, kept, verb).length;
    const first = opening[0];
    const isScene =
      eating.hasSubject &&
      first !== undefined &&
      (line.language.eating.openers.has(wordAt(line, first.at)) || opening.every((piece) => isOfScene(line, piece)));
    // "2 eggs i ate", "rice eaten at lunch"
    const isTrailing = !kept.slice(verb + 1).some(isContent);
    if (!isScene && !isTrailing) return null;
    kept = kept.filter((piece, i) => (isScene ? i < start || i >= verb || !isContent(piece) : i !== verb));
    if (!isScene) return kept;
  }
}

/** "gym then a protein shake", "so tired, had 2 coffees": what was before, up to a comma, where the rest tells of food. */
export function withoutScene(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  let kept = pieces;
  for (;;) {
    const end = kept.findIndex((piece) => piece.kind === 'join' && setsApart.has(piece.how));
    if (end < 1 || end > longestScene) return kept;
    const scene = kept.slice(0, end).filter((piece) => piece.kind !== 'filler');
    const join = kept[end];
    const rest = kept.slice(end + 1);
    const isNext = join?.kind === 'join' && join.how === 'plus';
    const isScene = scene.some(isWord) && scene.every((piece) => isOfScene(line, piece));
    const isTold = rest.some(
      (piece) => piece.kind === 'eating' || piece.kind === 'slot' || isCounted(piece) || (isNext && isOne(piece)),
    );
    if (!isScene || !isTold) return kept;
    kept = rest;
  }
}

const longestScene = 9;
const setsApart: ReadonlySet<string> = new Set(['comma', 'line', 'dash', 'and', 'plus']);
const isOne = (piece: Piece): boolean => piece.kind === 'amount' && piece.amount.quantity !== null;

/** What tells where somebody was and how they were, and names no food and nobody else. */
const isOfScene = (line: Line, piece: Piece): boolean =>
  (piece.kind === 'word' && !piece.isBound && line.language.eating.scenes.has(wordAt(line, piece.at))) ||
  (piece.kind === 'eating' && piece.strength !== 'sure') ||
  piece.kind === 'day' ||
  piece.kind === 'time' ||
  (piece.kind === 'amount' && !piece.amount.isCounted && piece.amount.unit === null);

/** "my wife made a pie, had 2 helpings": of what others cooked as much as one had. */
function withoutCook(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  const { people, determiners } = line.language;
  const made = pieces.findIndex((piece) => piece.kind === 'eating' && piece.strength === 'made');
  if (made < 1) return pieces;
  const cook = pieces.slice(0, made).filter(isContent);
  const isCook = cook.every(
    (piece) => isWord(piece) && (people.has(wordAt(line, piece.at)) || determiners.has(wordAt(line, piece.at))),
  );
  if (cook.length === 0 || !isCook) return pieces;
  const own = pieces.findIndex((piece, i) => i > made && piece.kind === 'eating');
  const eating = pieces[own];
  const amount = pieces[own + 1];
  if (!eating || amount?.kind !== 'amount' || !amount.amount.isCounted || pieces.slice(own + 2).some(isContent))
    return pieces;
  const dish = pieces.slice(made + 1, own).filter((piece, i, all) => piece.kind !== 'join' || i < all.length - 1);
  return [eating, ...dish, joinPiece('comma', eating.at, eating.at), amount, ...pieces.slice(own + 2)];
}

/** What stands between a verb and the last connector before it. */
function openingOf(line: Line, pieces: readonly Piece[], verb: number): readonly Piece[] {
  const before = pieces.slice(0, verb);
  // "a bagel for breakfast and i just had ramen": the "and" is part of what was read as the verb.
  const isJoined = line.language.and.has(wordAt(line, pieces[verb]?.at ?? -1));
  if (isJoined && before.some((piece) => piece.kind === 'eating' || piece.kind === 'slot')) return [];
  // "ordered thai last night had half the pad thai"
  const last = before.findLast((piece) => piece.kind !== 'filler');
  const own = before.findIndex((piece) => piece.kind === 'eating');
  const isOwn = own >= 0 && !before.slice(0, own).some(isContent);
  if (isOwn && (last?.kind === 'day' || last?.kind === 'time' || last?.kind === 'slot')) return [];
  return before.slice(before.findLastIndex((piece) => piece.kind === 'join' && piece.how !== 'dash') + 1);
}

/** "lunch with mum", "pizza with the guys": who was there is no food. */
export function withoutCompany(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  const dropped = new Set<Piece>();
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'join' || piece.how !== 'with') return;
    let end = i + 1;
    const { determiners, people, and } = line.language;
    const isOf = (at: number, words: ReadonlySet<string>): boolean =>
      pieces[at]?.kind === 'word' && words.has(wordAt(line, pieces[at].at));
    if (isOf(end, determiners) || pieces[end]?.kind === 'amount') end++;
    while (isOf(end, people) || (end > i + 1 && isJoinWord(pieces[end], line, and) && isOf(end + 1, people))) end++;
    const isPeople = end > i + 1 && isOf(end - 1, people);
    if (isPeople) for (const one of pieces.slice(i, end)) dropped.add(one);
  });
  return dropped.size === 0 ? pieces : pieces.filter((piece) => !dropped.has(piece));
}

const isJoinWord = (piece: Piece | undefined, line: Line, words: ReadonlySet<string>): boolean =>
  piece?.kind === 'join' && words.has(wordAt(line, piece.at));

const endsHeading = (line: Line, join: Extract<Piece, { kind: 'join' }>): boolean =>
  join.how === 'line' || join.how === 'colon' || wordAt(line, join.at) === ';';

/** "smoothie: banana, milk": a heading is no item. "rice: 200g" is one. */
export function withoutHeadings(line: Line, pieces: readonly Piece[]): readonly Piece[] {
  let kept = pieces;
  for (let i = 0; i < kept.length; i++) {
    const piece = kept[i];
    if (piece?.kind !== 'join' || piece.how !== 'colon') continue;
    const start =
      kept.slice(0, i).findLastIndex((one) => one.kind === 'slot' || (one.kind === 'join' && endsHeading(line, one))) +
      1;
    const after = kept.slice(i + 1);
    const stop = after.findIndex((one) => one.kind === 'join' && one.how !== 'open' && one.how !== 'close');
    const isFoodOfAmount =
      after.slice(0, stop < 0 ? after.length : stop).every((one) => !isWord(one)) && after[0]?.kind === 'amount';
    // "thali for lunch: 2 rotis, dal"
    const isLedTo = start === i && i > 1 && stop > 0 && after.slice(0, stop).some(isContent);
    const first = isLedTo
      ? kept.slice(0, i - 1).findLastIndex((one) => one.kind === 'join' || one.kind === 'slot') + 1
      : start;
    const heading = kept.slice(first, i).filter(isContent);
    if (isFoodOfAmount || heading.length === 0 || heading.length > 6 || heading.some((one) => isCounted(one))) continue;
    // "dinner at my mum's: …" tells where; other chat before a colon stays, and is judged.
    const isPlace = kept[start - 1]?.kind === 'slot' && line.language.tails.has(wordAt(line, heading[0]?.at ?? -1));
    // "meal deal from tesco: …" does too.
    const isFrom = (one: Piece, n: number): boolean => n > 0 && line.language.tails.has(wordAt(line, one.at));
    const isChat = (one: Piece): boolean =>
      one.kind === 'word' && !one.isBound && line.language.chatWords.has(wordAt(line, one.at));
    const isEatery =
      heading[0]?.kind === 'word' && phraseAt(line.language.eateries, line.tokens, heading[0].at) !== null;
    if (!isPlace && !isEatery && heading.some((one, n) => isChat(one) && !isFrom(one, n))) continue;
    kept = kept.filter((one, n) => n < first || n > i || !(isContent(one) || (one.kind === 'join' && n < i)));
    i = first;
  }
  return kept;
}

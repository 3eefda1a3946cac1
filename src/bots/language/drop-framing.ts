import { type Line, wordAt } from './line.ts';
import type { Piece } from './read-pieces.ts';

/** Foods and amounts, against what frames them. */
const isContent = (piece: Piece | undefined): boolean => piece?.kind === 'word' || piece?.kind === 'amount';
const isWord = (piece: Piece): boolean => piece.kind === 'word';
const isCounted = (piece: Piece): boolean => piece.kind === 'amount' && piece.amount.isCounted;

/**
 * Drops what only sets the scene before "I had" ("after the gym i had …"). Null where somebody else ate: words stand
 * right before the verb that are neither a scene nor a list.
 */
export function withoutOpening(line: Line, pieces: readonly Piece[]): readonly Piece[] | null {
  let kept = pieces;
  for (;;) {
    const verb = kept.findIndex((piece, i) => piece.kind === 'eating' && openingOf(kept, i).some(isContent));
    const eating = kept[verb];
    if (eating?.kind !== 'eating') return kept;
    const opening = openingOf(kept, verb).filter(isContent);
    const start = verb - openingOf(kept, verb).length;
    const first = opening[0];
    const isScene =
      eating.hasSubject && first !== undefined && line.language.eating.openers.has(wordAt(line, first.at));
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
    const heading = kept.slice(start, i).filter(isContent);
    if (isFoodOfAmount || heading.length === 0 || heading.length > 6 || heading.some((one) => isCounted(one))) continue;
    // "dinner at my mum's: …" tells where; other chat before a colon stays, and is judged.
    const isPlace = kept[start - 1]?.kind === 'slot' && line.language.tails.has(wordAt(line, heading[0]?.at ?? -1));
    if (!isPlace && heading.some((one) => isWord(one) && line.language.chatWords.has(wordAt(line, one.at)))) continue;
    kept = kept.filter((one, n) => n < start || n > i || !(isContent(one) || (one.kind === 'join' && n < i)));
    i = start;
  }
  return kept;
}

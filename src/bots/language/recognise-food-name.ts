import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { joiners, wordsOf } from '../../domain/search/words.ts';
import { isDescriptor } from './descriptors.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { isOrdinary } from './meal-words.ts';
import { calledNames, ownNames } from './own-names.ts';
import { phraseAt } from './phrases.ts';

/** How many words before and after a connector are tried as one name. */
const reachBefore = 2;
const reachAfter = 3;
/** How far back a comma still makes it the end of a list: "2 eggs, a slice of bacon and toast". */
const listReach = 4;

/**
 * A name that would otherwise be cut: a phrase of the vocabulary ("mac and cheese", "protein bar", "3 bean salad",
 * "breakfast burrito"), or words around a connector that the catalogue knows as one food ("ham and cheese sandwich",
 * "beans on toast"). Without `foods` only the phrases.
 */
export function recogniseFoodName(
  line: Line,
  at: number,
  from: number,
  to: number,
  foods: FoodIndex | null,
): Span | null {
  const own = foods && (phraseAt(ownNames(foods), line.tokens, at) ?? phraseAt(calledNames(foods), line.tokens, at));
  if (own && own.end <= to && own.end > at + 1) return { end: own.end };
  const bound = phraseAt(line.language.boundPhrases, line.tokens, at);
  if (bound && bound.end <= to) return { end: withTail(line, bound.end, to) };
  if (foods === null || at < from || !isPlain(line, at)) return null;
  for (let left = Math.min(reachBefore, to - at - 1); left >= 1; left--) {
    const connector = at + left;
    if (left === 2 && !isPlain(line, at + 1)) continue;
    if (!isConnector(line, connector)) continue;
    let right = 0;
    while (right < reachAfter && connector + 1 + right < to && isPlain(line, connector + 1 + right)) right++;
    // "salad with green leaf lettuce" is no green salad: the name must be over there.
    if (right === 0 || (connector + 1 + right < to && isPlain(line, connector + 1 + right))) continue;
    const end = connector + 1 + right;
    const typed = line.text.slice(line.tokens[at]?.start, line.tokens[end - 1]?.end);
    const food = foods.lookup(typed);
    if (!food || (line.language.and.has(wordAt(line, connector)) && !isJoined(line, food, end, right, typed))) continue;
    return isListed(line, at, from, connector, end) || isCountOfFirst(line, at, connector, end) ? null : { end };
  }
  return null;
}

/** "coffee and cake" is no coffee cake: the food itself must be of two things, or a dish with them. */
function isJoined(line: Line, food: IndexedFood, end: number, right: number, typed: string): boolean {
  if (right > 1 && line.language.dishes.has(wordAt(line, end - 1))) return true;
  const said = partsOf(typed);
  return [food.name, ...food.aliases].some((name) => joint.test(name) && partsOf(name) === said);
}

/** The words of a name without what joins them, in one order. */
const partsOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !joiners.has(word))
    .sort()
    .join(' ');

const joint = /[&,]|\b(?:and|n|with|on|in)\b/;

/** "eggs, bacon and toast": the "and" ends a list, unless the name is of a dish ("ham and cheese sandwich"). */
function isListed(line: Line, at: number, from: number, connector: number, end: number): boolean {
  if (!line.language.and.has(wordAt(line, connector)) || line.language.dishes.has(wordAt(line, end - 1))) return false;
  for (let before = at - 1; before >= from && before >= at - listReach; before--) {
    if (wordAt(line, before) === ',') return true;
  }
  return false;
}

/** "2 eggs on toast" counts the eggs, "2 ham and cheese sandwiches" the sandwiches. */
function isCountOfFirst(line: Line, at: number, connector: number, end: number): boolean {
  const { numbers, groups, of } = line.language;
  let before = at - 1;
  while (before > at - 4 && (isDescriptor(line, before) || of.has(wordAt(line, before)))) before--;
  const word = wordAt(line, before);
  const count = line.tokens[before]?.value ?? numbers.get(word) ?? groups.get(word) ?? 1;
  return count > 1 && wordAt(line, connector - 1).endsWith('s') && !wordAt(line, end - 1).endsWith('s');
}

/** "quest bar cookies n cream": a bound phrase right after a bound phrase belongs to the same name. */
function withTail(line: Line, end: number, to: number): number {
  const more = phraseAt(line.language.boundPhrases, line.tokens, end);
  return more && more.end <= to ? more.end : end;
}

const within = new Set(['with', 'w/', 'w', 'on', 'in']);

function isConnector(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  return line.language.and.has(word) || within.has(word) || line.language.withouts.has(word);
}

/** An ordinary word: nothing that counts, measures or joins. */
function isPlain(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.kind !== 'word') return false;
  if (isOrdinary(line, token)) return true;
  const { articles, determiners, numbers, and, of, eating, forms, slots, vague, fillers } = line.language;
  const { word } = token;
  return !(
    articles.has(word) ||
    determiners.has(word) ||
    numbers.has(word) ||
    and.has(word) ||
    of.has(word) ||
    isConnector(line, at) ||
    slots.byFirstWord.has(word) ||
    vague.byFirstWord.has(word) ||
    fillers.byFirstWord.has(word) ||
    (eating.verbs.byFirstWord.has(word) && !forms.has(word)) ||
    eating.subjects.byFirstWord.has(word)
  );
}

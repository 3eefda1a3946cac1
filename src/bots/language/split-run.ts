import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { DraftAmount, ItemDraft } from './group-items.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** In tokens: a longer run is a story. */
const longestRun = 14;
/** In tokens: no everyday name of one food among others is longer. */
const longestPart = 4;

/**
 * Foods that follow one another without a comma, as they are dictated: "eggs bacon toast". Asked of names that the
 * catalogue does not have: where known foods are all there is in them, each is an item, and the amount is of the first.
 * Null where it may be the name of one dish ("turkey bacon avocado sandwich", "honey garlic chicken").
 */
export function splitRun(line: Line, draft: ItemDraft, foods: FoodIndex): readonly ItemDraft[] | null {
  const { words, amounts } = draft;
  if (words.length < 2 || words.length > longestRun || draft.picture !== null || amounts.length > 1) return null;
  const parts = partsOf(line, words, foods);
  if (!parts || parts.length < 2 || !isList(line, parts, amounts[0])) return null;
  return parts.map((part, i) => ({
    ...draft,
    words: part,
    amounts: i === 0 ? amounts : [],
    join: i === 0 ? draft.join : 'comma',
  }));
}

/** The fewest known names that a run is made of; null where a word is left. */
function partsOf(line: Line, words: readonly number[], foods: FoodIndex): readonly (readonly number[])[] | null {
  const parts: (readonly number[])[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestPart, words.length - at);
    while (length > 0 && !isFood(line, words.slice(at, at + length), foods)) length--;
    if (length === 0) return null;
    parts.push(words.slice(at, at + length));
    at += length;
  }
  return parts;
}

function isFood(line: Line, words: readonly number[], foods: FoodIndex): boolean {
  const [first, last] = [words[0] ?? -1, words.at(-1) ?? -1];
  if (last - first !== words.length - 1) return false;
  const { chatWords, nutrients, water } = line.language;
  if (words.length === 1 && (chatWords.has(wordAt(line, first)) || nutrients.has(wordAt(line, first)))) return false;
  const name = line.text.slice(line.tokens[first]?.start, line.tokens[last]?.end);
  return water.has(wordAt(line, last)) ? water.has(name.toLowerCase()) : foods.lookup(name) !== null;
}

/**
 * Whether the parts are foods side by side: each but the last is said in the plural, was measured in pieces of its own
 * or is followed by a size; or there are three or more, or names of several words, none of which flavours what comes after it.
 */
function isList(line: Line, parts: readonly (readonly number[])[], amount: DraftAmount | undefined): boolean {
  const { dishes, composedDishes, drinks, flavours, besides } = line.language;
  const last = parts.at(-1) ?? [];
  const head = wordAt(line, last.at(-1) ?? -1);
  const mayBeFilled = (dishes.has(head) || composedDishes.has(head) || drinks.has(head)) && !besides.has(head);
  const isEnded = parts.slice(0, -1).map((part, i) => {
    const isPlural = wordAt(line, part.at(-1) ?? -1).endsWith('s');
    const isMeasured = i === 0 && amount?.amount.unit !== undefined && pieces.has(amount.amount.unit?.id ?? '');
    const isSized = phraseAt(line.language.sizes, line.tokens, parts[i + 1]?.[0] ?? -1) !== null;
    return isMeasured || isSized || (isPlural && !mayBeFilled);
  });
  if (isEnded.every(Boolean)) return true;
  // "egg mcmuffin hash brown", but no "peanut butter ice cream" and no "quest bar cookies n cream"
  const isOfNames = parts.every(
    (part, i) => part.length > 1 && (i > 0 || !dishes.has(wordAt(line, part.at(-1) ?? -1))),
  );
  if (mayBeFilled || (parts.length < 3 && !isOfNames)) return false;
  return parts.slice(0, -1).every((part, i) => isEnded[i] || !part.every((token) => flavours.has(wordAt(line, token))));
}

/** What only few foods come in, so that it is said of the next one alone. */
const pieces = new Set(['rasher', 'slice', 'scoop', 'fillet']);

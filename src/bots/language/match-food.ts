import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { isDescriptor } from './descriptors.ts';
import type { ItemDraft } from './group-items.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Names longer than this are not looked up: none of the catalogue's everyday names is. */
const longestName = 8;

/**
 * How well the catalogue knows a name: wholly; every word of it; by its last word ("leftover brisket"); by some word;
 * or not at all.
 */
export type Familiarity = 'exact' | 'words' | 'head' | 'part' | 'none';

export interface FoodName {
  /** The person's own words for the food. */
  readonly words: string;
  readonly match: IndexedFood | null;
  /** The nearest foods, where it was searched for. */
  readonly candidates: readonly IndexedFood[];
  readonly familiarity: Familiarity;
  /** Words that no food's name has stayed in it. */
  readonly hasChat: boolean;
  readonly isWater: boolean;
  readonly isNutrient: boolean;
  readonly isExclamation: boolean;
  readonly isDrink: boolean;
  /** "the cherry", "apple of my eye": said as one speaks of a thing, not as one lists food. */
  readonly isLoose: boolean;
  /** "🍕": no word was said. */
  readonly isPicture: boolean;
  readonly wordCount: number;
  /** A size among the words: "small banana". */
  readonly size: string | null;
}

/** Finds the food an item's words name; cuts off a remark after it ("from kfc", "because i was hungry"). */
export function matchFood(line: Line, draft: ItemDraft, foods: FoodIndex): FoodName | null {
  if (draft.picture !== null && draft.words.length === 0) {
    const match = foods.lookup(draft.picture);
    const known = match ? ('exact' as const) : ('part' as const);
    return { ...plainName, words: draft.picture, match, familiarity: known, isPicture: true, wordCount: 1 };
  }
  const all = bareWords(line, draft.words);
  if (all.length === 0) return null;
  const whole = find(line, all, foods);
  const isDefinite = line.language.definite.has(wordAt(line, draft.words[0] ?? -1));
  if (whole) return name(line, all, whole, 'exact', isDefinite);
  const cut = all.findIndex((token, i) => i > 0 && line.language.tails.has(wordAt(line, token)));
  const kept = cut > 0 && isRemark(line, all, cut) ? all.slice(0, cut) : all;
  if (kept.every((token) => isDescriptor(line, token))) {
    const called = findByVessel(line, draft, kept, foods);
    return called && name(line, kept, called, 'exact', isDefinite);
  }
  const match =
    (kept === all ? null : find(line, kept, foods)) ??
    findAlternative(line, kept, foods) ??
    findPlain(line, kept, foods);
  const familiarity = match ? 'exact' : familiarityOf(line, kept, foods);
  const found = name(line, kept, match, familiarity, isDefinite || kept !== all);
  // "the steak at toni's is huge" tells of the food.
  const isStatement = all
    .slice(kept.length)
    .some((token) => line.language.corrections.presents.has(wordAt(line, token)));
  return isStatement ? { ...found, hasChat: true } : found;
}

/** What is not known of a name until it is looked at. */
export const plainName = {
  candidates: [],
  hasChat: false,
  isWater: false,
  isNutrient: false,
  isExclamation: false,
  isDrink: false,
  isLoose: false,
  isPicture: false,
  size: null,
};

function name(
  line: Line,
  tokens: readonly number[],
  match: IndexedFood | null,
  familiarity: Familiarity,
  isLoose: boolean,
): FoodName {
  const { language } = line;
  const words = textOf(line, tokens);
  const plain = tokens.map((token) => wordAt(line, token)).join(' ');
  return {
    words,
    match,
    candidates: [],
    familiarity: language.water.has(plain) ? 'exact' : familiarity,
    hasChat: match === null && tokens.some((token) => language.chatWords.has(wordAt(line, token))),
    isWater: language.water.has(plain),
    isExclamation: language.exclamations.has(plain),
    isNutrient: language.nutrients.has(plain),
    isLoose,
    isPicture: false,
    isDrink: tokens.some(
      (token, i) =>
        language.drinks.has(wordAt(line, token)) && (i === tokens.length - 1 || isJoin(line, tokens[i + 1])),
    ),
    wordCount: tokens.length,
    // "small banana", "manzana grande"
    size: sizeAt(line, tokens[0]) ?? sizeAt(line, tokens.at(-1)),
  };
}

const sizeAt = (line: Line, token = -1): string | null =>
  phraseAt(line.language.sizes, line.tokens, token)?.meaning ?? null;

const isJoin = (line: Line, token: number | undefined): boolean =>
  token !== undefined &&
  (line.language.and.has(wordAt(line, token)) || line.language.withs.byFirstWord.has(wordAt(line, token)));

/** Without what stands before a name and is none of it: "the", "my", "of". */
function bareWords(line: Line, tokens: readonly number[]): readonly number[] {
  const { determiners, of, articles } = line.language;
  let from = 0;
  for (; from < tokens.length; from++) {
    const word = wordAt(line, tokens[from] ?? -1);
    const isLeading = determiners.has(word) || of.has(word) || articles.has(word);
    if (!isLeading && !(from < tokens.length - 1 && isOwner(line, tokens[from] ?? -1))) break;
  }
  return from === 0 ? tokens : tokens.slice(from);
}

/** "mum's lasagne": with its apostrophe or after "the", for "papas fritas" are of nobody. */
function isOwner(line: Line, token: number): boolean {
  const { start = 0, end = 0, word = '' } = line.tokens[token] ?? {};
  const isMarked = end - start > word.length || line.text[end] === "'" || line.text[end] === '’';
  // "half the kids fish fingers"
  const isPossessive = isMarked || line.language.determiners.has(wordAt(line, token - 1));
  return isPossessive && word.endsWith('s') && line.language.people.has(word.slice(0, -1));
}

/** The words as typed; what was cut out between them leaves one space. */
function textOf(line: Line, tokens: readonly number[]): string {
  const runs: string[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && tokens[i] === (tokens[i - 1] ?? 0) + 1) continue;
    runs.push(line.text.slice(line.tokens[tokens[from] ?? 0]?.start, line.tokens[tokens[i - 1] ?? 0]?.end));
    from = i;
  }
  return runs.join(' ');
}

const find = (line: Line, tokens: readonly number[], foods: FoodIndex): IndexedFood | null =>
  tokens.length <= longestName ? foods.lookup(textOf(line, tokens)) : null;

/** "2 glasses of red": what says no food by itself may with what it was poured into. */
function findByVessel(
  line: Line,
  { amounts }: ItemDraft,
  tokens: readonly number[],
  foods: FoodIndex,
): IndexedFood | null {
  const vessel = amounts.find(({ amount }) => amount.unit?.kind === 'container')?.amount.unit;
  return vessel && tokens.length <= longestName ? foods.lookup(`${vessel.id} of ${textOf(line, tokens)}`) : null;
}

/** "coarse salt" is salt, where the catalogue has no food of that description. */
function findPlain(line: Line, tokens: readonly number[], foods: FoodIndex): IndexedFood | null {
  const { descriptors } = line.language;
  const start = tokens.findIndex((token) => !descriptors.has(wordAt(line, token)));
  const end = tokens.findLastIndex((token) => !descriptors.has(wordAt(line, token))) + 1;
  const isShorter = start > 0 || (start === 0 && end < tokens.length);
  return isShorter ? find(line, tokens.slice(start, end), foods) : null;
}

/** Of "oyster or shiitake mushrooms" and "butter or oil" the first, with the noun that both may share. */
function findAlternative(line: Line, tokens: readonly number[], foods: FoodIndex): IndexedFood | null {
  const { ors } = line.language;
  const last = tokens.findLastIndex((token) => ors.has(wordAt(line, token)));
  if (last < 1) return null;
  const firstEnd = tokens.findIndex((token) => ors.has(wordAt(line, token)) || wordAt(line, token) === ',');
  const first = tokens.slice(0, firstEnd);
  const head = tokens.at(-1);
  const shared = head === undefined || last + 2 >= tokens.length ? null : find(line, [...first, head], foods);
  return shared ?? find(line, first, foods) ?? find(line, tokens.slice(last + 1), foods);
}

/** "tuna in oil" is a name, "tuna in my car" and "salad at the office" carry a remark. */
function isRemark(line: Line, tokens: readonly number[], cut: number): boolean {
  const word = wordAt(line, tokens[cut] ?? -1);
  if (word !== 'in' && word !== 'on' && word !== 'of' && word !== 'for') return true;
  const next = wordAt(line, tokens[cut + 1] ?? -1);
  return line.language.determiners.has(next) || line.language.articles.has(next) || line.language.chatWords.has(next);
}

function familiarityOf(line: Line, tokens: readonly number[], foods: FoodIndex): Familiarity {
  if (tokens.length > longestName) return 'none';
  const { dishes, foodHeads, boundPhrases, nutrients } = line.language;
  const [first, ...others] = tokens;
  const bound = first === undefined ? null : phraseAt(boundPhrases, line.tokens, first);
  if (bound && others.every((token) => token < bound.end)) return 'words';
  const known = tokens.map((token) => {
    const word = wordAt(line, token);
    if (tokens.length > 1 && nutrients.has(word)) return false;
    return dishes.has(word) || foodHeads.has(word) || (word.length > 2 && foods.lookup(word) !== null);
  });
  const isHeadKnown = known.at(-1) === true || (tokens.length > 2 && find(line, tokens.slice(-2), foods) !== null);
  if (!isHeadKnown) return known.includes(true) ? 'part' : 'none';
  const isAllKnown = tokens.every((token, i) => known[i] || isDescriptor(line, token));
  return isAllKnown ? 'words' : 'head';
}

import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { editDistance } from '../../domain/search/edit-distance.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { ItemDraft } from './group-items.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Names longer than this are not looked up: none of the catalogue's everyday names is. */
const longestName = 8;
/** How alike a name must be to be taken for a slip of the finger. */
const slipScore = 0.6;
const shortestSlip = 5;

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
  readonly wordCount: number;
  /** A size among the words: "small banana". */
  readonly size: string | null;
}

/** Finds the food an item's words name; cuts off a remark after it ("from kfc", "because i was hungry"). */
export function matchFood(line: Line, draft: ItemDraft, foods: FoodIndex): FoodName | null {
  if (draft.picture !== null && draft.words.length === 0) {
    const match = foods.lookup(draft.picture);
    return { ...plainName, words: draft.picture, match, familiarity: match ? 'exact' : 'part', wordCount: 1 };
  }
  const all = bareWords(line, draft.words);
  if (all.length === 0) return null;
  const whole = find(line, all, foods);
  if (whole) return name(line, all, whole, 'exact');
  const cut = all.findIndex((token, i) => i > 0 && line.language.tails.has(wordAt(line, token)));
  const kept = cut > 0 && isRemark(line, all, cut) ? all.slice(0, cut) : all;
  const match = kept === all ? null : find(line, kept, foods);
  if (match) return name(line, kept, match, 'exact');
  return name(line, kept, null, familiarityOf(line, kept, foods));
}

/** What is not known of a name until it is looked at. */
export const plainName = {
  candidates: [],
  hasChat: false,
  isWater: false,
  isNutrient: false,
  isExclamation: false,
  isDrink: false,
  size: null,
};

function name(line: Line, tokens: readonly number[], match: IndexedFood | null, familiarity: Familiarity): FoodName {
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
    isDrink: tokens.some(
      (token, i) =>
        language.drinks.has(wordAt(line, token)) && (i === tokens.length - 1 || isJoin(line, tokens[i + 1])),
    ),
    wordCount: tokens.length,
    size: phraseAt(language.sizes, line.tokens, tokens[0] ?? -1)?.meaning ?? null,
  };
}

const isJoin = (line: Line, token: number | undefined): boolean =>
  token !== undefined &&
  (line.language.and.has(wordAt(line, token)) || line.language.withs.byFirstWord.has(wordAt(line, token)));

/** Without what stands before a name and is none of it: "the", "my", "of". */
function bareWords(line: Line, tokens: readonly number[]): readonly number[] {
  const { determiners, of, articles } = line.language;
  let from = 0;
  while (from < tokens.length && isLeading(wordAt(line, tokens[from] ?? -1))) from++;
  return from === 0 ? tokens : tokens.slice(from);
  function isLeading(word: string): boolean {
    return determiners.has(word) || of.has(word) || articles.has(word);
  }
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

/** "tuna in oil" is a name, "tuna in my car" and "salad at the office" carry a remark. */
function isRemark(line: Line, tokens: readonly number[], cut: number): boolean {
  const word = wordAt(line, tokens[cut] ?? -1);
  if (word !== 'in' && word !== 'on' && word !== 'of' && word !== 'for') return true;
  const next = wordAt(line, tokens[cut + 1] ?? -1);
  return line.language.determiners.has(next) || line.language.articles.has(next) || line.language.chatWords.has(next);
}

function familiarityOf(line: Line, tokens: readonly number[], foods: FoodIndex): Familiarity {
  if (tokens.length > longestName) return 'none';
  const { dishes, foodHeads, forms, neutral, boundPhrases } = line.language;
  const [first, ...others] = tokens;
  const bound = first === undefined ? null : phraseAt(boundPhrases, line.tokens, first);
  if (bound && others.every((token) => token < bound.end)) return 'words';
  const isKnown = (token: number): boolean => {
    const word = wordAt(line, token);
    return dishes.has(word) || foodHeads.has(word) || (word.length > 2 && foods.lookup(word) !== null);
  };
  const known = tokens.map((token) => isKnown(token));
  const isHeadKnown = known.at(-1) === true || (tokens.length > 2 && find(line, tokens.slice(-2), foods) !== null);
  if (!isHeadKnown) return known.includes(true) ? 'part' : 'none';
  const isAllKnown = tokens.every(
    (token, i) => known[i] || forms.has(wordAt(line, token)) || neutral.has(wordAt(line, token)),
  );
  return isAllKnown ? 'words' : 'head';
}

/** How many nearest foods are offered for an unknown one. */
const candidatesPerName = 5;
/** A longer name is no slip, and not worth a search. */
const longestSearched = 60;

/**
 * Searches for a name the catalogue does not have. Where it is nearly one of its names ("chicken brest", "bananna") it
 * is taken for a slip of the finger; short words are never guessed. A search costs more than all the rest.
 */
export function searchFood(name: FoodName, foods: FoodIndex): FoodName {
  if (name.match || name.isWater || name.words.length > longestSearched) return name;
  const typed = name.words.toLowerCase();
  const hits = foods.search(typed, candidatesPerName);
  const limit = typed.length < 8 ? 1 : 2;
  const isNear = (known: string): boolean =>
    Math.abs(known.length - typed.length) <= limit && editDistance(typed, known.toLowerCase(), limit) <= limit;
  const slip = hits.find(({ food, score }) => score >= slipScore && (isNear(food.name) || food.aliases.some(isNear)));
  if (slip && typed.length >= shortestSlip) return { ...name, match: slip.food, familiarity: 'exact' };
  const said = wordsOf(typed);
  const candidates = hits
    .filter(({ food, score }) => score >= nearScore || sharesWord(said, food))
    .map(({ food }) => food);
  return { ...name, candidates };
}

/** A hit below this is offered only if it has a whole word of the name: "poke" is not nearly "coke". */
const nearScore = 0.5;
const shortestShared = 4;

const sharesWord = (said: readonly string[], food: IndexedFood): boolean => {
  const known = [food.name, ...food.aliases].flatMap(wordsOf);
  return said.some((word) => word.length >= shortestShared && known.includes(word));
};

import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { Label } from '../../domain/foods/label.ts';
import { type Line, wordAt } from './line.ts';
import { ownNames } from './own-names.ts';
import { phraseAt, phrases } from './phrases.ts';
import { readLabel, servingAt } from './read-label.ts';
import { recogniseLabelAmount, sizeAt } from './recognise-label-amount.ts';
import { recogniseLabelFigure } from './recognise-label-figure.ts';
import { servesAt, skip, yieldAt } from './recognise-recipe-clause.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** What is said of foods of one's own, recipes among them. */
export type OwnFoodReading =
  | { readonly kind: 'keep'; readonly label: Label }
  | { readonly kind: 'list' }
  | { readonly kind: 'show' | 'forget'; readonly name: string }
  /** What one of it weighs, or how many a recipe serves, or what all of it weighs when cooked. */
  | { readonly kind: 'weigh'; readonly name: string; readonly unit: string | null; readonly grams: number }
  | { readonly kind: 'serves'; readonly name: string; readonly servings: number }
  | { readonly kind: 'cooked'; readonly name: string; readonly grams: number }
  /** It begins as a food of one's own, but figures are missing. */
  | { readonly kind: 'unfinished'; readonly name: string };

const longestText = 300;
/** In words and in characters. */
const longestName = 8;
const longestNameLength = 60;
const noSlots = phrases<string>([]);
const { ownFoods } = english;

/**
 * Reads what makes, lists, mends or forgets a food of one's own: "new food: my shake 220 kcal 30p 12c 4f per 300ml",
 * "my bar is 210 kcal per 60 g bar", "my foods", "forget my shake", "my shake weighs 250 g". Null for everything else.
 */
export function readOwnFood(text: string, given: { readonly foods: FoodIndex }): OwnFoodReading | null {
  if (text.length > longestText) return null;
  const isMend = given.foods.own.length > 0 && ownFoods.mendHint.test(text);
  if (!isMend && !ownFoods.hint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'food';
  const at = isCommand ? 2 : pastPoliteness(line, 0, given.foods);
  const end = endOf(line);
  if (at >= end) return isCommand ? { kind: 'list' } : null;
  if (phraseAt(ownFoods.list, line.tokens, at)?.end === end) return { kind: 'list' };
  return (
    readForget(line, at, end, given.foods) ??
    readShow(line, at, end, given.foods) ??
    readMend(line, at, end, given.foods) ??
    readKeep(line, at, end, isCommand)
  );
}

/** Where the text begins once "please", "hey" and the like are over. */
export function pastPoliteness(line: Line, from: number, foods: FoodIndex): number {
  let at = from;
  for (;;) {
    // "post workout" is one elsewhere, and begins the name of a shake.
    if (ownNameEnd(line, at, foods) !== null) return at;
    const token = line.tokens[at];
    const filler = phraseAt(line.language.fillers, line.tokens, at);
    if (filler) at = filler.end;
    else if (token?.kind === 'picture' || (at > from && (token?.word === ',' || token?.word === '!'))) at++;
    else return at;
  }
}

const ends = new Set(['.', '!', '?', ',', 'please', 'pls', 'thanks', 'thx', 'ty', 'cheers', 'now', '\n']);

/** Where the text ends before politeness and marks. */
export function endOf(line: Line): number {
  let end = line.tokens.length;
  while (end > 0 && (ends.has(wordAt(line, end - 1)) || line.tokens[end - 1]?.kind === 'picture')) end--;
  return end;
}

/** As typed, without quotation marks around. */
export const typed = (line: Line, from: number, to: number): string =>
  line.text
    .slice(line.tokens[from]?.start, line.tokens[to - 1]?.end)
    .replace(/\s+/g, ' ')
    .replace(/^["“”'‘’«»]+|["“”'‘’«»]+$/g, '')
    .trim();

/** Where the name of one of their foods ends that begins at `at`; null where none does. */
const ownNameEnd = (line: Line, at: number, foods: FoodIndex): number | null =>
  phraseAt(ownNames(foods), line.tokens, at)?.end ?? null;

function readForget(line: Line, from: number, to: number, foods: FoodIndex): OwnFoodReading | null {
  const lead = phraseAt(ownFoods.forget, line.tokens, from);
  if (!lead) return null;
  const start = wordAt(line, lead.end) === ':' ? lead.end + 1 : lead.end;
  for (let at = start + 1; at <= to; at++) {
    const after = at === to ? to : phraseAt(ownFoods.afterName, line.tokens, at)?.end;
    if (after !== to) continue;
    const isSure = lead.meaning === 'sure' || at < to;
    const own = ownNameEnd(line, start, foods) === at;
    if (own || (isSure && isName(line, start, at, true))) return { kind: 'forget', name: typed(line, start, at) };
  }
  return null;
}

function readShow(line: Line, from: number, to: number, foods: FoodIndex): OwnFoodReading | null {
  const start = phraseAt(ownFoods.show, line.tokens, from)?.end ?? from;
  const end = ownNameEnd(line, start, foods);
  if (end === null || (start === from && end === to)) return null;
  const after = end === to ? to : phraseAt(ownFoods.afterName, line.tokens, end)?.end;
  return after === to ? { kind: 'show', name: typed(line, start, end) } : null;
}

/** "my shake weighs 250 g", "one scoop of my shake is 30 g", "chili serves 4", "chili cooked 1.2 kg". */
function readMend(line: Line, from: number, to: number, foods: FoodIndex): OwnFoodReading | null {
  if (foods.own.length === 0) return null;
  const { ones, weighs, yieldLinks, yields } = ownFoods;
  let at = from;
  let unit: string | null = null;
  if (ones.has(wordAt(line, at))) {
    const found = phraseAt(line.language.units, line.tokens, at + 1);
    const isOf = found && line.language.of.has(wordAt(line, found.end));
    if (isOf) {
      unit = found.meaning.id;
      at = found.end + 1;
    } else if (ownNameEnd(line, at, foods) === null) at++;
  }
  const end = ownNameEnd(line, at, foods);
  if (end === null) return null;
  const name = typed(line, at, end);
  const served = servesAt(line, end);
  if (served?.end === to) return { kind: 'serves', name, servings: served.servings };
  const cooked = yieldAt(line, end);
  const isCooked = cooked && line.tokens.slice(end, to).some(({ word }) => isYieldWord(word));
  if (cooked?.end === to && isCooked) return { kind: 'cooked', name, grams: cooked.grams };
  const link = phraseAt(weighs, line.tokens, end);
  const size = link && sizeAt(line, skip(line, link.end, yieldLinks));
  if (!size) return null;
  const grams = size.grams ?? size.ml ?? 0;
  if (size.end === to) return { kind: 'weigh', name, unit, grams };
  if (phraseAt(yields, line.tokens, size.end)?.end === to) return { kind: 'cooked', name, grams };
  const each = recogniseLabelAmount(line, size.end);
  return each?.end === to && each.amount.quantity === 1
    ? { kind: 'weigh', name, unit: each.amount.unit === 'piece' ? null : each.amount.unit, grams }
    : null;
}

const isYieldWord = (word: string): boolean =>
  word === 'cooked' || word === 'yields' || word === 'yield' || word === 'makes';

function readKeep(line: Line, from: number, to: number, isCommand: boolean): OwnFoodReading | null {
  const lead = phraseAt(ownFoods.leads, line.tokens, from);
  if (lead?.meaning === 'recipe') return null;
  const isLed = lead !== null && lead.end < to;
  let at = isLed ? lead.end : from;
  const isDetermined = line.language.determiners.has(wordAt(line, from));
  if (!isLed && !isCommand && !isDetermined && !line.text.includes('=')) return null;
  const isMarked = isLed && /^[:\-\n]$/.test(wordAt(line, at));
  if (isMarked) at++;
  if (ownFoods.called.has(wordAt(line, at))) at++;
  const nameEnd = nameEndOf(line, at, to);
  const isSure = isCommand || lead?.meaning === 'food';
  if (nameEnd === null) {
    const isUnfinished = (isCommand || (isSure && isMarked)) && isName(line, at, to, true) && to - at <= longestName;
    return isUnfinished ? { kind: 'unfinished', name: typed(line, at, to) } : null;
  }
  const name = typed(line, at, nameEnd.name);
  if (!isName(line, at, nameEnd.name, isSure)) return null;
  // Without a word that says so, only what is one's own, or set down as an equation, is a food to keep.
  const isOwn = line.language.determiners.has(wordAt(line, at)) || nameEnd.isEquation;
  if (!isSure && !isLed && !isOwn) return null;
  const read = readLabel(line, nameEnd.figures, to);
  if (!read || (!isSure && !read.isAmountSaid)) return null;
  return { kind: 'keep', label: { name, ...read.label } };
}

/** Where a name ends and its figures begin. */
function nameEndOf(
  line: Line,
  from: number,
  to: number,
): { name: number; figures: number; isEquation: boolean } | null {
  for (let at = from + 1; at < to; at++) {
    const isServing = ownFoods.ones.has(wordAt(line, at)) && servingAt(line, at) !== null;
    if (isServing || startsFigure(line, at)) return { name: at, figures: at, isEquation: false };
    const copula = phraseAt(ownFoods.copulas, line.tokens, at);
    if (copula && copula.end < to && (startsFigure(line, copula.end) || servingAt(line, copula.end)))
      return { name: at, figures: copula.end, isEquation: wordAt(line, at) === '=' };
    const isBracket = wordAt(line, at) === '(' || wordAt(line, at) === '\n';
    if (isBracket && startsFigure(line, at + 1)) return { name: at, figures: at, isEquation: false };
  }
  return null;
}

function startsFigure(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  if (word === '~' || word === 'about' || word === 'approx') return startsFigure(line, at + 1);
  if (word === 'per' || word === '/') return recogniseLabelAmount(line, at) !== null;
  return recogniseLabelFigure(line, at) !== null || sizeAt(line, at) !== null;
}

/**
 * What may be the name of a food: some words that are no sentence. Where nothing says that it is one (`isSure`), none may
 * refuse it either.
 */
export function isName(line: Line, from: number, to: number, isSure = false): boolean {
  const { determiners, refusals } = line.language;
  if (to <= from || to - from > longestName) return false;
  const name = typed(line, from, to);
  if (name.length > longestNameLength || !/\p{L}/u.test(name)) return false;
  const bare = determiners.has(wordAt(line, from)) ? from + 1 : from;
  if (bare >= to || (!isSure && ownFoods.noNames.has(wordAt(line, to - 1)))) return false;
  for (let at = from; at < to; at++) {
    const token = line.tokens[at];
    if (!token || /^[?;\n:=]$/.test(token.word)) return false;
    if (/^(?:i|you|he|she|they|we|was|were|will|should|would|how|what|why|when|does|do|did)$/.test(token.word))
      return false;
    if (!isSure && phraseAt(refusals, line.tokens, at)) return false;
  }
  return true;
}

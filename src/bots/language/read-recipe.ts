import type { Temporal } from 'temporal-polyfill';
import { type Line, wordAt } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import { placeInTime } from './place-in-time.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import { endOf, isName, pastPoliteness, typed } from './read-own-food.ts';
import { recogniseAmount } from './recognise-amount.ts';
import { type FoundDay, recogniseDay } from './recognise-day.ts';
import { servesAt, yieldAt } from './recognise-recipe-clause.ts';
import { recogniseSlot } from './recognise-slot.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

interface Named {
  readonly name: string;
  /** What all of it weighs when it is ready, in grams; null when unsaid. */
  readonly yieldG: number | null;
  readonly servings: number | null;
}

export type RecipeReading =
  /** Its parts, typed out. */
  | (Named & { readonly kind: 'recipe'; readonly items: readonly ReadItem[]; readonly waterMl: number | null })
  /** What was eaten: the last meal, the one replied to, or that of a slot on a day. */
  | (Named & { readonly kind: 'save'; readonly slot: string | null; readonly day: Temporal.PlainDate | null })
  /** A recipe with nothing in it yet. */
  | { readonly kind: 'unfinished'; readonly name: string };

const longestText = 2_000;
const { ownFoods } = english;
/** Words that all recipes have one of. */
const hint = /recipe|\b(?:save|keep|store|remember|make|turn|log|call|add)\b/i;

/**
 * Reads a recipe: "recipe: chili: 500g beef mince, 2 onions, cooked 900 g, serves 4", "save that as chili, cooked 1.2 kg",
 * "save yesterday's dinner as stew". Null for everything else.
 */
export function readRecipe(text: string, given: MealGiven): RecipeReading | null {
  if (text.length > longestText || !hint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: ownSlotPhrases(given.slots) };
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'food';
  const at = isCommand ? 2 : pastPoliteness(line, 0, given.foods);
  const end = endOf(line);
  return readSave(line, at, end, given) ?? readTyped(line, at, end, given);
}

function readTyped(line: Line, from: number, to: number, given: MealGiven): RecipeReading | null {
  const lead = phraseAt(ownFoods.leads, line.tokens, from);
  if (lead?.meaning !== 'recipe') return null;
  let at = lead.end;
  const isMarked = /^[:\-\n]$/.test(wordAt(line, at));
  if (isMarked) at++;
  if (ownFoods.called.has(wordAt(line, at))) at++;
  const nameEnd = recipeNameEnd(line, at, to);
  if (!isName(line, at, nameEnd, true)) return null;
  const name = typed(line, at, nameEnd);
  const { rest, yieldG, servings } = takeClauses(line, nameEnd, to);
  if (rest === '') return isMarked ? { kind: 'unfinished', name } : null;
  const read = readMeals(`ate ${rest}`, given);
  if (read === null || 'about' in read) return null;
  const [meal, ...others] = read;
  if (!meal || others.length > 0 || meal.isDaySaid || meal.slot !== null) return null;
  return { kind: 'recipe', name, yieldG, servings, items: meal.items, waterMl: meal.waterMl };
}

/** Up to the mark after it, or to the first amount. */
function recipeNameEnd(line: Line, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at);
    if (/^[:=,;\n]$/.test(word) || word === '->' || (at > from && (word === 'with' || word === '('))) return at;
    if (word === '-' && line.tokens[at]?.isGlued === false) return at;
    if (at > from && recogniseAmount(line, at)?.isCounted) return at;
    if (at > from && (servesAt(line, at) || yieldAt(line, at))) return at;
  }
  return to;
}

const separators = new Set([',', ';', '\n', '(', ')', '.', ':', '=', '|']);
const joins = new Set(['and', '&', 'with', '->', '-', 'that', 'which', 'it']);

/** Takes "cooked 900 g" and "serves 4" out of a list of parts. */
function takeClauses(
  line: Line,
  from: number,
  to: number,
): { rest: string; yieldG: number | null; servings: number | null } {
  let yieldG: number | null = null;
  let servings: number | null = null;
  const kept: string[] = [];
  let start = from;
  const keep = (end: number): void => {
    if (end > start) kept.push(line.text.slice(line.tokens[start]?.start, line.tokens[end - 1]?.end));
  };
  for (let at = from; at < to; at++) {
    const served: ReturnType<typeof servesAt> = servings === null ? servesAt(line, at) : null;
    const cooked: ReturnType<typeof yieldAt> = yieldG === null && !served ? yieldAt(line, at) : null;
    const end = served?.end ?? cooked?.end;
    if (end === undefined || end > to || (end < to && !isSeparate(line, end))) continue;
    if (served) servings = served.servings;
    else if (cooked) yieldG = cooked.grams;
    keep(withoutJoin(line, start, at));
    start = end;
    at = end - 1;
  }
  keep(to);
  const rest = kept
    .join(', ')
    .replace(/^[\s,:;=\->–(]+|[\s,:;(]+$/g, '')
    .replace(/^with\s+/i, '');
  return { rest: /[\p{L}\d]/u.test(rest) ? rest : '', yieldG, servings };
}

/** A clause ends where the text, the item or the line does, or where the next clause begins. */
const isSeparate = (line: Line, at: number): boolean =>
  separators.has(wordAt(line, at)) ||
  joins.has(wordAt(line, at)) ||
  servesAt(line, at) !== null ||
  yieldAt(line, at) !== null;

function withoutJoin(line: Line, from: number, to: number): number {
  let end = to;
  while (end > from && (joins.has(wordAt(line, end - 1)) || separators.has(wordAt(line, end - 1)))) end--;
  return end;
}

function readSave(line: Line, from: number, to: number, given: MealGiven): RecipeReading | null {
  if (!ownFoods.saves.has(wordAt(line, from))) return null;
  const verb = wordAt(line, from);
  const what = whatIsSaved(line, from + 1, given);
  if (!what) return null;
  const as = phraseAt(ownFoods.as, line.tokens, what.end);
  const isNamed = ownFoods.called.has(wordAt(line, what.end));
  // "call that meal chili" has no "as".
  let at = as?.end ?? (isNamed || verb === 'call' ? what.end : -1);
  if (at < 0) return null;
  const { kinds } = ownFoods;
  const isKindSaid = kinds.has(wordAt(line, at)) || kinds.has(wordAt(line, what.end - 1));
  if (kinds.has(wordAt(line, at))) at++;
  if (ownFoods.called.has(wordAt(line, at)) || /^[:\-,]$/.test(wordAt(line, at))) at++;
  // "make it a good one", "call it a day", "log that as lunch": only saving needs no word for what is kept.
  const isPlain = verb === 'save' || verb === 'store' || verb === 'keep' || verb === 'remember';
  if (!isPlain && !isKindSaid) return null;
  const nameEnd = savedNameEnd(line, at, to);
  const { rest, yieldG, servings } = takeClauses(line, nameEnd, to);
  if (rest !== '' || !isName(line, at, nameEnd, true)) return null;
  const isSlot = phraseAt(line.language.slots, line.tokens, at)?.end === nameEnd;
  if (isSlot) return null;
  return { kind: 'save', name: typed(line, at, nameEnd), yieldG, servings, slot: what.slot, day: what.day };
}

function savedNameEnd(line: Line, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at);
    if (separators.has(word)) return at;
    if (at > from && (servesAt(line, at) || yieldAt(line, at))) return withoutJoin(line, from, at);
  }
  return to;
}

interface Saved {
  readonly slot: string | null;
  readonly day: Temporal.PlainDate | null;
  readonly end: number;
}

/** "that", "my last meal", "my lunch", "yesterday's dinner", or nothing before "as". */
function whatIsSaved(line: Line, from: number, given: MealGiven): Saved | null {
  const that = phraseAt(ownFoods.thats, line.tokens, from);
  if (that)
    return {
      slot: null,
      day: null,
      end: ownFoods.kinds.has(wordAt(line, that.end)) && wordAt(line, that.end) !== 'recipe' ? that.end + 1 : that.end,
    };
  if (wordAt(line, from) === 'as') return { slot: null, day: null, end: from };
  const before = recogniseDay(line, from);
  const slot = recogniseSlot(line, before?.end ?? from);
  if (!slot) return null;
  const after: FoundDay | null = before ?? recogniseDay(line, slot.end);
  const said = after?.day ?? null;
  const placed = said && placeInTime(said, null, null, given);
  if (said && !placed) return null;
  return { slot: slot.slot, day: placed?.day ?? null, end: Math.max(slot.end, after?.end ?? 0) };
}

import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex, IndexedExercise } from '../../domain/training/exercise-index.ts';
import type { KnownWord } from '../../domain/users/load-words.ts';
import { wordKey } from '../../domain/users/word-meaning.ts';
import { namedWords } from './known-word.ts';
import { type Line, wordAt } from './line.ts';
import { ownNames } from './own-names.ts';
import { phraseAt, phrases } from './phrases.ts';
import { recogniseAmount } from './recognise-amount.ts';
import { textOf } from './recognise-logged-thing.ts';
import { recogniseUnit } from './recognise-unit.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import { ownWords } from './vocabulary/en/own-words.ts';

/** What is said of the person's own words. */
export type OwnWordsReading =
  | { readonly kind: 'list' }
  | { readonly kind: 'forget-all' }
  | { readonly kind: 'forget'; readonly words: string }
  /** "Shake means my shake": `means` is as said, and null in both where nobody knows it. */
  | {
      readonly kind: 'mean';
      readonly words: string;
      readonly means: string;
      readonly food: IndexedFood | null;
      readonly exercise: IndexedExercise | null;
    }
  /** "A bowl of porridge is 420 g", "my mug holds 350 ml"; one of the two amounts is there. */
  | {
      readonly kind: 'measure';
      /** Null for one of the food itself. */
      readonly unit: string | null;
      readonly food: IndexedFood | null;
      readonly grams: number | null;
      readonly ml: number | null;
      /** "The bowl was 420 g": of something logged. */
      readonly isPast: boolean;
    };

export interface OwnWordsGiven {
  readonly foods: FoodIndex;
  readonly exercises: Pick<ExerciseIndex, 'lookup'>;
  readonly words?: { readonly known: readonly KnownWord[] };
}

const longestText = 120;
/** In tokens. */
const longestWords = 5;
const noSlots = phrases<string>([]);
const gramsOf: Readonly<Record<string, number>> = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 };
const mlOf: Readonly<Record<string, number>> = { ml: 1, cl: 10, dl: 100, l: 1000, floz: 29.5735295625 };
/** More than this no measure on a table holds. */
const mostEach = 5000;
const sameUnits: Readonly<Record<string, string>> = { portion: 'serving', helping: 'serving', serve: 'serving' };

/**
 * Reads what tells, asks or takes back what a person's words mean: "when i say shake i mean my shake", "a bowl of
 * porridge is 420 g", "my words", "forget shake". Null for everything else.
 */
export function readOwnWords(text: string, given: OwnWordsGiven): OwnWordsReading | null {
  if (text.length > longestText || !ownWords.hint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const end = endOf(line);
  const at = startOf(line, end);
  if (at >= end || line.tokens.some(({ word }, i) => i < end && word === '?')) return listAt(line, at);
  return (
    listAt(line, at) ??
    forgetAt(line, at, end, given) ??
    meanAt(line, at, end, given) ??
    measureAt(line, at, end, given)
  );
}

function startOf(line: Line, end: number): number {
  let at = 0;
  for (;;) {
    const filler = at < end ? phraseAt(line.language.fillers, line.tokens, at) : null;
    if (filler) at = filler.end;
    else if (at > 0 && /^[,:!]$/.test(wordAt(line, at))) at++;
    else return at;
  }
}

/** Without politeness and marks at the end. */
function endOf(line: Line): number {
  let end = line.tokens.length;
  while (end > 0 && /^(?:[.!,)]|please|pls|thanks|thx|now|ok|btw)$/.test(wordAt(line, end - 1))) end--;
  return end;
}

function listAt(line: Line, at: number): OwnWordsReading | null {
  const found = phraseAt(ownWords.list, line.tokens, at);
  const rest = line.tokens.slice(found?.end).every(({ kind }) => kind === 'mark');
  return found && rest ? { kind: 'list' } : null;
}

function forgetAt(line: Line, at: number, end: number, given: OwnWordsGiven): OwnWordsReading | null {
  if (phraseAt(ownWords.forgetAll, line.tokens, at)?.end === end) return { kind: 'forget-all' };
  const lead = phraseAt(ownWords.forget, line.tokens, at);
  if (!lead || lead.end >= end) return null;
  for (let to = end; to > lead.end; to--) {
    if (to < end && phraseAt(ownWords.afterForgotten, line.tokens, to)?.end !== end) continue;
    const words = unquoted(textOf(line, lead.end, to));
    const known = namedWords(words, given.words?.known ?? [], given.foods).length > 0;
    // "Forget my shake" is said of the food that is called so.
    const isFood = phraseAt(ownNames(given.foods), line.tokens, at + 1)?.end === end && wordAt(line, at + 1) === 'my';
    if (known && !isFood) return { kind: 'forget', words };
    if (lead.meaning === 'sure' && to - lead.end <= longestWords) return { kind: 'forget', words };
  }
  return null;
}

/** "when i say shake i mean my shake", "shake means my shake", "by press i mean leg press". */
function meanAt(line: Line, at: number, end: number, given: OwnWordsGiven): OwnWordsReading | null {
  const lead = phraseAt(ownWords.tells, line.tokens, at);
  const from = lead?.end ?? at;
  for (let to = from + 1; to <= Math.min(from + longestWords, end - 1); to++) {
    const comma = wordAt(line, to) === ',' ? to + 1 : to;
    const link = phraseAt(lead ? ownWords.told : ownWords.means, line.tokens, comma);
    if (!link || link.end >= end) continue;
    const words = unquoted(textOf(line, from, to));
    const means = unquoted(textOf(line, link.end, end));
    const food = given.foods.lookup(means);
    const exercise = food ? null : given.exercises.lookup(means);
    const isWords = !ownWords.noWords.has(wordAt(line, from)) && wordKey(words) !== '';
    // Without a lead only what is known is the meaning of a word: "this means war".
    const isShort = end - link.end <= longestWords + 1;
    const isTold = food || exercise || lead || given.foods.lookup(words);
    return isWords && isShort && isTold ? { kind: 'mean', words, means, food, exercise } : null;
  }
  return null;
}

/** "a bowl is 420 g", "my mug holds 350 ml", "a slice of toast is 40g", "an egg is 60 g". */
function measureAt(line: Line, at: number, end: number, given: OwnWordsGiven): OwnWordsReading | null {
  if (!ownWords.ones.has(wordAt(line, at))) return null;
  const start = at + 1;
  const unit = recogniseUnit(line, start);
  const isVessel = unit !== null && unit.unit.kind !== 'mass' && unit.unit.kind !== 'energy' && !(unit.unit.id in mlOf);
  const of = isVessel && line.language.of.has(wordAt(line, unit.end)) ? unit.end + 1 : null;
  const from = of ?? start;
  let to = isVessel && of === null ? unit.end : from + 1;
  while (to < Math.min(from + longestWords, end) && !phraseAt(ownWords.holds, line.tokens, to)) to++;
  const link = phraseAt(ownWords.holds, line.tokens, to);
  if (!link || (isVessel && of === null && to !== unit.end)) return null;
  const about = phraseAt(ownWords.about, line.tokens, link.end)?.end ?? link.end;
  const amount = recogniseAmount(line, about);
  if (!amount?.quantity || !amount.unit || !amount.isCounted) return null;
  const last = phraseAt(ownWords.eachEnd, line.tokens, amount.end)?.end ?? amount.end;
  const { id } = amount.unit;
  const grams = id in gramsOf ? amount.quantity * (gramsOf[id] ?? 0) : null;
  const ml = id in mlOf ? amount.quantity * (mlOf[id] ?? 0) : null;
  const size = grams ?? ml ?? 0;
  if (last !== end || size <= 0 || size > mostEach) return null;
  const isPast = ownWords.past.has(wordAt(line, to));
  const food = isVessel && of === null ? null : given.foods.lookup(textOf(line, from, to));
  if (isVessel) {
    if (of !== null && !food) return null;
    return { kind: 'measure', unit: sameUnits[unit.unit.id] ?? unit.unit.id, food, grams, ml, isPast };
  }
  // "The egg was 60 g" corrects; foods of one's own are weighed as such.
  const isOne = ['a', 'an', 'one', '1', 'each', 'every'].includes(wordAt(line, at));
  return food && isOne && !isPast && food.source !== 'own' && grams !== null
    ? { kind: 'measure', unit: null, food, grams, ml: null, isPast }
    : null;
}

const unquoted = (words: string): string => words.replace(/^["“”'‘’«»\s]+|["“”'‘’«»\s]+$/g, '');

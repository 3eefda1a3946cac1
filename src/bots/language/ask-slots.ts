import type { Metric } from '../../domain/body/plausible.ts';
import type { SlotReader, SlotReaders } from './forms.ts';
import type { Line } from './line.ts';
import { type Phrases, phraseAt } from './phrases.ts';
import type { Token } from './scan.ts';
import type { AskedNutrient } from './vocabulary/ask-vocabulary.ts';

interface Named<Meaning> {
  readonly meaning: Meaning;
  readonly words: string;
}

/** Tokens of a question: from one, up to another, exclusive. */
export interface AskSpan {
  readonly at: number;
  readonly end: number;
}

/** What the slots of a question hold so far. Names are looked up once all of it fits: that costs more than the rest. */
export interface FoundInAsk {
  readonly line: Line;
  readonly tokens: readonly Token[];
  who?: AskSpan | undefined;
  nutrient?: Named<AskedNutrient> | undefined;
  metric?: Named<Metric> | undefined;
  /** Words that may be foods with their amounts. */
  food?: AskSpan | undefined;
  /** Words that may name one food. */
  dish?: AskSpan | undefined;
  /** Words that may name an exercise, and how far it went. */
  exercise?: (AskSpan & { readonly distanceM: number | null }) | undefined;
  number?: number | undefined;
  numberWords?: string | undefined;
}

type Reader = SlotReader<FoundInAsk>;

const longestFood = 14;
const longestName = 5;

/** Keeps what a slot holds while the rest is read, and forgets it where that does not fit. */
function keeping<Key extends 'who' | 'nutrient' | 'metric' | 'food' | 'dish' | 'exercise' | 'number'>(
  found: FoundInAsk,
  key: Key,
  value: FoundInAsk[Key],
  goOn: () => boolean,
): boolean {
  const before = found[key];
  found[key] = value;
  if (goOn()) return true;
  found[key] = before;
  return false;
}

const fromTable =
  <Key extends 'nutrient' | 'metric', Meaning>(
    key: Key,
    tableOf: (line: Line) => Phrases<Meaning>,
    value: (meaning: Meaning, words: string) => FoundInAsk[Key],
  ): Reader =>
  (tokens, at, found, next) => {
    const name = phraseAt(tableOf(found.line), tokens, at);
    if (!name) return false;
    const held = value(name.meaning, wordsOf(tokens, at, name.end));
    return keeping(found, key, held, () => next(name.end));
  };

const food: Reader = (tokens, at, found, next) => {
  for (let end = Math.min(tokens.length, at + longestFood); end > at; end--)
    if (keeping(found, 'food', { at, end }, () => next(end))) return true;
  return false;
};

const dish: Reader = (tokens, at, found, next) => {
  const { asks, articles, determiners, vague } = found.line.language;
  let start = at;
  while (articles.has(tokens[start]?.word ?? '') || determiners.has(tokens[start]?.word ?? '')) start++;
  start = phraseAt(vague, tokens, start)?.end ?? start;
  for (let end = Math.min(tokens.length, start + longestName); end > start; end--) {
    if (phraseAt(asks.nutrients, tokens, start)?.end === end || !isWords(tokens, start, end)) continue;
    if (keeping(found, 'dish', { at: start, end }, () => next(end))) return true;
  }
  return false;
};

const exercise: Reader = (tokens, at, found, next) => {
  const far = distanceAt(found.line, tokens, at);
  if (far && keeping(found, 'exercise', far, () => next(far.end))) return true;
  for (let end = Math.min(tokens.length, at + longestName); end > at; end--) {
    if (!mayBeExercise(found.line, tokens, at, end)) continue;
    if (keeping(found, 'exercise', { at, end, distanceM: null }, () => next(end))) return true;
  }
  return false;
};

/** "weight" and "protein" are asked about as such, whatever exercise has the word in its name. */
function mayBeExercise({ language }: Line, tokens: readonly Token[], at: number, end: number): boolean {
  const { asks, determiners, articles } = language;
  if (!isWords(tokens, at, end)) return false;
  if (phraseAt(asks.nutrients, tokens, at)?.end === end || phraseAt(asks.metrics, tokens, at)?.end === end)
    return false;
  const isPlain = ({ word }: Token) => asks.noExercises.has(word) || determiners.has(word) || articles.has(word);
  return !tokens.slice(at, end).every(isPlain);
}

const done: Reader = (tokens, at, found, next) => {
  const { doneForms } = found.line.language.asks;
  for (const end of [at + 2, at + 1]) {
    if (!doneForms.has(wordsOf(tokens, at, end))) continue;
    if (keeping(found, 'exercise', { at, end, distanceM: null }, () => next(end))) return true;
  }
  return false;
};

/** "5k", "10 km run", "half marathon", "a mile". */
function distanceAt(
  { language }: Line,
  tokens: readonly Token[],
  at: number,
): NonNullable<FoundInAsk['exercise']> | null {
  const { asks, articles } = language;
  const start = articles.has(tokens[at]?.word ?? '') ? at + 1 : at;
  const amount = tokens[start];
  const unit = amount?.kind === 'number' ? asks.distances.get(tokens[start + 1]?.word ?? '') : undefined;
  const named = phraseAt(asks.distanceNames, tokens, start);
  const distanceM = unit !== undefined ? (amount?.value ?? 0) * unit : named?.meaning;
  if (!distanceM) return null;
  const end = named && unit === undefined ? named.end : start + 2;
  return { at: start, end: asks.doneForms.has(tokens[end]?.word ?? '') ? end + 1 : end, distanceM };
}

const number: Reader = (tokens, at, found, next) => {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.value === null) return false;
  const value = token.value;
  found.numberWords = token.word;
  return keeping(found, 'number', value, () => next(at + 1));
};

/** The writer, or somebody by name. */
const i: Reader = (tokens, at, found, next) => {
  if (found.line.language.asks.self.has(tokens[at]?.word ?? '')) return next(at + 1);
  for (const end of [at + 1, at + 2])
    if (isName(found.line, tokens, at, end) && keeping(found, 'who', { at, end }, () => next(end))) return true;
  return false;
};

/** What is the writer's, or somebody's by name: "my", "anna's". */
const my: Reader = (tokens, at, found, next) => {
  if (found.line.language.asks.own.has(tokens[at]?.word ?? '')) return next(at + 1);
  for (const end of [at + 1, at + 2]) {
    const last = tokens[end - 1];
    if (!last || !isPossessive(found.line, last) || !isName(found.line, tokens, at, end)) continue;
    if (keeping(found, 'who', { at, end }, () => next(end))) return true;
  }
  return false;
};

/** Whether a word was typed as somebody's: "anna's". */
export const isPossessive = ({ text }: Line, { kind, word, end }: Token): boolean =>
  kind === 'word' && word.endsWith('s') && apostrophes.includes(text.charAt(end - 2)) && end > 1;

const apostrophes = "'’`´";

function isName({ language }: Line, tokens: readonly Token[], at: number, end: number): boolean {
  if (end > tokens.length || !isWords(tokens, at, end)) return false;
  const { asks, people, weekdays, numbers } = language;
  for (let n = at; n < end; n++) {
    const word = tokens[n]?.word ?? '';
    const bare = word.endsWith('s') ? word.slice(0, -1) : word;
    for (const one of [word, bare])
      if (one.length < 2 || asks.noNames.has(one) || people.has(one) || weekdays.has(one) || numbers.has(one))
        return false;
  }
  return true;
}

function isWords(tokens: readonly Token[], at: number, end: number): boolean {
  for (let n = at; n < end; n++) if (tokens[n]?.kind !== 'word') return false;
  return true;
}

const wordsOf = (tokens: readonly Token[], at: number, end: number): string =>
  tokens
    .slice(at, end)
    .map(({ word }) => word)
    .join(' ');

/** As it was typed; what was taken out between leaves one space. */
export function typed({ line, tokens }: FoundInAsk, { at, end }: AskSpan): string {
  let words = '';
  let last = -1;
  for (const { start, end: stop, isGlued } of tokens.slice(at, end)) {
    if (start < last) continue;
    words += `${words === '' || (isGlued && start === last) ? '' : ' '}${line.text.slice(start, stop)}`;
    last = stop;
  }
  return words;
}

/** The slots of the forms of questions. */
export const askSlots: SlotReaders<FoundInAsk> = new Map<string, Reader>([
  ['i', i],
  ['my', my],
  [
    'nutrient',
    fromTable(
      'nutrient',
      ({ language }) => language.asks.nutrients,
      (meaning, words) => ({ meaning, words }),
    ),
  ],
  [
    'metric',
    fromTable(
      'metric',
      ({ language }) => language.asks.metrics,
      (meaning, words) => ({ meaning, words }),
    ),
  ],
  ['food', food],
  ['dish', dish],
  ['exercise', exercise],
  ['done', done],
  ['number', number],
]);

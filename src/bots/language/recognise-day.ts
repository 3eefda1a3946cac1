import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseDate } from './recognise-date.ts';
import { recogniseNumber } from './recognise-number.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';
import { wordsOfLanguage } from './words-of-language.ts';

export interface FoundDay extends Span {
  readonly day: SaidDay;
}

const dayWords = new Set(['day', 'days', 'night', 'nights']);
const weekWords = new Set(['week', 'weeks']);
const soonWords = new Set(['min', 'mins', 'minutes', 'minute', 'hour', 'hours', 'hrs', 'days', 'weeks']);

/** The words with which a day begins, where it does not begin with a number. */
export const dayOpenings = wordsOfLanguage(
  ({ days, numbers, groups, articles, dayLeads, weekdays, months }) => [
    days,
    numbers,
    groups,
    articles,
    dayLeads,
    weekdays,
    months,
  ],
  ['in', 'on', 'the'],
);

/** A day: "yesterday", "last night", "on monday", "friday morning", "3 days ago", "march 3rd", "2026-03-01". */
export function recogniseDay(line: Line, at: number): FoundDay | null {
  const { tokens, language } = line;
  const token = tokens[at];
  if (!token || token.kind === 'picture') return null;
  if (token.kind !== 'number' && !dayOpenings(language, token.lexeme)) return null;
  const phrase = phraseAt(language.days, tokens, at);
  if (phrase) return { day: phrase.meaning, end: pastPossessive(line, phrase.end) };

  if (
    token.kind === 'number' ||
    language.numbers.has(token.word) ||
    language.groups.has(token.word) ||
    language.articles.has(token.word)
  ) {
    const ago = daysAgo(line, at);
    if (ago) return ago;
  }
  let next = at;
  while (next < at + 2 && language.dayLeads.has(wordAt(line, next))) next++;
  const weekday = language.weekdays.get(wordAt(line, next));
  if (weekday !== undefined) return namedDay(line, at, next, weekday);
  if (wordAt(line, at) === 'in') {
    const number = recogniseNumber(line, at + 1);
    if (number && soonWords.has(wordAt(line, number.end)))
      return { day: { kind: 'future', ahead: null }, end: number.end + 1 };
  }
  return recogniseDate(line, at);
}

function namedDay(line: Line, at: number, name: number, weekday: number): FoundDay | null {
  const word = wordAt(line, name);
  const isBare = name === at;
  // "sun" and "sat" are also ordinary words: they need a lead, a colon, a meal or a part of the day.
  const isShort = word.length === 3 && (word === 'sun' || word === 'sat' || word === 'wed');
  const part = line.language.dayParts.get(wordAt(line, name + 1)) ?? null;
  const isLeading = wordAt(line, name + 1) === ':' || phraseAt(line.language.slots, line.tokens, name + 1) !== null;
  if (isShort && isBare && part === null && !isLeading) return null;
  const end = part === null ? name + 1 : name + 2;
  return { day: { kind: 'weekday', weekday, isBare, part }, end };
}

function daysAgo(line: Line, at: number): FoundDay | null {
  const number = recogniseNumber(line, at);
  const value = number?.value ?? (line.language.articles.has(wordAt(line, at)) ? 1 : null);
  const next = number?.end ?? at + 1;
  if (value === null || wordAt(line, next + 1) !== 'ago' || !Number.isInteger(value) || value > 3650) return null;
  if (dayWords.has(wordAt(line, next))) return { day: { kind: 'ago', days: value, part: null }, end: next + 2 };
  if (weekWords.has(wordAt(line, next))) return { day: { kind: 'ago', days: value * 7, part: null }, end: next + 2 };
  return null;
}

/** "yesterday's" is scanned as one word; "today 's" is not worth a rule, but a colon or dash after a day is its own. */
const pastPossessive = (line: Line, end: number): number =>
  wordAt(line, end) === 's' && line.tokens[end]?.isGlued ? end + 1 : end;

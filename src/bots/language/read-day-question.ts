import type { Temporal } from 'temporal-polyfill';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { type FoundDay, recogniseDay } from './recognise-day.ts';
import { scan } from './scan.ts';
import { dayQuestionEnds, dayQuestions } from './vocabulary/en/day-questions.ts';
import { english } from './vocabulary/en/index.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

export interface DayQuestion {
  readonly day: Temporal.PlainDate;
  readonly about: 'day' | 'remaining';
}

const longestQuestion = 120;
const noSlots = phrases<string>([]);
/** Said alone these ask for the day: "today", "yesterday?". */
const aloneDays: ReadonlySet<string> = new Set(['ago', 'calendar-ago']);

/** The words that a text can begin with, where it asks for a day. */
export const dayQuestionOpenings: ReadonlySet<string> = new Set(dayQuestions.byFirstWord.keys());
/** The words with which the days end that ask for themselves. */
export const aloneDayEnds: ReadonlySet<string> = new Set([
  ...[...english.days.byFirstWord.values()]
    .flat()
    .flatMap(({ words, meaning }) => (aloneDays.has(meaning.kind) ? (words.at(-1) ?? []) : [])),
  'ago',
]);

/** Reads a question about a day: "today", "what did i eat on monday", "what's left", "/today yesterday". */
export function readDayQuestion(text: string, given: Moment): DayQuestion | null {
  if (text.length > longestQuestion) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const question = phraseAt(dayQuestions, line.tokens, 0);
  let about = question?.meaning ?? null;
  let said: SaidDay | null = null;
  for (let at = question?.end ?? 0; at < line.tokens.length; ) {
    const day: FoundDay | null = said ? null : recogniseDay(line, at);
    if (day) {
      said = day.day;
      at = day.end;
    } else if (dayQuestionEnds.has(wordAt(line, at)) || line.tokens[at]?.kind === 'picture') at++;
    else return null;
  }
  if (about === null) {
    if (!said || !aloneDays.has(said.kind)) return null;
    about = 'day';
  } else if (!said && needsDay(line, question?.end ?? 0)) return null;
  const placed = placeInTime(said, null, null, given);
  return placed && { day: placed.day, about };
}

/** Words that also begin or are other messages ask for a day only with one: "show yesterday", "total for monday". */
const shortLeads: ReadonlySet<string> = new Set([
  'show',
  'show me',
  'log for',
  'total for',
  'totals for',
  'summary for',
  'summary of',
  'kcal',
  'total',
  'left',
  'my food',
]);

const needsDay = (line: Line, end: number): boolean =>
  shortLeads.has(
    line.tokens
      .slice(0, end)
      .map((token) => token.word)
      .join(' '),
  );

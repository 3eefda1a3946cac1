import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { placeAhead } from './place-ahead.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseDelay } from './recognise-delay.ts';

export interface FoundDeadline extends Span {
  /** After today. */
  readonly day: Temporal.PlainDate;
}

/**
 * By when: "by june" (its first day, the next one coming), "by the end of june", "by mid june", "by 1 june", "by christmas",
 * "before 2027", "in 3 months", "by friday".
 */
export function recogniseDeadline(line: Line, at: number, moment: Moment): FoundDeadline | null {
  const today = localDay(moment.now, moment.timeZone, moment.dayStartHour);
  const delay = recogniseDelay(line, at);
  if (delay && delay.minutes === 0)
    return { day: today.add({ months: delay.months, days: delay.days }), end: delay.end };
  const { deadlineLeads, endOf, midOf, namedDates, nextMonth, thisMonth } = line.language.goals;
  const lead = phraseAt(deadlineLeads, line.tokens, at);
  if (!lead) return null;
  const named = phraseAt(namedDates, line.tokens, lead.end);
  if (named) return { day: coming(named.meaning.month, named.meaning.day, today), end: named.end };
  const next = phraseAt(nextMonth, line.tokens, lead.end);
  if (next) return { day: today.with({ day: 1 }).add({ months: 1 }), end: next.end };
  const end = phraseAt(endOf, line.tokens, lead.end);
  const mid = end ? null : phraseAt(midOf, line.tokens, lead.end);
  const month = monthAt(line, end?.end ?? mid?.end ?? lead.end, today);
  if (month) {
    const length = month.day.daysInMonth;
    return {
      day: end ? month.day.with({ day: length }) : mid ? month.day.with({ day: 15 }) : month.day,
      end: month.end,
    };
  }
  const current = end && phraseAt(thisMonth, line.tokens, end.end);
  if (current) return { day: today.with({ day: today.daysInMonth }), end: current.end };
  const said = end || mid ? null : (recogniseDay(line, lead.end) ?? dayOfOccasion(line, lead.end));
  const day = said && placeAhead(said.day, moment);
  return said && day && Temporal.PlainDate.compare(day, today) > 0
    ? { day, end: said.end }
    : yearAt(line, lead.end, today);
}

/** In words: "my best friend's wedding on" */
const longestOccasion = 4;

/** "by my wedding on 20 june" */
function dayOfOccasion(line: Line, at: number) {
  const { definite, determiners } = line.language;
  const { occasionDays } = line.language.goals;
  const isLed = definite.has(wordAt(line, at - 1));
  if (!isLed && !definite.has(wordAt(line, at)) && !determiners.has(wordAt(line, at))) return null;
  const start = isLed ? at : at + 1;
  for (let on = start + 1; on <= start + longestOccasion; on++)
    if (occasionDays.has(wordAt(line, on))) return recogniseDay(line, on + 1) ?? recogniseDay(line, on);
  return null;
}

/** "june", "june 2027": its first day; without a year the next one coming. "june 3" is a date. */
function monthAt(line: Line, at: number, today: Temporal.PlainDate): FoundDeadline | null {
  const month = line.language.months.get(wordAt(line, at));
  if (month === undefined) return null;
  const year = yearOf(line, at + 1);
  if (line.tokens[at + 1]?.kind === 'number' && year === null) return null;
  const day = year === null ? coming(month, 1, today) : Temporal.PlainDate.from({ year, month, day: 1 });
  return Temporal.PlainDate.compare(day, today) > 0 ? { day, end: year === null ? at + 1 : at + 2 } : null;
}

function yearAt(line: Line, at: number, today: Temporal.PlainDate): FoundDeadline | null {
  const year = yearOf(line, at);
  if (year === null || year <= today.year || wordAt(line, at + 1) === '-') return null;
  return { day: Temporal.PlainDate.from({ year, month: 1, day: 1 }), end: at + 1 };
}

function yearOf(line: Line, at: number): number | null {
  const { word = '', value = null } = line.tokens[at] ?? {};
  return /^20\d\d$/.test(word) ? value : null;
}

/** The next such day after today. */
function coming(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year: today.year, month, day });
  return Temporal.PlainDate.compare(date, today) > 0 ? date : date.add({ years: 1 });
}

import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { dayOpenings, recogniseDay } from './recognise-day.ts';
import { recogniseNumber } from './recognise-number.ts';
import type { PeriodUnit, SaidPeriod } from './vocabulary/ask-vocabulary.ts';
import { wordsOfLanguage } from './words-of-language.ts';

/** Whole days, both ends included; `from` null: as far back as there is anything. */
export interface Period {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate;
  /** Whether a day was named: "this week" is one on Mondays, and yet a week. */
  readonly isDay: boolean;
}

export interface FoundPeriod extends Span {
  readonly period: Period;
}

const firstYear = 1990;
const lastYear = 2100;
const mostUnits = 1000;
const rollingDays: Readonly<Record<PeriodUnit, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** The words with which such days begin, besides those of a day. */
const openings = wordsOfLanguage(
  ({ asks }) => [asks.periods, asks.periodLeads, asks.betweenWords, asks.rollingWords, asks.sinceWords],
  ['this'],
);

/**
 * The days a question is about: "this week", "last 4 weeks" (28 days up to today), "in march", "since monday", "from
 * march 1 to march 7", "in 2025", "yesterday". What has not begun yet is none.
 */
export function recognisePeriod(line: Line, at: number, moment: Moment): FoundPeriod | null {
  const token = line.tokens[at];
  if (!token) return null;
  const { language } = line;
  const mayBegin = token.kind === 'number' || dayOpenings(language, token.lexeme) || openings(language, token.lexeme);
  if (!mayBegin) return null;
  const { periodLeads, periods } = line.language.asks;
  const between = readBetween(line, at, moment);
  if (between) return between;
  const lead = phraseAt(periodLeads, line.tokens, at);
  for (const start of lead ? [at, lead.end] : [at]) {
    const said = phraseAt(periods, line.tokens, start);
    if (said) return { period: place(said.meaning, todayOf(moment)), end: said.end };
    const rolling = readRolling(line, start, moment);
    if (rolling) return rolling;
    const month = readMonth(line, start, start > at, moment) ?? readYear(line, start, moment);
    if (month) return month;
  }
  return readSince(line, at, moment) ?? readDay(line, at, moment) ?? (lead && readDay(line, lead.end, moment));
}

/** Asked for only where something is found: it costs more than looking. */
const todayOf = ({ now, timeZone, dayStartHour }: Moment): Temporal.PlainDate => localDay(now, timeZone, dayStartHour);

function readDay(line: Line, at: number, moment: Moment): FoundPeriod | null {
  const day = recogniseDay(line, at);
  const placed = day && placeInTime(day.day, null, null, moment);
  return placed && { period: { from: placed.day, to: placed.day, isDay: true }, end: day.end };
}

function place({ kind, unit, back }: SaidPeriod, today: Temporal.PlainDate): Period {
  switch (kind) {
    case 'all':
      return { from: null, to: today, isDay: false };
    case 'rolling':
      return { from: today.subtract({ days: rollingDays[unit] * back - 1 }), to: today, isDay: false };
    case 'weekend': {
      const saturday = today.subtract({ days: (today.dayOfWeek + 1) % 7 });
      const isNow = today.dayOfWeek >= 6;
      const first = isNow && back > 0 ? saturday.subtract({ days: 7 }) : saturday;
      return clipped(first, first.add({ days: 1 }), today);
    }
    case 'calendar': {
      const first = startOf(unit, today).subtract({ [`${unit}s`]: back });
      return clipped(first, first.add({ [`${unit}s`]: 1 }).subtract({ days: 1 }), today);
    }
  }
}

const startOf = (unit: PeriodUnit, day: Temporal.PlainDate): Temporal.PlainDate =>
  unit === 'day'
    ? day
    : unit === 'week'
      ? day.subtract({ days: day.dayOfWeek - 1 })
      : day.with(unit === 'month' ? { day: 1 } : { month: 1, day: 1 });

const clipped = (from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate): Period => ({
  from,
  to: Temporal.PlainDate.compare(to, today) > 0 ? today : to,
  isDay: false,
});

/** "last 4 weeks", "the past 30 days", "last 7d". */
function readRolling(line: Line, at: number, moment: Moment): FoundPeriod | null {
  const { rollingWords, periodUnits } = line.language.asks;
  const start = wordAt(line, at) === 'the' ? at + 1 : at;
  if (!rollingWords.has(wordAt(line, start))) return null;
  const number = recogniseNumber(line, start + 1);
  const unit = number && periodUnits.get(wordAt(line, number.end));
  if (!unit || !Number.isInteger(number.value) || number.value < 1 || number.value > mostUnits) return null;
  return { period: place({ kind: 'rolling', unit, back: number.value }, todayOf(moment)), end: number.end + 1 };
}

/** "in march", "march 2025", "last february": the last such month that has begun. "may" needs its "in". */
function readMonth(line: Line, at: number, isLed: boolean, moment: Moment): FoundPeriod | null {
  const { months, asks } = line.language;
  const { shyMonths, rollingWords } = asks;
  const start = rollingWords.has(wordAt(line, at)) || wordAt(line, at) === 'this' ? at + 1 : at;
  const month = months.get(wordAt(line, start));
  const next = line.tokens[start + 1];
  const year = yearAt(line, start + 1);
  // "march 3" is a day.
  if (month === undefined || (next?.kind === 'number' && year === null)) return null;
  if (!isLed && start === at && year === null && shyMonths.has(wordAt(line, start))) return null;
  const now = todayOf(moment);
  let first = Temporal.PlainDate.from({ year: year ?? now.year, month, day: 1 });
  if (year === null && Temporal.PlainDate.compare(first, now) > 0) first = first.subtract({ years: 1 });
  if (Temporal.PlainDate.compare(first, now) > 0) return null;
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return { period: clipped(first, last, now), end: year === null ? start + 1 : start + 2 };
}

function readYear(line: Line, at: number, moment: Moment): FoundPeriod | null {
  const year = yearAt(line, at);
  if (year === null || year > todayOf(moment).year || wordAt(line, at + 1) === '-') return null;
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return { period: clipped(first, first.add({ years: 1 }).subtract({ days: 1 }), todayOf(moment)), end: at + 1 };
}

function yearAt(line: Line, at: number): number | null {
  const { word = '', value = null } = line.tokens[at] ?? {};
  return value !== null && /^\d{4}$/.test(word) && value >= firstYear && value <= lastYear ? value : null;
}

/** Up to today: "since monday", "since march", "from the 3rd of march on". */
function readSince(line: Line, at: number, moment: Moment): FoundPeriod | null {
  if (!line.language.asks.sinceWords.has(wordAt(line, at))) return null;
  const start = phraseAt(line.language.asks.periods, line.tokens, at + 1);
  const begun =
    (start && { period: place(start.meaning, todayOf(moment)), end: start.end }) ??
    readMonth(line, at + 1, true, moment) ??
    readYear(line, at + 1, moment) ??
    readDay(line, at + 1, moment);
  return begun && { period: { from: begun.period.from, to: todayOf(moment), isDay: false }, end: begun.end };
}

/** "from monday to friday", "between march 1 and march 7". */
function readBetween(line: Line, at: number, moment: Moment): FoundPeriod | null {
  const { betweenWords, untilWords } = line.language.asks;
  if (!betweenWords.has(wordAt(line, at))) return null;
  const first = readMonth(line, at + 1, true, moment) ?? readDay(line, at + 1, moment);
  if (!first || !untilWords.has(wordAt(line, first.end))) return null;
  const last = readMonth(line, first.end + 1, true, moment) ?? readDay(line, first.end + 1, moment);
  const from = first.period.from;
  if (!last || !from) return null;
  // "from monday to friday" said on a Wednesday: both are the last such day, so the first lies after the second.
  const isTurned = Temporal.PlainDate.compare(from, last.period.to) > 0;
  return {
    period: { from: isTurned ? from.subtract({ days: 7 }) : from, to: last.period.to, isDay: false },
    end: last.end,
  };
}

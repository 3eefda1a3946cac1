import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { nextDayOfMonth, placeAhead } from './place-ahead.ts';
import type { Moment } from './place-in-time.ts';
import { recogniseDay } from './recognise-day.ts';
import type { DayPart } from './vocabulary/vocabulary.ts';

export interface FoundDayAhead extends Span {
  readonly day: Temporal.PlainDate;
  readonly part: DayPart | null;
  /** Whether it was led to ("on sunday") or cannot be anything but a day ("tomorrow"). */
  readonly isFirm: boolean;
}

const ordinalEndings: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** A day to come: "tomorrow", "tonight", "on sunday", "next friday", "on the 15th", "june 3rd", "this friday evening". */
export function recogniseDayAhead(line: Line, at: number, moment: Moment): FoundDayAhead | null {
  const { dayAheadLeads, laterToday } = line.language.reminders;
  const lead = phraseAt(dayAheadLeads, line.tokens, at);
  const start = lead?.end ?? at;
  const later = phraseAt(laterToday, line.tokens, start);
  if (later) {
    const day = localDay(moment.now, moment.timeZone, moment.dayStartHour);
    return { day, part: later.meaning, isFirm: true, end: later.end };
  }
  const inNextWeek = weekdayOfNextWeek(line, start, moment);
  if (inNextWeek) return inNextWeek;
  const ofMonth = dayOfMonth(line, start, lead !== null, moment);
  const found = recogniseDay(line, start) ?? (lead ? recogniseDay(line, at) : null);
  const day = found && placeAhead(found.day, moment);
  if (!found || !day || (ofMonth && ofMonth.end >= found.end)) return ofMonth;
  const said = 'part' in found.day ? found.day.part : null;
  const part = said ?? line.language.dayParts.get(wordAt(line, found.end)) ?? null;
  const end = said === null && part !== null ? found.end + 1 : found.end;
  const isFirm = lead !== null || found.day.kind !== 'weekday' || !found.day.isBare;
  return { day, part, isFirm, end };
}

/** "next week on tuesday", "tuesday next week". */
function weekdayOfNextWeek(line: Line, at: number, moment: Moment): FoundDayAhead | null {
  const { weekdays, reminders } = line.language;
  const before = phraseAt(reminders.nextWeek, line.tokens, at);
  const name = before && reminders.weekdayLeads.has(wordAt(line, before.end)) ? before.end + 1 : (before?.end ?? at);
  const nextWeekday = weekdays.get(wordAt(line, name));
  const after = before ? null : phraseAt(reminders.nextWeek, line.tokens, name + 1);
  if (nextWeekday === undefined || !(before ?? after)) return null;
  const day = placeAhead({ kind: 'future', ahead: { nextWeekday } }, moment);
  return day && { day, part: null, isFirm: true, end: after?.end ?? name + 1 };
}

/** "on the 15th", "the 1st": the next day with that number. */
function dayOfMonth(line: Line, at: number, isLed: boolean, moment: Moment): FoundDayAhead | null {
  const number = line.tokens[at];
  const isOrdinal = ordinalEndings.has(wordAt(line, at + 1)) && line.tokens[at + 1]?.isGlued === true;
  if (!isLed || number?.kind !== 'number' || !isOrdinal) return null;
  const { value } = number;
  if (value === null || !Number.isInteger(value) || value < 1 || value > 31) return null;
  const day = nextDayOfMonth(value, moment);
  return day && { day, part: null, isFirm: true, end: at + 2 };
}

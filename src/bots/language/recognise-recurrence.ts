import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseWeekdays } from './recognise-weekdays.ts';
import type { Recurrence } from './vocabulary/reminder-vocabulary.ts';

export interface FoundRecurrence extends Span {
  readonly recurrence: Recurrence;
}

const longestIntervalMin = 24 * 60;

/**
 * How often: "every day", "daily", "every mon wed fri", "weekdays", "every weekday morning", "every 90 min", "hourly",
 * "every 2h", "twice a day", "3 times a week", "every other day".
 */
export function recogniseRecurrence(line: Line, at: number): FoundRecurrence | null {
  const { recurrences, every } = line.language.reminders;
  const lead = phraseAt(every, line.tokens, at);
  const weekdays = lead && recogniseWeekdays(line, lead.end);
  if (weekdays) return withPart(line, { kind: 'days', days: weekdays.days, part: null }, weekdays.end);
  const phrase = phraseAt(recurrences, line.tokens, at);
  const counted = lead && interval(line, lead.end);
  // "every hour" is a phrase, "every hour and a half" is more.
  if (counted && counted.end > (phrase?.end ?? 0)) return counted;
  if (phrase) return withPart(line, phrase.meaning, phrase.end);
  return weekdaysAlone(line, at) ?? timesA(line, at);
}

/** "on mondays", "mon wed fri": several or in the plural they need no "every". */
function weekdaysAlone(line: Line, at: number): FoundRecurrence | null {
  const start = line.language.reminders.weekdayLeads.has(wordAt(line, at)) ? at + 1 : at;
  const found = recogniseWeekdays(line, start);
  return found?.isRecurring ? withPart(line, { kind: 'days', days: found.days, part: null }, found.end) : null;
}

/** "every weekday morning", "every day except sunday". */
function withPart(line: Line, recurrence: Recurrence, end: number): FoundRecurrence {
  if (recurrence.kind !== 'days') return { recurrence, end };
  const part = line.language.dayParts.get(wordAt(line, end)) ?? null;
  const after = part === null ? end : end + 1;
  const except = phraseAt(line.language.reminders.except, line.tokens, after);
  const without = except && recogniseWeekdays(line, except.end);
  const days = without ? recurrence.days.filter((day) => !without.days.includes(day)) : recurrence.days;
  return { recurrence: { kind: 'days', days, part: part ?? recurrence.part }, end: without?.end ?? after };
}

/** What follows "every": "90 min", "half hour", "2 hours", "hour and a half", "2 days". */
function interval(line: Line, at: number): FoundRecurrence | null {
  const { articles, and, fractions } = line.language;
  const { delayUnits } = line.language.reminders;
  const number = delayUnits.has(wordAt(line, at)) ? { value: 1, end: at } : recogniseNumber(line, at);
  if (!number || number.value <= 0) return null;
  const after =
    wordAt(line, number.end) === '-' || articles.has(wordAt(line, number.end)) ? number.end + 1 : number.end;
  const glued = /^h([0-5]\d)$/.exec(wordAt(line, after));
  const unit = glued ? 'hour' : delayUnits.get(wordAt(line, after));
  if (!unit) return null;
  if (unit === 'day' && number.value === 1)
    return { recurrence: { kind: 'days', days: [1, 2, 3, 4, 5, 6, 7], part: null }, end: after + 1 };
  if (unit === 'day') return { recurrence: { kind: 'open-days', perWeek: null }, end: after + 1 };
  if (unit !== 'minute' && unit !== 'hour') return { recurrence: { kind: 'rare' }, end: after + 1 };
  const isAndAHalf = and.has(wordAt(line, after + 1)) && articles.has(wordAt(line, after + 2));
  const part = isAndAHalf ? fractions.get(wordAt(line, after + 3)) : undefined;
  const minutes = glued ? Number(glued[1]) : 0;
  const everyMinutes = Math.round((number.value + (part ?? 0)) * (unit === 'hour' ? 60 : 1)) + minutes;
  if (everyMinutes < 1 || everyMinutes > longestIntervalMin) return { recurrence: { kind: 'rare' }, end: after + 1 };
  return { recurrence: { kind: 'interval', everyMinutes }, end: part === undefined ? after + 1 : after + 4 };
}

/** "twice a day", "3x per day", "3 times a week". */
function timesA(line: Line, at: number): FoundRecurrence | null {
  const { counts, timesWords, perDay, perWeek } = line.language.reminders;
  const once = counts.get(wordAt(line, at));
  const number = once === undefined ? recogniseNumber(line, at) : null;
  if (once === undefined && (!number || !timesWords.has(wordAt(line, number.end)))) return null;
  const times = once ?? number?.value ?? 1;
  const after = number ? number.end + 1 : at + 1;
  const day = phraseAt(perDay, line.tokens, after);
  if (day && Number.isInteger(times) && times >= 1 && times <= 12)
    return { recurrence: { kind: 'times-a-day', times }, end: day.end };
  const week = phraseAt(perWeek, line.tokens, after);
  return week && { recurrence: { kind: 'open-days', perWeek: times }, end: week.end };
}

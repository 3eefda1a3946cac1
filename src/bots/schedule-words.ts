import { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../domain/reminders/reminder.ts';
import type { Schedule } from './language/schedule.ts';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every day at 07:10", "on Friday 6 March at 18:30", "every 90 minutes from 08:00 to 22:00 on weekdays". */
export function scheduleWords({ at, days, everyMinutes, from, to, on }: Schedule): string {
  const day = on === null ? '' : `on ${longDay(on)}`;
  const times = at === null ? '' : `at ${listed(at)}`;
  const start = from === null ? '' : `from ${from}`;
  const end = to === null ? '' : `${from === null ? 'until' : 'to'} ${to}`;
  const which = days === null ? '' : everyMinutes !== null ? daysWords(days, 'on') : daysWords(days, 'every');
  const often = everyMinutes === null ? '' : interval(everyMinutes);
  return [often, start, end, which, day, times].filter((part) => part !== '').join(' ');
}

/**
 * When a reminder comes, in the same words, or "tomorrow at 18:00"; with whose clock tells it where that is not theirs:
 * "every day at 09:00 London time". `here` is where the person is.
 */
export function ruleWords(row: Reminder, now: Temporal.Instant, here: string): string {
  const isFixed = row.zoneRule === 'fixed';
  return `${wordsIn(row, now, isFixed ? row.timeZone : here)}${isFixed ? ` ${zoneWords(row.timeZone)}` : ''}`;
}

/** "London time", "UTC+2" */
function zoneWords(timeZone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone) ?? [];
  // The sign is turned round in these names, by POSIX.
  if (sign) return `UTC${sign === '+' ? '-' : '+'}${hours}`;
  return timeZone === 'UTC' ? timeZone : `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time`;
}

function wordsIn(row: Reminder, now: Temporal.Instant, timeZone: string): string {
  const { atTimes, onDay, everyMin, windowFrom, windowUntil } = row;
  const [first, second] = atTimes ?? [];
  const once =
    row.onceAt ??
    (onDay && first && !second ? onDay.toZonedDateTime({ timeZone, plainTime: first }).toInstant() : null);
  if (once) return momentWords(once, now, timeZone);
  const words = scheduleWords({
    at: atTimes?.map(clockTime) ?? null,
    days: onDay ? null : (row.weekdays ?? [1, 2, 3, 4, 5, 6, 7]),
    everyMinutes: everyMin,
    from: windowFrom && clockTime(windowFrom),
    to: windowUntil && clockTime(windowUntil),
    on: onDay?.toString() ?? null,
  });
  return everyMin !== null && !windowFrom && !windowUntil ? `${words} outside your quiet hours` : words;
}

/** "today at 19:50", "tomorrow at 07:10", "on Monday 9 March at 07:10". */
export function momentWords(at: Temporal.Instant, now: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const ahead = now.toZonedDateTimeISO(timeZone).toPlainDate().until(local.toPlainDate()).days;
  const day = ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : `on ${longDay(local.toPlainDate().toString())}`;
  return `${day} at ${clockTime(local.toPlainTime())}`;
}

/** "07:10" */
export const clockTime = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** "Friday 6 March" */
export const longDay = (day: string): string =>
  Temporal.PlainDate.from(day.slice(0, 10)).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

function interval(minutes: number): string {
  if (minutes % 60 !== 0) return `every ${minutes} minutes`;
  return minutes === 60 ? 'every hour' : `every ${minutes / 60} hours`;
}

function daysWords(days: readonly number[], lead: 'on' | 'every'): string {
  const key = days.join('');
  if (key === '1234567') return lead === 'on' ? '' : 'every day';
  if (key === '12345') return 'on weekdays';
  if (key === '67') return 'on weekends';
  return `every ${listed(days.map((day) => weekdayNames[day - 1] ?? ''))}`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

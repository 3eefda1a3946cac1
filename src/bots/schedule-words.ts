import { Temporal } from 'temporal-polyfill';
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

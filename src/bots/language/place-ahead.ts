import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import type { Moment } from './place-in-time.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/**
 * The calendar day of something to come: a weekday is the next such day and never today, a date the next such date.
 * Null for the past, for days left open ("soon"), and where there is no such day.
 */
export function placeAhead(said: SaidDay, moment: Moment): Temporal.PlainDate | null {
  const today = localDay(moment.now, moment.timeZone, moment.dayStartHour);
  switch (said.kind) {
    case 'ago':
      return said.days === 0 ? today : null;
    case 'calendar-ago':
      return null;
    case 'weekday':
      return nextWeekday(today, said.weekday);
    case 'date':
      return dateAhead(said, today);
    case 'future':
      if (!said.ahead) return null;
      if ('days' in said.ahead) return today.add({ days: said.ahead.days });
      // A week begins on Monday: "next friday" lies in the week after this one.
      return today.add({ days: 7 - today.dayOfWeek + said.ahead.nextWeekday });
  }
}

const nextWeekday = (today: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });

function dateAhead(
  { year, month, day }: { readonly year: number | null; readonly month: number; readonly day: number },
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  // Five years on, even the 29th of February has come.
  const years = year === null ? [0, 1, 2, 3, 4, 5].map((ahead) => today.year + ahead) : [year];
  for (const one of years) {
    const date = dateOrNull(one, month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

/** The next day with that number in its month, today included. */
export function nextDayOfMonth(day: number, moment: Moment): Temporal.PlainDate | null {
  const today = localDay(moment.now, moment.timeZone, moment.dayStartHour);
  const first = today.with({ day: 1 });
  for (const months of [0, 1, 2, 3]) {
    const { year, month } = first.add({ months });
    const date = dateOrNull(year, month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import type { DayPart, SaidDay } from './vocabulary/vocabulary.ts';

export interface Moment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly dayStartHour: number;
}

export interface Placed {
  readonly day: Temporal.PlainDate;
  readonly isDaySaid: boolean;
  readonly time: Temporal.PlainTime | null;
}

/** People round up: a meal a little ahead of the clock is being eaten. */
const toleranceMin = 30;
/** How far back "at 11pm" reaches into yesterday: what was longer ago without a day is rather still to come. */
const reachBackH = 12;

/** The calendar day and wall time of a meal; null when that is still to come, or no such day exists. */
export function placeInTime(
  said: SaidDay | null,
  time: FoundTime | null,
  slot: string | null,
  moment: Moment,
): Placed | null {
  const today = localDay(moment.now, moment.timeZone, moment.dayStartHour);
  if (!said && !time) return { day: today, isDaySaid: false, time: null };
  const day = said ? dayOf(said, today, moment) : today;
  if (!day || Temporal.PlainDate.compare(day, today) > 0) return null;
  if (!time) return { day, isDaySaid: said !== null, time: null };

  const now = moment.now.toZonedDateTimeISO(moment.timeZone).toPlainDateTime();
  const part = said && 'part' in said ? said.part : null;
  const hours = hoursOf(time, slot, part);
  const readings = (on: Temporal.PlainDate): Reading[] =>
    hours.map((hour) => ({
      day: on,
      at: on.add({ days: hour < moment.dayStartHour ? 1 : 0 }).toPlainDateTime({ hour, minute: time.minute }),
    }));
  const limit = now.add({ minutes: toleranceMin });
  const past = readings(day).filter(({ at }) => Temporal.PlainDateTime.compare(at, limit) <= 0);
  const isToday = Temporal.PlainDate.compare(day, today) === 0;
  const mayBeEarlier = said === null || (said.kind === 'ago' && said.days === 0);
  const earlier =
    past.length === 0 && mayBeEarlier
      ? readings(day.subtract({ days: 1 })).filter(({ at }) => isThisNight(at, now, said !== null))
      : [];
  const placed = (isToday ? latest(past) : past[0]) ?? latest(earlier);
  return placed ? { day: placed.day, isDaySaid: true, time: placed.at.toPlainTime() } : null;
}

/** One of the moments a time may mean, and the local day it belongs to. */
interface Reading {
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.PlainDateTime;
}

const latest = (readings: readonly Reading[]): Reading | undefined =>
  [...readings].sort((a, b) => Temporal.PlainDateTime.compare(b.at, a.at))[0];

/** "At 2am" said later that calendar day, when 02:00 still was the day before; "at 11pm" said in the morning after. */
function isThisNight(at: Temporal.PlainDateTime, now: Temporal.PlainDateTime, isTodaySaid: boolean): boolean {
  if (Temporal.PlainDate.compare(at.toPlainDate(), now.toPlainDate()) === 0) return true;
  return !isTodaySaid && Temporal.PlainDateTime.compare(at.add({ hours: reachBackH }), now) >= 0;
}

/** The hours a time may mean, the likeliest first. */
function hoursOf(
  { hour, minute, isHalfDayOpen, isInWords = false }: FoundTime,
  slot: string | null,
  part: DayPart | null,
): number[] {
  if (!isHalfDayOpen) return [hour];
  const [am, pm] = [hour % 12, (hour % 12) + 12];
  if (part === 'morning' || slot === 'breakfast') return [am];
  if (part === 'afternoon' || part === 'evening' || slot === 'dinner') return [pm];
  if (part === 'night') return [hour >= 5 && hour < 12 ? pm : am];
  if (slot === 'lunch') return [hour >= 10 && hour < 12 ? am : pm];
  // With minutes it is read as on a 24-hour clock; a bare "at 8" may be either.
  return minute > 0 && !isInWords ? [hour] : hour < 6 || hour === 12 ? [pm, am] : [am, pm];
}

function dayOf(said: SaidDay, today: Temporal.PlainDate, moment: Moment): Temporal.PlainDate | null {
  switch (said.kind) {
    case 'future':
      return null;
    case 'ago':
      return today.subtract({ days: said.days });
    case 'calendar-ago':
      return moment.now.toZonedDateTimeISO(moment.timeZone).toPlainDate().subtract({ days: said.days });
    case 'weekday': {
      const back = (today.dayOfWeek - said.weekday + 7) % 7;
      // "on monday" said on a Monday means the last one; a heading "Monday:" means today.
      return today.subtract({ days: back === 0 && !said.isBare ? 7 : back });
    }
    case 'date':
      return dateOf(said, today);
  }
}

/** A date without a year is the last such date. */
function dateOf(said: Extract<SaidDay, { kind: 'date' }>, today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (const year of said.year === null ? [today.year, today.year - 1] : [said.year]) {
    try {
      const date = Temporal.PlainDate.from({ year, month: said.month, day: said.day }, { overflow: 'reject' });
      if (said.year !== null || Temporal.PlainDate.compare(date, today) <= 0) return date;
    } catch {
      // There is no such day in that year.
    }
  }
  return null;
}

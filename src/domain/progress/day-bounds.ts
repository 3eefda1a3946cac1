import { Temporal } from 'temporal-polyfill';
import { localDay } from '../users/local-day.ts';
import { type DayNumber, dayNumber, dayOf } from './day-number.ts';

/** That somebody was in a zone at a moment: they wrote something then. */
export interface ZoneSeen {
  readonly atMs: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** When a person's days begin, wherever they were. */
export interface DayBounds {
  /** Milliseconds since 1970; the start of the next day is the end of this one. */
  startMs(day: DayNumber): number;
}

interface Stay {
  readonly sinceMs: number;
  readonly timeZone: string;
}

/**
 * The bounds of days for somebody seen in these zones, the earliest first, whose day starts at `dayStartHour`. A day that
 * begins in one zone and ends in another is as long as it was: shorter after a journey east, longer after one west, and
 * without any length where the date line or the zone itself skipped it.
 */
export function dayBounds(seen: readonly ZoneSeen[], dayStartHour: number): DayBounds {
  const time = new Temporal.PlainTime(dayStartHour);
  const startIn = (day: DayNumber, timeZone: string): number =>
    dayOf(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  const stays = staysOf(seen, (atMs, timeZone) => {
    const day = localDay(Temporal.Instant.fromEpochMilliseconds(atMs), timeZone, dayStartHour);
    return startIn(dayNumber(day) + 1, timeZone);
  });
  const known = new Map<DayNumber, number>();
  const find = (day: DayNumber): number => {
    for (const [i, { sinceMs, timeZone }] of stays.entries()) {
      const start = startIn(day, timeZone);
      if (start < (stays[i + 1]?.sinceMs ?? Number.POSITIVE_INFINITY)) return Math.max(start, sinceMs);
    }
    throw new Error('Nobody is nowhere');
  };
  return {
    startMs(day) {
      const start = known.get(day) ?? find(day);
      known.set(day, start);
      return start;
    },
  };
}

/**
 * Where they stayed since when. Between two messages from different zones the journey is taken to lie after the first
 * one's day, unless they wrote from the second zone before that.
 */
function staysOf(seen: readonly ZoneSeen[], dayEnd: (atMs: number, timeZone: string) => number): Stay[] {
  const stays: Stay[] = [];
  let last: ZoneSeen | undefined;
  for (const one of seen) {
    if (!last) stays.push({ sinceMs: Number.NEGATIVE_INFINITY, timeZone: one.timeZone });
    else if (last.timeZone !== one.timeZone)
      stays.push({ sinceMs: Math.min(one.atMs, dayEnd(last.atMs, last.timeZone)), timeZone: one.timeZone });
    last = one;
  }
  return stays;
}

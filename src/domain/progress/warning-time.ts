import { Temporal } from 'temporal-polyfill';

export interface WarnedPerson {
  /** 0–6 */
  readonly dayStartHour: number;
  readonly quietFrom: Temporal.PlainTime;
  readonly quietUntil: Temporal.PlainTime;
}

const minutesPerDay = 24 * 60;
const beforeDayEndMin = 2 * 60;
const beforeQuietMin = 60;
/** The night of those who have no quiet hours. */
const night = { from: 22 * 60, until: 8 * 60 };

/**
 * The latest wall time at which somebody may be told that a streak is about to end: two hours before their day ends,
 * and where that falls into their quiet hours or the hour before them, an hour before those begin.
 */
export function warningTime({ dayStartHour, quietFrom, quietUntil }: WarnedPerson): Temporal.PlainTime {
  const quiet = quietFrom.equals(quietUntil) ? night : { from: minutesOf(quietFrom), until: minutesOf(quietUntil) };
  const latest = dayStartHour * 60 - beforeDayEndMin;
  const start = quiet.from - beforeQuietMin;
  const intoQuiet = modulo(latest - start);
  const at = intoQuiet < modulo(quiet.until - start) ? start : latest;
  const minutes = modulo(at);
  return new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
}

const minutesOf = ({ hour, minute }: Temporal.PlainTime): number => hour * 60 + minute;
const modulo = (minutes: number): number => ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay;

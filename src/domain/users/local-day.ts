import { Temporal } from 'temporal-polyfill';

/**
 * The calendar day an instant belongs to for somebody whose day starts at `dayStartHour` (0–6) on their wall clock:
 * at 02:00 with a start of 3 it is still yesterday.
 */
export function localDay(at: Temporal.Instant, timeZone: string, dayStartHour: number): Temporal.PlainDate {
  if (last?.at === at && last.timeZone === timeZone && last.dayStartHour === dayStartHour) return last.day;
  const atMs = at.epochMilliseconds;
  const day = dateOf(Math.floor((atMs + offsetMsOf(at, atMs, timeZone) - dayStartHour * hourMs) / dayMs));
  last = { at, timeZone, dayStartHour, day };
  return day;
}

/** What was asked last: the readers of one message ask the same several times. */
let last: { at: Temporal.Instant; timeZone: string; dayStartHour: number; day: Temporal.PlainDate } | undefined;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The date so many days after 1970-01-01, in plain arithmetic: see Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", `civil_from_days`. Years begin in March there, so that leap days come last.
 */
function dateOf(daysSince1970: number): Temporal.PlainDate {
  const known = dates.get(daysSince1970);
  if (known) return known;
  const shifted = daysSince1970 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = new Temporal.PlainDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
  if (dates.size >= mostDates) dates.clear();
  dates.set(daysSince1970, date);
  return date;
}

/** Everybody who writes at one time is on one of two or three days. */
const mostDates = 64;
const dates = new Map<number, Temporal.PlainDate>();

/** How far a zone's clocks are from UTC, from one of their changes up to the next. */
interface Offset {
  readonly ms: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** By zone: to find them takes longer than to read a message. */
const offsets = new Map<string, Offset>();

function offsetMsOf(at: Temporal.Instant, atMs: number, timeZone: string): number {
  const known = offsets.get(timeZone);
  if (known && atMs >= known.fromMs && atMs < known.toMs) return known.ms;
  const local = at.toZonedDateTimeISO(timeZone);
  const found = {
    ms: local.offsetNanoseconds / 1e6,
    fromMs:
      local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    toMs: local.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
  offsets.set(timeZone, found);
  return found.ms;
}

/** Whether the runtime knows this IANA zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

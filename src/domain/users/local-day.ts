import { Temporal } from 'temporal-polyfill';

/**
 * The calendar day an instant belongs to for somebody whose day starts at `dayStartHour` (0–6) on their wall clock:
 * at 02:00 with a start of 3 it is still yesterday.
 */
export function localDay(at: Temporal.Instant, timeZone: string, dayStartHour: number): Temporal.PlainDate {
  if (last?.at === at && last.timeZone === timeZone && last.dayStartHour === dayStartHour) return last.day;
  const local = at.toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate();
  const day = local.hour < dayStartHour ? date.subtract({ days: 1 }) : date;
  last = { at, timeZone, dayStartHour, day };
  return day;
}

/** What was asked last: the readers of one message ask the same several times, and a zone's arithmetic is slow. */
let last: { at: Temporal.Instant; timeZone: string; dayStartHour: number; day: Temporal.PlainDate } | undefined;

/** Whether the runtime knows this IANA zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

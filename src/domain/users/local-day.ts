import { Temporal } from 'temporal-polyfill';

/**
 * The calendar day an instant belongs to for somebody whose day starts at `dayStartHour` (0–6) on their wall clock:
 * at 02:00 with a start of 3 it is still yesterday.
 */
export function localDay(at: Temporal.Instant, timeZone: string, dayStartHour: number): Temporal.PlainDate {
  const local = at.toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate();
  return local.hour < dayStartHour ? date.subtract({ days: 1 }) : date;
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

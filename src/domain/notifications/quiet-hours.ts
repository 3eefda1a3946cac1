import { Temporal } from 'temporal-polyfill';

/** Between these wall times nothing is sent that a person has not named a time for. The same twice: never quiet. */
export interface QuietHours {
  readonly quietFrom: Temporal.PlainTime;
  readonly quietUntil: Temporal.PlainTime;
}

/** The end of the quiet hours that a moment falls into, in the given IANA zone; null outside them. */
export function quietEnd(
  at: Temporal.Instant,
  timeZone: string,
  { quietFrom, quietUntil }: QuietHours,
): Temporal.Instant | null {
  const { compare } = Temporal.PlainTime;
  if (compare(quietFrom, quietUntil) === 0) return null;
  const local = at.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime();
  const isLate = compare(time, quietFrom) >= 0;
  const isEarly = compare(time, quietUntil) < 0;
  const overNight = compare(quietFrom, quietUntil) > 0;
  if (overNight ? !isLate && !isEarly : !isLate || !isEarly) return null;
  const day = overNight && isLate ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = day.toZonedDateTime({ timeZone, plainTime: quietUntil }).toInstant();
  // Where clocks are put back, the end may lie in the hour that comes twice: the second time it is over already.
  return Temporal.Instant.compare(end, at) > 0 ? end : null;
}

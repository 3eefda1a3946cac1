import { Temporal } from 'temporal-polyfill';
import { type QuietHours, quietEnd } from '../notifications/quiet-hours.ts';
import { isOneOff, type ReminderRule, slotOf } from './reminder-rule.ts';
import { slotsOf } from './slots-of.ts';

/** One time a reminder comes: day and slot name it for good, whatever the clocks do. */
export interface Firing {
  /** The calendar day of the wall time. */
  readonly day: Temporal.PlainDate;
  /** The wall time, `07:10`. */
  readonly slot: string;
  /** When it is due: at its wall time, or when the quiet hours it falls into end. */
  readonly at: Temporal.Instant;
  /** Whether quiet hours leave no room for it on its day: it is accounted for at its wall time, and not said. */
  readonly isPassedOver: boolean;
}

export interface FiringGiven {
  /** The IANA zone its wall times are read in. */
  readonly timeZone: string;
  /** Quiet hours, in the zone where the person is. */
  readonly quiet: QuietHours & { readonly timeZone: string };
  /** What would have come before this does not count: only then was it set, changed or resumed. */
  readonly since: Temporal.Instant;
  /** What has fired, at least on the newest day that has anything and on the day before. */
  readonly fired: readonly Pick<Firing, 'day' | 'slot'>[];
}

/** What fires next, or null when nothing does any more. It may lie in the past: then nobody has seen to it yet. */
export function nextFiring(rule: ReminderRule, given: FiringGiven): Firing | null {
  const [next] = firingsOf(rule, given);
  return next ?? null;
}

/**
 * All that a rule fires, in the order in which it comes: once on every day it names for each of its wall times. A wall
 * time that clocks skip moves forward by what they skip, one that comes twice is the first (RFC 5545); where the day
 * starts for the person does not matter. It has no end where the rule has none.
 */
export function* firingsOf(rule: ReminderRule, given: FiringGiven): Generator<Firing> {
  const { onceAt } = rule;
  if (onceAt) return yield* onceOf(rule, onceAt, given);
  const fired = new Set(given.fired.map(({ day, slot }) => `${day} ${slot}`));
  const newest = newestDay(given);
  // Once a day has something, the ones before it are over, wherever the person is by then.
  const isPast = (local: Temporal.ZonedDateTime) =>
    newest !== null && Temporal.PlainDate.compare(local.toPlainDate(), newest) < 0;
  // A skipped hour carries a slot past later ones, over midnight too: it waits until it is its turn.
  const moved: Firing[] = [];
  for (const { day, time, next } of wallTimesOf(rule, given)) {
    const slot = slotOf(time);
    if (fired.has(`${day} ${slot}`)) continue;
    const local = day.toZonedDateTime({ timeZone: given.timeZone, plainTime: time });
    const wall = local.toInstant();
    while (moved[0] && Temporal.Instant.compare(moved[0].at, wall) <= 0) yield moved.shift() as Firing;
    if (!isOneOff(rule) && (Temporal.Instant.compare(wall, given.since) < 0 || isPast(local))) continue;
    const firing = { day, slot, ...kept(rule, { wall, day, next }, given) };
    if (local.toPlainTime().equals(time)) yield firing;
    else moved.push(firing);
  }
  yield* moved;
}

/** A moment is named by the wall time of the zone it was said in. */
function* onceOf(rule: ReminderRule, onceAt: Temporal.Instant, given: FiringGiven): Generator<Firing> {
  const local = onceAt.toZonedDateTimeISO(rule.timeZone);
  const [day, slot] = [local.toPlainDate(), slotOf(local.toPlainTime())];
  if (given.fired.some((one) => one.day.equals(day) && one.slot === slot)) return;
  yield { day, slot, ...kept(rule, { wall: onceAt, day, next: null }, given) };
}

interface WallTime {
  readonly day: Temporal.PlainDate;
  readonly time: Temporal.PlainTime;
  /** The next one of the same day. */
  readonly next: Temporal.PlainTime | null;
}

function* wallTimesOf(rule: ReminderRule, given: FiringGiven): Generator<WallTime> {
  const slots = slotsOf(rule, given.quiet);
  if (slots.length === 0) return;
  for (const day of daysOf(rule, given))
    for (const [index, time] of slots.entries()) yield { day, time, next: slots[index + 1] ?? null };
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

const newestDay = ({ fired }: Pick<FiringGiven, 'fired'>): Temporal.PlainDate | null =>
  fired.map(({ day }) => day).reduce<Temporal.PlainDate | null>((a, b) => (a ? later(a, b) : b), null);

function* daysOf(rule: ReminderRule, { timeZone, since, fired }: FiringGiven): Generator<Temporal.PlainDate> {
  const { onDay, weekdays, fromDay, untilDay } = rule;
  if (onDay) return yield onDay;
  if (weekdays?.length === 0) return;
  // The day before may still hold a slot that was carried over midnight.
  let day = since.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  const newest = newestDay({ fired });
  if (newest) day = later(day, newest.subtract({ days: 1 }));
  if (fromDay) day = later(day, fromDay);
  for (; !untilDay || Temporal.PlainDate.compare(day, untilDay) <= 0; day = day.add({ days: 1 }))
    if (!weekdays || weekdays.includes(day.dayOfWeek)) yield day;
}

/** When it is said: quiet hours hold it until they end, on the same day and before the next slot. */
function kept(
  rule: ReminderRule,
  { wall, day, next }: Omit<WallTime, 'time'> & { readonly wall: Temporal.Instant },
  { timeZone, quiet }: FiringGiven,
): Pick<Firing, 'at' | 'isPassedOver'> {
  const end = rule.ignoresQuietHours ? null : quietEnd(wall, quiet.timeZone, quiet);
  if (!end) return { at: wall, isPassedOver: false };
  if (isOneOff(rule)) return { at: end, isPassedOver: false };
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(quiet.timeZone).toPlainDate();
  const nextAt = next && day.toZonedDateTime({ timeZone, plainTime: next }).toInstant();
  const hasRoom = dayOf(end).equals(dayOf(wall)) && (!nextAt || Temporal.Instant.compare(nextAt, end) > 0);
  return { at: hasRoom ? end : wall, isPassedOver: !hasRoom };
}

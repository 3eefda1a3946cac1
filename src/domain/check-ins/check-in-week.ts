import { Temporal } from 'temporal-polyfill';

/** The Monday of the week a day belongs to. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** Up to the Wednesday after it a week's check-in is taken, from the Monday on as a late one. */
const lateDays = 9;
const lastDay = 6;

/** Whether a check-in of that week is late on this day. */
export const isLateOn = (weekOf: Temporal.PlainDate, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, weekOf.add({ days: lastDay })) > 0;

/** Whether a check-in of that week is still taken on this day. */
export const isOpenOn = (weekOf: Temporal.PlainDate, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, weekOf) >= 0 && Temporal.PlainDate.compare(day, weekOf.add({ days: lateDays })) <= 0;

/**
 * The week a check-in is about: on a Monday, Tuesday or Wednesday the one before where it is still awaited and not
 * handed in, otherwise the one that runs.
 */
export function weekToCheckIn(today: Temporal.PlainDate, isBeforeAwaited: boolean): Temporal.PlainDate {
  const monday = mondayOf(today);
  const before = monday.subtract({ days: 7 });
  return isBeforeAwaited && isOpenOn(before, today) ? before : monday;
}

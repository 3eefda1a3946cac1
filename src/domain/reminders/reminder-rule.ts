import type { Temporal } from 'temporal-polyfill';
import type { reminders } from '../../../db/schema/index.ts';

/** When a reminder comes, as its row has it: exactly one of `atTimes`, `everyMin` and `onceAt` is there. */
export type ReminderRule = Pick<
  typeof reminders.$inferSelect,
  | 'atTimes'
  | 'weekdays'
  | 'everyMin'
  | 'windowFrom'
  | 'windowUntil'
  | 'onDay'
  | 'onceAt'
  | 'fromDay'
  | 'untilDay'
  | 'timeZone'
  | 'ignoresQuietHours'
>;

/** Whether it is said once and no more: such a one is said however late it is. */
export const isOneOff = ({ onDay, onceAt, everyMin }: Pick<ReminderRule, 'onDay' | 'onceAt' | 'everyMin'>): boolean =>
  onceAt !== null || (onDay !== null && everyMin === null);

/** `07:10`: how a wall time is written where it names one of a day's times. */
export const slotOf = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../notifications/quiet-hours.ts';
import type { ReminderRule } from './reminder-rule.ts';

const dayMin = 24 * 60;
/** The waking day of somebody without quiet hours. */
const usualDay = { from: 8 * 60, until: 22 * 60 } as const;

const minutesOf = ({ hour, minute }: Temporal.PlainTime): number => hour * 60 + minute;
const timeOf = (minutes: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(minutes / 60) % 24, minutes % 60);

/**
 * The wall times of a day at which a rule fires, in order, each once. What comes every so often starts with its window
 * and ends with it; an end that was not said is the edge of the waking day. A window over midnight counts for both days.
 */
export function slotsOf(rule: ReminderRule, { quietFrom, quietUntil }: QuietHours): Temporal.PlainTime[] {
  const { atTimes, everyMin, windowFrom, windowUntil } = rule;
  const minutes =
    everyMin === null
      ? (atTimes ?? []).map(minutesOf)
      : within(
          everyMin,
          edge(windowFrom, 'from', { quietFrom, quietUntil }),
          edge(windowUntil, 'until', { quietFrom, quietUntil }),
        );
  return [...new Set(minutes)].sort((a, b) => a - b).map(timeOf);
}

function edge(said: Temporal.PlainTime | null, which: 'from' | 'until', { quietFrom, quietUntil }: QuietHours): number {
  if (said) return minutesOf(said);
  if (Temporal.PlainTime.compare(quietFrom, quietUntil) === 0) return usualDay[which];
  return minutesOf(which === 'from' ? quietUntil : quietFrom);
}

function within(everyMin: number, from: number, until: number): number[] {
  const length = (until - from + dayMin) % dayMin;
  const count = Math.floor((length === 0 ? dayMin - 1 : length) / everyMin) + 1;
  return Array.from({ length: count }, (_, i) => (from + i * everyMin) % dayMin);
}

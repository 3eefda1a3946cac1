import { Temporal } from 'temporal-polyfill';
import type { StoredChange } from './correction.ts';

/** Where a change moves something to; null where it leaves it. */
export const placeOf = ({ slot, day, time }: StoredChange) => ({
  slot: slot ?? null,
  day: day === undefined ? null : Temporal.PlainDate.from(day),
  time: time === undefined ? null : Temporal.PlainTime.from(time),
});

/** Whether a change moves anything. */
export const isMoved = ({ slot, day, time }: StoredChange): boolean => (slot ?? day ?? time) !== undefined;

import { Temporal } from 'temporal-polyfill';

/** A calendar day as the number of days since 1 January 1970: what years of days are counted in. */
export type DayNumber = number;

const msPerDay = 86_400_000;
/** That Thursday lay three days into its week. */
const weekOffset = 3;

export const dayNumber = ({ year, month, day }: Temporal.PlainDate): DayNumber =>
  Date.UTC(year, month - 1, day) / msPerDay;

export const dayOf = (number: DayNumber): Temporal.PlainDate =>
  Temporal.PlainDate.from('1970-01-01').add({ days: number });

/** The Monday of a day's week. */
export const mondayOf = (day: DayNumber): DayNumber => Math.floor((day + weekOffset) / 7) * 7 - weekOffset;

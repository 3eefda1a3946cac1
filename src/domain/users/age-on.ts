import type { Temporal } from 'temporal-polyfill';

/** Below this age nobody is set a target for losing weight. */
export const adultYears = 18;

/** Full years of somebody born on a day. */
export function ageOn(dateOfBirth: Temporal.PlainDate, day: Temporal.PlainDate): number {
  return dateOfBirth.until(day, { largestUnit: 'years' }).years;
}

/** The day of birth of the youngest person who says that age on a day: whoever is taken for younger is safer. */
export const bornFor = (ageYears: number, day: Temporal.PlainDate): Temporal.PlainDate =>
  day.subtract({ years: ageYears });

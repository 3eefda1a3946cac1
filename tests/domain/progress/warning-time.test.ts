import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { warningTime } from '../../../src/domain/progress/warning-time.ts';

describe('when somebody is told that a streak is about to end', () => {
  it.each([
    ['an hour before the usual quiet hours', 3, '22:00', '08:00', '21:00'],
    ['later for who is up later', 3, '23:30', '07:00', '22:30'],
    ['an hour before quiet hours that begin after midnight', 3, '00:30', '08:00', '23:30'],
    ['two hours before a day that ends before the quiet begins', 0, '23:30', '07:00', '22:00'],
    [
      'an hour before quiet hours even where two hours before the end falls into that hour',
      0,
      '22:30',
      '07:00',
      '21:30',
    ],
    [
      'two hours before the end of a night worker’s day, whose quiet hours lie in the day',
      5,
      '09:00',
      '17:00',
      '03:00',
    ],
    ['before the usual night where there are no quiet hours', 3, '00:00', '00:00', '21:00'],
  ])('%s', (_, dayStartHour, from, until, expected) => {
    const [quietFrom, quietUntil] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(until)];
    const time = warningTime({ dayStartHour, quietFrom, quietUntil });
    expect(time.toString({ smallestUnit: 'minute' })).toBe(expected);
  });
});

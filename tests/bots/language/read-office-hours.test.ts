import { describe, expect, it } from 'vitest';
import { readOfficeHours } from '../../../src/bots/language/read-office-hours.ts';

/** "1-5 09:00-17:00" */
function shown(text: string): string | null {
  const read = readOfficeHours(text);
  if (read?.kind !== 'set') return read?.kind ?? null;
  const times = new Map<string, number[]>();
  for (const { weekday, from, until } of read.hours)
    times.set(`${from}-${until}`, [...(times.get(`${from}-${until}`) ?? []), weekday]);
  return [...times].map(([time, days]) => `${days.join('')} ${time}`).join(', ');
}

describe('office hours', () => {
  it.each([
    ['office hours mon-fri 9-17', '12345 09:00-17:00'],
    ['my office hours are monday to friday from 9:00 to 17:30, sat 10-12', '12345 09:00-17:30, 6 10:00-12:00'],
    ['/hours weekdays 9am-5pm', '12345 09:00-17:00'],
    ['/hours 9-5', '12345 09:00-17:00'],
    ['office hours mon wed fri 8-12 and 14-18', '135 08:00-12:00, 135 14:00-18:00'],
    ['working hours: every day 7:30 - 22:00', '1234567 07:30-22:00'],
    ['office hours sat, sun 10-24', '67 10:00-24:00'],
    ['office hours fri-mon 9-17', '1567 09:00-17:00'],
    ['office hours off', 'off'],
    ['/hours', 'show'],
    ['office hours', 'show'],
    ['office hours sometime', 'unclear'],
    ['/hours mon 17-9', 'unclear'],
  ])('%s', (text, hours) => expect(shown(text)).toBe(hours));

  it.each([
    'slept 7 hours',
    'ate 200g rice in the office',
    'i answer tomorrow',
    'hours 3',
    'worked 9-17',
    'gym hours 9-17',
  ])('none in %j', (text) => expect(readOfficeHours(text)).toBeNull());
});

import { describe, expect, it } from 'vitest';
import { readCheckIn, readCheckIns } from '../../../src/bots/language/read-check-in.ts';

describe('one’s own check-in', () => {
  it.each([
    ['check in', null],
    ['Check-in', null],
    ['checkin!', null],
    ['do my weekly check-in', null],
    ['can I do my check in now?', null],
    ['start my check-in please', null],
    ['my check in for last week', 'last'],
    ["do last week's check-in", 'last'],
    ['/checkin', null],
    ['/checkin last week', 'last'],
    ['/check_in this week', 'this'],
  ])('%s', (text, week) => expect(readCheckIn(text)).toEqual({ week }));

  it.each([
    'checked in at the gym',
    'check in 300g rice',
    'checking my weight 82.4',
    'check in with my doctor tomorrow',
    'remind me to check in on sunday',
    'check the calories of rice',
    'hotel check in, ate 2 eggs',
    '/checkin anna',
    '/checkin :step 3 left feeling',
    '/checkins',
  ])('is not meant by “%s”', (text) => expect(readCheckIn(text)).toBeNull());
});

describe('the check-ins of a coach’s clients', () => {
  it.each([
    ['check-ins', { do: 'queue' }],
    ['show me the new check-ins', { do: 'queue' }],
    ["my clients' checkins", { do: 'queue' }],
    ['who has checked in?', { do: 'queue' }],
    ['/checkins', { do: 'queue' }],
    ['/checkins anna', { do: 'client', words: 'anna' }],
    ['/checkins anna great week, more sleep', { do: 'client', words: 'anna great week, more sleep' }],
    ['/checkins anna every sunday 18:00', { do: 'assign', name: 'anna', weekday: 7, at: '18:00' }],
    ['/checkins Anna Smith on fridays at 6pm', { do: 'assign', name: 'Anna Smith', weekday: 5, at: '18:00' }],
    ['/checkins anna sun 9', { do: 'assign', name: 'anna', weekday: 7, at: '09:00' }],
  ])('%s', (text, reading) => expect(readCheckIns(text, true)).toEqual(reading));

  it.each(['check-ins', 'who has checked in?', 'my check-ins'])('are no words of anybody else: %s', (text) =>
    expect(readCheckIns(text, false)).toBeNull(),
  );

  it.each(['check in', 'ate rice', '/checkins :reply 3', 'check-ins are boring'])('are not meant by “%s”', (text) =>
    expect(readCheckIns(text, true)).toBeNull(),
  );
});

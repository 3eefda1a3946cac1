import { describe, expect, it } from 'vitest';
import { readClientReminder } from '../../../src/bots/language/read-client-reminder.ts';
import { given } from './given.ts';

const clients = ['Anna Berg', 'Ben'];
const read = (text: string) => readClientReminder(text, clients, given);
const every = [1, 2, 3, 4, 5, 6, 7];

describe('what a coach wants a client to be reminded of', () => {
  it.each([
    ['remind anna to log lunch at 13', 'anna', 'log lunch', { at: ['13:00'], days: every, on: null }],
    ['please remind Anna Berg to log breakfast at 8am', 'Anna Berg', 'log breakfast', { at: ['08:00'], days: every }],
    ['weigh-in reminder for anna every monday 7:00', 'anna', 'weigh-in', { at: ['07:00'], days: [1] }],
    ['set weigh-in reminder for anna mondays at 7', 'anna', 'weigh-in', { at: ['07:00'], days: [1] }],
    ['every monday at 7 remind anna to weigh in', 'anna', 'weigh in', { at: ['07:00'], days: [1] }],
    ['reminder for anna: weigh in every monday 7:00', 'anna', 'weigh in', { at: ['07:00'], days: [1] }],
    ['set a reminder for ben to log his dinner at 20:30', 'ben', 'log my dinner', { at: ['20:30'], days: every }],
    ["anna's lunch reminder at 13:00", 'anna', 'lunch', { at: ['13:00'], days: every }],
    ['remind ben about water every 2 hours from 9 to 18', 'ben', 'water', { everyMinutes: 120, from: '09:00' }],
    ['remind ben to do his check-in at 18', 'ben', 'do my check-in', { at: ['18:00'], days: [7] }],
    ['remind anna to take creatine every day at 9', 'anna', 'take creatine', { at: ['09:00'], days: every }],
    ['/remind anna to train mon wed 18:00', 'anna', 'train', { at: ['18:00'], days: [1, 3] }],
  ])('%s', (text, who, what, schedule) => {
    expect(read(text)).toMatchObject({ who, read: { kind: 'set', what, schedule } });
  });

  it('comes but once where a day is named, or where it is nothing of ours', () => {
    for (const text of ['remind anna to log lunch tomorrow at 13', 'remind anna to call the physio at 23:00'])
      expect(read(text), text).toMatchObject({ read: { schedule: { days: null, on: expect.any(String) } } });
  });

  it.each([
    ['remind anna to log her meals', 'meals'],
    ['remind anna to weigh in', 'weigh in'],
    ['lunch reminder for anna', 'lunch'],
    ['turn on the lunch reminder for anna', 'lunch'],
  ])('has its usual time where none is said: %s', (text, what) => {
    expect(read(text)).toMatchObject({ who: 'anna', read: { kind: 'usual', what } });
  });

  it('leaves to them what we tell of a day or a streak', () => {
    expect(read('daily summary reminder for anna at 21:00')).toMatchObject({ read: { kind: 'theirs' } });
  });

  it.each([
    'remind me to call anna at 5',
    'remind me about anna tomorrow at 9',
    'remind zoe to log lunch at 13',
    'remind anna',
    "anna's reminders",
    'pause reminders for anna',
    'anna berg ate lunch at 13',
    'note on anna: needs a reminder',
    'lunch at 13 with anna',
  ])('is no such wish: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});

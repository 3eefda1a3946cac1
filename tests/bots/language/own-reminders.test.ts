import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readReminder } from '../../../src/bots/language/read-reminder.ts';
import { readReminderAnswer } from '../../../src/bots/language/read-reminder-answer.ts';
import { readSettings } from '../../../src/bots/language/read-settings.ts';
import type { Schedule } from '../../../src/bots/language/schedule.ts';

/** A Monday evening in Madrid, 19:30. */
const given = { now: Temporal.Instant.from('2026-03-02T18:30:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };

const when = ({ at, days, everyMinutes, from, to, on }: Schedule): string =>
  [everyMinutes && `every ${everyMinutes}`, from && `${from}-${to}`, days?.join(''), on?.slice(5), at?.join(' ')]
    .filter(Boolean)
    .join(', ');

function shown(text: string): string | null {
  const read = readReminder(text, given);
  switch (read?.kind) {
    case 'set':
      return `${read.what} | ${when(read.schedule)}`;
    case 'move':
      return `move ${read.subject} | ${when(read.schedule)}`;
    case 'change':
      return `${read.action} ${read.subject}`;
    default:
      return read?.kind ?? null;
  }
}

describe('what Spotter tells by itself', () => {
  it.each([
    ['daily summary at 9pm', 'daily summary | 1234567, 21:00'],
    ['send me a daily summary at 21:00', 'daily summary | 1234567, 21:00'],
    ['send me a daily report every day at 20:30', 'daily summary | 1234567, 20:30'],
    ['daily summary on weekdays at 9pm', 'daily summary | 12345, 21:00'],
    ['weekly card at 6pm', 'weekly card | 7, 18:00'],
    ['weekly summary on saturday at 10am', 'weekly card | 6, 10:00'],
    ['send me a weekly card', 'resume weekly card'],
    ['turn on the daily summary', 'resume daily summary'],
    ['weekly card off', 'pause weekly card'],
    ['no more daily summaries', 'pause daily summary'],
    ['stop sending me the weekly card', 'pause weekly card'],
    ['warn me before my streak ends', 'resume streak warning'],
    ['warn me before my streak ends at 20:00', 'streak warning | 1234567, 20:00'],
    ['streak warning on', 'resume streak warning'],
    ['remind me to log my meals', 'resume meals'],
    ['lunch reminder on', 'resume lunch'],
    ['weigh-in reminders off', 'pause weigh-in'],
  ])('“%s”', (text, reading) => expect(shown(text)).toBe(reading));

  it.each([
    'daily summary',
    'my weekly summary',
    'how is my streak',
    'weekly card was nice',
    'my phone reminder on',
    'report from the doctor at 9am was good',
    'card at 6',
  ])('“%s” is none of it', (text) => expect(shown(text)).toBeNull());
});

describe('moving a reminder', () => {
  it.each([
    ['move my gym reminder to 19:00', 'move gym | 19:00'],
    ['change the weigh in reminder to 6:45', 'move weigh in | 06:45'],
    ['move the yoga reminder to 9', 'move yoga | 09:00'],
    ['shift my weigh in reminder to 6.30', 'move weigh in | 06:30'],
    ['change the water reminder to every 90 minutes from 10 to 17', 'move water | every 90, 10:00-17:00, 1234567'],
    ['move my creatine reminder to weekdays at 8', 'move creatine | 12345, 08:00'],
    ['reschedule the physio reminder to friday at 10am', 'move physio | 03-06, 10:00'],
    ['make my water reminder every 90 min', 'move water | every 90, 1234567'],
    ['make the water reminder every 2 hours instead', 'move water | every 120, 1234567'],
  ])('“%s”', (text, reading) => expect(shown(text)).toBe(reading));

  it.each(['move the gym to 19:00', 'change rice to 250g'])('“%s” is none', (text) => expect(shown(text)).toBeNull());
});

it.each([
  ['done', 'done'],
  ['Done!', 'done'],
  ['did it 👍', 'done'],
  ['skip', 'skip'],
  ['not today', 'skip'],
  ['skip today, I am tired', 'skip'],
  ["I'll skip it today because my knee hurts", 'skip'],
  ['skip lunch today', null],
  ['skip, ate 200g rice', null],
  ['skipping rope 10 min', null],
  ['done with dinner', null],
  ['skip breakfast', null],
  ['i did 3 sets', null],
] as const)('“%s” said to a reminder is %s', (text, answer) => expect(readReminderAnswer(text)).toBe(answer));

describe('quiet hours', () => {
  const quiet = (text: string) => readSettings(text, { now: given.now, locale: 'en' });
  it.each([
    ['quiet hours 23 to 7', '23:00', '07:00'],
    ['quiet hours from 22:30 to 7:15', '22:30', '07:15'],
    ['quiet hours from 10 to 7', '22:00', '07:00'],
    ['my quiet hours are 11pm-8am', '23:00', '08:00'],
    ["don't write between 22 and 9", '22:00', '09:00'],
    ['quiet hours midnight to 6', '00:00', '06:00'],
    ['no quiet hours', '00:00', '00:00'],
    ['quiet hours off', '00:00', '00:00'],
  ])('“%s”', (text, quietFrom, quietUntil) => expect(quiet(text)).toEqual({ change: { quietFrom, quietUntil } }));

  it('are shown where nothing is said of them, and asked for again where they cannot be read', () => {
    expect(quiet('quiet hours')).toEqual({ change: {} });
    expect(quiet('quiet hours tomorrow maybe')).toHaveProperty('problem');
    expect(quiet('no messages from my coach')).toBeNull();
  });
});

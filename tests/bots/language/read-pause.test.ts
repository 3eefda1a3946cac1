import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPause } from '../../../src/bots/language/read-pause.ts';

/** Read on Thursday 5 March 2026. */
const given = { now: Temporal.Instant.from('2026-03-05T12:00:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };

/** "vacation 03-10 to 03-20", "end", "nothing". */
function shown(text: string): string {
  const read = readPause(text, given);
  if (read?.kind === 'remove') return `remove ${read.reason}`;
  if (read?.kind !== 'set') return read?.kind ?? 'nothing';
  const short = (day: Temporal.PlainDate | null) => day?.toString().slice(5) ?? 'open';
  return `${read.reason} ${short(read.from)} to ${short(read.until)}`;
}

describe('that streaks are to rest', () => {
  it.each([
    ['pause my streak until friday', 'null 03-05 to 03-06'],
    ['Please pause my streaks for two weeks!', 'null 03-05 to 03-18'],
    ['freeze my streak tomorrow', 'null 03-06 to 03-06'],
    ['pause until monday', 'null 03-05 to 03-09'],
    ['put my streak on hold from tomorrow for 5 days', 'null 03-06 to 03-10'],
    ['on vacation 3-10 march', 'vacation 03-03 to 03-10'],
    ['on vacation from march 10th to march 20th', 'vacation 03-10 to 03-20'],
    ['vacation dec 20 - jan 3', 'vacation 12-20 to 01-03'],
    ['20–25 december holiday', 'vacation 12-20 to 12-25'],
    ["I'm on holiday", 'vacation 03-05 to open'],
    ["we're on holiday next week", 'vacation 03-09 to 03-15'],
    ["i'll be away this weekend", 'vacation 03-07 to 03-08'],
    ['away friday to tuesday', 'vacation 03-06 to 03-10'],
    ["i'm travelling until the 15th", 'vacation 03-05 to 03-15'],
    ["i'm sick", 'illness 03-05 to open'],
    ['I’m sick today', 'illness 03-05 to 03-05'],
    ['sick since tuesday', 'illness 03-03 to open'],
    ['i was sick yesterday', 'illness 03-04 to 03-04'],
    ["i've got the flu, please pause my streak until sunday", 'illness 03-05 to 03-08'],
    ["i'm injured for the next 3 weeks", 'injury 03-05 to 03-25'],
    ['on vacation 1-3 march', 'vacation 03-01 to 03-03'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['back from vacation', 'end'],
    ["I'm back!", 'end'],
    ['better now', 'end'],
    ['all better now!', 'end'],
    ['resume my streak', 'end'],
    ['feeling better now', 'end'],
    ['no longer sick', 'end'],
    ['my pauses', 'list'],
    ['cancel my vacation', 'remove vacation'],
    ['remove the pause', 'remove null'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('what is something else', () => {
  it.each([
    ...["i'm sick of this diet", 'sick', 'away', 'break', 'i was sick', 'was i sick?', 'am i sick'],
    ...[
      'holiday ham 100g',
      'on holiday today i ate 2 eggs',
      'had a cold coffee',
      'cold brew',
      'back day',
      'better now than never',
      'back squat 5x5 100',
    ],
    ...[
      "i'm back to 80 kg",
      'pause reminders until monday',
      'resume my reminders',
      'i was on vacation from 10 june to 20 june',
    ],
    ...[
      'vacation in spain was great',
      'pause squats 3x5 80',
      'paused bench 80 kg 3x3',
      'travel pillow',
      'broke my leg',
    ],
  ])('%s', (text) => expect(shown(text)).toBe('nothing'));
});

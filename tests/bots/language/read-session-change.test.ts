import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSessionChange } from '../../../src/bots/language/read-session-change.ts';

/** Read on Thursday 5 March 2026, at noon in Madrid. */
const moment = { now: Temporal.Instant.from('2026-03-05T11:00:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 };
const coach = { ...moment, role: 'coach', clients: ['Anna Ray', 'ben'] };
const client = { ...moment, role: 'client', hasCoach: true };
const trained = { ...client, routines: ['push day'] };

function shown(text: string, given: Parameters<typeof readSessionChange>[1]): string | null {
  const read = readSessionChange(text, given);
  if (!read) return null;
  const { verb, who, on, toDay, toTime } = read;
  const short = (day: Temporal.PlainDate) => day.toString().slice(5);
  return [verb, who, on && `on ${short(on)}`, toDay && `to ${short(toDay)}`, toTime].filter(Boolean).join(' ');
}

describe('a session that is moved or called off in words', () => {
  it.each([
    ['can we move friday to 7pm?', client, 'move on 03-06 19:00'],
    ['move our session to thursday', client, 'move to 03-12'],
    ['can we move our session to monday 18:00?', client, 'move to 03-09 18:00'],
    ['cancel my session', client, 'cancel'],
    ['can i cancel friday', client, 'cancel on 03-06'],
    ["need to reschedule friday's session to sat 6pm", client, 'move on 03-06 to 03-07 18:00'],
    ['move the session to 7pm', coach, 'move 19:00'],
    ['reschedule anna to friday 6pm', coach, 'move anna to 03-06 18:00'],
    ['cancel annas session', coach, 'cancel anna'],
    ['cancel the session with anna', coach, 'cancel anna'],
    ['move the session with anna to saturday 10:00', coach, 'move anna to 03-07 10:00'],
    ['move ben from friday to saturday at 9', coach, 'move ben on 03-06 to 03-07 09:00'],
    ["move anna ray's call on friday to 5pm", coach, 'move anna ray on 03-06 17:00'],
    ['cancel friday with ben', coach, 'cancel ben on 03-06'],
  ])('%s', (text, given, expected) => expect(shown(text, given)).toBe(expected));

  it.each([
    ['move friday to saturday', trained],
    ["move today's workout to friday", trained],
    ['move push day to friday', trained],
    ['move my lunch to 2pm', client],
    ['move that to lunch', client],
    ['move it to yesterday', client],
    ['change the rice to 200g', client],
    ['change my weight to 80', client],
    ['cancel my subscription', client],
    ['move the reminder to 7pm', coach],
    ['move anna to beginners', coach],
    ['cancel anna', coach],
    ['cancel my session', { ...moment, role: 'client', hasCoach: false }],
  ])('is not meant by “%s”', (text, given) => expect(shown(text, given)).toBeNull());
});

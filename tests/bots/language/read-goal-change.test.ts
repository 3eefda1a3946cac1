import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { readGoalChange } from '../../../src/bots/language/read-goal-change.ts';

const given = {
  ...{ now: Temporal.Instant.from('2026-03-02T12:00:00Z'), timeZone: 'Europe/Madrid', dayStartHour: 3 },
  units: 'metric' as const,
};

function shown(text: string): string | null {
  const read = readGoalChange(text, given);
  if (!read) return null;
  const of = read.metric ?? '?';
  switch (read.kind) {
    case 'status':
      return `${of} ${read.status}`;
    case 'words':
      return `${of} ${read.field}: ${read.words}`;
    default:
      return `${of} ${read.kind} ${read.target ?? 'same'}${read.by ? ` by ${read.by}` : ''}`;
  }
}

it.each([
  ['drop my weight goal', 'weight abandoned'],
  ['remove my goal', '? abandoned'],
  ['delete the body fat goal please', 'body-fat abandoned'],
  ['no goal', '? abandoned'],
  ['no more weight goal', 'weight abandoned'],
  ["i don't want a weight goal anymore", 'weight abandoned'],
  ['cancel goal', '? abandoned'],
  ['give up my goal weight', 'weight abandoned'],
  ['get rid of my steps goal', 'steps abandoned'],
  ['my weight goal is off', 'weight abandoned'],
  ['pause my weight goal', 'weight paused'],
  ['pause my goal for now', '? paused'],
  ['put my sleep goal on hold', 'sleep paused'],
  ['mark my goal as done', '? completed'],
  ['my sleep goal is on hold', 'sleep paused'],
  ['resume my goal', '? active'],
  ['i reached my goal!', '? completed'],
  ["I've hit my weight goal", 'weight completed'],
  ['weight goal reached', 'weight completed'],
  ['my waist goal is done', 'waist completed'],
  ['complete my goal', '? completed'],
  ['change my goal to 75 kg', 'weight change 75'],
  ['change my weight goal to 74', 'weight change 74'],
  ['change my goal weight to 74 kg by june', 'weight change 74 by 2026-06-01'],
  ['update my body fat goal to 14%', 'body-fat change 14'],
  ['set my steps goal to 12k', 'steps change 12000'],
  ['move my weight goal to september', 'weight change same by 2026-09-01'],
  ['move my goal to 1 may', '? change same by 2026-05-01'],
  ['push my goal by christmas', '? change same by 2026-12-25'],
  ['extend my goal to the end of june', '? change same by 2026-06-30'],
  ['call my weight goal Beach body', 'weight title: Beach body'],
  ['rename my goal to Summer 2026', '? title: Summer 2026'],
  ['note for my weight goal: doctor says slowly', 'weight notes: doctor says slowly'],
  ['reason for my goal: keep up with the kids', '? description: keep up with the kids'],
  ['milestone 80 kg by april', 'weight milestone 80 by 2026-04-01'],
  ['add a milestone at 80kg', 'weight milestone 80'],
  ['milestone: 20% body fat', 'body-fat milestone 20'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it.each([
  'goal',
  'goals',
  'my goals',
  'goal weight 75 kg',
  'what is my goal',
  'how far is my goal',
  'drop 5 kg',
  'lose 5 kg by june',
  'we scored a goal',
  'no goals in the match tonight',
  'he hit the goal post',
  'i hit my protein goal today',
  'should i change my goal?',
  'my goal is to be happy',
  'change my goal to something easier',
  'call my goal',
  'note for my goal',
  'my coach changed my goal',
  'remove the banana',
  'goal reached yesterday by my friend',
  'milestone birthday cake 80 g',
  'pause my reminders',
])('%j is no change of a goal', (text) => {
  expect(shown(text)).toBeNull();
});

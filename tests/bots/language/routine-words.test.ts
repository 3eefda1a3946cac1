import { describe, expect, it } from 'vitest';
import { readTraining } from '../../../src/bots/language/routine-log-words.ts';
import { type RoutineReading, readRoutine } from '../../../src/bots/language/routine-words.ts';
import { readTemplate, type TemplateReading } from '../../../src/bots/language/template-words.ts';
import { given as plain } from './given.ts';

const given = { ...plain, routines: ['push day', 'Legs', 'Push-pull – Push'] };
const shown = (read: unknown): unknown => (read === null ? null : JSON.parse(JSON.stringify(read)));
const schedule = { weekdays: [], time: null, on: null, from: null, weeks: null };

describe('what is said about routines', () => {
  it.each<[string, Partial<Record<string, unknown>> & { kind: RoutineReading['kind'] }]>([
    ['my routines', { kind: 'list' }],
    [
      'new routine push day: bench 4x8 @ 70kg, ohp 3x10',
      { kind: 'new', name: 'push day', plan: 'bench 4x8 @ 70kg, ohp 3x10' },
    ],
    ['routine legs:\nsquat 5x5', { kind: 'new', name: 'legs', plan: 'squat 5x5' }],
    [
      'schedule push day mon wed fri 18:00 for 8 weeks',
      { kind: 'schedule', name: 'push day', schedule: { ...schedule, weekdays: [1, 3, 5], time: '18:00', weeks: 8 } },
    ],
    [
      'schedule legs tuesdays from next monday',
      { kind: 'schedule', name: 'legs', schedule: { ...schedule, weekdays: [2], from: '2026-03-09' } },
    ],
    [
      'schedule my push day on friday 18:00',
      { kind: 'schedule', name: 'push day', schedule: { ...schedule, time: '18:00', on: '2026-03-06' } },
    ],
    ["move today's push day to friday", { kind: 'move', name: 'push day', from: '2026-03-02', to: '2026-03-06' }],
    ['move legs to tomorrow', { kind: 'move', name: 'legs', from: null, to: '2026-03-03' }],
    ["move today's workout to friday", { kind: 'move', name: null, from: '2026-03-02', to: '2026-03-06' }],
    ['skip legs today', { kind: 'skip', name: 'legs' }],
    ['start push day', { kind: 'start', name: 'push day' }],
    ['push day done', { kind: 'done', name: 'push day' }],
    ['i did legs today', { kind: 'done', name: 'legs' }],
    ['rename push day to chest day', { kind: 'rename', name: 'push day', to: 'chest day' }],
    ['add face pulls 3x15 to push day', { kind: 'put', name: 'push day', exercise: '', plan: 'face pulls 3x15' }],
    [
      'change bench in push day to 5x5 @ 75kg',
      { kind: 'put', name: 'push day', exercise: 'bench', plan: '5x5 @ 75kg' },
    ],
    ['remove dips from push day', { kind: 'take', name: 'push day', exercise: 'dips' }],
    ['delete my push day routine', { kind: 'remove', name: 'push day' }],
    ['unschedule legs', { kind: 'end', name: 'legs' }],
  ])('%j', (text, expected) => expect(shown(readRoutine(text, given))).toMatchObject(expected));

  it.each([
    ...[
      'legs 3x10',
      'push day 55 min',
      'did squats 5x5',
      'did push ups 3x10',
      'skip legs and arms 3x10',
      'legs',
      'push',
    ],
    ...['skip lunch', 'move lunch to 13:00', 'add 200g rice to lunch', 'remove rice from lunch', 'change rice to 200g'],
    ...['start', 'done', 'skip', 'start my day at 4', 'remove the banana', 'show me my routine', 'bench 3x8 80'],
    ...['schedule session with anna tomorrow', 'schedule a call on friday', 'finished my book', 'did well today'],
  ])('leaves %j to others', (text) => expect(readRoutine(text, given)).toBeNull());

  it('knows a routine by its name only for whoever has it', () => {
    for (const text of ['start push day', 'skip legs', 'push day done'])
      expect(readRoutine(text, plain), text).toBeNull();
  });
});

describe('what a coach says of templates', () => {
  it.each<[string, Partial<Record<string, unknown>> & { kind: TemplateReading['kind'] }]>([
    ['templates', { kind: 'list' }],
    ['template push-pull\nDay 1\nBench 4x8', { kind: 'new', name: 'push-pull', text: 'Day 1\nBench 4x8' }],
    [
      'new template base:\nabout: strength\nbench 4x8',
      { kind: 'new', name: 'base', text: 'bench 4x8', description: 'strength' },
    ],
    ['edit template push-pull', { kind: 'edit', name: 'push-pull' }],
    ['diff template push-pull 1 2', { kind: 'diff', name: 'push-pull', from: 1, to: 2 }],
    ['assign push-pull to anna from monday', { kind: 'assign', name: 'push-pull', to: ['anna'], from: '2026-03-09' }],
    [
      'assign push-pull to all beginners from monday for 8 weeks',
      { kind: 'assign', to: ['all beginners'], from: '2026-03-09', weeks: 8 },
    ],
    [
      'assign push-pull to anna, ben and carl on mon wed fri at 7:00 from 9 march',
      { kind: 'assign', to: ['anna', 'ben', 'carl'], weekdays: [1, 3, 5], time: '07:00', from: '2026-03-09' },
    ],
    ['assign push-pull to anna tomorrow', { kind: 'assign', to: ['anna'], from: '2026-03-03' }],
    ['end push-pull for anna', { kind: 'end', name: 'push-pull', to: ['anna'] }],
    ['unassign push-pull from anna', { kind: 'end', name: 'push-pull', to: ['anna'] }],
  ])('%j', (text, expected) => expect(shown(readTemplate(text, plain))).toMatchObject(expected));

  it.each([
    ...['assign diet cut to anna', 'assign the meal plan to anna', "end anna's diet", 'give 200g rice to anna'],
    ...['remove rice', 'edit lunch', 'show my week', 'bench 4x8\nsquat 5x5', 'ate 200g rice lunch'],
  ])('leaves %j to others', (text) => expect(readTemplate(text, plain)).toBeNull());

  it.each(['assign push-pull to anna from today', 'assign push-pull to anna today'])('%j names anna alone', (text) =>
    expect(readTemplate(text, plain)).toMatchObject({ to: ['anna'], weeks: null }),
  );
});

describe('what is said about the training log', () => {
  it.each<[string, unknown]>([
    [
      "note on anna's workout yesterday: depth better",
      { kind: 'note', who: 'anna', day: '2026-03-01', note: 'depth better' },
    ],
    ["note on anna's training: good", { kind: 'note', who: 'anna', day: null, note: 'good' }],
    ["anna's training log", { kind: 'log', who: 'anna' }],
    ['my training log', { kind: 'log', who: null }],
  ])('%j', (text, expected) => expect(shown(readTraining(text, plain))).toEqual(expected));

  it.each(['note on anna: likes dogs', 'note: buy milk', 'log my training', 'training'])(
    'leaves %j to others',
    (text) => expect(readTraining(text, plain)).toBeNull(),
  );
});

import { expect, it } from 'vitest';
import { readPlanWish } from '../../../src/bots/language/read-plan-wish.ts';

it.each([
  [
    'make anna a plan: monday squat 3x5 80kg, bench 3x8 50kg; thursday deadlift 3x5 100',
    'anna',
    'training',
    'Monday|squat 3x5 80kg|bench 3x8 50kg|Thursday|deadlift 3x5 100',
  ],
  ['build me a 4 week programme', null, 'training', ''],
  ['give me a workout', null, 'training', ''],
  ['can you make me a workout plan?', null, 'training', ''],
  ['create a workout for ben', 'ben', 'training', ''],
  ['write anna smith a new routine please', 'anna smith', 'training', ''],
  [
    'design a push pull program for ben: day 1 bench 4x8, day 2 rows 4x10',
    'ben',
    'training',
    'Day 1|bench 4x8|Day 2|rows 4x10',
  ],
  ['plan for anna: mon squat 3x5', 'anna', 'training', 'Mon|squat 3x5'],
  ['i need a new plan', null, 'training', ''],
  ['make a workout: bench 3x8 80, squat 3x5 100', null, 'training', 'bench 3x8 80|squat 3x5 100'],
  ['make anna a meal plan', 'anna', 'meals', ''],
] as const)('is a plan to be made: %s', (text, who, of, lines) => {
  expect(readPlanWish(text)).toEqual({ who, of, text: lines.replaceAll('|', '\n') });
});

it.each([
  'did a workout: squat 3x5 100',
  'workout: squat 3x5 100',
  'push workout bench 3x8 80',
  'gave anna a workout',
  'give anna 1900 kcal',
  'my plan monday breakfast: 80g oats',
  'routine push day: bench 3x8',
  'do my workout',
  'i want to train legs',
  "anna's workout was great",
  'made pancakes from a plan',
  'program for today: squats 5x5, bench 3x8',
])('is none: %s', (text) => expect(readPlanWish(text)).toBeNull());

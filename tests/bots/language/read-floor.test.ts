import { expect, it } from 'vitest';
import { readFloor } from '../../../src/bots/language/read-floor.ts';

it.each([
  ['/floor', null, null],
  ['/floor off', null, 'off'],
  ['my energy floor', null, null],
  ['my calorie floor off', null, 'off'],
  ['/floor anna', 'anna', null],
  ['/floor anna 1100', 'anna', 1100],
  ['/floor for anna: 1100', 'anna', 1100],
  ['/floor anna to 1,100 kcal a day', 'anna', 1100],
  ['/floor anna off', 'anna', 'off'],
  ['/client anna floor 1100', 'anna', 1100],
  ["anna's energy floor 1100", 'anna', 1100],
  ['calorie floor for anna 1100', 'anna', 1100],
  ['/floor 1100', null, 1100],
] as const)('%j', (text, who, kcal) => expect(readFloor(text)).toEqual({ who, kcal }));

it('says where it is not clear', () => expect(readFloor('/floor 50 60')).toBe('unclear'));

it.each([
  'floor press 3x8 40',
  'climbed 12 floors',
  'floor work 10 min',
  'the floor is wet',
  'floor 1100',
  '/client anna',
])('is nothing of it: %j', (text) => expect(readFloor(text)).toBeNull());

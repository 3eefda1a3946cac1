import { expect, it } from 'vitest';
import { readOwnSlot } from '../../../src/bots/language/read-own-slot.ts';
import { foods } from './given.ts';

const told = (text: string): string | null => {
  const read = readOwnSlot(text, { foods });
  if (read === null) return null;
  if (read.kind === 'keep') return `${read.name} ${read.startsAt?.toString({ smallestUnit: 'minute' }) ?? '-'}`;
  return read.kind === 'list' ? 'list' : `${read.kind} ${read.name}`;
};

it.each<[string, string]>([
  ['call my 16:00 meal merienda', 'merienda 16:00'],
  ['my 4pm meal is called merienda', 'merienda 16:00'],
  ['name my 5pm snack merienda', 'merienda 17:00'],
  ['new meal slot: second breakfast 10:30', 'second breakfast 10:30'],
  ['new slot: elevenses time (11:00)', 'elevenses time 11:00'],
  ['add meal slot pre-gym', 'pre-gym -'],
  ['add a meal called late bite at 10pm', 'late bite 22:00'],
  ['call my 4pm snack tea', 'taken tea'],
  ['new meal slot lunch', 'taken lunch'],
  ['delete meal slot merienda', 'forget merienda'],
  ['my meal slots', 'list'],
])('%j', (text, reading) => {
  expect(told(text)).toBe(reading);
});

it.each([
  'call my mum',
  'call my coach at 4pm',
  'call my lunch off',
  'my 4pm meeting is called off',
  'my 4pm meal was great',
  'new meal plan please',
  'new meal: rice 200g',
  'my meal was great',
  'call my 4pm meal',
  'add a meal',
  'slots',
  '',
])('%j names no meal', (text) => {
  expect(told(text)).toBeNull();
});

it.each<[string, string | null]>([
  ['merienda is at 17:00', 'merienda 17:00'],
  ['my merienda is now at 5pm', 'merienda 17:00'],
  ['pre-gym moves to 6:30', 'pre-gym 06:30'],
  ['merienda at 17:00: coffee and toast', null],
  ['merienda is at my place at 17:00', null],
  ['lunch is at 13:00', null],
])('%j moves a meal that is named', (text, expected) => {
  const read = readOwnSlot(text, { foods, slots: ['merienda', 'pre-gym'] });
  expect(read?.kind === 'keep' ? `${read.name} ${read.startsAt?.toString({ smallestUnit: 'minute' })}` : null).toBe(
    expected,
  );
});

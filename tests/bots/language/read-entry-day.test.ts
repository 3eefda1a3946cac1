import { describe, expect, it } from 'vitest';
import { readEntryDay } from '../../../src/bots/language/read-entry-day.ts';
import { given } from './given.ts';

const read = (text: string) => {
  const found = readEntryDay(text, { ...given, slots: ['elevenses'] });
  return found && [found.rest, found.day.toString(), found.slot];
};

describe('the day of an entry that words are about', () => {
  it.each([
    ['remove the wine from yesterday', 'remove the wine', '2026-03-01', null],
    ['remove the wine from yesterday please', 'remove the wine', '2026-03-01', null],
    ["remove the rice from friday's dinner", 'remove the rice', '2026-02-27', 'dinner'],
    ['delete the toast from breakfast yesterday', 'delete the toast', '2026-03-01', 'breakfast'],
    ['delete the toast from my breakfast', 'delete the toast', '2026-03-02', 'breakfast'],
    ['take the wine off dinner', 'take the wine off', '2026-03-02', 'dinner'],
    ['remove the biscuit from elevenses', 'remove the biscuit', '2026-03-02', 'elevenses'],
    ['delete the coffee i had yesterday', 'delete the coffee', '2026-03-01', null],
    ["yesterday's rice was 250g", 'the rice was 250g', '2026-03-01', null],
    ['yesterdays rice was 250g', 'the rice was 250g', '2026-03-01', null],
    ['change saturday’s rice to 250g', 'change the rice to 250g', '2026-02-28', null],
    ["delete yesterday's lunch", 'delete lunch', '2026-03-01', null],
    ["remove last night's wine", 'remove the wine', '2026-03-01', null],
  ])('%s', (text, rest, day, slot) => {
    expect(read(text)).toEqual([rest, day, slot]);
  });

  it.each([
    'remove the wine',
    'remove the wine from tomorrow',
    'remove the wine from the list',
    'yesterday was great',
    'from yesterday',
    'that was for yesterday i think',
  ])('is not told by: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});

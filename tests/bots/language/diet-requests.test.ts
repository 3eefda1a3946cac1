import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/bots/language/diet-plan.ts';
import { readDietRequest } from '../../../src/bots/language/diet-requests.ts';
import { given } from './given.ts';

const day = (date: string) => Temporal.PlainDate.from(date);

describe('what a coach says of diets', () => {
  it.each<[string, unknown]>([
    ['diets', { kind: 'list' }],
    ['my diet templates', { kind: 'list' }],
    ['/diet', { kind: 'list' }],
    ['diet: lean cut\nLunch: 1 apple', { kind: 'paste', name: 'lean cut', source: 'Lunch: 1 apple', firstLine: 2 }],
    ['/diet lean cut\n\n2000 kcal', { kind: 'paste', name: 'lean cut', source: '2000 kcal', firstLine: 3 }],
    ['edit diet lean cut', { kind: 'edit', name: 'lean cut' }],
    ['show me the lean cut diet', { kind: 'show', name: 'lean cut' }],
    ['/diet lean cut', { kind: 'show', name: 'lean cut' }],
    ['diff diet lean cut', { kind: 'diff', name: 'lean cut' }],
    ['forget diet template lean cut', { kind: 'forget', name: 'lean cut' }],
    [
      'assign the lean cut diet to anna and ben from monday for 4 weeks',
      { kind: 'assign', name: 'lean cut', to: ['anna', 'ben'], from: day('2026-03-09'), weeks: 4 },
    ],
    [
      'give anna the lean cut diet from tomorrow',
      { kind: 'assign', name: 'lean cut', to: ['anna'], from: day('2026-03-03'), weeks: null },
    ],
    [
      '/diet assign lean cut to the beginners for a week',
      { kind: 'assign', name: 'lean cut', to: ['the beginners'], from: null, weeks: 1 },
    ],
    ["end anna's diet on sunday", { kind: 'end', who: 'anna', from: day('2026-03-08') }],
    ['stop the diet of anna', { kind: 'end', who: 'anna', from: null }],
    ['how well does anna follow her diet', { kind: 'follow', who: 'anna' }],
  ])('%j', (text, expected) => expect(readDietRequest(text, given)).toEqual(expected));

  it.each([
    'diet coke 330ml',
    'a diet bar for lunch',
    'forget diet coke',
    'remove diet coke',
    'i am on a diet',
    'assign push pull to anna',
    'give anna the push routine',
    'my diet is going well',
    'diet: going well',
  ])('%j is left to others', (text) => expect(readDietRequest(text, given)).toBeNull());
});

const eat = { kind: 'eat', slots: null, day: day('2026-03-02'), isDaySaid: false, swaps: [] };

describe('what somebody says of their plan', () => {
  it.each<[string, unknown]>([
    ['/plan', { kind: 'show', day: day('2026-03-02') }],
    ['/plan for tomorrow', { kind: 'show', day: day('2026-03-03') }],
    ['/plan week', { kind: 'week', ahead: 0 }],
    ['/plan next week', { kind: 'week', ahead: 1 }],
    ['how well did i stick to my plan', { kind: 'adherence' }],
    ['ate as planned', eat],
    ['as planned', eat],
    ['ate my planned lunch', { ...eat, slots: ['lunch'] }],
    ['had breakfast and lunch as planned', { ...eat, slots: ['breakfast', 'lunch'] }],
    ['dinner according to plan', { ...eat, slots: ['dinner'] }],
    ['yesterday as planned', { ...eat, day: day('2026-03-01'), isDaySaid: true }],
    ['i followed my plan today', { ...eat, slots: [], isDaySaid: true }],
    ['ate everything as planned', { ...eat, slots: [] }],
    ['my plan monday breakfast: 80g oats', { kind: 'set', weekdays: [1], slot: 'breakfast', text: '80g oats' }],
    ['my plan weekdays lunch: rice', { kind: 'set', weekdays: [1, 2, 3, 4, 5], slot: 'lunch', text: 'rice' }],
    ['my plan breakfast: eggs', { kind: 'set', weekdays: [1, 2, 3, 4, 5, 6, 7], slot: 'breakfast', text: 'eggs' }],
    ['my plan:\nMonday\nLunch: rice', { kind: 'write', text: 'Monday\nLunch: rice', firstLine: 2 }],
    ['my plan monday dinner: nothing', { kind: 'clear', weekdays: [1], slot: 'dinner' }],
    ['clear my plan for monday', { kind: 'clear', weekdays: [1], slot: null }],
    ['remove monday breakfast from my plan', { kind: 'clear', weekdays: [1], slot: 'breakfast' }],
  ])('%j', (text, expected) => expect(readPlan(text, given)).toEqual(expected));

  it('a food may stand for another', () => {
    const read = readPlan('lunch as planned but 200g tofu instead of the chicken', given);
    expect(read).toMatchObject({
      ...{ kind: 'eat', slots: ['lunch'] },
      swaps: [{ instead: 'chicken', item: { words: 'tofu', grams: 200 } }],
    });
  });

  it.each([
    "what's my plan today",
    'plan for tomorrow',
    'did not eat as planned',
    'i will eat as planned',
    'lunch as planned?',
    'i plan to eat pizza',
    'trained as planned',
    'bench as planned 3x8',
    'my plan is to lose weight',
    'plantain 200g',
    'lunch as planned but dancing instead of chicken',
  ])('%j is left to others', (text) => expect(readPlan(text, given)).toBeNull());
});

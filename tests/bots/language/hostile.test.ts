import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../src/bots/language/read-choice.ts';
import { readDayQuestion } from '../../../src/bots/language/read-day-question.ts';
import { readMeals } from '../../../src/bots/language/read-meals.ts';
import { readSettings } from '../../../src/bots/language/read-settings.ts';
import { longestTextLength } from '../../../src/bots/language/scan.ts';
import { given } from './given.ts';

const pieces = [
  'ate',
  'i had',
  '200',
  'g',
  '1/2',
  '½',
  'a',
  'of',
  'and',
  'with',
  'w/',
  ',',
  '\n',
  '(',
  ')',
  ':',
  '-',
  '->',
  'x',
  'x2',
  '2x',
  '3 x 100-120',
  'rice',
  'eggs',
  'flurbs',
  'lunch',
  'for',
  'yesterday',
  'at',
  '8',
  '25:99',
  'pm',
  'march 31',
  '2026-02-30',
  'on monday',
  'days ago',
  '999999999 days ago',
  '1e9',
  '1.2.3',
  '🥚',
  '👨‍👩‍👧',
  '%',
  '؟',
  '\u202e',
  '\u0000',
  '\ud800',
  'mac and',
  'not',
  '?',
  '.',
  'half',
  'hundred',
  'my city is',
  'it is',
  'here',
  'use',
  "'",
  '"',
  'water',
  'no',
  'cooked',
  '0',
  '-5',
  '١٢',
];

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(' ')),
);

describe('hostile text', () => {
  it('never makes a reader throw, and no weight is read that is no number', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = readMeals(text, given);
        for (const meal of Array.isArray(read) ? read : []) {
          for (const item of meal.items) expect(item.grams === null || Number.isFinite(item.grams)).toBe(true);
        }
        readSettings(text, { now: given.now, locale: 'en-GB' });
        readDayQuestion(text, given);
        readChoice(text, ['Basmati rice', text]);
      }),
      { numRuns: 1500 },
    );
  });

  it('is not read when it is longer than people type', () => {
    expect(readMeals(`ate 200g rice ${' '.repeat(longestTextLength)}`, given)).toBeNull();
  });

  it('takes time in proportion to its length', () => {
    const seeds = [
      '2 eggs and toast, ',
      'a ',
      '1 1/2 ',
      'rice with ',
      '( ',
      'i had ',
      '1,000,',
      '🥚',
      'x2',
      'mac and ',
      'on the 3rd of march ',
      '1-1/2-',
      'ate flurbs, ',
      'e',
      'a: ',
      '- ',
      "'",
    ];
    for (const seed of seeds) {
      const long = seed.repeat(longestTextLength).slice(0, longestTextLength);
      const startMs = performance.now();
      readMeals(long, given);
      // A pattern that went quadratic would take seconds here; the bound leaves room for a busy machine.
      expect(performance.now() - startMs, seed).toBeLessThan(1500);
    }
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../../src/bots/language/read-correction.ts';
import type { CorrectionReading } from '../../../src/bots/language/settle-correction.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as mealGiven } from './given.ts';
import { correctionTable } from './tables/corrections.ts';
import { noCorrections } from './tables/no-corrections.ts';

const given = { ...mealGiven, exercises: catalogueExerciseIndex() };
const read = (text: string, more: { isReply?: boolean; units?: 'metric' | 'us' } = {}) =>
  readCorrection(text, { ...given, ...more });

const rows = (table: string): string[] => table.split('\n').filter((row) => row !== '');

/** A reading as the table writes it. */
function written({ target, change: { typed, ...change }, was, set, isOpen }: CorrectionReading): string {
  return [
    `${target ?? '·'} ${JSON.stringify(change)}`,
    was === null ? '' : ` was ${was}`,
    set === null ? '' : ` set ${set}`,
    isOpen ? ' open' : '',
  ].join('');
}

describe('corrections', () => {
  it.each(rows(correctionTable).map((row) => row.split(' => ')))('reads %j', (text = '', expected) => {
    expect((read(text) ?? []).map(written).join(' | ')).toBe(expected);
  });

  it.each(rows(noCorrections))('finds none in %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a reply', () => {
  it.each([
    ['250g', '· {"quantity":250,"unit":"g"}'],
    ['2', '· {"quantity":2}'],
    ['half', '· {"times":0.5}'],
    ['dinner', '· {"slot":"dinner"}'],
    ['for lunch', '· {"slot":"lunch"}'],
    ['yesterday', '· {"day":"2026-03-01"}'],
    ['on saturday', '· {"day":"2026-02-28"}'],
    ['6 reps', '· {"reps":6}'],
    ['82.5kg', '· {"weightKg":82.5}'],
    ['2 eggs', 'eggs {"quantity":2} open'],
  ])('may be nothing but what is different: %j', (text, expected) => {
    expect((read(text, { isReply: true }) ?? []).map(written).join(' | ')).toBe(expected);
    expect(read(text)).toBeNull();
  });

  it.each(['thanks', 'great', 'tofu', 'why?', 'tomorrow', '👍', 'what a day'])('may be none: %j', (text) => {
    expect(read(text, { isReply: true })).toBeNull();
  });
});

describe('bare weights', () => {
  it('are in the unit of the person', () => {
    expect(read('bench was 185', { units: 'us' })?.[0]?.change.weightKg).toBeCloseTo(83.91, 2);
    expect(read('bench was 185 lb')?.[0]?.change.weightKg).toBeCloseTo(83.91, 2);
  });
});

describe('a day', () => {
  it('that is still to come corrects nothing', () => {
    expect(read('that was tomorrow')).toBeNull();
    expect(read('move it to tomorrow')).toBeNull();
  });

  it('is the person’s own', () => {
    const now = Temporal.Instant.from('2026-03-03T01:00:00Z');
    expect(readCorrection('that was yesterday', { ...given, now })?.[0]?.change.day?.toString()).toBe('2026-03-01');
  });
});

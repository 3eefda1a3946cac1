import { describe, expect, test } from 'vitest';
import { brzycki, epley, oneRepMax } from '../../../src/domain/training/one-rep-max.ts';

describe('what 100 kg promise for one repetition', () => {
  test.each([
    [1, 100, 100],
    [5, 116.67, 112.5],
    [8, 126.67, 124.14],
    [10, 133.33, 133.33],
    [12, 140, 144],
  ])('%d repetitions: %d kg by Epley, %d kg by Brzycki', (reps, byEpley, byBrzycki) => {
    expect(epley(100, reps)).toBeCloseTo(byEpley, 2);
    expect(brzycki(100, reps)).toBeCloseTo(byBrzycki, 2);
  });

  test.each([
    ['eleven repetitions', 100, 11],
    ['a lift that failed', 100, 0],
    ['no load', 0, 5],
    ['help instead of a load', -20, 5],
  ])('is not asked of %s', (_, weightKg, reps) => {
    expect(oneRepMax(weightKg, reps)).toBeNull();
  });

  test('is compared by Epley', () => {
    expect(oneRepMax(100, 10)).toBeCloseTo(133.33, 2);
    expect(oneRepMax(100, 1)).toBe(100);
  });
});

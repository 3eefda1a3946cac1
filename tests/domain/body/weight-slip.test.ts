import { describe, expect, it } from 'vitest';
import { isFarFrom, likelyWeight } from '../../../src/domain/body/weight-slip.ts';

describe('a weight far from the last one', () => {
  it.each<[number, number, boolean]>([
    [82.4, 82.1, false],
    [90.2, 82.1, false],
    [90.4, 82.1, true],
    [73.8, 82.1, true],
    [74, 82.1, false],
  ])('%d after %d', (kg, last, isFar) => expect(isFarFrom(kg, last)).toBe(isFar));

  it.each<[typed: number, kgPerUnit: number, lastKg: number, meant: number | null, kg: number | null]>([
    [92.4, 1, 82.1, 82.4, 82.4],
    [28.4, 1, 82.1, 82.4, 82.4],
    [824, 1, 82.1, 82.4, 82.4],
    [8.24, 1, 82.1, 82.4, 82.4],
    [181, 1, 82.1, 181, 82.1002],
    [82, 0.45359237, 82.1, 82, 82],
    [281, 0.45359237, 82.1, 181, 82.1002],
    [60, 1, 82.1, 80, 80],
    [55.5, 1, 97.3, 95.5, 95.5],
    [50.5, 1, 77.7, null, null],
  ])('%d of %d kg after %d kg was probably meant as %d', (typed, kgPerUnit, lastKg, meant, kg) => {
    const likely = likelyWeight(typed, kgPerUnit, lastKg);
    expect(likely?.typed ?? null).toBe(meant);
    if (kg === null) expect(likely).toBeNull();
    else expect(likely?.kg).toBeCloseTo(kg, 3);
  });
});

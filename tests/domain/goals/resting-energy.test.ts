import { describe, expect, it } from 'vitest';
import { maintenanceKcal, restingEnergyKcal } from '../../../src/domain/goals/resting-energy.ts';

describe('energy at rest', () => {
  it.each([
    [{ gender: 'male', weightKg: 80, heightCm: 180, ageYears: 30 }, 1780],
    [{ gender: 'female', weightKg: 65, heightCm: 165, ageYears: 35 }, 1345.25],
    [{ gender: 'other', weightKg: 80, heightCm: 180, ageYears: 30 }, 1697],
    [{ gender: null, weightKg: 80, heightCm: 180, ageYears: 30 }, 1697],
  ] as const)('of %j is %d kcal', (body, expected) => {
    expect(restingEnergyKcal(body)).toBe(expected);
  });

  it.each([
    ['sitting', 2136],
    ['light', 2447.5],
    ['moderate', 2759],
    ['active', 3070.5],
    ['veryActive', 3382],
  ] as const)('makes a %s day of %d kcal', (activity, expected) => {
    const body = { gender: 'male', weightKg: 80, heightCm: 180, ageYears: 30 } as const;
    expect(maintenanceKcal(body, activity)).toBeCloseTo(expected, 6);
  });
});

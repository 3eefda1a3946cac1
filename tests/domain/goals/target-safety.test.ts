import { describe, expect, it } from 'vitest';
import {
  type Body,
  energyFloorKcal,
  judgeEnergyTarget,
  mostLossKgPerWeek,
} from '../../../src/domain/goals/target-safety.ts';

const unknown: Body = {
  gender: null,
  ageYears: null,
  heightCm: null,
  weightKg: null,
  healthFlags: [],
  customFloorKcal: null,
};
const man: Body = { ...unknown, gender: 'male', ageYears: 30, heightCm: 180, weightKg: 80 };
const woman: Body = { ...unknown, gender: 'female', ageYears: 35, heightCm: 165, weightKg: 65 };
const small: Body = { ...unknown, gender: 'female', ageYears: 45, heightCm: 150, weightKg: 55 };

const judged = (energyKcal: number, body: Body): string => {
  const verdict = judgeEnergyTarget(energyKcal, body);
  if (!verdict.isSafe) return `${verdict.reason} ${verdict.leastKcal ?? '-'}`;
  return ['safe', verdict.isLowerFloorTaken ? 'lower floor' : '', verdict.isBelowUsualFloor ? 'agreed' : '']
    .filter(Boolean)
    .join(', ');
};

describe('the floor', () => {
  it.each([
    ['a man of whom nothing is known', { ...unknown, gender: 'male' as const }, 1500],
    ['a woman of whom nothing is known', { ...unknown, gender: 'female' as const }, 1200],
    ['somebody of whom nothing is known', unknown, 1200],
    ['a man whose rest takes more', man, 1780],
    ['a woman whose rest takes more', woman, 1345.25],
    ['a small woman whose rest takes less', small, 1200],
  ])('of %s', (_, body, expected) => expect(energyFloorKcal(body)).toBe(expected));
});

describe('an energy target', () => {
  it.each<[string, number, Body, string]>([
    ['is only for medical care below 800', 799, man, 'medical -'],
    ['is only for medical care below 800, whatever was agreed', 700, { ...man, customFloorKcal: 1000 }, 'medical -'],
    ['is refused below the floor', 1200, man, 'floor 1780'],
    ['is refused just below the floor', 1779, man, 'floor 1780'],
    ['is safe at the floor', 1780, man, 'safe'],
    ['may be as a body rests, to the kilocalorie', 1345, woman, 'safe'],
    ['is refused below 1500 for a man', 1499, { ...unknown, gender: 'male' }, 'floor 1500'],
    ['is refused below 1200 for a woman', 1199, { ...unknown, gender: 'female' }, 'floor 1200'],
    ['is held to the lower floor where the gender is not known, which is said', 1300, unknown, 'safe, lower floor'],
    ['says nothing of floors where both hold', 1500, unknown, 'safe'],
    ['is refused below both floors', 1100, unknown, 'floor 1200'],
    [
      'may be lower where that was agreed with a coach, which is said',
      1150,
      { ...small, customFloorKcal: 1100 },
      'safe, agreed',
    ],
    ['is refused below what was agreed', 1050, { ...small, customFloorKcal: 1100 }, 'floor 1100'],
    ['is refused under 18 where it is less than is needed', 2000, { ...man, ageYears: 16 }, 'under-age 2550'],
    ['is fine under 18 where it is enough', 2600, { ...man, ageYears: 16 }, 'safe'],
    ['cannot be judged under 18 without a body', 2500, { ...unknown, ageYears: 16 }, 'unknown-body -'],
    ['is held from the 18th birthday on like that of all adults', 1840, { ...man, ageYears: 18 }, 'safe'],
    [
      'is refused to the underweight where it is less than is needed',
      1600,
      { ...man, weightKg: 55 },
      'underweight 2110',
    ],
    ['is fine for the underweight where it is more', 2400, { ...man, weightKg: 55 }, 'safe'],
    [
      'is refused where health speaks against eating less',
      1700,
      { ...woman, healthFlags: ['breastfeeding'] },
      'health 1850',
    ],
    [
      'is refused where weight would go faster than 1 % a week',
      1000,
      { ...woman, customFloorKcal: 1000 },
      'too-fast 1140',
    ],
    ['may be high', 4000, man, 'safe'],
  ])('%s', (_, energyKcal, body, expected) => expect(judged(energyKcal, body)).toBe(expected));
});

it('weight goes by one percent a week at most, and by a kilogram at most', () => {
  expect([60, 100, 150].map(mostLossKgPerWeek)).toEqual([0.6, 1, 1]);
});

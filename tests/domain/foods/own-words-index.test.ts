import { describe, expect, it } from 'vitest';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import type { IndexedFood } from '../../../src/domain/foods/food-index.ts';
import { openChoice } from '../../../src/domain/foods/open-choice.ts';
import { createOwnMeasures } from '../../../src/domain/foods/own-measures.ts';
import { gramsFor } from '../../../src/domain/foods/portion.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';

const foods = catalogueFoodIndex();

function known(name: string): IndexedFood {
  const food = foods.lookup(name);
  if (!food) throw new Error(`There is no ${name}`);
  return food;
}

describe('words for foods', () => {
  const index = foods.calling(
    new Map([
      ['shake', known('milkshake')],
      ['post workout', known('protein shake')],
    ]),
  );

  it.each([
    ['shake', 'milkshake'],
    ['Shakes', 'milkshake'],
    ['my shake', 'milkshake'],
    ['large shake', 'milkshake'],
    ['post workout', 'protein shake'],
    // Whatever is named by more or other words is what it always was.
    ['protein shake', 'protein shake'],
    ['rice', 'rice'],
  ])('“%s” is %s', (words, name) => {
    expect(index.lookup(words)?.name).toBe(name);
    expect(index.search(words, 1)[0]?.food.name).toBe(name);
  });

  it('come after a food that has just that name', () => {
    const own: IndexedFood = { ...known('milkshake'), id: 1, slug: null, ndb: null, name: 'Shake', source: 'own' };
    expect(index.with([own]).lookup('shake')).toBe(own);
    expect(index.with([own]).withId(1)).toBe(own);
  });

  it('hold for who speaks Spanish, too', () => {
    expect(index.speaking('es').lookup('shake')?.name).toBe('milkshake');
  });
});

describe('measures', () => {
  const measured = (name: string, unit: string | null, quantity: number | null = 1) => {
    const porridge = { ...known('oatmeal'), id: 12 };
    const measure = createOwnMeasures([
      { unit: 'bowl', foodId: null, grams: 420, ml: null },
      { unit: 'bowl', foodId: 12, grams: 380, ml: null },
      { unit: 'mug', foodId: null, grams: null, ml: 350 },
      { unit: 'serving', foodId: 12, grams: 200, ml: null },
      { unit: null, foodId: 12, grams: 50, ml: null },
    ]);
    const food = name === 'oatmeal' ? porridge : known(name);
    const weight = measure && gramsFor(measure(food), { quantity, unit });
    return weight && [Math.round(weight.grams), weight.rule];
  };

  it.each([
    ['oatmeal', 'bowl', 2, [760, 'own:bowl']],
    ['soup', 'bowl', 1, [420, 'own:bowl']],
    ['milk', 'mug', 1, [361, 'own:mug']],
    ['oatmeal', null, 3, [150, 'own:one']],
    ['oatmeal', null, null, [200, 'serving']],
    ['oatmeal', 'serving', 1, [200, 'own:serving']],
    ['milk', 'ml', 200, [206, 'density']],
    ['egg', null, 2, [100, 'count']],
  ] as const)('of %s, %s × %s', (name, unit, quantity, expected) => {
    expect(measured(name, unit, quantity)).toEqual(expected);
  });
});

describe('a choice between foods', () => {
  const hit = (name: string, score: number, energyKcal = 100, isPoured = false) => ({
    score,
    food: {
      ...known('rice'),
      name,
      per100g: { energyKcal, proteinG: 0, carbsG: 0, fatG: 0 },
      densityGPerMl: isPoured ? 1 : null,
    },
  });
  const names = (...hits: ReturnType<typeof hit>[]) =>
    openChoice(hits, { quantity: 200, unit: 'g' }).map(({ food }) => food.name);

  it('is open where close scores differ by more than 15 % in energy, or in kind', () => {
    expect(names(hit('a', 0.8, 100), hit('b', 0.9, 116))).toEqual(['b', 'a']);
    expect(names(hit('a', 0.8, 100), hit('b', 0.9, 115))).toEqual([]);
    expect(names(hit('a', 0.8), hit('b', 0.9, 100, true))).toEqual(['b', 'a']);
    expect(names(hit('a', 0.7, 100), hit('b', 0.9, 300))).toEqual([]);
    expect(names(hit('a', 0.9))).toEqual([]);
  });
});

it('an exercise is called by the person’s word, with and without remarks, and by its own name as ever', () => {
  const exercises = catalogueExerciseIndex();
  const legPress = exercises.lookup('leg press');
  const index = legPress && exercises.calling(new Map([['press', legPress]]));
  const name = (words: string) => index?.lookup(words)?.name;
  expect(exercises.lookup('press')?.name).toBe('Overhead Press');
  expect([name('press'), name('heavy press'), name('overhead press'), name('bench press')]).toEqual([
    'Leg Press',
    'Leg Press',
    'Overhead Press',
    'Bench Press',
  ]);
});

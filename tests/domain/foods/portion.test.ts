import { describe, expect, test } from 'vitest';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import type { IndexedFood } from '../../../src/domain/foods/food-index.ts';
import { type Amount, gramsFor } from '../../../src/domain/foods/portion.ts';

const index = catalogueFoodIndex();

function grams(food: string, quantity: number | null, unit: string | null, size?: string) {
  const found = index.lookup(food);
  if (!found) throw new Error(`${food} is unknown`);
  return gramsFor(found, { quantity, unit, ...(size ? { size } : {}) } satisfies Amount);
}

describe('what an amount weighs', () => {
  test.each<[string, number | null, string | null, string | undefined, number, string, boolean]>([
    ['rice', 200, 'g', undefined, 200, 'mass', false],
    ['rice', 0.5, 'kg', undefined, 500, 'mass', false],
    ['chicken', 8, 'oz', undefined, 226.8, 'mass', false],
    ['steak', 1, 'lb', undefined, 453.59, 'mass', false],
    ['rice', 1, 'cup', undefined, 158, 'portion:cup', false],
    ['rice', 1, 'bowl', undefined, 237, 'portion:bowl', false],
    ['rice', null, null, undefined, 140, 'serving', true],
    ['rice', 2, 'serving', undefined, 280, 'portion:serving', false],
    ['egg', 2, null, undefined, 100, 'count', false],
    ['egg', 3, null, 'small', 114, 'count.small', false],
    ['banana', 1, null, undefined, 118, 'count', false],
    ['banana', 1, null, 'large', 136, 'count.large', false],
    ['banana', 2, 'piece', undefined, 236, 'count', false],
    ['apple', 0.5, null, undefined, 91, 'count', false],
    ['bread', 2, 'slice', undefined, 58, 'portion:slice', false],
    ['bread', 1, 'slice', 'large', 30, 'portion:slice.large', false],
    ['bacon', 3, 'rasher', undefined, 34.5, 'portion:slice', false],
    ['milk', 200, 'ml', undefined, 206.2, 'density', false],
    ['milk', 1, 'l', undefined, 1031, 'density', false],
    ['milk', 1, 'glass', undefined, 257.75, 'vessel:glass:250ml', true],
    ['milk', 1, 'cup', undefined, 244, 'portion:cup', false],
    ['milk', null, 'glass', undefined, 257.75, 'vessel:glass:250ml', true],
    ['dal', 1, 'katori', undefined, 153.43, 'vessel:katori:150ml', true],
    ['beer', 1, 'schooner', undefined, 426.7, 'vessel:schooner:425ml', true],
    ['orange juice', 200, 'ml', undefined, 210.4, 'density', false],
    ['olive oil', 1, 'tbsp', undefined, 13.5, 'portion:tbsp', false],
    ['olive oil', 1, 'tsp', undefined, 4.5, 'portion:tsp', false],
    ['honey', 1, 'tsp', undefined, 7, 'portion:tsp', false],
    ['peanut butter', 1, 'tbsp', undefined, 16, 'portion:tbsp', false],
    ['oats', 2, 'tbsp', undefined, 10.13, 'scaled:cup', false],
    ['oats', 1, 'bowl', undefined, 40.5, 'portion:bowl', false],
    ['tuna', 1, 'tin', undefined, 112, 'portion:tin', false],
    ['sardines', 1, 'can', undefined, 92, 'portion:can', false],
    ['beer', 1, 'pint', undefined, 475.07, 'density', false],
    ['red wine', 1, 'glass', undefined, 147, 'portion:glass', false],
    ['garlic', 2, 'clove', undefined, 6, 'portion:clove', false],
    ['celery', 2, 'stick', undefined, 80, 'portion:stick', false],
    ['whey', 1, 'scoop', undefined, 32.32, 'portion:scoop', false],
    ['almonds', 1, 'handful', undefined, 30, 'portion:handful', false],
    ['spinach', 1, 'handful', undefined, 30, 'portion:handful', false],
    ['pizza', 2, 'slice', undefined, 214, 'portion:slice', false],
    ['snickers', 1, 'bar', undefined, 57, 'portion:bar', false],
    ['latte', 1, null, undefined, 360.85, 'count', false],
    ['fries', 1, null, 'small', 71, 'count.small', false],
    ['salmon', 3, null, undefined, 534, 'count', false],
    ['orange', 1, null, 'medium', 131, 'count', true],
  ])('%s: %s %s %s is %d g by %s', (food, quantity, unit, size, expected, rule, assumed) => {
    expect(grams(food, quantity, unit, size)).toEqual({ grams: expected, rule, assumed });
  });

  test('is unknown where nothing tells: volume is not taken for water', () => {
    const bare: IndexedFood = {
      id: 1,
      slug: null,
      name: 'stew',
      aliases: [],
      source: 'own',
      ndb: null,
      per100g: { energyKcal: 100, proteinG: 5, carbsG: 10, fatG: 4 },
      densityGPerMl: null,
      servingG: null,
      defaultForm: null,
      portions: [],
    };
    for (const unit of ['ml', 'cup', 'bowl', 'slice', 'glass', 'furlong', null]) {
      expect(gramsFor(bare, { quantity: 1, unit }), String(unit)).toBeNull();
    }
    expect(gramsFor(bare, { quantity: null, unit: null })).toBeNull();
    expect(gramsFor(bare, { quantity: 250, unit: 'g' })?.grams).toBe(250);
  });

  test('a bottle or a can is not guessed of something that is not poured', () => {
    expect(grams('rice', 1, 'bottle')).toBeNull();
    expect(grams('almonds', 1, 'can')).toBeNull();
  });

  test.each([0, -1, Number.NaN])('a quantity of %d weighs nothing', (quantity) => {
    expect(grams('rice', quantity, 'g')).toBeNull();
  });
});

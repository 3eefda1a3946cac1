import { describe, expect, test } from 'vitest';
import { type CatalogueFood, readSr28Foods } from '../../db/catalogue/foods.ts';
import { readDigest } from '../../db/catalogue/sr28-digest.ts';

const foods = readSr28Foods();

describe('SR28', () => {
  test('is complete, each food under a key of its own', () => {
    expect(foods).toHaveLength(8790);
    expect(new Set(foods.map((food) => food.slug)).size).toBe(foods.length);
    expect(new Set(foods.map((food) => food.ndb)).size).toBe(foods.length);
  });

  test('is the same in the derived file, which is up to date: npm run catalogue writes it', () => {
    const core = ({ nutrients: { energyKcal, proteinG, carbsG, fatG }, ...food }: CatalogueFood) => ({
      ...food,
      nutrients: { energyKcal, proteinG, carbsG, fatG },
    });
    expect(readDigest()).toEqual(foods.map(core));
  });
});

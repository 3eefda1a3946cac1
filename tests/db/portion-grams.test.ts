import { describe, expect, test } from 'vitest';
import { type PortionSources, portionGrams } from '../../db/catalogue/portion-grams.ts';

const usda = (unit: string | null, grams: number, size: 'large' | null = null) => ({
  unit,
  size,
  grams,
  source: 'usda',
});

const sources = (written: PortionSources['written']): PortionSources => ({
  written,
  inherited: [usda('cup', 158), usda(null, 50, 'large')],
  densityGPerMl: 1.03,
  recipeG: 900,
  portionsOf: (ndb) => (ndb === '01077' ? [usda('cup', 244)] : undefined),
  reference: new Map([
    ['soup', { key: 'soup', grams: 245, category: 'All soups', source: '21 CFR 101.12(b)' }],
    ['milk', { key: 'milk', ml: 240, category: 'Milk', source: '21 CFR 101.12(b)' }],
  ]),
});

describe('a portion', () => {
  test.each([
    ['0.5 cup', 79],
    ['1/3 cup', 52.67],
    ['cup', 158],
    ['2 each.large', 100],
    ['250 ml', 257.5],
    ['1/4 recipe', 225],
    ['1 recipe (a loaf)', 900],
    ['usda 01077 cup', 244],
    ['2 usda 01077 cup', 488],
    ['fda soup', 245],
    ['2 fda soup', 490],
    ['fda milk', 247.2],
    ['45 g (the weight on the wrapper)', 45],
  ])('written as "%s" weighs %d g', (written, grams) => {
    expect(portionGrams('scoop', sources({ scoop: written }))).toBe(grams);
  });

  test('may be a part of another that the row writes', () => {
    expect(portionGrams('slice', sources({ slice: '1/8 each', each: '1/2 recipe' }))).toBe(56.25);
  });

  test('of the row comes before the one it inherits', () => {
    expect(portionGrams('handful', sources({ handful: '0.5 cup', cup: '100 g (by hand)' }))).toBe(50);
  });

  test.each([
    ['45 g', 'grams need their source'],
    ['2 bowl', 'there is no portion "bowl"'],
    ['fda stew', 'no such reference amount'],
    ['usda 99999 cup', 'SR28 has no such portion'],
    ['usda 01077 slice', 'SR28 has no such portion'],
    ['about a handful', 'not a way to give a portion'],
    ['2 scoop', 'made of itself'],
  ])('written as "%s" is refused: %s', (written, reason) => {
    expect(() => portionGrams('scoop', sources({ scoop: written }))).toThrow(reason);
  });

  test('that the row leaves out is not there for others', () => {
    expect(() => portionGrams('bowl', sources({ bowl: '2 cup', cup: null }))).toThrow('there is no portion "cup"');
  });

  test('by volume needs a density, and one of a recipe a recipe', () => {
    const dry = { ...sources({ glass: '250 ml', slice: '1/8 recipe' }), densityGPerMl: null, recipeG: null };
    expect(() => portionGrams('glass', dry)).toThrow('no density');
    expect(() => portionGrams('slice', dry)).toThrow('no recipe');
  });
});

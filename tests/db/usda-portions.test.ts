import { describe, expect, test } from 'vitest';
import { readSr28Foods } from '../../db/catalogue/foods.ts';
import { readUsdaPortions } from '../../db/catalogue/sr28-portions.ts';
import { english } from '../../src/bots/language/vocabulary/en/index.ts';

const rows = readUsdaPortions();
const foods = new Map(readSr28Foods().map((food) => [food.ndb ?? '', food]));

function gramsOf(ndb: string, key: string): number | undefined {
  const [unit, size] = key.split('.');
  const portions = foods.get(ndb)?.portions ?? [];
  return portions.find((portion) => portion.unit === (unit || null) && portion.size === (size ?? null))?.grams;
}

describe('USDA’s household portions', () => {
  test('are of foods that SR28 has, one figure for each food and measure', () => {
    const keys = rows.map(({ ndb, unit, size }) => `${ndb} ${unit} ${size}`);
    expect(keys.length).toBeGreaterThan(13_000);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.filter(({ ndb }) => !foods.has(ndb))).toEqual([]);
  });

  test('are in units and sizes that people’s words are read as', () => {
    const said = new Set([...english.units.byFirstWord.values()].flat().map(({ meaning }) => meaning.id));
    expect(rows.filter(({ unit }) => unit !== null && !said.has(unit))).toEqual([]);
    expect(rows.filter(({ size }) => size !== null && !['small', 'medium', 'large'].includes(size))).toEqual([]);
  });

  test.each([
    ['tsp', 0.3, 25],
    ['tbsp', 0.2, 60],
    ['cup', 3, 420],
    ['slice', 1, 450],
    ['piece', 0.3, 600],
    ['serving', 0.1, 1000],
    ['bar', 7, 165],
    ['fillet', 10, 300],
    ['patty', 10, 250],
    ['link', 9, 400],
    ['can', 30, 1000],
    ['bottle', 50, 1200],
    ['floz', 18, 45],
  ])('a %s weighs from %d to %d g', (unit, least, most) => {
    const found = rows.filter((row) => row.unit === unit);
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ grams }) => !(grams >= least && grams <= most))).toEqual([]);
  });

  test('weigh something, all of them, and say in USDA’s words what was weighed', () => {
    expect(rows.filter(({ grams, words }) => !(grams > 0 && grams < 6000) || words.length < 2)).toEqual([]);
  });

  test('are larger the larger they are', () => {
    const wrong = [...foods.values()].filter(({ ndb, portions }) =>
      [...new Set(portions.map(({ unit }) => unit ?? ''))].some((unit) => {
        const [small = 0, medium = 0, large = 0] = ['small', 'medium', 'large'].map((size) =>
          gramsOf(ndb ?? '', `${unit}.${size}`),
        );
        return (small && medium && small > medium) || (medium && large && medium > large);
      }),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('give drinks a density between those of foam and of treacle', () => {
    const dense = [...foods.values()].filter(({ densityGPerMl }) => densityGPerMl !== null);
    expect(dense.length).toBeGreaterThan(500);
    for (const { densityGPerMl, name } of dense) {
      expect(densityGPerMl, name).toBeGreaterThan(0.1);
      expect(densityGPerMl, name).toBeLessThan(1.6);
    }
  });

  test.each([
    ['egg', '01123', { '': 50, '.small': 38, '.medium': 44, '.large': 50, cup: 243 }],
    ['banana', '09040', { '': 118, '.small': 101, '.medium': 118, '.large': 136, cup: 150, serving: 126 }],
    ['apple', '09003', { '': 182, '.small': 149, '.large': 223, cup: 125 }],
    ['white bread', '18069', { slice: 29, '': 29, 'slice.large': 30, 'slice.small': 20 }],
    ['cooked rice', '20045', { cup: 158 }],
    ['chicken breast', '05064', { '': 172, cup: 140, serving: 86 }],
    ['olive oil', '04053', { tbsp: 13.5, tsp: 4.5, cup: 216 }],
    ['butter', '01001', { pat: 5, tbsp: 14.2, stick: 113, cup: 227 }],
    ['whole milk', '01077', { cup: 244, tbsp: 15 }],
    ['almonds', '12061', { cup: 143, '': 1.2, serving: 28.35 }],
    ['avocado', '09037', { '': 201, cup: 150 }],
    ['carrot', '11124', { '': 61, '.small': 50, '.large': 72, cup: 128, slice: 3 }],
    ['baked potato', '11674', { '': 173, '.small': 138, '.large': 299 }],
    ['bacon', '10862', { slice: 11.5, '': 11.5 }],
    ['beer', '14003', { can: 356, '': 356 }],
    ['coffee', '14209', { cup: 237 }],
    ['cheddar', '01009', { slice: 28, cup: 132 }],
    ['peanut butter', '16098', { tbsp: 16, cup: 258 }],
    ['oats', '08120', { cup: 81 }],
    ['pepperoni pizza', '21302', { slice: 111, '': 895 }],
    ['Big Mac', '21350', { '': 200 }],
    ['tomato', '11529', { '': 123, slice: 20, wedge: 31, cup: 180 }],
    ['plain bagel', '18001', { '': 99, '.small': 69, '.medium': 105, '.large': 131 }],
    ['french fries', '21138', { '.small': 71, '.medium': 117, '.large': 154, serving: 117 }],
    ['raw salmon', '15236', { fillet: 198, '': 198 }],
    ['asparagus', '11011', { spear: 16, 'spear.large': 20, cup: 134 }],
    ['cooked spaghetti', '20121', { cup: 124 }],
    ['brown sugar', '19334', { cup: 220 }],
    ['honey', '19296', { tbsp: 21, cup: 339 }],
    ['submarine sandwich', '21124', { '': 196, '.large': 391 }],
  ])('%s: as USDA measures it', (_, ndb, expected) => {
    const found = Object.keys(expected).map((key) => [key, gramsOf(ndb, key)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test.each([
    ['whole milk', '01077', 1.031],
    ['beer', '14003', 1.004],
    ['brewed coffee', '14209', 1.001],
    ['sweetened condensed milk', '01095', 1.292],
  ])('%s (%s): %d g/ml by its fluid ounce', (_, ndb, density) => {
    expect(foods.get(ndb)?.densityGPerMl).toBe(density);
  });
});

describe('a food of SR28 without an amount', () => {
  test.each([
    ['one piece of fruit', '09003', 182],
    ['the label’s serving', '08020', 28],
    ['USDA’s serving, an ounce of nuts', '12061', 28.35],
    ['three ounces of meat', '13150', 85],
    ['half a whole chicken breast', '05064', 86],
    ['one of what is counted', '01123', 50],
    ['a slice of bread', '18069', 29],
    ['a slice of what is big', '21302', 111],
    ['a can of a drink', '14003', 356],
    ['a cup of milk', '01077', 244],
    ['a spoon of oil', '04053', 13.5],
    ['a cup of a side dish', '20045', 158],
    ['85 g of meat that has no measures', '23584', 85],
  ])('is %s', (_, ndb, grams) => {
    expect(foods.get(ndb)?.servingG).toBe(grams);
  });

  test('is a plausible amount nearly always, and unknown to the rest', () => {
    const known = [...foods.values()].filter(({ servingG }) => servingG !== null);
    expect(known.length).toBeGreaterThan(8400);
    expect(known.filter(({ servingG }) => !(servingG !== null && servingG > 0 && servingG <= 655))).toEqual([]);
    expect(known.filter(({ servingG }) => servingG !== null && servingG < 3).length).toBeLessThan(60);
  });
});

import { describe, expect, test } from 'vitest';
import { conditionTypes, readAchievements } from '../../db/catalogue/achievements.ts';
import { readExercises } from '../../db/catalogue/exercises.ts';
import { readFoodRows } from '../../db/catalogue/food-rows.ts';
import { type CatalogueFood, fromRow, readCoreFoods, readFoods } from '../../db/catalogue/foods.ts';
import { readSr28 } from '../../db/catalogue/sr28.ts';
import { readableName } from '../../db/catalogue/sr28-name.ts';
import { wordsOf } from '../../src/domain/search/words.ts';

const rows = readFoodRows();
const sr28 = new Map(readSr28().map((food) => [food.ndb, food]));
const curated = rows.map((row) => fromRow(row, sr28));

/** Names that two rows share, or that a row has twice, however they are spelled. */
function shared(items: readonly { slug: string; name: string; aliases: readonly string[] }[]): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const { slug, name, aliases } of items) {
    for (const words of [name, ...aliases]) {
      const key = wordsOf(words).join(' ');
      const other = owner.get(key);
      if (other !== undefined) problems.push(`${words}: ${other}, ${slug}`);
      if (key === '') problems.push(`${slug}: ${words} is no name`);
      owner.set(key, slug);
    }
  }
  return problems;
}

describe('every curated food', () => {
  test('there are enough of them, each with a key of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400);
    expect(new Set(rows.map((row) => row.slug)).size).toBe(rows.length);
  });

  test('has its figures either from one food of SR28 or from a recipe of them', () => {
    for (const row of rows) expect(Boolean(row.ndb) !== Boolean(row.recipe), row.slug).toBe(true);
    for (const [i, row] of rows.entries()) {
      if (row.ndb) expect(curated[i]?.nutrients, row.slug).toEqual(sr28.get(row.ndb)?.nutrients);
    }
  });

  test('shares no name with another', () => {
    expect(shared(rows)).toEqual([]);
  });

  test('is physically possible', () => {
    for (const { slug, nutrients } of curated) {
      const { energyKcal, proteinG, carbsG, fatG } = nutrients;
      expect(energyKcal, slug).toBeGreaterThanOrEqual(0);
      expect(energyKcal, slug).toBeLessThanOrEqual(902);
      for (const grams of [proteinG, carbsG, fatG]) {
        expect(grams, slug).toBeGreaterThanOrEqual(0);
        expect(grams, slug).toBeLessThanOrEqual(100);
      }
      expect((proteinG ?? 0) + (carbsG ?? 0) + (fatG ?? 0), slug).toBeLessThanOrEqual(101);
    }
  });

  test('has the energy of its macros within 20 %, or says why not', () => {
    const off = curated.filter(({ nutrients }) => {
      const { energyKcal = 0, proteinG = 0, carbsG = 0, fatG = 0, fiberG = 0 } = nutrients;
      const atwater = 4 * proteinG + 4 * carbsG + 9 * fatG;
      const tolerance = Math.max(5, energyKcal * 0.2);
      // Fibre gives about half of what other carbohydrates give.
      return energyKcal > atwater + tolerance || energyKcal < atwater - 2 * fiberG - tolerance;
    });
    const explained = rows.filter((row) => row.energy !== undefined);
    expect(off.map((food) => food.slug).sort()).toEqual(explained.map((row) => row.slug).sort());
  });

  test('has a default serving and portions that fit in a hand, a pot or on a table', () => {
    for (const food of curated) {
      expect(food.servingG, food.slug).toBeGreaterThan(0);
      expect(food.servingG, food.slug).toBeLessThanOrEqual(710);
      const keys = food.portions.map((portion) => `${portion.unit}.${portion.size}`);
      expect(new Set(keys).size, food.slug).toBe(keys.length);
      for (const portion of food.portions) {
        expect(portion.grams, food.slug).toBeLessThanOrEqual(1500);
        expect(portion.source, food.slug).toMatch(/^(usda(:.+)?|fda(:.+)?|rule:.+|recipe)$/);
      }
    }
  });

  test('has portions of cups and millilitres that are what they say they are made of', () => {
    for (const food of curated) {
      const cup = food.portions.find((portion) => portion.unit === 'cup' && portion.size === null)?.grams;
      for (const { source, grams } of food.portions) {
        const cups = /^rule:([\d./]+) cup$/.exec(source)?.[1];
        if (cups) {
          const [top = 1, bottom = 1] = cups.split('/').map(Number);
          expect(grams, food.slug).toBeCloseTo((top / bottom) * (cup ?? 0), 1);
        }
        const ml = /^rule:([\d.]+) ml$/.exec(source)?.[1];
        if (ml) expect(grams, food.slug).toBeCloseTo(Number(ml) * (food.densityGPerMl ?? 0), 1);
      }
    }
  });

  test('has a density between whipped cream and syrup where it has one', () => {
    for (const food of curated) {
      if (food.densityGPerMl === null) continue;
      expect(food.densityGPerMl, food.slug).toBeGreaterThan(0.85);
      expect(food.densityGPerMl, food.slug).toBeLessThan(1.5);
    }
  });
});

describe('SR28', () => {
  test('is complete and within reach of the names people use', () => {
    const foods = readFoods();
    expect(foods.filter((food) => food.source === 'sr28')).toHaveLength(8790);
    expect(new Set(foods.map((food) => food.slug)).size).toBe(foods.length);
  });

  test.each([
    ['RICE,WHITE,LONG-GRAIN,REG,ENR,CKD', 'rice, white, long-grain, regular, enriched, cooked'],
    [
      'CHICKEN, BROILERS OR FRYERS, BREAST, MEAT AND SKN, CKD, FRIED, FLR',
      'chicken, broilers or fryers, breast, meat and skin, cooked, fried, flour',
    ],
    [
      'BEEF, GROUND, 80% LN MEAT / 20% FAT, PATTY, CKD, BRLD',
      'beef, ground, 80% lean meat / 20% fat, patty, cooked, broiled',
    ],
    ['YOGURT, PLN, LOFAT, 12 GRAMS PROT PER 8 OZ', 'yogurt, plain, low fat, 12 grams protein per 8 oz'],
    ['PEPPERS, SWT, RED, RAW', 'peppers, sweet, red, raw'],
    ['SOUR CREAM,RED FAT', 'sour cream, reduced fat'],
    ['FRANKFURTER  BF  HTD', 'frankfurter, beef, heated'],
    [
      'CREAM SUB, LIQ, WITH HYDR VEG OIL AND SOY PROT',
      'cream substitute, liquid, with hydrogenated vegetable oil and soy protein',
    ],
  ])('%s reads as "%s"', (title, name) => {
    expect(readableName(title)).toBe(name);
  });

  test('is the same in the derived file, which is up to date: npm run catalogue writes it', () => {
    const core = ({ nutrients: { energyKcal, proteinG, carbsG, fatG }, ...food }: CatalogueFood) => ({
      ...food,
      nutrients: { energyKcal, proteinG, carbsG, fatG },
    });
    expect(readCoreFoods().map(core)).toEqual(readFoods().map(core));
  });

  test('keeps a food’s household measures where they are clear', () => {
    const brie = readFoods().find((food) => food.slug === 'sr28-01006');
    expect(brie?.portions).toContainEqual({ unit: 'cup', size: null, grams: 144, source: 'usda' });
    expect(brie?.servingG).toBe(28.35);
  });
});

describe('every exercise', () => {
  const exercises = readExercises();

  test('there are enough of them and none shares a name', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(100);
    expect(shared(exercises)).toEqual([]);
  });

  test('works no muscle twice', () => {
    for (const { slug, primary, secondary } of exercises) {
      expect(new Set([...primary, ...secondary]).size, slug).toBe(primary.length + secondary.length);
    }
  });

  test('has one MET a code', () => {
    const metOf = new Map<string, number>();
    for (const { slug, met, metCode } of exercises) {
      expect(met, slug).toBe(metOf.get(metCode) ?? met);
      metOf.set(metCode, met);
    }
  });
});

describe('every achievement', () => {
  const achievements = readAchievements();

  test('has a key and a name of its own', () => {
    expect(achievements.length).toBeGreaterThanOrEqual(12);
    expect(new Set(achievements.map((achievement) => achievement.key)).size).toBe(achievements.length);
    expect(new Set(achievements.map((achievement) => achievement.name)).size).toBe(achievements.length);
  });

  test('rewards doing, never eating less or losing', () => {
    for (const { description, name } of achievements) {
      expect(`${name} ${description}`).not.toMatch(
        /\b(lost|lose|losing|fast(ed|ing)?|deficit|skip(ped)?|under \d|less)\b/i,
      );
    }
    expect(conditionTypes.filter((type) => /deficit|fast|loss/.test(type))).toEqual([]);
  });
});

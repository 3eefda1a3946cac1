import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSr28 } from '../../db/catalogue/sr28.ts';
import { readableName } from '../../db/catalogue/sr28-name.ts';

const names = new Map(readSr28().map((food) => [food.ndb, food.name]));
const sample = readFileSync(new URL('../fixtures/sr28-names.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

describe('a short description of SR28', () => {
  test.each([
    ['RICE,WHITE,LONG-GRAIN,REG,ENR,CKD', 'rice, white, long-grain, regular, enriched, cooked'],
    [
      'BEEF, GROUND, 80% LN MEAT / 20% FAT, PATTY, CKD, BRLD',
      'beef, ground, 80% lean meat / 20% fat, patty, cooked, broiled',
    ],
    ['YOGURT, PLN, LOFAT, 12 GRAMS PROT PER 8 OZ', 'yogurt, plain, low fat, 12 grams protein per 8 oz'],
    ['PEPPERS, SWT, RED, RAW', 'peppers, sweet, red, raw'],
    ['SOUR CREAM,RED FAT', 'sour cream, reduced fat'],
    ['MILK, NONFAT, FLUID, WITHOUT ADDED VIT A', 'milk, fat free, fluid, without added vitamin a'],
    ['FRANKFURTER  BF  HTD', 'frankfurter, beef, heated'],
    [
      'CREAM SUB, LIQ, WITH HYDR VEG OIL AND SOY PROT',
      'cream substitute, liquid, with hydrogenated vegetable oil and soy protein',
    ],
    ["MCDONALD'S, FLT-O-FSH", "McDonald's, Filet-O-Fish"],
    [
      'INF FORMU, ME JOH, ENF, LAC, LI, WITH IR, LI CO, N RE, WITH AR AND DH',
      'infant formula, Mead Johnson, Enfamil, LactoFree Lipil, with iron, liquid concentrate, not reconstituted, with ARA and DHA',
    ],
  ])('%s reads as "%s"', (title, name) => {
    expect(readableName(title)).toBe(name);
  });

  test('means by a word what its kind of food means by it', () => {
    expect(readableName('BEEF, RIB EYE STK, BNE-IN, LIP-ON, LN AND FT, 1/8" FAT, CHOC, CKD, GRL')).toBe(
      'beef, rib eye steak, bone-in, lip-on, lean and fat, 1/8" fat, choice, cooked, grilled',
    );
    expect(readableName('CAKE, CHOC, PREP FROM RECIPE')).toBe('cake, chocolate, prepared from recipe');
    expect(readableName('MARGARINE, REG, 80% FAT, COMP, STK, WITH SALT')).toContain('stick');
    expect(readableName('PORK, FRSH, LN, TOP LIN (CHOPS), BNLSS, LN, RAW')).toBe(
      'pork, fresh, loin, top loin (chops), boneless, lean, raw',
    );
    expect(readableName('CHICKEN, BROILERS OR FRYERS, BREAST, MEAT AND SKN, CKD, FRIED, FLR')).toBe(
      'chicken, broilers or fryers, breast, meat and skin, cooked, fried, flour',
    );
  });

  test('reads as it should in a sample of 300, drawn once and read by a person', () => {
    expect(sample).toHaveLength(300);
    const wrong = sample.filter(([ndb = '', title = '', name]) => {
      return readableName(title) !== name || names.get(ndb) !== name;
    });
    expect(wrong).toEqual([]);
  });

  test('has no abbreviation left anywhere: a word without a vowel is a known one', () => {
    const known = new Set(
      'nfsmi kc tlc kfc blt pbm gmbh kg mr lb oz st nd rd th co pb pm nz n x h c d k z s m'.split(' '),
    );
    const odd = [...names.values()].flatMap((name) =>
      (name.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((word) => !/[aeiouy]/.test(word) && !known.has(word)),
    );
    expect([...new Set(odd)]).toEqual([]);
  });
});

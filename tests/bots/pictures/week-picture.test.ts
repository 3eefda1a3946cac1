import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawWeek, type WeekFigures } from '../../../src/bots/pictures/week-picture.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const week: WeekFigures = {
  days,
  energyKcal: [1_800, 2_100, null, 1_950, 2_300, 2_000, 1_700],
  targetKcal: 2_000,
  weight: days.map((day, i) => ({ day, scale: 80 - i / 5, trend: 80 - i / 7 })),
  weightUnit: 'kg',
  sets: [12, 0, 15, 0, 12, 0, 0],
};
const nothing = { energyKcal: days.map(() => null), weight: [], sets: days.map(() => 0) };

const [orange, blue, ink] = ['d55e00', '0072b2', '1f2933'];

/** Its size, and how many pixels have which colour. */
async function seen(figures: WeekFigures) {
  const { data, info } = await sharp(drawWeek(figures)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = new Map<string, number>();
  for (let at = 0; at < data.length; at += 3) {
    const colour = data.toString('hex', at, at + 3);
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  return { size: [info.width, info.height], count: (colour = '') => colours.get(colour) ?? 0 };
}

describe('the picture of a week', () => {
  it('has a panel for each thing that is known, and words that can be read', async () => {
    const { size, count } = await seen(week);
    expect(size).toEqual([900, 810]);
    expect(count(blue)).toBeGreaterThan(20_000);
    expect(count(ink)).toBeGreaterThan(1_000);
    expect((await seen({ ...week, weight: [] })).size).toEqual([900, 540]);
    const trained = await seen({ ...week, ...nothing, sets: week.sets });
    expect(trained.size).toEqual([900, 270]);
    expect(trained.count(ink)).toBeGreaterThan(100);
  });

  it('draws the target as a line where there is one', async () => {
    expect((await seen(week)).count(orange)).toBeGreaterThan(500);
    expect((await seen({ ...week, targetKcal: null })).count(orange)).toBe(0);
  });

  it('is another one for other figures, and the same for the same', () => {
    const heavier = { ...week, weight: week.weight.map((one) => ({ ...one, scale: one.scale + one.day.length })) };
    expect(drawWeek(week).equals(drawWeek(week))).toBe(true);
    expect(drawWeek(heavier).equals(drawWeek(week))).toBe(false);
    expect(drawWeek({ ...week, energyKcal: [900, ...week.energyKcal.slice(1)] }).equals(drawWeek(week))).toBe(false);
    expect(drawWeek({ ...week, sets: [12, 0, 15, 0, 12, 0, 8] }).equals(drawWeek(week))).toBe(false);
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayLine, dayName, plural, quantity, volume, weight } from '../../src/bots/format.ts';
import { plainText } from '../../src/bots/text.ts';

const today = Temporal.PlainDate.from('2026-03-04');

it.each([
  ['2026-03-04', 'today'],
  ['2026-03-03', 'yesterday'],
  ['2026-03-02', 'Monday'],
  ['2026-02-26', 'Thursday'],
  ['2026-02-25', '25 February'],
  ['2025-12-31', '31 December 2025'],
])('calls %s %s', (day, name) => expect(dayName(Temporal.PlainDate.from(day), today)).toBe(name));

it('shows weights in the units a person reads', () => {
  expect(weight(200, 'metric')).toBe('200 g');
  expect(weight(1250.25, 'metric')).toBe('1,250 g');
  expect(weight(200, 'us')).toBe('7.1 oz');
  expect(weight(0.04, 'metric')).toBe('0.04 g');
});

it('shows drinks in the units a person reads', () => {
  expect(volume(750, 'metric')).toBe('750 ml');
  expect(volume(750, 'us')).toBe('25.4 fl oz');
  expect(volume(236.59, 'us')).toBe('8 fl oz');
});

it.each([
  [0.04, '0.04'],
  [0.001, '0.001'],
  [1 / 3, '0.33'],
  [0.5, '0.5'],
  [1.25, '1.25'],
  [2, '2'],
  [12.34, '12.3'],
  [1200, '1,200'],
  [0, '0'],
])('writes the quantity %d as %s', (value, written) => expect(quantity(value)).toBe(written));

it.each([
  ['slice', 'slices'],
  ['glass', 'glasses'],
  ['pinch', 'pinches'],
  ['box', 'boxes'],
  ['patty', 'patties'],
  ['tray', 'trays'],
  ['leaf', 'leaves'],
  ['loaf', 'loaves'],
  ['half', 'halves'],
  ['tbsp', 'tbsp'],
])('has several %s as %s', (unit, units) => expect(plural(unit)).toBe(units));

describe('the line of a day', () => {
  const totals = { energyKcal: 1240.4, proteinG: 85.2, carbsG: 120, fatG: 40, waterMl: 0 };
  const target = { energyKcal: 2200, proteinG: 140, carbsG: null, fatG: null, fiberG: null, waterMl: null };
  const shown = { unitSystem: 'metric', isGentle: false } as const;
  const line = (...args: Parameters<typeof dayLine>) => plainText(dayLine(...args) ?? '');

  it('says what was eaten', () => {
    expect(line(today, today, totals, null, shown)).toBe('Today: 1,240 kcal · protein 85 g · carbs 120 g · fat 40 g');
  });

  it('says what is left or over where there is a target, and the water where there was some', () => {
    expect(line(today, today, { ...totals, waterMl: 750 }, target, shown)).toBe(
      'Today: 1,240 of 2,200 kcal, 960 kcal left · protein 85 of 140 g · carbs 120 g · fat 40 g · water 750 ml',
    );
    expect(line(today, today, { ...totals, energyKcal: 2300 }, target, shown)).toContain(
      '2,300 of 2,200 kcal, 100 kcal over',
    );
  });

  it('says nothing in gentle mode but the water', () => {
    const gentle = { unitSystem: 'metric', isGentle: true } as const;
    expect(dayLine(today, today, totals, target, gentle)).toBeNull();
    expect(line(today, today, { ...totals, waterMl: 750 }, target, gentle)).toBe('Today: water 750 ml');
  });

  it('says the water as they read it', () => {
    expect(line(today, today, { ...totals, waterMl: 750 }, null, { ...shown, unitSystem: 'us' })).toContain(
      ' · water 25.4 fl oz',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { recogniseAmount } from '../../../src/bots/language/recognise-amount.ts';
import { recogniseClockTime } from '../../../src/bots/language/recognise-clock-time.ts';
import { recogniseDay } from '../../../src/bots/language/recognise-day.ts';
import { recogniseEating } from '../../../src/bots/language/recognise-eating.ts';
import { recogniseFoodName } from '../../../src/bots/language/recognise-food-name.ts';
import { recogniseNumber } from '../../../src/bots/language/recognise-number.ts';
import { recogniseQuantity } from '../../../src/bots/language/recognise-quantity.ts';
import { recogniseSlot } from '../../../src/bots/language/recognise-slot.ts';
import { recogniseUnit } from '../../../src/bots/language/recognise-unit.ts';
import { foods, lineOf, taken } from './given.ts';

describe('a number', () => {
  it.each<[string, number, string]>([
    ['200 g', 200, '200'],
    ['three eggs', 3, 'three'],
    ['twenty five almonds', 25, 'twenty five'],
    ['one and a half cups', 1.5, 'one and a half'],
    ['2 and a half cups', 2.5, '2 and a half'],
    ['half a bagel', 0.5, 'half'],
    ['half a dozen eggs', 6, 'half a dozen'],
    ['a dozen eggs', 12, 'a dozen'],
    ['a couple of eggs', 2, 'a couple of'],
    ['two thirds of a baguette', 2 / 3, 'two thirds'],
    ['3 quarters of a cup', 0.75, '3 quarters'],
    ['a quarter of a pizza', 0.25, 'a quarter'],
    ['a hundred grams', 100, 'a hundred'],
    ['one hundred and fifty grams', 150, 'one hundred and fifty'],
  ])('%j is %d', (text, value, span) => {
    const found = recogniseNumber(lineOf(text), 0);
    expect(found?.value).toBeCloseTo(value, 6);
    expect(taken(text, found)).toBe(span);
  });
  it.each(['rice', 'a bagel', 'the half', '%', '2% milk', ''])('%j is none', (text) => {
    expect(recogniseNumber(lineOf(text), 0)).toBeNull();
  });
});

describe('a quantity', () => {
  it.each<[string, number]>([
    ['2-3 eggs', 2.5],
    ['2 to 3 eggs', 2.5],
    ['150 - 200g', 175],
    ['~200g', 200],
    ['about 200 g', 200],
    ['2 x 30g', 60],
    ['3 x 100-120 g', 330],
    ['2x eggs', 2],
    ['x2', 2],
    ['x 5', 5],
  ])('%j is %d', (text, value) => {
    expect(recogniseQuantity(lineOf(text), 0)?.value).toBe(value);
  });
  it.each(['x ray', 'about time', 'to 3', '5% mince'])('%j is none', (text) => {
    expect(recogniseQuantity(lineOf(text), 0)).toBeNull();
  });
});

describe('a unit', () => {
  it.each<[string, string]>([
    ['gr', 'g'],
    ['gms', 'g'],
    ['grams', 'g'],
    ['kilos', 'kg'],
    ['tablespoons', 'tbsp'],
    ['Tbsp', 'tbsp'],
    ['fl oz', 'floz'],
    ['fl. oz', 'floz'],
    ['portions', 'serving'],
    ['packets', 'pack'],
    ['leaves', 'leaf'],
    ['handful', 'handful'],
  ])('%j is %s', (text, id) => {
    expect(recogniseUnit(lineOf(text), 0)?.unit.id).toBe(id);
  });
  it.each(['rice', 'gram-ish', 'cupcake', '12'])('%j is none', (text) => {
    expect(recogniseUnit(lineOf(text), 0)).toBeNull();
  });
});

describe('an amount', () => {
  it.each<[string, number | null, string | null, string | null, string]>([
    ['200g rice', 200, 'g', null, '200g'],
    ['1.200 g potatoes', 1200, 'g', null, '1.200 g'],
    ['2 large eggs', 2, null, 'large', '2'],
    ['2 more eggs', 2, null, null, '2 more'],
    ['a small bowl of soup', 1, 'bowl', 'small', 'a small bowl of'],
    ['handful of spinach', 1, 'handful', null, 'handful of'],
    ['half a portion of nachos', 0.5, 'serving', null, 'half a portion of'],
    ['a cup and a half of rice', 1.5, 'cup', null, 'a cup and a half of'],
    ['2 heaped tbsp of oats', 2, 'tbsp', null, '2 heaped tbsp of'],
    ['one 12in pizza', 1, null, null, 'one 12in'],
    ['some rice', null, null, null, 'some'],
    ['a croissant', 1, null, null, 'a'],
    ['3 oz. salmon', 3, 'oz', null, '3 oz.'],
  ])('%j', (text, quantity, unit, size, span) => {
    const found = recogniseAmount(lineOf(text), 0);
    expect([found?.quantity, found?.unit?.id ?? null, found?.size]).toEqual([quantity, unit, size]);
    expect(taken(text, found)).toBe(span);
  });
  it.each(['rice', 'protein bar', 'glass', 'cup'])('%j is none', (text) => {
    expect(recogniseAmount(lineOf(text), 0)).toBeNull();
  });
});

describe('a day', () => {
  it.each<[string, object, string]>([
    ['yesterday', { kind: 'ago', days: 1 }, 'yesterday'],
    ['this arvo 90g', { kind: 'ago', days: 0, part: 'afternoon' }, 'this arvo'],
    ['last night', { kind: 'calendar-ago', days: 1 }, 'last night'],
    ['3 days ago lunch', { kind: 'ago', days: 3 }, '3 days ago'],
    ['two weeks ago', { kind: 'ago', days: 14 }, 'two weeks ago'],
    ['on monday i', { kind: 'weekday', weekday: 1, isBare: false }, 'on monday'],
    ['friday morning', { kind: 'weekday', weekday: 5, isBare: true, part: 'morning' }, 'friday morning'],
    ['on the 3rd of march 2 eggs', { kind: 'date', month: 3, day: 3, year: null }, 'on the 3rd of march'],
    ['2026-02-28 rice', { kind: 'date', year: 2026, month: 2, day: 28 }, '2026-02-28'],
    ['tomorrow', { kind: 'future' }, 'tomorrow'],
    ['in 20 minutes', { kind: 'future' }, 'in 20 minutes'],
  ])('%j', (text, day, span) => {
    const found = recogniseDay(lineOf(text), 0);
    expect(found?.day).toMatchObject(day);
    expect(taken(text, found)).toBe(span);
  });
  it.each(['sun dried', '4 dates', 'may i', 'march', '2 eggs', 'in oil', '30 min'])('%j is none', (text) => {
    expect(recogniseDay(lineOf(text), 0)).toBeNull();
  });
});

describe('a time of day', () => {
  it.each<[string, number, number, boolean]>([
    ['13:15', 13, 15, false],
    ['9am', 9, 0, false],
    ['12am', 0, 0, false],
    ['9:30 pm', 21, 30, false],
    ['7.30pm', 19, 30, false],
    ['at 19', 19, 0, false],
    ['at around 10:30', 10, 30, true],
    ['19h', 19, 0, false],
    ['19h30', 19, 30, false],
    ['at 8', 8, 0, true],
    ['noon', 12, 0, false],
  ])('%j', (text, hour, minute, isHalfDayOpen) => {
    expect(recogniseClockTime(lineOf(text), 0)).toMatchObject({ hour, minute, isHalfDayOpen });
  });
  it.each(['9 eggs', 'at 200g', '25:00', '5', '7.30', 'about 5', 'at subway', '8 a day'])('%j is none', (text) => {
    expect(recogniseClockTime(lineOf(text), 0)).toBeNull();
  });
});

describe('a slot', () => {
  it.each<[string, string, boolean, string]>([
    ['lunch 2 eggs', 'lunch', false, 'lunch'],
    ['for breakfast', 'breakfast', true, 'for breakfast'],
    ['brekky:', 'breakfast', true, 'brekky'],
    ['my lunch was a salad', 'lunch', true, 'my lunch was'],
    ['as a snack', 'snack', true, 'as a snack'],
    ['for tea', 'dinner', true, 'for tea'],
    ['drink: cola', 'drink', true, 'drink'],
    ['second breakfast club', 'club', false, 'second breakfast club'],
  ])('%j', (text, slot, isLed, span) => {
    const found = recogniseSlot(lineOf(text), 0);
    expect(found).toMatchObject({ slot, isLed });
    expect(taken(text, found)).toBe(span);
  });
  it.each(['drink milk', 'tea', 'for rice', 'launch'])('%j is none', (text) => {
    expect(recogniseSlot(lineOf(text), 0)).toBeNull();
  });
});

describe('eating', () => {
  it.each<[string, string, boolean]>([
    ['ate rice', 'sure', false],
    ['i just had rice', 'loose', true],
    ['we ate rice', 'sure', true],
    ["I've eaten rice", 'sure', true],
    ['log 2 eggs', 'loose', false],
  ])('%j', (text, strength, hasSubject) => {
    expect(recogniseEating(lineOf(text), 0)).toMatchObject({ strength, hasSubject });
  });
  it.each(['i eat rice', 'he ate rice', 'rice', 'i have rice'])('%j is none', (text) => {
    expect(recogniseEating(lineOf(text), 0)).toBeNull();
  });
});

describe('the name of a food that must not be cut', () => {
  it.each([
    'mac n cheese',
    'ham and cheese sandwich',
    'protein bar',
    'breakfast burrito',
    '3 bean salad',
    'half and half',
  ])('%j', (text) => {
    const line = lineOf(text);
    expect(recogniseFoodName(line, 0, 0, line.tokens.length, foods)?.end).toBe(line.tokens.length);
  });
  it.each(['coffee and cake', 'pizza and beer', 'rice', 'chicken with 30 g rice'])('%j is none', (text) => {
    const line = lineOf(text);
    expect(recogniseFoodName(line, 0, 0, line.tokens.length, foods)).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDiet, compileMeal } from '../../../src/bots/language/diet-compile.ts';
import type { Diet } from '../../../src/domain/diets/diet.ts';
import { mealsOn } from '../../../src/domain/diets/diet.ts';
import { dietText } from '../../../src/domain/diets/diet-text.ts';
import { given } from './given.ts';

function dietOf(text: string): Diet {
  const compiled = compileDiet(text, given);
  if ('faults' in compiled) throw new Error(compiled.faults.map(({ says }) => says).join(' '));
  return compiled.diet;
}

const faultsOf = (text: string) => {
  const compiled = compileDiet(text, given);
  return 'faults' in compiled ? compiled.faults : [];
};

describe('a diet as a coach writes it', () => {
  const diet = dietOf(
    [
      '2,200 kcal, 160 p, 220 c, 70 f',
      'Note: drink enough',
      'Every day',
      'Breakfast: 80 g oats, 250 ml milk, 1 banana',
      'or 3 eggs and 2 slices of toast',
      'Note: coffee is fine',
      'Lunch: 150 g chicken breast or 200 g tofu, 200 g rice',
      'Dinner:',
      '- 180 g salmon',
      '- 300 g potatoes, 1 glass of water',
      'Weekdays',
      'Snack: 1 apple',
      'Sunday:',
      'Breakfast: 2 croissants',
    ].join('\n'),
  );

  it('says what a day should hold', () =>
    expect(diet.targets).toEqual({ energyKcal: 2200, proteinG: 160, carbsG: 220, fatG: 70 }));

  it('keeps what is noted before any meal', () => expect(diet.description).toBe('drink enough'));

  it('weighs every food', () => {
    const [breakfast] = diet.meals;
    expect(
      breakfast?.items.slice(0, 3).map(({ words, quantity, unit, grams }) => [words, quantity, unit, grams]),
    ).toEqual([
      ['oats', 80, 'g', 80],
      ['milk', 250, 'ml', 257.75],
      ['banana', 1, null, 118],
    ]);
  });

  it('tells a meal to choose instead from a food to choose instead', () => {
    const [breakfast, lunch] = diet.meals;
    expect(breakfast?.items.map(({ option = 0 }) => option)).toEqual([0, 0, 0, 1, 1]);
    expect(lunch?.items.map(({ words, isInstead = false }) => [words, isInstead])).toEqual([
      ['chicken breast', false],
      ['tofu', true],
      ['rice', false],
    ]);
  });

  it('keeps what was written of a meal, its notes among it', () =>
    expect(diet.meals[0]?.text).toBe(
      '80 g oats, 250 ml milk, 1 banana\nor 3 eggs and 2 slices of toast\nNote: coffee is fine',
    ));

  it('takes foods from the lines below a meal, and water for what it is', () =>
    expect(diet.meals.find(({ slot }) => slot === 'dinner')?.items.map(({ words, grams }) => [words, grams])).toEqual([
      ['salmon', 180],
      ['potatoes', 300],
      ['water', 250],
    ]));

  it('gives a day its own meals and those of every day', () => {
    const slotsOn = (weekday: number) =>
      mealsOn(diet.meals, weekday).map(({ slot, text }) => `${slot}: ${text?.split('\n')[0]}`);
    expect(slotsOn(7)).toEqual([
      'breakfast: 2 croissants',
      'lunch: 150 g chicken breast or 200 g tofu, 200 g rice',
      'dinner: 180 g salmon, 300 g potatoes, 1 glass of water',
    ]);
    expect(slotsOn(3).at(-1)).toBe('snack: 1 apple');
  });

  it('is the same diet when it is written out and read again', () => expect(dietOf(dietText(diet))).toEqual(diet));
});

describe('what is wrong with a diet', () => {
  it.each<[string, number, number, number, string | null]>([
    ['Breakfast: 80 g otas', 1, 17, 4, 'oats'],
    ['Lunch: 200 g rice\n\n  Brekfust: 1 apple', 3, 3, 8, 'breakfast'],
    ['Mondey\nLunch: 1 apple', 1, 1, 6, 'Monday'],
    ['2200 kcal, 160 x\nLunch: 1 apple', 1, 12, 5, null],
    ['Lunch: 1 apple\nLunch: 1 banana', 2, 1, 5, null],
    ['Lunch: 1 apple, 3 zzqxw', 1, 19, 5, null],
    ['Monday\nLunch: 1 apple\nWeekdays\nLunch: 1 banana', 4, 1, 5, null],
    ['Lunch:', 1, 1, 6, null],
  ])('%j is told where it is', (text, line, column, length, suggestion) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line, column, length });
    if (suggestion !== null) expect(faults[0]?.suggestion?.split(', ')[0]).toBe(suggestion);
  });

  it('is told all at once', () =>
    expect(faultsOf('Brekfust: 80 g otas\nMondey').map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 16],
      [2, 1],
    ]));

  it('is that there is no meal in it', () => expect(faultsOf('Every day')).toHaveLength(1));

  it('counts lines from where the text begins in the message', () => {
    const compiled = compileDiet('Lunch: 80 g otas', given, 3);
    expect('faults' in compiled && compiled.faults[0]?.line).toBe(3);
  });
});

describe('one meal of a plan of one’s own', () => {
  it('is read as in a diet', () =>
    expect(compileMeal('80g oats, banana', given)).toMatchObject({
      text: '80g oats, banana',
      items: [
        { words: 'oats', grams: 80 },
        { words: 'banana', isAmountAssumed: true },
      ],
    }));

  it('is told with its place when it cannot be', () =>
    expect(compileMeal('80g oats, 30 g zzqxw', given)).toMatchObject({ faults: [{ line: 1, column: 16 }] }));
});

/** Small and seeded, so that a failure comes again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('any diet', () => {
  const foods = [
    '80 g oats',
    '250 ml milk',
    '1 banana',
    '3 eggs',
    '200 g rice',
    '150 g chicken breast',
    '2 slices of toast',
    '1 apple',
    '1 glass of water',
    'a handful of almonds',
  ];
  const slots = ['Breakfast', 'Lunch', 'Dinner', 'Snack', 'Evening snack', 'Pre-workout'];
  const days = ['Every day', 'Monday', 'Tue, Thu', 'Weekends', 'Friday'];

  it.each(Array.from({ length: 60 }, (_, i) => i + 1))('stays the same from text to text, number %i', (seed) => {
    const next = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    const some = <T>(list: readonly T[]): T[] => list.filter(() => next() < 0.5);
    const foodsSaid = () =>
      Array.from(
        { length: 1 + Math.floor(next() * 3) },
        () => pick(foods) + (next() < 0.2 ? ` or ${pick(foods)}` : ''),
      ).join(', ');
    const chosen = some(days);
    const text = [
      ...(next() < 0.5 ? [`${1500 + Math.floor(next() * 900)} kcal, ${100 + Math.floor(next() * 80)} p`] : []),
      ...(next() < 0.3 ? ['Note: drink enough'] : []),
      ...(chosen.length > 0 ? chosen : ['Every day']).flatMap((day) => [
        day,
        ...[pick(slots), ...some(slots)]
          .filter((slot, i, all) => all.indexOf(slot) === i)
          .flatMap((slot) => [
            `${slot}: ${foodsSaid()}`,
            ...(next() < 0.3 ? [`or ${foodsSaid()}`] : []),
            ...(next() < 0.3 ? ['Note: slowly'] : []),
          ]),
      ]),
    ].join('\n');
    const diet = dietOf(text);
    const again = dietOf(dietText(diet));
    expect(again).toEqual(diet);
    expect(dietText(again)).toBe(dietText(diet));
  });
});

describe('docs/diets.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/diets.md'), 'utf8');
  const [, example = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];

  it('shows a diet that compiles, and reads back as the same', () => {
    const words = example.replace(/^diet: .*\n/, '');
    expect(words).not.toBe(example);
    expect(faultsOf(words)).toEqual([]);
    expect(dietOf(dietText(dietOf(words)))).toEqual(dietOf(words));
  });
});

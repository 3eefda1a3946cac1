import { describe, expect, it } from 'vitest';
import { type MealReading, type ReadItem, readMeals } from '../../../src/bots/language/read-meals.ts';
import { given } from './given.ts';
import { meals } from './tables/meals.ts';
import { noMeals } from './tables/no-meals.ts';
import { recipeLines } from './tables/recipe-lines.ts';

const rowsOf = (table: string): [string, string][] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const cut = row.lastIndexOf(' | ');
      return [row.slice(0, cut).replaceAll('\\n', '\n'), row.slice(cut + 3)];
    });

const read = (text: string): readonly MealReading[] => {
  const found = readMeals(text, given);
  return Array.isArray(found) ? found : [];
};

const shown = ({ quantity, unit, words }: Pick<ReadItem, 'quantity' | 'unit' | 'words'>): string =>
  [quantity, unit, words].filter((part) => part !== null).join(' ');

const mealShown = ({ slot, items, waterMl }: MealReading): string =>
  (slot === null ? '' : `${slot}: `) +
  [...items.map(shown), ...(waterMl === null ? [] : [`water ${waterMl}`])].join('; ');

describe('what people say they ate', () => {
  it.each(rowsOf(meals))('%j', (text, expected) => {
    expect(read(text).map(mealShown).join(' || ')).toBe(expected);
  });
});

describe('a line of a recipe', () => {
  it.each(rowsOf(recipeLines))('%j', (text, expected) => {
    const [meal] = read(text);
    const [item] = meal?.items ?? [];
    const said = item ?? { quantity: meal?.waterMl ?? null, unit: null, words: 'water' };
    const amount = [said.quantity, said.unit].filter((part) => part !== null).join(' ');
    expect(expected.startsWith(amount), `${amount} of ${expected}`).toBe(true);
    for (const word of expected.slice(amount.length).trim().split(' '))
      expect(said.words.toLowerCase()).toContain(word);
  });
});

describe('no meal of the writer', () => {
  it.each(noMeals.trim().split('\n'))('%j', (text) => {
    expect(readMeals(text, given)).toBeNull();
  });
});

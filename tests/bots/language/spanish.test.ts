import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readFoodNames } from '../../../db/catalogue/food-names.ts';
import type { Given } from '../../../src/bots/command.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { interpret } from '../../../src/bots/interpret.ts';
import { type MealReading, type ReadItem, readMeals } from '../../../src/bots/language/read-meals.ts';
import { vocabularyFor } from '../../../src/bots/language/vocabulary/vocabulary-for.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { given as english } from './given.ts';
import { spanishMeals } from './tables/spanish-meals.ts';
import { spanishNoMeals } from './tables/spanish-no-meals.ts';

const given: Given = { ...english, locale: 'es-ES', exercises: catalogueExerciseIndex() };
const today = Temporal.PlainDate.from('2026-03-02');

const read = (text: string, locale = 'es'): readonly MealReading[] => {
  const found = readMeals(text, { ...given, locale });
  return Array.isArray(found) ? found : [];
};

const itemShown = ({ quantity, unit, size, match }: ReadItem): string =>
  [quantity, unit, size, match?.slug ?? '?'].filter((part) => part !== null).join(' ');

function mealShown({ slot, day, time, items, waterMl }: MealReading): string {
  const back = today.until(day).days;
  const when = [back === 0 ? null : back, time?.toString({ smallestUnit: 'minute' }), slot && `${slot}:`];
  const what = [...items.map(itemShown), ...(waterMl === null ? [] : [`water ${waterMl}`])].join('; ');
  return [...when, what].filter((part) => part !== null && part !== undefined).join(' ');
}

const rows = spanishMeals
  .trim()
  .split('\n')
  .map((row) => row.split(' | ') as [string, string]);
const negatives = spanishNoMeals.trim().split('\n');

describe('what Spanish speakers say they ate', () => {
  it.each(rows)('%j', (text, expected) => {
    expect(read(text).map(mealShown).join(' \\ ')).toBe(expected);
  });

  it.each(rows)('is a log and nothing else: %j', (text) => {
    const understood = interpret(commands, text, given);
    expect(understood?.command.name).toBe('log');
    const reading = understood?.reading ?? {};
    const done = 'input' in reading ? understood?.command.toContract(reading.input) : [];
    for (const one of done ?? []) expect(JSON.stringify(one)).toMatch(/"do":"log-meal"|"metric":"water"/);
    expect(done).not.toEqual([]);
  });
});

describe('no meal of a Spanish speaker', () => {
  it.each(negatives)('%j', (text) => {
    expect(readMeals(text, given)).toBeNull();
  });

  it.each(negatives)('records no meal: %j', (text) => {
    const understood = interpret(commands, text, given);
    expect(understood?.command.name === 'log' && understood.reading).toBeFalsy();
  });
});

describe('a food by its Spanish name', () => {
  const names = [...readFoodNames()].flatMap(([slug, { es = [] }]) => es.map((name): [string, string] => [name, slug]));

  it('is known by two hundred names and more', () => {
    expect(names.length).toBeGreaterThan(200);
  });

  it('is found whole, whatever joins and measures its name has', () => {
    const missed = names.filter(([name, slug]) => {
      const [meal, ...more] = read(`comí 100 g de ${name}`);
      const [item, ...others] = meal?.items ?? [];
      const isWater = slug.endsWith('water') && meal?.waterMl === 100;
      return more.length > 0 || others.length > 0 || !(isWater || item?.match?.slug === slug);
    });
    expect(missed).toEqual([]);
  });

  it('says nothing to who writes English', () => {
    const slug = (text: string, locale: string) => read(text, locale)[0]?.items[0]?.match?.slug;
    expect(slug('100g manzana', 'es')).toBe('apple');
    expect(slug('100g manzana', 'en')).toBeUndefined();
    expect(slug('2 tostadas', 'es')).toBe('toast');
    expect(slug('2 tostadas', 'en')).toBe('tostada');
  });

  it('comes after a food of the person’s own', () => {
    const own = {
      ...english.foods.lookup('rice'),
      id: 7,
      slug: null,
      name: 'arroz',
      aliases: [],
      source: 'own',
    } as never;
    const found = readMeals('comí 200 g de arroz', { ...given, foods: english.foods.with([own]) });
    expect(found).toMatchObject([{ items: [{ match: { id: 7 } }] }]);
  });
});

describe('the language of a locale', () => {
  it.each([
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-MX', 'es'],
    ['es_AR', 'es'],
    ['ES', 'es'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['', 'en'],
    ['eso', 'en'],
  ])('%j is %j', (locale, language) => {
    expect(vocabularyFor(locale).language).toBe(language);
  });
});

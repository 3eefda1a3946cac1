import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Given } from '../../../src/bots/command.ts';
import { foodMeant } from '../../../src/bots/language/open-food.ts';
import { readMeals } from '../../../src/bots/language/read-meals.ts';
import type { IndexedFood } from '../../../src/domain/foods/food-index.ts';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import { foods, given as mealGiven } from './given.ts';

const given: Given = { ...mealGiven, locale: 'en', exercises: catalogueExerciseIndex(), slots: [] };

/** What the first item of a meal is taken for, or among what it is asked. */
function meant(text: string, of: Given = given): string {
  const meals = readMeals(text, of);
  const item = meals && !('kind' in meals) ? meals[0]?.items[0] : undefined;
  if (!item) throw new Error(`No meal is read in ${text}`);
  const { food, choices } = foodMeant(item, of);
  return choices.length > 0 ? `${choices.map((hit) => hit.food.name).join(' or ')}?` : (food?.name ?? 'unknown');
}

const own = (name: string, energyKcal: number): IndexedFood => ({
  ...(foods.lookup('curry') as IndexedFood),
  id: energyKcal,
  slug: null,
  ndb: null,
  name,
  aliases: [],
  source: 'own',
  per100g: { energyKcal, proteinG: 5, carbsG: 5, fatG: 5 },
});

it.each([
  ['chips', 'fries or potato chips?'],
  ['a shake', 'protein shake or milkshake?'],
  // The measure tells.
  ['a bag of chips', 'potato chips'],
  ['200 ml squash', 'squash drink'],
  ['2 tbsp jelly', 'jelly'],
  // What nearly everybody means by a word is taken.
  ['rice', 'rice'],
  ['a sandwich', 'ham and cheese sandwich'],
  ['curry', 'chicken curry'],
])('asks what is meant only where it is open: “%s”', (text, expected) => {
  expect(meant(text)).toBe(expected);
});

it('does not ask who lives where a word has one meaning', () => {
  expect(meant('chips', { ...given, locale: 'en-GB' })).toBe('fries');
  expect(meant('chips', { ...given, locale: 'en-US' })).toBe('potato chips');
  expect(meant('a shake', { ...given, locale: 'en-GB' })).toBe('protein shake or milkshake?');
});

it('asks among foods of one’s own that end in the same word, where they differ by more than 15 %', () => {
  const having = (...foodsOfTheirs: IndexedFood[]): Given => ({ ...given, foods: foods.with(foodsOfTheirs) });
  expect(meant('300g curry', having(own('Thai curry', 190)))).toBe('Thai curry or chicken curry?');
  expect(meant('300g curry', having(own('Thai curry', 140)))).toBe('chicken curry');
  expect(meant('300g curry', having(own('Thai curry', 190), own('Sunday curry', 90)))).toBe(
    'Thai curry or Sunday curry or chicken curry?',
  );
  // Named just so, it is meant, and what the catalogue calls just so is no short form.
  expect(meant('300g thai curry', having(own('Thai curry', 190)))).toBe('Thai curry');
  expect(meant('300g curry', having(own('Curry', 190), own('Thai curry', 190)))).toBe('Curry');
  expect(meant('300g rice', having(own('Fried rice', 190)))).toBe('rice');
});

it('asks nothing that was told, or asked before', () => {
  const told = { id: 1, kind: 'food' as const, key: 'chip', said: 'chips', name: 'fries', meansId: 1, measure: null };
  const fries = foods.lookup('fries') as IndexedFood;
  const learnt = {
    ...given,
    foods: foods.calling(new Map([['chips', fries]])),
    words: { known: [told], asked: new Set<string>() },
  };
  expect(meant('chips', learnt)).toBe('fries');
  expect(meant('chips', { ...given, words: { known: [], asked: new Set(['chip']) } })).toBe('potato chips');
});

it('takes a slip between two foods for neither', () => {
  const items = (text: string) => {
    const meals = readMeals(text, mealGiven);
    return meals && !('kind' in meals) ? meals.flatMap((meal) => meal.items) : [];
  };
  expect(items('100g pesta')[0]).toMatchObject({ match: null, candidates: [{ name: 'pasta' }, { name: 'pesto' }] });
  expect(items('100g bananna')[0]).toMatchObject({ match: { name: 'banana' } });
});

it('asks for less than 3 % of what people write down', () => {
  const rows = ['diaries', 'messages', 'recipe-lines'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, `../../../bench/language/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n'),
  );
  let count = 0;
  let asked = 0;
  for (const row of rows) {
    const { text } = JSON.parse(row) as { text: string };
    const meals = readMeals(text, mealGiven);
    if (!meals || 'kind' in meals) continue;
    for (const item of meals.flatMap((meal) => meal.items)) {
      count += 1;
      if (foodMeant(item, given).choices.length > 0) asked += 1;
    }
  }
  expect(count).toBeGreaterThan(500);
  expect(asked / count).toBeLessThan(0.03);
  expect(asked).toBeGreaterThan(0);
});

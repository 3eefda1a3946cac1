import { expect, test } from 'vitest';
import { readExercises } from '../../../db/catalogue/exercises.ts';
import { readCoreFoods } from '../../../db/catalogue/foods.ts';
import { dishLines } from '../../../src/cli/catalogue/dish-lines.ts';
import { missedQueries } from '../../../src/cli/catalogue/missed-queries.ts';
import { nameProblems } from '../../../src/cli/catalogue/name-problems.ts';

const foods = readCoreFoods();
const exercises = readExercises();

test('no two foods and no two exercises share a name', () => {
  expect(nameProblems(foods, exercises)).toEqual([]);
});

test.each(missedQueries(foods, exercises))('$table: at least $least of them find what they mean first', (searched) => {
  const { found, of, least, misses } = searched;
  expect(of).toBeGreaterThanOrEqual(200);
  expect(found / of, misses.join('\n')).toBeGreaterThanOrEqual(least);
});

test('a hundred dishes can be read with what they are made of', () => {
  const lines = dishLines(foods, 100);
  expect(lines).toHaveLength(300);
  expect(lines.filter((line) => line.includes('undefined') || line.includes('NaN'))).toEqual([]);
  expect(new Set(lines.filter((line) => !line.startsWith(' '))).size).toBe(100);
});

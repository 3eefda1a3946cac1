import { expect, it } from 'vitest';
import { catalogueFoodIndex } from '../../../src/domain/foods/catalogue-food-index.ts';
import { portionFor } from '../../../src/domain/foods/portion-for.ts';

const cake = catalogueFoodIndex().lookup('chocolate cake');

it('takes a bite for a bite and not for a serving, and says that it assumed so', () => {
  if (!cake) throw new Error('the catalogue has no chocolate cake');
  expect(portionFor(cake, { quantity: 2, unit: 'bite' })).toEqual({ grams: 30, rule: 'usual:bite', isAssumed: true });
});

it('takes one of an unknown measure for a serving, and says that it guessed', () => {
  if (!cake) throw new Error('the catalogue has no chocolate cake');
  expect(portionFor(cake, { quantity: 1, unit: 'bucket' })).toMatchObject({ rule: 'guess', isAssumed: true });
});

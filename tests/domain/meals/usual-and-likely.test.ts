import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { likelyMeals } from '../../../src/domain/meals/likely-meals.ts';
import type { PastMeal } from '../../../src/domain/meals/past-meals.ts';
import { usualMeal } from '../../../src/domain/meals/usual-meal.ts';

const today = Temporal.PlainDate.from('2026-03-31');

let id = 0;
const meal = (ago: number, slot: string | null, hour: number | null, ...foods: string[]): PastMeal => {
  id += 1;
  return {
    mealIds: [id],
    day: today.subtract({ days: ago }),
    slot,
    hour,
    items: foods.map((name, i) => ({ id: id * 100 + i, key: name, name, energyKcal: 100 })),
  };
};
const namesOf = (one: PastMeal | null | undefined) => one?.items.map(({ name }) => name).join('+') ?? null;

describe('the usual', () => {
  it('is what is had at least twice as often as anything else', () => {
    const meals = [
      meal(1, 'lunch', 13, 'rice', 'chicken'),
      meal(2, 'lunch', 13, 'pizza'),
      meal(3, 'lunch', 13, 'chicken', 'rice'),
    ];
    const { clear } = usualMeal(meals);
    expect(clear).toBe(meals[0]);
  });

  it('is not clear of two that are had as often, nor of one had once', () => {
    const even = [1, 2, 3, 4].map((ago) => meal(ago, 'lunch', 13, ago % 2 === 0 ? 'rice' : 'pizza'));
    expect(usualMeal(even).clear).toBeNull();
    expect(usualMeal(even).options.map(namesOf)).toEqual(['pizza', 'rice']);
    expect(usualMeal([meal(1, 'lunch', 13, 'rice')])).toMatchObject({ clear: null, options: [{}] });
    expect(usualMeal([])).toEqual({ clear: null, options: [] });
  });

  it('shows a day on which it was eaten once', () => {
    const [double, single] = [meal(1, 'lunch', 13, 'rice', 'rice'), meal(2, 'lunch', 13, 'rice')];
    expect(usualMeal([double, single]).clear).toBe(single);
  });
});

describe('the likeliest meals', () => {
  const offered = (meals: readonly PastMeal[], hour: number, slot: string | null = null) =>
    likelyMeals(meals, { today, hour, slot }).map((one) => one.item?.name ?? namesOf(one.meal));

  it('are those of the hour, the frequent ones first, then their foods', () => {
    const meals = [
      ...[1, 2, 3, 4].map((ago) => meal(ago, 'breakfast', 8, 'egg', 'toast')),
      ...[1, 2].map((ago) => meal(ago, 'breakfast', 8.5, 'porridge')),
      ...[1, 2, 3].map((ago) => meal(ago, 'dinner', 20, 'salmon', 'rice')),
    ];
    expect(offered(meals, 8)).toEqual(['egg+toast', 'porridge', 'egg', 'toast']);
    expect(offered(meals, 20)).toEqual(['salmon+rice', 'salmon', 'rice']);
    expect(offered(meals, 3)).toEqual([]);
  });

  it('are those of a slot where it is said, and of the slot’s hour where none was', () => {
    const meals = [meal(1, 'lunch', null, 'soup'), meal(2, 'snack', 15, 'apple')];
    expect(offered(meals, 20, 'lunch')).toEqual(['soup']);
    expect(offered(meals, 13)).toEqual(['soup', 'apple']);
  });

  it('follow what somebody has come to eat', () => {
    const meals = [
      ...[1, 2, 3].map((ago) => meal(ago, 'breakfast', 8, 'skyr')),
      ...[50, 51, 52, 53, 54].map((ago) => meal(ago, 'breakfast', 8, 'cereal')),
    ];
    expect(offered(meals, 8)[0]).toBe('skyr');
  });

  it('hold what is then eaten on seven of ten days of an ordinary diary', () => {
    // Somebody with three breakfasts, four lunches and six dinners in turns, and now and then something new.
    const choices = { breakfast: 3, lunch: 4, dinner: 6 } as const;
    const hours = { breakfast: 8, lunch: 13, dinner: 20 } as const;
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const diary: PastMeal[] = [];
    let [hits, asked] = [0, 0];
    for (let ago = 60; ago >= 1; ago--)
      for (const slot of ['breakfast', 'lunch', 'dinner'] as const) {
        const isNew = random() < 0.1;
        const which = isNew ? `new ${ago}` : `${Math.floor(random() ** 1.5 * choices[slot])}`;
        const eaten = meal(ago, slot, hours[slot] + random() - 0.5, `${slot} ${which}`, `side ${which}`);
        if (ago <= 40) {
          asked += 1;
          const moment = { today: today.subtract({ days: ago }), hour: eaten.hour ?? 0, slot: null };
          const likely = likelyMeals(diary.toReversed(), moment);
          if (likely.some((one) => one.item === null && namesOf(one.meal) === namesOf(eaten))) hits += 1;
        }
        diary.push(eaten);
      }
    expect(hits / asked).toBeGreaterThanOrEqual(0.7);
  });
});

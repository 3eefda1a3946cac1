import { expect, it } from 'vitest';
import { createOwnGiven } from '../../src/bots/own-given.ts';
import type { Transaction } from '../../src/domain/context.ts';
import { createFoodIndex } from '../../src/domain/foods/food-index.ts';
import { keepOwnFood } from '../../src/domain/foods/keep-own-food.ts';
import { keepMealSlot } from '../../src/domain/meals/keep-meal-slot.ts';
import { createExerciseIndex } from '../../src/domain/training/exercise-index.ts';
import { testDatabase } from '../support/database.ts';
import { makePerson } from '../support/person.ts';

const { db } = await testDatabase();
const shared = { foods: createFoodIndex([]), exercises: createExerciseIndex([]) };

/** A transaction that counts the questions asked of it. */
function counting(tx: Transaction): { tx: Transaction; asked: () => number } {
  let asked = 0;
  const counted = new Proxy(tx, {
    get(target, key, receiver) {
      if (key === 'select' || key === 'execute') asked += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { tx: counted, asked: () => asked };
}

it('asks for a person’s own words only when they have some that it does not know yet', async () => {
  const person = await makePerson(db);
  const ownGiven = createOwnGiven(shared);
  const shake = {
    name: 'My shake',
    aliases: [],
    per100g: { energyKcal: 72, proteinG: 10, carbsG: 4, fatG: 1.3 },
    densityGPerMl: 1,
    servingG: 300,
    portions: [],
    energyNote: null,
  };
  await person.act(async (ctx) => {
    const { tx, asked } = counting(ctx.db);
    expect(await ownGiven(tx, person.id, null)).toEqual({ ...shared, slots: [] });
    expect(asked()).toBe(0);

    await keepOwnFood(ctx, shake);
    await keepMealSlot(ctx, { name: 'merienda', startsAt: null });
    const own = await ownGiven(tx, person.id, 'one');
    expect(own.foods.lookup('my shake')?.name).toBe('My shake');
    expect(own.slots).toEqual(['merienda']);
    const once = asked();
    expect(once).toBeGreaterThan(0);
    expect(await ownGiven(tx, person.id, 'one')).toBe(own);
    expect(asked()).toBe(once);

    await keepOwnFood(ctx, { ...shake, name: 'My bar' });
    expect((await ownGiven(tx, person.id, 'two')).foods.lookup('my bar')?.name).toBe('My bar');
  });
});

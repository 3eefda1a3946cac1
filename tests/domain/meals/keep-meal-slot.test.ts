import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { forgetMealSlot, keepMealSlot, mealSlotsOf } from '../../../src/domain/meals/keep-meal-slot.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const at = (hour: number) => Temporal.PlainTime.from({ hour });
const last = { actionId: null, sourceMessageId: null };
const named = async (person: Person) =>
  (await person.act(mealSlotsOf)).map(({ name, startsAt }) => `${name} ${startsAt?.hour ?? '-'}`);

it('keeps the meals somebody names, in the order of the day', async () => {
  const person = await makePerson(db);
  await person.act((ctx) => keepMealSlot(ctx, { name: 'merienda', startsAt: at(17) }));
  await person.act((ctx) => keepMealSlot(ctx, { name: 'pre-gym', startsAt: null }));
  await person.act((ctx) => keepMealSlot(ctx, { name: 'second breakfast', startsAt: at(10) }));
  await person.act((ctx) => keepMealSlot(ctx, { name: 'Merienda', startsAt: at(16) }));
  expect(await named(person)).toEqual(['second breakfast 10', 'Merienda 16', 'pre-gym -']);
  await person.act((ctx) => keepMealSlot(ctx, { name: 'elevenses time', startsAt: at(10) }));
  expect(await named(person)).toEqual(['elevenses time 10', 'Merienda 16', 'pre-gym -']);
});

it('forgets one, and undoing brings it back', async () => {
  const person = await makePerson(db);
  await person.act((ctx) => keepMealSlot(ctx, { name: 'merienda', startsAt: at(17) }));
  await person.act((ctx) => forgetMealSlot(ctx, 'MERIENDA'));
  expect(await named(person)).toEqual([]);
  await person.act((ctx) => undoAction(ctx, last));
  expect(await named(person)).toEqual(['merienda 17']);
  await expect((await makePerson(db)).act((ctx) => forgetMealSlot(ctx, 'merienda'))).rejects.toThrow(/no meal called/);
});

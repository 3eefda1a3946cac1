import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { coachings } from '../../db/schema/index.ts';
import type { Database } from '../../src/domain/context.ts';
import { undoAction } from '../../src/domain/conversation/undo-action.ts';
import { forgetOwnFood } from '../../src/domain/foods/forget-own-food.ts';
import { keepOwnFood } from '../../src/domain/foods/keep-own-food.ts';
import { keepMealSlot } from '../../src/domain/meals/keep-meal-slot.ts';
import { loadOwnWords, ownWordsStamp } from '../../src/domain/users/own-words.ts';
import { testDatabase } from '../support/database.ts';
import { makePerson, type Person } from '../support/person.ts';

const { db } = await testDatabase();
const shake = {
  name: 'My shake',
  aliases: [],
  per100g: { energyKcal: 72, proteinG: 10, carbsG: 4, fatG: 1.3 },
  densityGPerMl: 1,
  servingG: 300,
  portions: [],
  energyNote: null,
};

/** As a request reads it, before it has taken the person's role. */
async function stampOf(on: Database, { id }: Person): Promise<string | null> {
  return on.transaction(async (tx) => {
    await tx.execute(sql`select set_config('spotter.user_id', ${String(id)}, true),
      set_config('spotter.now', '2026-03-02T12:00:00Z', true)`);
    const { rows } = await tx.execute<{ stamp: string | null }>(sql`select ${ownWordsStamp(id)} as stamp`);
    return rows[0]?.stamp ?? null;
  });
}

it('is nothing for somebody without words of their own, and another with each change of them', async () => {
  const person = await makePerson(db);
  const stamps = [await stampOf(db, person)];
  expect(stamps[0]).toBeNull();
  const steps = [
    () => person.act((ctx) => keepOwnFood(ctx, shake)),
    () => person.act((ctx) => keepOwnFood(ctx, { ...shake, servingG: 400 })),
    () => person.act((ctx) => keepMealSlot(ctx, { name: 'merienda', startsAt: null })),
    () => person.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null })),
  ];
  for (const step of steps) {
    await step();
    stamps.push(await stampOf(db, person));
  }
  const [, kept, changed, named, undone] = stamps;
  expect(new Set([kept, changed, named]).size).toBe(3);
  expect(undone).toBe(changed);
  expect(await stampOf(db, person)).toBe(undone);
});

it('has the foods of the person and of their coach, but no client’s', async () => {
  const [coach, client] = [await makePerson(db), await makePerson(db)];
  await db.insert(coachings).values({
    coachId: coach.id,
    clientId: client.id,
    canRead: ['food'],
    canWrite: [],
    startedAt: sql`'2026-03-01T00:00:00Z'`,
    createdAt: sql`'2026-03-01T00:00:00Z'`,
    updatedAt: sql`'2026-03-01T00:00:00Z'`,
  });
  await coach.act((ctx) => keepOwnFood(ctx, { ...shake, name: 'Coach bar' }));
  await client.act((ctx) => keepOwnFood(ctx, shake));
  const words = (person: Person) => person.act(async (ctx) => (await loadOwnWords(ctx.db, person.id)).foods);
  expect((await words(client)).map(({ name, source }) => [name, source])).toEqual([
    ['Coach bar', 'coach'],
    ['My shake', 'own'],
  ]);
  expect((await words(coach)).map(({ name, source }) => [name, source])).toEqual([['Coach bar', 'own']]);
  expect(await stampOf(db, client)).not.toBeNull();
  await client.act((ctx) => forgetOwnFood(ctx, 'my shake'));
  expect((await words(client)).map(({ name }) => name)).toEqual(['Coach bar']);
});

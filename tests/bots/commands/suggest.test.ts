import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { chatAccounts } from '../../../db/schema/index.ts';
import { suggestFoods } from '../../../src/bots/commands/suggest.ts';
import { keepOwnFood } from '../../../src/domain/foods/keep-own-food.ts';
import { loadFoodIndex } from '../../../src/domain/foods/load-food-index.ts';
import { forgetWords } from '../../../src/domain/users/forget-words.ts';
import { teachWord } from '../../../src/domain/users/teach-word.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson } from '../../support/person.ts';

const { db } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const foods = await loadFoodIndex(db);
const suggest = suggestFoods({ db, foods, platform: 'discord', clock: () => noon });

it('suggests a person’s words and own foods before what everybody shares, and to nobody else', async () => {
  const ana = await makePerson(db);
  await db
    .insert(chatAccounts)
    .values({ userId: ana.id, platform: 'discord', accountId: 'ana', createdAt: noon, updatedAt: noon });
  const typing = (typed: string, by = 'ana') => suggest('log', 'food', typed, by);
  expect(await typing('200g rice, chick')).toContain('200g rice, chicken');
  expect(await typing('chick')).not.toContain('Sunday chickpea stew');

  const stew = await ana.act((ctx) =>
    keepOwnFood(ctx, {
      name: 'Sunday chickpea stew',
      aliases: [],
      per100g: { energyKcal: 110, proteinG: 5, carbsG: 15, fatG: 3 },
      densityGPerMl: null,
      servingG: 300,
      portions: [],
      energyNote: null,
    }),
  );
  expect((await typing('2 chick'))[0]).toBe('2 Sunday chickpea stew');
  const lesson = { kind: 'food', words: 'chicky', id: stew.foodId, name: 'Sunday chickpea stew' } as const;
  await ana.act((ctx) => teachWord(ctx, lesson, true));
  expect((await typing('2 chick')).slice(0, 2)).toEqual(['2 chicky', '2 Sunday chickpea stew']);
  await ana.act((ctx) => forgetWords(ctx, null));
  expect(await typing('2 chick')).not.toContain('2 chicky');
  expect(await typing('chick', 'somebody')).not.toContain('Sunday chickpea stew');
  expect(await typing('c')).toEqual([]);
});

import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { foodPortions, foods, mealItems } from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { createFoodIndex } from '../../../src/domain/foods/food-index.ts';
import { keepOwnFood, type OwnFoodInput } from '../../../src/domain/foods/keep-own-food.ts';
import { loadOwnFoods } from '../../../src/domain/foods/load-food-index.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const day = Temporal.PlainDate.from('2026-03-02');
const last = { actionId: null, sourceMessageId: null };

const shake: OwnFoodInput = {
  name: 'My shake',
  aliases: ['morning shake'],
  per100g: { energyKcal: 72, proteinG: 10, carbsG: 4, fatG: 1.3 },
  densityGPerMl: 1.03,
  servingG: 309,
  portions: [{ unit: 'glass', size: null, grams: 309 }],
  energyNote: null,
};

const eat = (person: Person, foodId: number, grams: number) =>
  person.act((ctx) =>
    logMeals(ctx, [
      {
        slot: null,
        day,
        isDaySaid: false,
        time: null,
        waterMl: null,
        items: [
          {
            foodId,
            words: 'my shake',
            quantity: null,
            unit: null,
            grams,
            portionRule: 'serving',
            isAmountAssumed: false,
          },
        ],
      },
    ]),
  );

const ownIndex = async (person: Person) => createFoodIndex(await person.act((ctx) => loadOwnFoods(ctx.db)));

describe('a food of one’s own', () => {
  test('is found by its names, by its owner alone', async () => {
    const [owner, other] = [await makePerson(db), await makePerson(db)];
    const kept = await owner.act((ctx) => keepOwnFood(ctx, shake));
    expect(kept.version).toBe(1);
    const index = await ownIndex(owner);
    expect(index.lookup('my shake')).toMatchObject({ id: kept.foodId, source: 'own', servingG: 309 });
    expect(index.lookup('morning shake')?.id).toBe(kept.foodId);
    expect((await ownIndex(other)).lookup('my shake')).toBeNull();
    await expect(eat(other, kept.foodId, 100)).rejects.toThrow(/no longer know the food/);
  });

  test('kept again under its name is a new version, and what was eaten stays as it was', async () => {
    const person = await makePerson(db);
    const { foodId } = await person.act((ctx) => keepOwnFood(ctx, shake));
    await eat(person, foodId, 300);
    const again = await person.act((ctx) =>
      keepOwnFood(ctx, {
        ...shake,
        name: 'MY SHAKE',
        aliases: [],
        per100g: { ...shake.per100g, energyKcal: 90, fatG: 3.3 },
        portions: [{ unit: 'glass', size: null, grams: 400 }],
      }),
    );
    expect(again).toEqual({ foodId, version: 2 });
    await eat(person, foodId, 300);
    const items = await db.select().from(mealItems).where(eq(mealItems.foodId, foodId)).orderBy(mealItems.id);
    expect(items.map(({ foodVersion, foodName, energyKcal }) => [foodVersion, foodName, energyKcal])).toEqual([
      [1, 'My shake', 216],
      [2, 'MY SHAKE', 270],
    ]);
    const index = await ownIndex(person);
    expect(index.lookup('morning shake')).toBeNull();
    expect(index.lookup('my shake')?.portions).toEqual([{ unit: 'glass', size: null, grams: 400 }]);
  });

  test('is gone when it is undone, and the last version is back when the next is', async () => {
    const person = await makePerson(db);
    const { foodId } = await person.act((ctx) => keepOwnFood(ctx, shake));
    await person.act((ctx) => keepOwnFood(ctx, { ...shake, servingG: 500, portions: [] }));
    await person.act((ctx) => undoAction(ctx, last));
    const [row] = await db.select().from(foods).where(eq(foods.id, foodId));
    expect(row).toMatchObject({ version: 1, servingG: 309 });
    expect(await db.select().from(foodPortions).where(eq(foodPortions.foodId, foodId))).toMatchObject([{ grams: 309 }]);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await db.select().from(foods).where(eq(foods.id, foodId))).toEqual([]);
  });

  test('has only the figures that were given', async () => {
    const person = await makePerson(db);
    const { foodId } = await person.act((ctx) => keepOwnFood(ctx, shake));
    const [row] = await db.select().from(foods).where(eq(foods.id, foodId));
    expect(row?.nutrients).toEqual({ energyKcal: 72, proteinG: 10, carbsG: 4, fatG: 1.3 });
  });

  test.each<[string, Partial<OwnFoodInput['per100g']>, RegExp]>([
    ['more energy than fat has', { energyKcal: 903 }, /between 0 and 902 kcal/],
    ['more than 100 g of protein', { proteinG: 130 }, /at most 100 g of each/],
    ['macros that weigh more than it does', { energyKcal: 600, proteinG: 60, carbsG: 60 }, /weigh more than the food/],
    ['energy its macros do not give', { energyKcal: 300 }, /do not match/],
  ])('is refused with %s', async (_, wrong, sentence) => {
    const person = await makePerson(db);
    const refused = person.act((ctx) => keepOwnFood(ctx, { ...shake, per100g: { ...shake.per100g, ...wrong } }));
    await expect(refused).rejects.toThrow(sentence);
    expect(await db.select().from(foods).where(eq(foods.ownerId, person.id))).toEqual([]);
  });

  test('may have other energy than its macros give when it says why', async () => {
    const person = await makePerson(db);
    const per100g = { ...shake.per100g, energyKcal: 300 };
    const { foodId } = await person.act((ctx) =>
      keepOwnFood(ctx, { ...shake, per100g, energyNote: 'as on the label' }),
    );
    const [row] = await db.select().from(foods).where(eq(foods.id, foodId));
    expect(row).toMatchObject({ energyKcal: 300, energyNote: 'as on the label' });
  });

  test('cannot get past the database with figures no food can have', async () => {
    const person = await makePerson(db);
    const at = Temporal.Instant.from('2026-03-02T12:00:00Z');
    const row = {
      ownerId: person.id,
      source: 'own' as const,
      name: 'wrong',
      nutrients: {},
      createdAt: at,
      updatedAt: at,
    };
    const insert = (figures: OwnFoodInput['per100g']) => db.insert(foods).values({ ...row, ...figures });
    await expect(insert({ energyKcal: 950, proteinG: 0, carbsG: 0, fatG: 100 })).rejects.toMatchObject({
      cause: { constraint: 'foods_energy_range' },
    });
    await expect(insert({ energyKcal: 600, proteinG: 60, carbsG: 60, fatG: 12 })).rejects.toMatchObject({
      cause: { constraint: 'foods_macros_sum' },
    });
    await expect(insert({ energyKcal: 300, proteinG: 10, carbsG: 4, fatG: 1 })).rejects.toMatchObject({
      cause: { constraint: 'foods_energy_of_macros' },
    });
  });
});

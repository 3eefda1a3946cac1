import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dailyLogs, foods, mealItems, mealLogs } from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { forgetOwnFood } from '../../../src/domain/foods/forget-own-food.ts';
import { keepOwnFood, type OwnFoodInput } from '../../../src/domain/foods/keep-own-food.ts';
import { keepRecipe, partsOf } from '../../../src/domain/foods/keep-recipe.ts';
import { weighOwnFood } from '../../../src/domain/foods/weigh-own-food.ts';
import type { MealItemInput } from '../../../src/domain/meals/figure-items.ts';
import { findRepeated } from '../../../src/domain/meals/find-repeated.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { type RepeatInput, repeatMeal } from '../../../src/domain/meals/repeat-meal.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.PlainDate.from('2026-03-02');
const tuesday = monday.add({ days: 1 });
const last = { actionId: null, sourceMessageId: null };
const noon = (day: Temporal.PlainDate) => Temporal.Instant.from(`${day.toString()}T12:00:00Z`);

const [rice] = await db.select().from(foods).where(eq(foods.slug, 'rice'));
const riceId = rice?.id ?? 0;

const item = (foodId: number | null, words: string, change: Partial<MealItemInput> = {}): MealItemInput => ({
  foodId,
  words,
  quantity: 200,
  unit: 'g',
  grams: 200,
  portionRule: 'mass',
  isAmountAssumed: false,
  ...change,
});

const eat = (
  person: Person,
  day: Temporal.PlainDate,
  slot: string | null,
  items: MealItemInput[],
  waterMl: number | null = null,
) => person.act((ctx) => logMeals(ctx, [{ slot, day, isDaySaid: false, time: null, items, waterMl }]), noon(day));

const mealsOf = (person: Person) =>
  db.select().from(mealLogs).where(eq(mealLogs.userId, person.id)).orderBy(mealLogs.id);
const itemsOf = (person: Person) =>
  db.select().from(mealItems).where(eq(mealItems.userId, person.id)).orderBy(mealItems.id);

const again = async (person: Person, change: Partial<RepeatInput> = {}) => {
  const mealIds = change.mealIds ?? (await mealsOf(person)).map(({ id }) => id);
  const input = { mealIds, itemIds: null, day: tuesday, isDaySaid: false, without: [], plus: [], ...change };
  return person.act((ctx) => repeatMeal(ctx, input), noon(tuesday));
};

const cookie: OwnFoodInput = {
  name: 'My cookie',
  aliases: [],
  per100g: { energyKcal: 150, proteinG: 2, carbsG: 20, fatG: 7 },
  densityGPerMl: null,
  servingG: 100,
  portions: [{ unit: null, size: null, grams: 100 }],
  isWeightAssumed: true,
  energyNote: null,
};

describe('eating something again', () => {
  it('is a new entry of that day with the same foods and amounts, and can be undone', async () => {
    const person = await makePerson(db);
    await eat(person, monday, 'lunch', [item(riceId, 'rice')], 250);
    const repeated = await again(person);
    expect(repeated.meals).toMatchObject([{ slot: 'lunch', waterMl: 250, items: [{ foodName: 'rice', grams: 200 }] }]);
    const [first, second] = await itemsOf(person);
    expect(second).toMatchObject({
      energyKcal: first?.energyKcal,
      foodVersion: first?.foodVersion,
      nutrients: first?.nutrients,
    });
    const days = () => db.select().from(dailyLogs).where(eq(dailyLogs.userId, person.id)).orderBy(dailyLogs.day);
    expect((await days()).map(({ consumedKcal }) => consumedKcal)).toEqual([first?.energyKcal, first?.energyKcal]);

    await person.act((ctx) => undoAction(ctx, last), noon(tuesday));
    expect(await mealsOf(person)).toHaveLength(1);
    expect((await days())[1]?.consumedKcal).toBe(0);
  });

  it('may be of another slot, only of some items, without some and with others', async () => {
    const person = await makePerson(db);
    await eat(person, monday, 'dinner', [item(riceId, 'rice'), item(riceId, 'wild rice'), item(riceId, 'beans')]);
    const other = await again(person, { slot: 'lunch', without: ['beans'], plus: [item(riceId, 'brown rice')] });
    expect(other.meals).toMatchObject([{ slot: 'lunch' }]);
    expect(other.meals[0]?.items.map(({ words }) => words)).toEqual(['rice', 'wild rice', 'brown rice']);
    expect(other.notThere).toEqual([]);
    const [meal] = await mealsOf(person);
    const one = (await itemsOf(person))[1]?.id ?? 0;
    const some = await again(person, { mealIds: [meal?.id ?? 0], itemIds: [one], without: ['cheese'] });
    expect(some.meals[0]?.items.map(({ words }) => words)).toEqual(['wild rice']);
    expect(some.notThere).toEqual(['cheese']);
  });

  it('has the figures of a food of today, and one of it is what one of it weighs today', async () => {
    const person = await makePerson(db);
    const { foodId } = await person.act((ctx) => keepOwnFood(ctx, cookie));
    const counted = { quantity: 2, unit: null, portionRule: 'count', grams: 200 };
    await eat(person, monday, 'snack', [item(foodId, 'my cookie', counted)]);
    await person.act((ctx) => weighOwnFood(ctx, 'my cookie', { kind: 'weigh', unit: null, grams: 30 }));
    const { meals } = await again(person);
    expect(meals[0]?.items[0]).toMatchObject({ quantity: 2, grams: 60, energyKcal: 300 });

    const before = (await itemsOf(person))[0];
    expect(before).toMatchObject({ foodVersion: 1, grams: 200, energyKcal: 300 });
    await person.act((ctx) =>
      keepOwnFood(ctx, { ...cookie, per100g: { energyKcal: 160, proteinG: 2, carbsG: 22, fatG: 7 } }),
    );
    const [meal] = await mealsOf(person);
    const third = await again(person, { mealIds: [meal?.id ?? 0] });
    expect(third.meals[0]?.items[0]).toMatchObject({ grams: 200, energyKcal: 320 });
  });

  it('keeps the figures of then for a food that is gone, for stated ones, and for a variation', async () => {
    const person = await makePerson(db);
    const { foodId } = await person.act((ctx) => keepOwnFood(ctx, cookie));
    const { foodId: bowl } = await person.act(async (ctx) => {
      const parts = await partsOf(ctx, [
        { foodId: riceId, foodName: 'rice', grams: 300 },
        { foodId, foodName: 'My cookie', grams: 100 },
      ]);
      return keepRecipe(ctx, { name: 'Bowl', parts, yieldG: null, servings: 2 });
    });
    const stated = { energyKcal: 210, proteinG: 20, carbsG: null, fatG: null };
    await eat(person, monday, null, [
      item(foodId, 'my cookie', { quantity: 1, unit: null, grams: 100, portionRule: 'count' }),
      item(null, 'protein bar', { stated, quantity: null, unit: null, grams: null, portionRule: 'stated' }),
      item(bowl, 'bowl', { grams: 200, quantity: 1, unit: 'serving', portionRule: 'serving', without: ['cookie'] }),
    ]);
    await person.act((ctx) => forgetOwnFood(ctx, 'my cookie'));
    const { meals } = await again(person);
    const before = (await itemsOf(person)).slice(0, 3);
    expect(meals[0]?.items.map(({ foodName, energyKcal }) => [foodName, energyKcal])).toEqual(
      before.map(({ foodName, energyKcal }) => [foodName, energyKcal]),
    );
    expect(before[2]?.foodName).toBe('Bowl, without cookie');
  });

  it('is nobody else’s', async () => {
    const [person, other] = [await makePerson(db), await makePerson(db)];
    await eat(person, monday, 'lunch', [item(riceId, 'rice')]);
    const mealIds = (await mealsOf(person)).map(({ id }) => id);
    await expect(again(other, { mealIds })).rejects.toThrow(/That meal is gone/);
  });
});

describe('which meal is meant', () => {
  const found = async (person: Person, which: Parameters<typeof findRepeated>[1], at = noon(tuesday)) => {
    const meals = await person.act((ctx) => findRepeated(ctx, which), at);
    return 'meals' in meals
      ? meals.meals.map(({ mealIds }) => mealIds)
      : { options: meals.options.map(({ slot }) => slot) };
  };

  it('is the last one within a day', async () => {
    const person = await makePerson(db);
    await eat(person, monday, 'lunch', [item(riceId, 'rice')]);
    const [meal] = await mealsOf(person);
    const which = { what: 'last', messageId: null } as const;
    expect(await found(person, which, noon(monday).add({ hours: 23 }))).toEqual([[meal?.id]]);
    await expect(found(person, which, noon(monday).add({ hours: 25 }))).rejects.toThrow(/no meal of the last day/);
  });

  it('is the newest of a slot with all that was logged for it, or that of a day', async () => {
    const person = await makePerson(db);
    await eat(person, monday.subtract({ days: 3 }), 'lunch', [item(riceId, 'old rice')]);
    await eat(person, monday, 'lunch', [item(riceId, 'rice')]);
    await eat(person, monday, 'lunch', [item(riceId, 'more rice')]);
    await eat(person, monday, 'dinner', [item(riceId, 'late rice')]);
    const ids = (await mealsOf(person)).map(({ id }) => id);
    expect(await found(person, { what: 'slot', slot: 'Lunch' })).toEqual([[ids[1], ids[2]]]);
    expect(await found(person, { what: 'day', day: monday, slot: 'dinner' })).toEqual([[ids[3]]]);
    expect(await found(person, { what: 'day', day: monday, slot: null })).toEqual({ options: ['lunch', 'dinner'] });
    expect(await found(person, { what: 'whole', day: monday })).toEqual([[ids[1], ids[2]], [ids[3]]]);
    await expect(found(person, { what: 'day', day: monday, slot: 'breakfast' })).rejects.toThrow(/no breakfast logged/);
    await expect(found(person, { what: 'slot', slot: 'breakfast' })).rejects.toThrow(/no breakfast logged yet/);
  });

  it('is the usual one of a slot where there is one, and else one of several', async () => {
    const person = await makePerson(db);
    for (const days of [1, 2, 3]) await eat(person, tuesday.subtract({ days }), 'lunch', [item(riceId, 'rice')]);
    const ids = (await mealsOf(person)).map(({ id }) => id);
    expect(await found(person, { what: 'usual', slot: 'lunch' })).toEqual([[ids[0]]]);
    expect(await found(person, { what: 'usual', slot: null })).toEqual([[ids[0]]]);
    await expect(found(person, { what: 'usual', slot: 'dinner' })).rejects.toThrow(/do not know your usual dinner/);
  });
});

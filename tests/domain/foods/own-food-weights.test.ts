import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { foods, mealItems } from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { findOwnFood, ownFoodsOf } from '../../../src/domain/foods/find-own-food.ts';
import { createFoodIndex } from '../../../src/domain/foods/food-index.ts';
import { forgetOwnFood } from '../../../src/domain/foods/forget-own-food.ts';
import { keepOwnFood } from '../../../src/domain/foods/keep-own-food.ts';
import { fromLabel, type Label } from '../../../src/domain/foods/label.ts';
import { loadOwnFoods } from '../../../src/domain/foods/load-food-index.ts';
import { gramsFor } from '../../../src/domain/foods/portion.ts';
import { weighOwnFood } from '../../../src/domain/foods/weigh-own-food.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const last = { actionId: null, sourceMessageId: null };

const label = (change: Partial<Label>): Label => ({
  name: 'My cookie',
  energyKcal: 150,
  proteinG: 2,
  carbsG: 20,
  fatG: 7,
  fiberG: null,
  sugarG: null,
  saturatedFatG: null,
  alcoholG: null,
  sodiumMg: null,
  amount: { quantity: 1, unit: 'piece', grams: null, ml: null },
  servings: [],
  ...change,
});

const keep = (person: Person, said: Label) =>
  person.act((ctx) => {
    const read = fromLabel(said);
    if (!read) throw new Error('There was no energy');
    return keepOwnFood(ctx, { ...read.food, energyNote: read.missing.length > 0 ? 'macros not given' : null });
  });

const known = async (person: Person, name: string) => {
  const food = createFoodIndex(await person.act((ctx) => loadOwnFoods(ctx.db))).lookup(name);
  if (!food) throw new Error(`${name} is not known`);
  return food;
};

/** What an amount of a food holds, in kilocalories. */
const kcalOf = async (person: Person, name: string, quantity: number | null, unit: string | null) => {
  const food = await known(person, name);
  const weight = gramsFor(food, { quantity, unit });
  return weight && Math.round((food.per100g.energyKcal * weight.grams) / 100);
};

describe('a label', () => {
  it.each<[string, Partial<Label>, number | null, string | null, number]>([
    ['300 ml of a drink', { amount: { quantity: 1, unit: null, grams: null, ml: 300 } }, 150, 'ml', 75],
    ['a drink, with nothing said', { amount: { quantity: 1, unit: null, grams: null, ml: 300 } }, null, null, 150],
    ['a bar of 60 g', { amount: { quantity: 1, unit: 'bar', grams: 60, ml: null } }, 2, 'bar', 300],
    ['a bar of 60 g by weight', { amount: { quantity: 1, unit: 'bar', grams: 60, ml: null } }, 30, 'g', 75],
    ['two slices of 50 g', { amount: { quantity: 2, unit: 'slice', grams: 50, ml: null } }, 1, 'slice', 75],
    ['one of unknown weight', {}, 3, null, 450],
    [
      'a serving of unknown weight',
      { amount: { quantity: 1, unit: 'serving', grams: null, ml: null } },
      2,
      'serving',
      300,
    ],
    [
      '100 g, and what a scoop weighs',
      { amount: { quantity: 1, unit: null, grams: 100, ml: null }, servings: [{ unit: 'scoop', grams: 30 }] },
      2,
      'scoop',
      90,
    ],
  ])('for %s gives what an amount holds', async (_, said, quantity, unit, kcal) => {
    const person = await makePerson(db);
    await keep(person, label(said));
    expect(await kcalOf(person, 'my cookie', quantity, unit)).toBe(kcal);
  });

  it('for more than 100 g could hold is for something heavier', () => {
    const read = fromLabel(label({ energyKcal: 1300, proteinG: 50, carbsG: 150, fatG: 55 }));
    expect(read?.isWeightAssumed).toBe(true);
    expect(read?.problems).toEqual([]);
    expect(read?.food.servingG).toBe(300);
  });

  it('without macros says which are missing, and counts them as nothing', () => {
    const read = fromLabel(label({ carbsG: null, fatG: null }));
    expect(read?.missing).toEqual(['carbs', 'fat']);
    expect(read?.problems).toEqual([]);
    expect(read?.food.per100g).toMatchObject({ carbsG: 0, fatG: 0 });
  });

  it('without energy has that of its macros, and none without them either', () => {
    expect(fromLabel(label({ energyKcal: null }))?.food.per100g.energyKcal).toBe(151);
    expect(fromLabel(label({ energyKcal: null, fatG: null }))).toBeNull();
  });

  it('whose energy is far from its macros is to be asked about', () => {
    expect(fromLabel(label({ energyKcal: 400 }))?.problems).toEqual(['energy-mismatch']);
    // One macro alone gives more than all of it is said to have.
    expect(fromLabel(label({ energyKcal: 40, carbsG: null, fatG: null, proteinG: 30 }))?.problems).toEqual([
      'energy-mismatch',
    ]);
  });
});

describe('what one weighs', () => {
  it('may be learnt later, and one of it holds what it held', async () => {
    const person = await makePerson(db);
    await keep(person, label({}));
    expect((await person.act((ctx) => findOwnFood(ctx, 'my cookies'))).isWeightAssumed).toBe(true);
    const { food } = await person.act((ctx) =>
      weighOwnFood(ctx, 'my cookie', { kind: 'weigh', unit: null, grams: 30 }),
    );
    expect(food).toMatchObject({ isWeightAssumed: false, servingG: 30, version: 2, energyKcal: 500 });
    expect(await kcalOf(person, 'my cookie', 1, null)).toBe(150);
    expect(await kcalOf(person, 'my cookie', 60, 'g')).toBe(300);

    await person.act((ctx) => undoAction(ctx, last));
    expect(await person.act((ctx) => findOwnFood(ctx, 'my cookie'))).toMatchObject({
      isWeightAssumed: true,
      servingG: 100,
      version: 1,
    });
    expect(await kcalOf(person, 'my cookie', 1, null)).toBe(150);
  });

  it('said of a known weight adds a measure and changes no figure', async () => {
    const person = await makePerson(db);
    await keep(person, label({ amount: { quantity: 1, unit: null, grams: 100, ml: null } }));
    await person.act((ctx) => weighOwnFood(ctx, 'my cookie', { kind: 'weigh', unit: 'bag', grams: 250 }));
    expect(await kcalOf(person, 'my cookie', 1, 'bag')).toBe(375);
    expect(await kcalOf(person, 'my cookie', 100, 'g')).toBe(150);
  });

  it('cannot be less than what is in it', async () => {
    const person = await makePerson(db);
    await keep(person, label({}));
    const weighed = person.act((ctx) => weighOwnFood(ctx, 'my cookie', { kind: 'weigh', unit: null, grams: 10 }));
    await expect(weighed).rejects.toThrow(/cannot weigh so little/);
    expect(await person.act((ctx) => findOwnFood(ctx, 'my cookie'))).toMatchObject({ version: 1 });
  });
});

describe('forgetting', () => {
  it('takes a name away, keeps what was eaten, and can be undone', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person, label({}));
    const day = Temporal.PlainDate.from('2026-03-02');
    const said = { words: 'my cookie', quantity: 1, unit: null, portionRule: 'count', isAmountAssumed: false };
    await person.act((ctx) =>
      logMeals(ctx, [
        { slot: null, day, isDaySaid: false, time: null, waterMl: null, items: [{ foodId, grams: 100, ...said }] },
      ]),
    );
    await person.act((ctx) => forgetOwnFood(ctx, 'the cookie'));
    expect(await person.act(ownFoodsOf)).toEqual([]);
    expect(await person.act((ctx) => loadOwnFoods(ctx.db))).toEqual([]);
    const items = await db.select().from(mealItems).where(eq(mealItems.userId, person.id));
    expect(items).toMatchObject([{ foodId, foodName: 'My cookie', energyKcal: 150 }]);

    await person.act((ctx) => undoAction(ctx, last));
    expect((await known(person, 'my cookie')).id).toBe(foodId);
  });

  it('ends when it is kept again, as a new version of the same food', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person, label({}));
    await person.act((ctx) => forgetOwnFood(ctx, 'my cookie'));
    expect(await keep(person, label({ energyKcal: 155 }))).toEqual({ foodId, version: 2 });
    expect((await known(person, 'cookie')).id).toBe(foodId);
  });

  it('is refused for what somebody does not have', async () => {
    const [person, other] = [await makePerson(db), await makePerson(db)];
    await keep(other, label({}));
    await expect(person.act((ctx) => forgetOwnFood(ctx, 'my cookie'))).rejects.toThrow(/no food or recipe called/);
    const rows = await db.select({ isActive: foods.isActive }).from(foods).where(eq(foods.ownerId, other.id));
    expect(rows).toEqual([{ isActive: true }]);
  });
});

import { eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { foods, mealItems, recipeItems } from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { keepRecipe, partsOf } from '../../../src/domain/foods/keep-recipe.ts';
import { loadOwnFoods } from '../../../src/domain/foods/load-food-index.ts';
import { gramsFor } from '../../../src/domain/foods/portion.ts';
import { weighOwnFood } from '../../../src/domain/foods/weigh-own-food.ts';
import type { MealItemInput } from '../../../src/domain/meals/figure-items.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { mealParts } from '../../../src/domain/meals/meal-parts.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const day = Temporal.PlainDate.from('2026-03-02');
const last = { actionId: null, sourceMessageId: null };

const rows = await db
  .select()
  .from(foods)
  .where(inArray(foods.name, ['ground beef', 'kidney beans', 'cheddar cheese', 'rice']));
const byName = new Map(rows.map((row) => [row.name, row]));
const foodOf = (name: string) => {
  const food = byName.get(name);
  if (!food) throw new Error(`The catalogue has no ${name}`);
  return food;
};
const part = (name: string, grams: number) => ({ foodId: foodOf(name).id, foodName: name, grams });
const kcalOf = (name: string, grams: number) => (foodOf(name).energyKcal * grams) / 100;

const chili = [part('ground beef', 500), part('kidney beans', 240), part('cheddar cheese', 60)];
const chiliKcal = kcalOf('ground beef', 500) + kcalOf('kidney beans', 240) + kcalOf('cheddar cheese', 60);

const keep = (person: Person, yieldG: number | null = 1000, servings: number | null = 4, parts = chili) =>
  person.act(async (ctx) => keepRecipe(ctx, { name: 'Chili', parts: await partsOf(ctx, parts), yieldG, servings }));

const eat = (person: Person, item: Partial<MealItemInput> & { foodId: number | null }, at?: Temporal.Instant) =>
  person.act(
    (ctx) =>
      logMeals(ctx, [
        {
          slot: 'dinner',
          day,
          isDaySaid: false,
          time: null,
          waterMl: null,
          items: [
            {
              words: 'chili',
              quantity: 1,
              unit: 'serving',
              grams: 250,
              portionRule: 'serving',
              isAmountAssumed: false,
              ...item,
            },
          ],
        },
      ]),
    at,
  );

describe('a recipe', () => {
  it('holds the sum of its parts over what it weighs when ready', async () => {
    const person = await makePerson(db);
    const { foodId, version } = await keep(person);
    expect(version).toBe(1);
    const [row] = await db.select().from(foods).where(eq(foods.id, foodId));
    expect(row).toMatchObject({ isRecipe: true, yieldG: 1000, servingG: 250, source: 'own' });
    expect(row?.energyKcal).toBeCloseTo(chiliKcal / 10, 3);
    expect(row?.nutrients.fiberG).toBeCloseTo(
      (5 * (foodOf('ground beef').nutrients.fiberG ?? 0) +
        2.4 * (foodOf('kidney beans').nutrients.fiberG ?? 0) +
        0.6 * (foodOf('cheddar cheese').nutrients.fiberG ?? 0)) /
        10,
      3,
    );
    const parts = await db.select().from(recipeItems).where(eq(recipeItems.recipeId, foodId)).orderBy(recipeItems.id);
    expect(parts.map(({ grams }) => grams)).toEqual([500, 240, 60]);
  });

  it('weighs as much as its parts where nobody weighed it, and is logged by weight, serving and count', async () => {
    const person = await makePerson(db);
    await keep(person, null, 4);
    const [food] = await person.act((ctx) => loadOwnFoods(ctx.db));
    if (!food) throw new Error('The recipe is not known');
    expect(gramsFor(food, { quantity: 350, unit: 'g' })?.grams).toBe(350);
    expect(gramsFor(food, { quantity: 2, unit: 'serving' })?.grams).toBe(400);
    expect(gramsFor(food, { quantity: 1.5, unit: null })?.grams).toBe(300);
  });

  it('without a part holds less of it for once, and stays as it is', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person);
    const { meals } = await eat(person, { foodId, without: ['cheese'], quantity: 1.5, grams: 375, unit: null });
    const [item] = meals[0]?.items ?? [];
    const rest = chiliKcal - kcalOf('cheddar cheese', 60);
    expect(item?.foodName).toBe('Chili, without cheese');
    // One and a half servings less their share of the cheese.
    expect(item?.grams).toBeCloseTo(375 * (1 - 60 / 800), 2);
    expect(item?.energyKcal).toBeCloseTo((1.5 * rest) / 4, 0);

    const weighed = await eat(person, {
      foodId,
      without: ['beans'],
      quantity: 200,
      unit: 'g',
      grams: 200,
      portionRule: 'mass',
    });
    expect(weighed.meals[0]?.items[0]).toMatchObject({ grams: 200, foodName: 'Chili, without beans' });
    const whole = await eat(person, { foodId });
    expect(whole.meals[0]?.items[0]?.energyKcal).toBeCloseTo(chiliKcal / 4, 0);
  });

  it('without what it never had is the whole', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person);
    const { meals } = await eat(person, { foodId, without: ['anchovies'] });
    expect(meals[0]?.items[0]).toMatchObject({ foodName: 'Chili', grams: 250 });
  });

  it('kept anew is a new version, what was eaten stays, and undoing brings the old one back', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person);
    await eat(person, { foodId });
    const again = await keep(person, 1000, 4, [part('ground beef', 800)]);
    expect(again).toMatchObject({ foodId, version: 2 });
    await eat(person, { foodId });
    const items = await db.select().from(mealItems).where(eq(mealItems.foodId, foodId)).orderBy(mealItems.id);
    expect(items.map(({ foodVersion }) => foodVersion)).toEqual([1, 2]);
    expect(items[0]?.energyKcal).toBeCloseTo(chiliKcal / 4, 0);
    expect(items[1]?.energyKcal).toBeCloseTo(kcalOf('ground beef', 800) / 4, 0);

    await person.act((ctx) => undoAction(ctx, last));
    await person.act((ctx) => undoAction(ctx, { actionId: again.actionId, sourceMessageId: null }));
    const parts = await db.select().from(recipeItems).where(eq(recipeItems.recipeId, foodId));
    expect(parts).toHaveLength(3);
    const [row] = await db.select().from(foods).where(eq(foods.id, foodId));
    expect(row).toMatchObject({ version: 1, yieldG: 1000 });
  });

  it('may be weighed when it is cooked, and told how many it serves', async () => {
    const person = await makePerson(db);
    await keep(person, null, null);
    const cooked = await person.act((ctx) => weighOwnFood(ctx, 'chili', { kind: 'cooked', grams: 640 }));
    expect(cooked.food).toMatchObject({ yieldG: 640, servingG: null });
    expect((cooked.food.energyKcal * 640) / 100).toBeCloseTo(chiliKcal, 1);
    const served = await person.act((ctx) => weighOwnFood(ctx, 'chili', { kind: 'serves', servings: 4 }));
    expect(served.food).toMatchObject({ yieldG: 640, servingG: 160 });
  });

  it('cannot come out lighter than what is in it', async () => {
    const person = await makePerson(db);
    await expect(keep(person, 40)).rejects.toThrow(/cannot come out at 40 g/);
    await expect(keep(person, 90_000)).rejects.toThrow(/cannot come out/);
    expect(await db.select().from(foods).where(eq(foods.ownerId, person.id))).toEqual([]);
  });

  it('is seen by its owner alone', async () => {
    const [owner, other] = [await makePerson(db), await makePerson(db)];
    const { foodId } = await keep(owner);
    expect(await other.act((ctx) => loadOwnFoods(ctx.db))).toEqual([]);
    await expect(eat(other, { foodId })).rejects.toThrow(/no longer know/);
    const seen = await other.act((ctx) => ctx.db.select().from(recipeItems).where(eq(recipeItems.recipeId, foodId)));
    expect(seen).toEqual([]);
  });
});

describe('a meal as a recipe', () => {
  const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
  const which = { messageId: null, slot: null, day: null };

  it('is the last one, for five minutes', async () => {
    const person = await makePerson(db);
    await eat(person, { foodId: foodOf('rice').id, grams: 200 }, noon);
    const { parts } = await person.act((ctx) => mealParts(ctx, which), noon.add({ minutes: 4 }));
    expect(parts).toMatchObject([{ foodName: 'rice', grams: 200 }]);
    const late = person.act((ctx) => mealParts(ctx, which), noon.add({ minutes: 6 }));
    await expect(late).rejects.toThrow(/Reply to its message/);
    const dinner = await person.act(
      (ctx) => mealParts(ctx, { ...which, slot: 'dinner', day }),
      noon.add({ hours: 50 }),
    );
    expect(dinner.parts).toHaveLength(1);
  });

  it('tells apart what has no weight', async () => {
    const person = await makePerson(db);
    const stated = { energyKcal: 210, proteinG: 20, carbsG: null, fatG: null };
    await eat(person, { foodId: null, stated, words: 'protein bar', grams: null });
    const { parts, unweighed } = await person.act((ctx) => mealParts(ctx, which));
    expect(parts).toEqual([]);
    expect(unweighed).toMatchObject([{ foodName: 'protein bar', energyKcal: 210, nutrients: { proteinG: 20 } }]);
  });

  it('cannot be a recipe of itself', async () => {
    const person = await makePerson(db);
    const { foodId } = await keep(person);
    await eat(person, { foodId });
    const again = person.act(async (ctx) => {
      const { parts } = await mealParts(ctx, which);
      return keepRecipe(ctx, { name: 'chili', parts, yieldG: null, servings: 1 });
    });
    await expect(again).rejects.toThrow(/That is your “chili” already/);
  });
});

import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { foods } from '../../../db/schema/index.ts';
import { lastEaten } from '../../../src/domain/meals/last-eaten.ts';
import { lastMeal } from '../../../src/domain/meals/last-meal.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { nutrientOver, periodOverview } from '../../../src/domain/meals/period-overview.ts';
import { groundsOfDay, groundsOfFigure, groundsOfFood, groundsOfNewest } from '../../../src/domain/meals/why-item.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const day = (text: string) => Temporal.PlainDate.from(text);
const all = { from: null, to: null };

async function foodId(slug: string): Promise<number> {
  const [food] = await db.select({ id: foods.id }).from(foods).where(eq(foods.slug, slug));
  if (!food) throw new Error(`There is no ${slug}`);
  return food.id;
}

const [rice, pizza, egg, cake] = await Promise.all(['rice', 'pizza', 'egg', 'rice-cake'].map(foodId));

/** Logs one food of so many grams; counted pieces where `quantity` is given. */
async function ate(person: Person, on: string, id: number | undefined, grams: number, quantity: number | null = null) {
  await person.act((ctx) =>
    logMeals(ctx, [
      {
        slot: 'dinner',
        day: day(on),
        isDaySaid: true,
        time: null,
        waterMl: null,
        items: [
          {
            foodId: id ?? 0,
            words: 'x',
            quantity,
            unit: null,
            grams,
            portionRule: quantity === null ? 'mass' : 'count',
            isAmountAssumed: false,
          },
        ],
      },
    ]),
  );
}

it('averages over the logged days only, and says how many there were', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-02-02', rice, 100);
  await ate(ana, '2026-02-05', rice, 300);
  await ate(ana, '2026-03-01', rice, 1000);
  const february = { from: day('2026-02-01'), to: day('2026-02-28') };
  const { days, average } = await ana.act((ctx) => periodOverview(ctx, february));
  expect(days.map((one) => one.energyKcal)).toEqual([130, 390]);
  expect(average?.energyKcal).toBe(260);
  const energy = await ana.act((ctx) => nutrientOver(ctx, 'energyKcal', february));
  expect([energy.sum, energy.average, energy.days.length]).toEqual([520, 260, 2]);
});

it('has no average where nothing was logged', async () => {
  const ben = await makePerson(db);
  const nothing = await ben.act((ctx) => periodOverview(ctx, all));
  expect(nothing).toEqual({ days: [], average: null });
  expect((await ben.act((ctx) => nutrientOver(ctx, 'fiberG', all))).average).toBeNull();
});

it('sums other nutrients over the items and tells of how many the figure is unknown', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-02-02', rice, 200);
  await ate(ana, '2026-02-02', egg, 50, 1);
  const fibre = await ana.act((ctx) => nutrientOver(ctx, 'fiberG', all));
  expect(fibre.days).toHaveLength(1);
  expect(fibre.sum).toBeCloseTo(0.8, 1);
  expect(fibre).toMatchObject({ items: 2, unknownItems: 0 });
  const none = await ana.act((ctx) => nutrientOver(ctx, 'unheardOfMg', all));
  expect(none).toMatchObject({ sum: 0, items: 2, unknownItems: 2 });
});

it('finds when a food was eaten last, how often and how much', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-02-02', egg, 100, 2);
  await ate(ana, '2026-02-04', egg, 50, 1);
  const eggs = await ana.act((ctx) => lastEaten(ctx, { foodId: egg ?? null, words: 'eggs' }, all));
  expect(eggs).toMatchObject({ times: 2, days: 2, grams: 150, pieces: 3 });
  expect(eggs.last?.day.toString()).toBe('2026-02-04');
  const early = { from: day('2026-02-01'), to: day('2026-02-03') };
  const then = await ana.act((ctx) => lastEaten(ctx, { foodId: egg ?? null, words: 'eggs' }, early));
  expect(then).toMatchObject({ times: 1, grams: 100 });
});

it('counts what has the name, not what begins with it', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-02-02', cake, 9, 1);
  const riceEaten = await ana.act((ctx) => lastEaten(ctx, { foodId: rice ?? null, words: 'rice' }, all));
  expect(riceEaten).toMatchObject({ times: 0, last: null });
  const cakes = await ana.act((ctx) => lastEaten(ctx, { foodId: null, words: 'rice cakes' }, all));
  expect(cakes.times).toBe(1);
});

it('sees nothing of anybody else', async () => {
  const [ana, ben] = [await makePerson(db), await makePerson(db)];
  await ate(ana, '2026-02-02', pizza, 200);
  const seen = await ben.act(async (ctx) => ({
    eaten: await lastEaten(ctx, { foodId: pizza ?? null, words: 'pizza' }, all),
    meal: await lastMeal(ctx),
    why: await groundsOfNewest(ctx),
    figure: await groundsOfFigure(ctx, 532),
  }));
  expect(seen).toMatchObject({ eaten: { times: 0 }, meal: null, why: null, figure: null });
});

it('tells what an item rests on: food, weight rule, source row', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-03-01', rice, 200);
  const [item] = (await ana.act((ctx) => groundsOfNewest(ctx)))?.items ?? [];
  expect(item).toMatchObject({
    foodName: 'rice',
    defaultForm: 'cooked',
    grams: 200,
    per100gKcal: 130,
    energyKcal: 260,
    portionRule: 'mass',
    ndbNumber: '20045',
    isChanged: false,
  });
});

it('finds the newest item with a figure, else the meal, else the day', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-03-01', rice, 200);
  await ate(ana, '2026-03-01', egg, 100, 2);
  const found = await ana.act(async (ctx) => ({
    item: await groundsOfFigure(ctx, 260),
    day: await groundsOfFigure(ctx, 403),
    none: await groundsOfFigure(ctx, 999),
    food: await groundsOfFood(ctx, rice ?? null, 'rice'),
    whole: await groundsOfDay(ctx, day('2026-03-01')),
  }));
  expect([found.item?.of, found.item?.items[0]?.foodName]).toEqual(['item', 'rice']);
  expect([found.day?.of, found.day?.items.length]).toEqual(['day', 2]);
  expect(found.none).toBeNull();
  expect(found.food?.items[0]?.energyKcal).toBe(260);
  expect(found.whole?.energyKcal).toBe(403);
});

it('keeps what held when it was logged, and says that the food has changed since', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-03-01', cake, 100);
  const before = await ana.act((ctx) => groundsOfNewest(ctx));
  await db
    .update(foods)
    .set({ energyKcal: 1, version: 2 })
    .where(eq(foods.id, cake ?? 0));
  const after = await ana.act((ctx) => groundsOfNewest(ctx));
  expect(after?.items[0]?.per100gKcal).toBe(before?.items[0]?.per100gKcal);
  expect(after?.items[0]?.isChanged).toBe(true);
});

it('knows the last meal', async () => {
  const ana = await makePerson(db);
  await ate(ana, '2026-03-01', egg, 100, 2);
  await ate(ana, '2026-02-01', rice, 100);
  const meal = await ana.act((ctx) => lastMeal(ctx));
  expect(meal?.day.toString()).toBe('2026-03-01');
  expect(meal).toMatchObject({ slot: 'dinner', foods: ['egg'] });
});

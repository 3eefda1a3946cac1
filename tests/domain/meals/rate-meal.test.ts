import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { foods, inboundMessages, mealLogs } from '../../../db/schema/index.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logMeals, type MealInput } from '../../../src/domain/meals/log-meals.ts';
import { type MealRatings, rateMeal, ratingsOf } from '../../../src/domain/meals/rate-meal.ts';
import { removeMealsOf } from '../../../src/domain/meals/remove-meals-of.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const today = Temporal.PlainDate.from('2026-03-02');
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const [rice] = await db.select({ id: foods.id }).from(foods).where(eq(foods.name, 'rice'));
let ana: Person;
let lunch: number;
beforeEach(async () => {
  ana = await makePerson(db);
  lunch = await eat('lunch');
});

const minutesOn = (minutes: number) => noon.add({ minutes });
const rate = (messageId: number | null, ratings: Partial<MealRatings>, at = minutesOn(1), by = ana) =>
  by.act((ctx) => rateMeal(ctx, messageId, ratings), at);
const kept = (messageId: number) => ana.act((ctx) => ratingsOf(ctx, messageId));
const nothing = { hungerBefore: null, hungerAfter: null, satisfaction: null, adherence: null };

async function eat(slot: string, at = noon): Promise<number> {
  const [row] = await db
    .insert(inboundMessages)
    .values({
      ...{ platform: 'telegram', eventKey: `${ana.id}:${slot}`, kind: 'text', chatId: 'chat' },
      ...{ userId: ana.id, payload: {}, receivedAt: at },
    })
    .returning({ id: inboundMessages.id });
  const sourceMessageId = row?.id ?? 0;
  await ana.act((ctx) => logMeals({ ...ctx, sourceMessageId }, [mealOf(slot)]), at);
  return sourceMessageId;
}

function mealOf(slot: string): MealInput {
  const item = {
    ...{ foodId: rice?.id ?? null, words: 'rice', quantity: 200, unit: 'g', grams: 200 },
    ...{ portionRule: 'mass', isAmountAssumed: false },
  };
  return { slot, day: today, isDaySaid: false, time: null, items: [item], waterMl: null };
}

it('keeps how the meal of a message was, adding to what was said before', async () => {
  await rate(lunch, { hungerBefore: 6 }, minutesOn(60));
  const rated = await rate(lunch, { satisfaction: 8, hungerAfter: null }, minutesOn(90));
  expect(rated).toMatchObject({
    slot: 'lunch',
    names: ['rice'],
    ratings: { ...nothing, hungerBefore: 6, satisfaction: 8 },
  });
  expect(await kept(lunch)).toEqual(rated.ratings);
});

it('takes the newest meal of the last five minutes where none is named', async () => {
  const snack = await eat('snack', minutesOn(4));
  await rate(null, { adherence: 9 }, minutesOn(9));
  expect([await kept(lunch), await kept(snack)]).toEqual([nothing, { ...nothing, adherence: 9 }]);
  await expect(rate(null, { adherence: 2 }, minutesOn(10))).rejects.toMatchObject({ code: 'not-found' });
});

it('is undone and redone by itself, and goes and comes with its meal', async () => {
  await rate(lunch, { hungerBefore: 6 });
  const { actionId } = await rate(lunch, { hungerBefore: 7, hungerAfter: 2 });
  const which = { actionId, sourceMessageId: null };
  await ana.act((ctx) => undoAction(ctx, which));
  expect(await kept(lunch)).toEqual({ ...nothing, hungerBefore: 6 });
  await ana.act((ctx) => redoAction(ctx, which));
  expect(await kept(lunch)).toEqual({ ...nothing, hungerBefore: 7, hungerAfter: 2 });
  const whole = { actionId: null, sourceMessageId: lunch };
  await ana.act((ctx) => undoAction(ctx, whole));
  expect(await kept(lunch)).toBeNull();
  await ana.act((ctx) => redoAction(ctx, whole));
  expect(await kept(lunch)).toEqual({ ...nothing, hungerBefore: 7, hungerAfter: 2 });
});

it.each([0, 11, 7.5, Number.NaN])('refuses %d', async (value) => {
  await expect(rate(lunch, { satisfaction: value })).rejects.toMatchObject({ code: 'invalid' });
});

it('never reaches the meal of somebody else', async () => {
  const ben = await makePerson(db);
  await expect(rate(lunch, { satisfaction: 1 }, minutesOn(1), ben)).rejects.toMatchObject({ code: 'not-found' });
  expect(await db.$count(mealLogs, eq(mealLogs.satisfaction, 1))).toBe(0);
});

describe('a message told anew', () => {
  const anew = (slots: readonly string[]) =>
    ana.act(async (ctx) => {
      const about = { ...ctx, sourceMessageId: lunch };
      const removed = await removeMealsOf(about, lunch, 'your edit');
      await logMeals({ ...about, actionId: removed?.actionId ?? null }, slots.map(mealOf));
      return removed?.actionId ?? 0;
    }, minutesOn(5));
  const bySlot = () =>
    db
      .select({ slot: mealLogs.slot, hungerBefore: mealLogs.hungerBefore })
      .from(mealLogs)
      .where(eq(mealLogs.inboundMessageId, lunch))
      .orderBy(mealLogs.id);

  it('keeps how its meal was, also where that has another name now', async () => {
    await rate(lunch, { hungerBefore: 6, satisfaction: 8 });
    await anew(['lunch']);
    expect(await kept(lunch)).toEqual({ ...nothing, hungerBefore: 6, satisfaction: 8 });
    await anew(['dinner']);
    expect(await kept(lunch)).toEqual({ ...nothing, hungerBefore: 6, satisfaction: 8 });
  });

  it('hands it to the meal of the same slot, and to no other', async () => {
    await rate(lunch, { hungerBefore: 6 });
    const actionId = await anew(['dinner', 'lunch', 'snack']);
    expect(await bySlot()).toEqual([
      { slot: 'dinner', hungerBefore: null },
      { slot: 'lunch', hungerBefore: 6 },
      { slot: 'snack', hungerBefore: null },
    ]);
    await anew(['dinner', 'snack']);
    expect((await bySlot()).map(({ hungerBefore }) => hungerBefore)).toEqual([null, null]);
    const newest = { actionId: null, sourceMessageId: lunch };
    await ana.act((ctx) => undoAction(ctx, newest));
    await ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }));
    expect(await bySlot()).toEqual([{ slot: 'lunch', hungerBefore: 6 }]);
  });
});

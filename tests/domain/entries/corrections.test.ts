import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { foods, healthMetrics, mealLogs } from '../../../db/schema/index.ts';
import { changeMeasurement, removeMeasurements } from '../../../src/domain/body/change-measurement.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import type { Context } from '../../../src/domain/context.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { entryOfMessage } from '../../../src/domain/entries/entry-of-message.ts';
import { recentMessages } from '../../../src/domain/entries/recent-messages.ts';
import { removeEntriesOf } from '../../../src/domain/entries/remove-entries-of.ts';
import { loadFoodIndex } from '../../../src/domain/foods/load-food-index.ts';
import { portionFor } from '../../../src/domain/foods/portion-for.ts';
import { changeMealItem } from '../../../src/domain/meals/change-meal-item.ts';
import { changeMealWater } from '../../../src/domain/meals/change-meal-water.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { moveMeal } from '../../../src/domain/meals/move-meal.ts';
import { removeMealItems } from '../../../src/domain/meals/remove-meal-items.ts';
import { changeExercise } from '../../../src/domain/training/change-exercise.ts';
import { changeSets } from '../../../src/domain/training/change-sets.ts';
import { loadExerciseIndex } from '../../../src/domain/training/load-exercise-index.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { moveWorkout } from '../../../src/domain/training/move-workout.ts';
import { removeExercises } from '../../../src/domain/training/remove-exercises.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';
import { everythingOf, sumsOf, writtenMessage } from '../../support/record-of.ts';

const { db } = await testDatabase();
const index = await loadFoodIndex(db);
const exercises = await loadExerciseIndex(db);
const monday = Temporal.PlainDate.from('2026-03-02');
const saturday = Temporal.PlainDate.from('2026-02-28');
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');

const food = (words: string) => {
  const found = index.lookup(words);
  if (!found?.id) throw new Error(`No ${words}`);
  return { ...found, id: found.id };
};
const amountOf = (words: string, quantity: number, unit: string | null) => {
  const { grams, rule, isAssumed } = portionFor(food(words), { quantity, unit });
  return { quantity, unit, grams, portionRule: rule, isAmountAssumed: isAssumed };
};
const item = (words: string, quantity: number, unit: string | null) => ({
  foodId: food(words).id,
  words,
  ...amountOf(words, quantity, unit),
});
const meal = (...items: ReturnType<typeof item>[]) => ({
  ...{
    slot: 'lunch',
    day: monday,
    isDaySaid: false,
    time: Temporal.PlainTime.from('13:00'),
    waterMl: 250 as number | null,
  },
  items,
});
const lift = (weightKg: number | null, ...reps: number[]) =>
  reps.map((n) => ({
    ...{ kind: 'working' as const, reps: n, weightKg, loadValue: weightKg, loadUnit: weightKg === null ? null : 'kg' },
    ...{ durationS: null, distanceM: null, rpe: null, rir: null, restS: null },
  }));

let key = 0;

/** Somebody with an entry of one message: lunch, a training and figures. */
async function somebody() {
  const person = await makePerson(db);
  const messageId = await writtenMessage(db, person.id, `m${key++}`);
  const act = <T>(run: (ctx: Context) => Promise<T>) =>
    person.act((ctx) => run({ ...ctx, sourceMessageId: messageId }));
  await act(async (ctx) => {
    const { actionId } = await logMeasurements(ctx, [
      { metric: 'weight', value: 80, value2: null, typed: { value: 80, unit: 'kg' }, day: monday, isDaySaid: false },
      { metric: 'water', value: 300, value2: null, typed: { value: 300, unit: 'ml' }, day: monday, isDaySaid: false },
    ]);
    await logMeals({ ...ctx, actionId }, [meal(item('rice', 150, 'g'), item('egg', 2, null), item('beer', 2, null))]);
    const workout = { title: null, day: monday, isDaySaid: false, time: null, durationMin: null };
    const done = [
      {
        exerciseId: exercises.lookup('bench press')?.id ?? null,
        words: 'bench',
        superset: null,
        sets: lift(80, 8, 8, 6),
      },
      { exerciseId: exercises.lookup('squat')?.id ?? null, words: 'squat', superset: null, sets: lift(100, 5) },
    ];
    await logWorkouts({ ...ctx, actionId }, [{ ...workout, exercises: done }]);
  });
  const entry = async () => {
    const found = await act((ctx) => entryOfMessage(ctx, messageId));
    if (!found) throw new Error('Nothing is recorded');
    return found;
  };
  return { person, messageId, act, entry };
}

type Somebody = Awaited<ReturnType<typeof somebody>>;

/** Does something, and sees that sums stay exact, that undoing it restores every row, and that redoing does it again. */
async function exactly({ person, act }: Somebody, change: (ctx: Context) => Promise<number>): Promise<void> {
  const before = await everythingOf(db, person.id);
  const actionId = await act(change);
  const after = await everythingOf(db, person.id);
  expect(after).not.toBe(before);
  await addsUp(person);
  const which = { actionId, sourceMessageId: null };
  await person.act((ctx) => undoAction(ctx, which));
  expect(await everythingOf(db, person.id)).toBe(before);
  await addsUp(person);
  await person.act((ctx) => redoAction(ctx, which));
  expect(await everythingOf(db, person.id)).toBe(after);
  await addsUp(person);
}

async function addsUp(person: Person): Promise<void> {
  const { kept, added } = await sumsOf(db, person.id);
  expect(kept).toEqual(added);
}

const same = { food: null, times: 1, energyKcal: null };

describe('correcting a meal', () => {
  test('changes how much it was, with the figures in proportion', async () => {
    const one = await somebody();
    const rice = (await one.entry()).meals[0]?.items[0];
    const amount = amountOf('rice', 220, 'g');
    await exactly(one, (ctx) => changeMealItem(ctx, { itemId: rice?.id ?? 0, amount, ...same }, 'rice'));
    const changed = (await one.entry()).meals[0]?.items[0];
    expect(changed).toMatchObject({ quantity: 220, unit: 'g', grams: 220, words: 'rice' });
    expect(changed?.energyKcal).toBeCloseTo(food('rice').per100g.energyKcal * 2.2, 2);
  });

  test('keeps the figures it was logged with where the food has changed since', async () => {
    const one = await somebody();
    const rice = (await one.entry()).meals[0]?.items[0];
    const before = rice?.energyKcal ?? 0;
    await db
      .update(foods)
      .set({ version: 2, energyKcal: 140 })
      .where(eq(foods.id, food('rice').id));
    const amount = amountOf('rice', 300, 'g');
    await exactly(one, (ctx) => changeMealItem(ctx, { itemId: rice?.id ?? 0, amount, ...same }, 'rice'));
    expect((await one.entry()).meals[0]?.items[0]?.energyKcal).toBe(before * 2);
    const { energyKcal } = food('rice').per100g;
    await db
      .update(foods)
      .set({ version: 1, energyKcal })
      .where(eq(foods.id, food('rice').id));
  });

  test('changes which food it was', async () => {
    const one = await somebody();
    const egg = (await one.entry()).meals[0]?.items[1];
    const to = { foodId: food('tofu').id, words: 'tofu' };
    const change = { ...same, itemId: egg?.id ?? 0, food: to, amount: amountOf('tofu', 150, 'g') };
    await exactly(one, (ctx) => changeMealItem(ctx, change, 'egg'));
    const { name, per100g } = food('tofu');
    const changed = (await one.entry()).meals[0]?.items[1];
    expect(changed).toMatchObject({ foodName: name, words: 'tofu', grams: 150 });
    expect(changed?.energyKcal).toBeCloseTo(per100g.energyKcal * 1.5, 2);
  });

  test('multiplies what was stated and never weighed', async () => {
    const person = await makePerson(db);
    const messageId = await writtenMessage(db, person.id, `m${key++}`);
    const act = <T>(run: (ctx: Context) => Promise<T>) =>
      person.act((ctx) => run({ ...ctx, sourceMessageId: messageId }));
    const stated = { energyKcal: 210, proteinG: 20, carbsG: null, fatG: 7 };
    const shake = { foodId: null, stated, words: 'bar', quantity: null, unit: null, grams: null };
    await act((ctx) =>
      logMeals(ctx, [
        { ...meal(), waterMl: null, items: [{ ...shake, portionRule: 'stated', isAmountAssumed: false }] },
      ]),
    );
    const [bar] = (await act((ctx) => entryOfMessage(ctx, messageId)))?.meals[0]?.items ?? [];
    const amount = { quantity: null, unit: null, grams: null, portionRule: 'stated', isAmountAssumed: false };
    await act((ctx) => changeMealItem(ctx, { ...same, itemId: bar?.id ?? 0, amount, times: 2 }, 'bar'));
    expect((await act((ctx) => entryOfMessage(ctx, messageId)))?.meals[0]?.items[0]).toMatchObject({
      ...{ energyKcal: 420, proteinG: 40, carbsG: 0, fatG: 14 },
    });
    await addsUp(person);
  });

  test('takes items away, and the meal with the last of them', async () => {
    const one = await somebody();
    const [lunch] = (await one.entry()).meals;
    const ids = lunch?.items.map(({ id }) => id) ?? [];
    await exactly(one, (ctx) => removeMealItems(ctx, { itemIds: ids.slice(0, 2), waterOf: [] }, 'two'));
    expect((await one.entry()).meals[0]?.items).toHaveLength(1);
    await exactly(one, (ctx) => removeMealItems(ctx, { itemIds: ids.slice(2), waterOf: [] }, 'the last'));
    expect((await one.entry()).meals).toMatchObject([{ items: [], waterMl: 250 }]);
    await exactly(one, (ctx) => removeMealItems(ctx, { itemIds: [], waterOf: [lunch?.id ?? 0] }, 'water'));
    expect((await one.entry()).meals).toEqual([]);
  });

  test('changes the water that was drunk with it', async () => {
    const one = await somebody();
    await exactly(one, async (ctx) => changeMealWater(ctx, (await one.entry()).meals[0]?.id ?? 0, 500, 'water'));
    const [day] = (await sumsOf(db, one.person.id)).kept as { waterMl: number }[];
    expect(day?.waterMl).toBe(800);
  });

  test('moves it to another slot and day, and both days add up', async () => {
    const one = await somebody();
    const mealId = (await one.entry()).meals[0]?.id ?? 0;
    const move = { mealId, itemIds: null, slot: 'dinner', day: saturday, time: null };
    await exactly(one, (ctx) => moveMeal(ctx, move, 'lunch'));
    expect((await one.entry()).meals).toMatchObject([{ id: mealId, slot: 'dinner', time: null }]);
    expect((await one.entry()).meals[0]?.day.toString()).toBe('2026-02-28');
    const days = (await sumsOf(db, one.person.id)).kept as { day: string; consumedKcal: number }[];
    expect(days.map(({ day, consumedKcal }) => [day, consumedKcal > 0])).toEqual([
      ['2026-02-28', true],
      ['2026-03-02', false],
    ]);
  });

  test('moves only some of it, which is still found by its message', async () => {
    const one = await somebody();
    const [lunch] = (await one.entry()).meals;
    const beer = lunch?.items[2]?.id ?? 0;
    const move = { mealId: lunch?.id ?? 0, itemIds: [beer], slot: null, day: saturday, time: null };
    await exactly(one, (ctx) => moveMeal(ctx, move, 'beer'));
    const { meals } = await one.entry();
    expect(meals.map(({ day, items }) => [day.toString(), items.map(({ foodName }) => foodName)])).toEqual([
      ['2026-03-02', ['rice', 'egg']],
      ['2026-02-28', ['beer']],
    ]);
    await one.act((ctx) => removeEntriesOf(ctx, one.messageId, 'your deletion'));
    expect(await db.select().from(mealLogs).where(eq(mealLogs.userId, one.person.id))).toEqual([]);
    await addsUp(one.person);
  });

  test('is several changes in one action', async () => {
    const one = await somebody();
    const [lunch] = (await one.entry()).meals;
    const [rice, egg] = lunch?.items ?? [];
    await exactly(one, async (ctx) => {
      const amount = amountOf('rice', 200, 'g');
      const actionId = await changeMealItem(ctx, { ...same, itemId: rice?.id ?? 0, amount }, 'lunch');
      const on = { ...ctx, actionId };
      await removeMealItems(on, { itemIds: [egg?.id ?? 0], waterOf: [lunch?.id ?? 0] }, '');
      await moveMeal(on, { mealId: lunch?.id ?? 0, itemIds: null, slot: 'snack', day: saturday, time: null }, '');
      return actionId;
    });
  });

  test('is refused to anybody else', async () => {
    const one = await somebody();
    const other = await makePerson(db);
    const rice = (await one.entry()).meals[0]?.items[0];
    const change = { ...same, itemId: rice?.id ?? 0, amount: amountOf('rice', 1, 'g') };
    await expect(other.act((ctx) => changeMealItem(ctx, change, ''))).rejects.toThrow('no longer there');
    expect(await other.act((ctx) => entryOfMessage(ctx, one.messageId))).toBeNull();
  });
});

describe('correcting a training', () => {
  const setsOf = async (one: Somebody, at = 0) =>
    (await one.entry()).workouts[0]?.exercises[at]?.sets.map(({ reps, weightKg }) => [reps, weightKg]);
  const benchOf = async (one: Somebody) => (await one.entry()).workouts[0]?.exercises[0];

  test('changes the weight of all sets, or the repetitions of some', async () => {
    const one = await somebody();
    const bench = await benchOf(one);
    const load = { weightKg: 82.5, loadValue: 82.5, loadUnit: 'kg' };
    const of = { exerciseLogId: bench?.id ?? 0, count: null };
    await exactly(one, (ctx) => changeSets(ctx, { ...of, setIds: null, change: { load } }, 'bench'));
    const last = bench?.sets.at(-1)?.id ?? 0;
    await exactly(one, (ctx) => changeSets(ctx, { ...of, setIds: [last], change: { reps: 7 } }, 'bench'));
    expect(await setsOf(one)).toEqual([
      [8, 82.5],
      [8, 82.5],
      [7, 82.5],
    ]);
  });

  test('repeats the last set, or takes the last ones away', async () => {
    const one = await somebody();
    const of = { exerciseLogId: (await benchOf(one))?.id ?? 0, setIds: null, change: {} };
    const burned = (await sumsOf(db, one.person.id)).kept as { burnedKcal: number }[];
    await exactly(one, (ctx) => changeSets(ctx, { ...of, count: 4 }, 'bench'));
    expect(await setsOf(one)).toEqual([
      [8, 80],
      [8, 80],
      [6, 80],
      [6, 80],
    ]);
    const more = (await sumsOf(db, one.person.id)).kept as { burnedKcal: number }[];
    expect(more[0]?.burnedKcal).toBeGreaterThan(burned[0]?.burnedKcal ?? 0);
    await exactly(one, (ctx) => changeSets(ctx, { ...of, count: 2 }, 'bench'));
    expect(await setsOf(one)).toHaveLength(2);
  });

  test('changes which exercise it was, and takes one away', async () => {
    const one = await somebody();
    const to = { exerciseId: exercises.lookup('front squat')?.id ?? 0, words: 'front squat' };
    const squat = (await one.entry()).workouts[0]?.exercises[1];
    await exactly(one, (ctx) => changeExercise(ctx, squat?.id ?? 0, to, 'squat'));
    expect((await one.entry()).workouts[0]?.exercises[1]).toMatchObject({ name: 'Front Squat', words: 'front squat' });
    const parts = { workoutIds: [], setIds: [] };
    await exactly(one, (ctx) => removeExercises(ctx, { ...parts, exerciseLogIds: [squat?.id ?? 0] }, 'squat'));
    expect((await one.entry()).workouts[0]?.exercises).toHaveLength(1);
    const bench = (await one.entry()).workouts[0]?.exercises[0];
    const sets = bench?.sets.map(({ id }) => id) ?? [];
    await exactly(one, (ctx) => removeExercises(ctx, { ...parts, exerciseLogIds: [], setIds: sets }, 'bench'));
    expect((await one.entry()).workouts).toEqual([]);
  });

  test('moves it to another day', async () => {
    const one = await somebody();
    const workoutId = (await one.entry()).workouts[0]?.id ?? 0;
    await exactly(one, (ctx) => moveWorkout(ctx, workoutId, { day: saturday, time: null }, 'training'));
    expect((await one.entry()).workouts[0]?.day.toString()).toBe('2026-02-28');
  });

  test('refuses what nobody does', async () => {
    const one = await somebody();
    const of = { exerciseLogId: (await benchOf(one))?.id ?? 0, setIds: null };
    const change = (input: object) =>
      one.act((ctx) => changeSets(ctx, { ...of, change: {}, count: null, ...input }, 'bench'));
    await expect(change({ change: { reps: 2.5 } })).rejects.toThrow('repetitions');
    await expect(change({ count: 0 })).rejects.toThrow('sets');
    const load = { weightKg: 20_000, loadValue: 20_000, loadUnit: 'kg' };
    await expect(change({ change: { load } })).rejects.toThrow('weight');
    expect(await setsOf(one)).toHaveLength(3);
  });
});

describe('correcting a figure of the body', () => {
  const weightOf = async (person: Person) =>
    (await db.select().from(healthMetrics).where(eq(healthMetrics.userId, person.id))).map(({ day, weightKg }) => [
      day.toString(),
      weightKg,
    ]);

  test('changes it, moves it, and takes it away', async () => {
    const one = await somebody();
    const weight = (await one.entry()).measurements[0]?.id ?? 0;
    const figure = { value: 82.5, value2: null, typed: { value: 82.5, unit: null } };
    await exactly(one, (ctx) => changeMeasurement(ctx, weight, { figure }, 'weight'));
    expect(await weightOf(one.person)).toEqual([['2026-03-02', 82.5]]);
    await exactly(one, (ctx) => changeMeasurement(ctx, weight, { day: saturday }, 'weight'));
    expect(await weightOf(one.person)).toEqual([['2026-02-28', 82.5]]);
    await exactly(one, (ctx) => removeMeasurements(ctx, [weight], 'weight'));
    expect(await weightOf(one.person)).toEqual([]);
  });

  test('refuses a figure no person has', async () => {
    const one = await somebody();
    const weight = (await one.entry()).measurements[0]?.id ?? 0;
    const figure = { value: 825, value2: null, typed: { value: 825, unit: null } };
    await expect(one.act((ctx) => changeMeasurement(ctx, weight, { figure }, ''))).rejects.toThrow('cannot be right');
  });
});

describe('the last entry', () => {
  test('is one of the last five minutes that was not undone', async () => {
    const { person, messageId } = await somebody();
    const recent = (minutes: number) => person.act(recentMessages, noon.add({ minutes }));
    expect(await recent(5)).toEqual([messageId]);
    expect(await recent(6)).toEqual([]);
    await person.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }));
    expect(await recent(1)).toEqual([]);
  });
});

import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { coachings, nutritionTargets, users } from '../../../db/schema/index.ts';
import type { Answer, CommandContext, Given } from '../../../src/bots/command.ts';
import { ask } from '../../../src/bots/commands/ask.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { interpret } from '../../../src/bots/interpret.ts';
import { plainText } from '../../../src/bots/text.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import type { Context } from '../../../src/domain/context.ts';
import { loadFoodIndex } from '../../../src/domain/foods/load-food-index.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { loadExerciseIndex } from '../../../src/domain/training/load-exercise-index.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const [foods, exercises] = [await loadFoodIndex(db), await loadExerciseIndex(db)];

/** Wednesday, 4 March 2026, in the evening. */
const now = Temporal.Instant.from('2026-03-04T19:00:00Z');
const given: Given = {
  now,
  timeZone: 'Europe/Madrid',
  dayStartHour: 3,
  units: 'metric',
  locale: 'en',
  foods,
  exercises,
  slots: [],
};
const help = { ...ask, name: 'help', run: async (): Promise<Answer> => ({ text: 'What you can say' }) } as never;
const asking = ask(help);
const day = (text: string) => Temporal.PlainDate.from(text);

const context = (ctx: Context, more: Partial<CommandContext> = {}): CommandContext => ({
  ...ctx,
  message: {} as CommandContext['message'],
  accountId: '1',
  repliesToId: null,
  talkingToId: null,
  crisisText: '',
  given,
  files: { of: () => [], asSent: () => [], remove() {} },
  ...more,
});

/** What is answered, as read. */
async function answer(person: Person, text: string): Promise<string> {
  const read = asking.parse(text, given);
  if (!read || !('input' in read)) throw new Error(`"${text}" is not read as a question`);
  const reply = await person.act((ctx) => asking.run(context(ctx), read.input), now);
  return plainText(reply.text);
}

async function ate(person: Person, on: string, words: string, grams: number) {
  const food = foods.lookup(words);
  const item = {
    foodId: food?.id ?? 0,
    words,
    quantity: grams,
    unit: 'g',
    grams,
    portionRule: 'mass',
    isAmountAssumed: false,
  };
  await person.act(
    (ctx) => logMeals(ctx, [{ slot: null, day: day(on), isDaySaid: true, time: null, waterMl: null, items: [item] }]),
    now,
  );
}

async function weighed(person: Person, on: string, kg: number) {
  const input = {
    metric: 'weight' as const,
    value: kg,
    value2: null,
    typed: { value: kg, unit: 'kg' },
    day: day(on),
    isDaySaid: true,
  };
  await person.act((ctx) => logMeasurements(ctx, [input]), now);
}

async function squatted(person: Person, on: string, weightKg: number, reps: number) {
  const set = {
    kind: 'working' as const,
    reps,
    weightKg,
    loadValue: weightKg,
    loadUnit: 'kg',
    rpe: null,
    rir: null,
    restS: null,
    durationS: null,
    distanceM: null,
  };
  const exercise = { exerciseId: exercises.lookup('squat')?.id ?? null, words: 'squat', superset: null, sets: [set] };
  await person.act(
    (ctx) =>
      logWorkouts(ctx, [
        { title: null, day: day(on), isDaySaid: true, time: null, durationMin: null, exercises: [exercise] },
      ]),
    now,
  );
}

const targeted = (person: Person, fromDay: string, energyKcal: number, proteinG: number | null = null) =>
  db
    .insert(nutritionTargets)
    .values({ userId: person.id, fromDay: day(fromDay), energyKcal, proteinG, createdAt: now, updatedAt: now });

it('shows the parse contract', () => {
  const read = asking.parse('avg protein last 4 weeks', given);
  expect(read && 'input' in read && asking.toContract(read.input)).toEqual([
    { do: 'ask', about: 'week', subject: 'protein', from: '2026-02-05', to: '2026-03-04', who: null },
  ]);
});

it('reads the option of the slash command, and says how to ask when that is no question', () => {
  expect(asking.parse('/ask heaviest squat this year', given)).toMatchObject({
    input: { about: 'records', subject: 'squat' },
  });
  expect(asking.parse('/ask the meaning of life', given)).toHaveProperty('problem');
  expect(asking.parse('the meaning of life', given)).toBeNull();
});

it('comes before the log and takes no log for a question', () => {
  const taken = (text: string) => interpret(commands, text, given)?.command.name;
  expect(taken('carbs in 100g lentils?')).toBe('ask');
  expect(taken('ate 100g lentils')).toBe('log');
  expect(taken('/today')).toBe('today');
});

describe('food', () => {
  it('sums, averages over logged days, and says how many there were', async () => {
    const ana = await makePerson(db);
    await ate(ana, '2026-03-02', 'rice', 1000);
    await ate(ana, '2026-03-04', 'rice', 500);
    expect(await answer(ana, 'how many calories did i eat this week')).toBe(
      'This week: 1,950 kcal over 2 logged days, 975 kcal a day.',
    );
    expect(await answer(ana, 'avg calories last 4 weeks')).toBe(
      'In the last 28 days: 975 kcal a day on average, over 2 logged days.',
    );
    expect(await answer(ana, 'highest calorie day this week')).toBe(
      'Most this week: 1,300 kcal on Monday, of 2 logged days.',
    );
    expect(await answer(ana, 'how much protein did i eat in january')).toBe('Nothing is logged in January.');
  });

  it('counts against the target, and says so when there is none', async () => {
    const ana = await makePerson(db);
    await ate(ana, '2026-03-04', 'rice', 500);
    expect(await answer(ana, 'how much protein is left')).toContain('You have no target for protein set');
    await targeted(ana, '2026-03-01', 2000, 100);
    expect(await answer(ana, 'how much protein is left')).toBe('Today: 13 g of protein of 100 g, 87 g left.');
    expect(await answer(ana, 'did i hit my protein target this week')).toBe(
      'This week: on 0 of 1 logged day you had 100 g of protein or more.',
    );
    expect(await answer(ana, "what's my calorie target")).toBe('Your daily target: 2,000 kcal.');
  });

  it('tells when something was eaten last, or that it never was', async () => {
    const ana = await makePerson(db);
    await ate(ana, '2026-02-20', 'pizza', 200);
    expect(await answer(ana, 'when did i last have pizza')).toBe(
      'On 20 February, 12 days ago: pizza, 200 g. It is in your log once.',
    );
    expect(await answer(ana, 'have i had pizza this week')).toBe('No pizza in your log this week.');
    expect(await answer(ana, 'when did i last have sushi')).toBe('There is no sushi in your log.');
  });

  it('tells what a food holds from its row, in the units of the person, and guesses no figure', async () => {
    const ana = await makePerson(db);
    expect(await answer(ana, 'carbs in 100g lentils?')).toBe('Lentils, cooked, 100 g: 20 g of carbs.');
    expect(await answer(ana, 'how much fibre in oats')).toMatch(
      /^Oats, dry, 100 g: 10 g of fibre\. One serving is about 40 g: 4 g/,
    );
    await db.execute(sql`update users set unit_system = 'us' where id = ${ana.id}`);
    const user = await ana.act(async (ctx) => ({ ...ctx.user, unitSystem: 'us' as const }));
    const read = asking.parse('protein in 200g chicken breast', given);
    const reply = await ana.act((ctx) =>
      asking.run(context({ ...ctx, user }), read && 'input' in read ? read.input : null),
    );
    expect(plainText(reply.text)).toContain('7.1 oz');
  });
});

describe('weight', () => {
  it('tells the trend and the last weight, and that there were no weigh-ins', async () => {
    const ana = await makePerson(db);
    expect(await answer(ana, 'am i losing weight')).toBe(
      'No weigh-ins in the last 30 days.\nSay weight 82.4 whenever you step on the scale.',
    );
    for (const [on, kg] of [
      ['2026-02-20', 84],
      ['2026-02-23', 83.6],
      ['2026-02-26', 83.2],
      ['2026-03-04', 82.6],
    ] as const)
      await weighed(ana, on, kg);
    expect(await answer(ana, 'am i losing weight')).toBe(
      'Trend 83.1 kg, 0.9 kg down in the last 30 days, from 4 days on the scale.\nThe last weight: 82.6 kg today.',
    );
    expect(await answer(ana, 'what did i weigh on monday')).toBe(
      'No weigh-ins on Monday.\nThe last before: 83.2 kg on Thursday.',
    );
    expect(await answer(ana, 'lowest weight this year')).toBe('Lowest weight this year: 82.6 kg today, of 4 days.');
  });
});

describe('training', () => {
  it('finds the heaviest, counts, and is honest about what is not there', async () => {
    const ana = await makePerson(db);
    await squatted(ana, '2025-12-01', 150, 1);
    await squatted(ana, '2026-02-10', 120, 5);
    await squatted(ana, '2026-02-20', 100, 8);
    expect(await answer(ana, 'heaviest squat this year')).toBe('Squat this year: 120 kg × 5, on 10 February.');
    expect(await answer(ana, 'heaviest squat')).toBe('Squat: 150 kg × 1, on 1 December 2025.');
    expect(await answer(ana, 'how many times did i train in february')).toBe(
      'In February: 2 trainings, the last on 20 February.',
    );
    expect(await answer(ana, 'best 5k')).toBe('There is no Running in your log yet.');
    expect(await answer(ana, 'did i train this week')).toBe('No training is logged this week.');
  });
});

describe('why', () => {
  it('explains what was replied to, the newest, or what has the figure', async () => {
    const ana = await makePerson(db);
    expect(await answer(ana, 'why?')).toBe('Nothing is logged yet that I could explain.');
    await ate(ana, '2026-03-04', 'rice', 200);
    await ate(ana, '2026-03-04', 'egg', 100);
    const rice =
      'Rice, cooked: 200 g × 130 kcal per 100 g = 260 kcal. The weight: as you typed. Source: USDA SR28 20045.';
    expect(await answer(ana, 'why 260 kcal?')).toBe(rice);
    expect(await answer(ana, 'why?')).toContain('Egg: 100 g × 143 kcal per 100 g = 143 kcal.');
    expect(await answer(ana, 'why 403?')).toContain('Together 403 kcal today.');
    expect(await answer(ana, 'why 9999 kcal')).toContain('I find nothing of 9,999 kcal');
  });

  it('tells since when a target holds, who set it, and what it was before', async () => {
    const ana = await makePerson(db);
    expect(await answer(ana, 'why is my target 2140')).toContain('You have no target for calories set');
    await targeted(ana, '2026-02-01', 2200);
    await targeted(ana, '2026-03-02', 2140);
    expect(await answer(ana, 'why is my target 2140')).toBe(
      'Your target is 2,140 kcal; you set it yourself, and it counts from Monday.\nBefore that it was 2,200 kcal.',
    );
  });

  it('compares with the days before and names no cause it cannot know', async () => {
    const ana = await makePerson(db);
    await ate(ana, '2026-02-25', 'rice', 1500);
    await ate(ana, '2026-03-02', 'rice', 1000);
    expect(await answer(ana, 'why did my calories go down this week??')).toBe(
      'This week: 1,300 kcal on one logged day.\nThe 7 days before: 1,950 kcal on one logged day.\nSo few days make a mean that jumps; more of them will tell.',
    );
  });
});

it('says kindly what is not there yet, without a figure of its own', async () => {
  const ana = await makePerson(db);
  for (const [text, said] of [
    ["what's my streak", 'No streak is counted for you yet. One begins with the first meal you log, like 2 eggs.'],
    [
      'my achievements',
      'Nothing earned yet. It begins with the first thing you log.\nNearest\nFirst Bite: 0 of 1 meal logged\nHouse Special: 0 of 1 recipe of your own\nOff the Bench: 0 of 1 workout\n? 22 more are hidden until you earn them.',
    ],
    ['my goals', 'You have no goal set.\nSet one like goal weight 75 kg by june.'],
    ['list my reminders', 'You have no reminders.\nSet one like remind me to weigh in every morning at 7:10.'],
    ["what's on my plan today", 'Nothing is planned today.'],
    ['what can you do', 'What you can say'],
  ] as const)
    expect(await answer(ana, text)).toBe(said);
});

describe('a client', () => {
  it('is shown to their coach as far as they agreed, and to nobody else', async () => {
    const [carl, anna, other] = [await makePerson(db), await makePerson(db), await makePerson(db)];
    await db.execute(sql`update ${users} set full_name = 'Anna Smith' where id = ${anna.id}`);
    await ate(anna, '2026-03-03', 'rice', 200);
    await weighed(anna, '2026-03-03', 80);
    expect(await answer(carl, 'what did anna eat yesterday')).toBe('I know nobody called anna whose log you may see.');
    await db.insert(coachings).values({
      coachId: carl.id,
      clientId: anna.id,
      canRead: ['food'],
      canWrite: [],
      startedAt: now,
      createdAt: now,
      updatedAt: now,
    });
    expect(await answer(carl, 'what did anna eat yesterday')).toContain('Rice, cooked: 200 g, 260 kcal');
    expect(await answer(carl, 'what does anna weigh')).toBe(
      'Anna Smith has not agreed to show you their weight and measurements.',
    );
    expect(await answer(other, 'what did anna eat yesterday')).toBe('I know nobody called anna whose log you may see.');
  });
});

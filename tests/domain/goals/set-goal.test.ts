import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { measurements, userGoals, users } from '../../../db/schema/index.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { type GoalInput, setGoal } from '../../../src/domain/goals/set-goal.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.Instant.from('2026-03-02T12:00:00Z');
const born = (year: number) => ({ dateOfBirth: Temporal.PlainDate.from({ year, month: 1, day: 1 }) });

async function makeKnown(body: Partial<typeof users.$inferInsert>, weightKg: number | null): Promise<Person> {
  const person = await makePerson(db);
  if (Object.keys(body).length > 0) await db.update(users).set(body).where(eq(users.id, person.id));
  if (weightKg !== null)
    await db.insert(measurements).values({
      ...{ userId: person.id, day: Temporal.PlainDate.from('2026-03-01'), loggedAt: monday, timeZone: 'Europe/Madrid' },
      ...{ metric: 'weight', value: weightKg, typed: { value: weightKg, unit: 'kg' }, createdAt: monday },
    });
  return person;
}

const set = (person: Person, metric: GoalInput['metric'], target: number, by: string | null = null) =>
  person.act((ctx) => setGoal(ctx, { metric, target, by: by === null ? null : Temporal.PlainDate.from(by) }));
const goalsOf = async (person: Person) => {
  const rows = await db.select().from(userGoals).where(eq(userGoals.userId, person.id)).orderBy(userGoals.id);
  return rows.map((row) => [row.goalType, row.metric, row.startValue, row.targetValue, row.status].join(' '));
};

describe('setting a goal', () => {
  it.each([
    [80, 75, 'weight_loss'],
    [70, 75, 'weight_gain'],
    [75.2, 75, 'maintain'],
  ])('from %d kg to %d kg is %s', async (from, target, type) => {
    const person = await makeKnown({}, from);
    expect((await set(person, 'weight', target)).current).toBe(from);
    expect(await goalsOf(person)).toEqual([`${type} weight ${from} ${target} active`]);
  });

  it('leaves its direction open until a weight is known', async () => {
    const person = await makeKnown({}, null);
    expect((await set(person, 'weight', 75)).current).toBeNull();
    expect(await goalsOf(person)).toEqual(['body weight  75 active']);
  });

  it('keeps the day and the pace', async () => {
    const person = await makeKnown({}, 80);
    await set(person, 'weight', 76, '2026-04-27');
    const [goal] = await db.select().from(userGoals).where(eq(userGoals.userId, person.id));
    expect([goal?.targetDay?.toString(), goal?.weeklyWeightChangeKg]).toEqual(['2026-04-27', -0.5]);
  });

  it('lets an earlier one of the same kind give way', async () => {
    const person = await makeKnown({}, 80);
    await set(person, 'weight', 75);
    await set(person, 'body-fat', 15);
    await set(person, 'weight', 77);
    expect(await goalsOf(person)).toEqual([
      'weight_loss weight 80 75 abandoned',
      'body body-fat  15 active',
      'weight_loss weight 80 77 active',
    ]);
    await person.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }));
    expect(await goalsOf(person)).toEqual(['weight_loss weight 80 75 active', 'body body-fat  15 active']);
  });

  it('says where a gain is brisk', async () => {
    const person = await makeKnown({}, 70);
    expect((await set(person, 'weight', 76, '2026-04-13')).isBriskGain).toBe(true);
    expect((await set(person, 'weight', 76, '2026-12-01')).isBriskGain).toBe(false);
  });
});

describe('a goal is refused', () => {
  it.each<
    [
      string,
      Partial<typeof users.$inferInsert>,
      number | null,
      Parameters<typeof set>[1],
      number,
      string | null,
      RegExp,
    ]
  >([
    ['to be underweight', { heightCm: 175 }, 70, 'weight', 55, null, /below 57 kg/],
    ['to be underweight whatever the height', {}, 60, 'weight', 40, null, /Without your height/],
    [
      'to lose too fast, with the earliest day',
      {},
      80,
      'weight',
      70,
      '2026-04-01',
      /0\.8 kg a week is safe for you, so the earliest day I can set is 29 May\.$/,
    ],
    ['to lose weight under 18', born(2010), 80, 'weight', 75, null, /Under 18/],
    ['to lose weight under 18 where none is known', born(2010), null, 'weight', 75, null, /Under 18/],
    ['to lose fat under 18', born(2010), 80, 'body-fat', 12, null, /Under 18/],
    ['to lose a waist under 18', born(2010), 80, 'waist', 60, null, /Under 18/],
    ['to lose more when weight is low', { heightCm: 180 }, 58, 'body-fat', 8, null, /low for your height/],
    ['that nobody can reach', {}, null, 'body-fat', 90, null, /cannot be/],
    ['for a day gone by', {}, 80, 'weight', 79, '2026-03-02', /gone by/],
  ])('%s', async (_, body, weightKg, metric, target, by, sentence) => {
    const person = await makeKnown(body, weightKg);
    await expect(set(person, metric, target, by)).rejects.toThrow(sentence);
    expect(await goalsOf(person)).toEqual([]);
  });

  it('but not one to gain under 18, or to sleep more', async () => {
    const person = await makeKnown(born(2010), 60);
    await set(person, 'weight', 65);
    await set(person, 'sleep', 9);
    expect(await goalsOf(person)).toHaveLength(2);
  });
});

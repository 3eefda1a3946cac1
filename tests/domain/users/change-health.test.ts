import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { users } from '../../../db/schema/index.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { changeGoal } from '../../../src/domain/goals/change-goal.ts';
import { currentGoals } from '../../../src/domain/goals/current-goals.ts';
import { keepTarget } from '../../../src/domain/goals/keep-target.ts';
import { setGoal } from '../../../src/domain/goals/set-goal.ts';
import { setTarget } from '../../../src/domain/goals/set-target.ts';
import { type NutritionTarget, targetFor } from '../../../src/domain/goals/target-for.ts';
import { changeHealth } from '../../../src/domain/users/change-health.ts';
import { changeProfile } from '../../../src/domain/users/change-profile.ts';
import { type HealthFlag, healthFlags, healthOf } from '../../../src/domain/users/health.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const today = Temporal.PlainDate.from('2026-03-02');
const none: NutritionTarget = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};
const target = (person: Person, change: Partial<NutritionTarget>) =>
  person.act((ctx) => setTarget(ctx, { ...none, ...change }));
const inForce = (person: Person, day = today) => person.act((ctx) => targetFor(ctx, day));
const say = (person: Person, ...add: HealthFlag[]) => person.act((ctx) => changeHealth(ctx, { add, remove: [] }));
const takeBack = (person: Person, ...remove: HealthFlag[]) =>
  person.act((ctx) => changeHealth(ctx, { add: [], remove }));
const last = { actionId: null, sourceMessageId: null };

/** A woman of 33, 165 cm and 70 kg: at rest she takes 1,405 kcal, lightly active about 1,940. */
async function makeWoman(): Promise<Person> {
  const person = await makePerson(db);
  await person.act(async (ctx) => {
    await changeProfile(ctx, { gender: 'female', heightCm: 165, dateOfBirth: Temporal.PlainDate.from('1992-05-12') });
    const typed = { value: 70, unit: 'kg' };
    await logMeasurements(ctx, [{ metric: 'weight', value: 70, value2: null, typed, day: today, isDaySaid: false }]);
  });
  return person;
}

describe('what somebody says of their health', () => {
  it.each(healthFlags)('sets no deficit and no goal to lose weight any more: %s', async (flag) => {
    const person = await makeWoman();
    await say(person, flag);
    expect((await person.act(healthOf)).flags).toEqual([flag]);
    await expect(target(person, { energyKcal: 1600 })).rejects.toThrow(/about 1,940 kcal a day\. A doctor/);
    await expect(person.act((ctx) => setGoal(ctx, { metric: 'weight', target: 64, by: null }))).rejects.toThrow(
      /your health/,
    );
    await target(person, { energyKcal: 2100 });
    await takeBack(person, flag);
    expect((await target(person, { energyKcal: 1600 })).target.energyKcal).toBe(1600);
  });

  it('lets what was set before rest: today’s target, later ones, and goals to lose; not what is safe', async () => {
    const person = await makeWoman();
    await target(person, { energyKcal: 1600, proteinG: 110, carbsG: 150, fatG: 50, waterMl: 2000 });
    await person.act(async (ctx) => {
      await keepTarget(ctx, today.add({ days: 7 }), { ...none, energyKcal: 1500, proteinG: 120 });
      await keepTarget(ctx, today.add({ days: 14 }), { ...none, energyKcal: 2300 });
      await setGoal(ctx, { metric: 'weight', target: 64, by: null });
      await setGoal(ctx, { metric: 'steps', target: 8000, by: null });
    });
    const { target: rested, goals } = await say(person, 'pregnant');
    expect(rested?.energyKcal).toBe(1600);
    expect(goals.map(({ metric }) => metric)).toEqual(['weight']);
    expect(await inForce(person)).toEqual({ ...none, proteinG: 110, waterMl: 2000 });
    expect(await inForce(person, today.add({ days: 8 }))).toEqual({ ...none, proteinG: 120 });
    expect((await inForce(person, today.add({ days: 15 })))?.energyKcal).toBe(2300);
    const [steps, weight] = await person.act(currentGoals);
    expect([steps?.status, weight?.status]).toEqual(['active', 'paused']);
    const resumed = person.act((ctx) => changeGoal(ctx, weight?.id ?? 0, { status: 'active' }));
    await expect(resumed).rejects.toThrow(/your health/);
  });

  it('is undone and redone as one with all that rested', async () => {
    const person = await makeWoman();
    await target(person, { energyKcal: 1600 });
    await person.act((ctx) => setGoal(ctx, { metric: 'weight', target: 64, by: null }));
    await say(person, 'breastfeeding', 'diabetes-medication');
    await person.act((ctx) => undoAction(ctx, last));
    expect((await person.act(healthOf)).flags).toEqual([]);
    expect((await inForce(person))?.energyKcal).toBe(1600);
    expect((await person.act(currentGoals))[0]?.status).toBe('active');
    await person.act((ctx) => redoAction(ctx, last));
    expect((await person.act(healthOf)).flags).toEqual(['breastfeeding', 'diabetes-medication']);
    expect(await inForce(person)).toBeNull();
    expect((await person.act(currentGoals))[0]?.status).toBe('paused');
  });

  it('changes nothing where it is known, and counts as asked', async () => {
    const person = await makePerson(db);
    expect((await person.act(healthOf)).isAsked).toBe(false);
    expect((await takeBack(person, 'pregnant')).actionId).toBeNull();
    expect((await person.act(healthOf)).isAsked).toBe(true);
    await say(person, 'pregnant');
    expect((await say(person, 'pregnant')).actionId).toBeNull();
  });

  it('leaves the rest of the person alone when it is undone', async () => {
    const person = await makePerson(db);
    await say(person, 'eating-disorder');
    await person.act((ctx) => changeProfile(ctx, { fullName: 'Ana' }));
    await person.act((ctx) => undoAction(ctx, last));
    const [row] = await db.select().from(users).where(eq(users.id, person.id));
    expect([row?.fullName, row?.healthFlags]).toEqual(['Ana', []]);
  });
});

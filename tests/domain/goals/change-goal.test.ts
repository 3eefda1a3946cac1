import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import { goalMilestones, measurements, userGoals } from '../../../db/schema/index.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { addMilestone } from '../../../src/domain/goals/add-milestone.ts';
import { changeGoal, type GoalChange } from '../../../src/domain/goals/change-goal.ts';
import { currentGoals } from '../../../src/domain/goals/current-goals.ts';
import { keepTarget } from '../../../src/domain/goals/keep-target.ts';
import { removeTarget } from '../../../src/domain/goals/remove-target.ts';
import { setGoal } from '../../../src/domain/goals/set-goal.ts';
import { setTarget } from '../../../src/domain/goals/set-target.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.PlainDate.from('2026-03-02');
const september = Temporal.PlainDate.from('2026-09-01');
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
  await weigh(82);
  await ana.act((ctx) => setGoal(ctx, { metric: 'weight', target: 75, by: september }));
});

const weigh = (kg: number, day = monday) =>
  ana.act((ctx) =>
    logMeasurements(ctx, [
      { metric: 'weight', value: kg, value2: null, typed: { value: kg, unit: 'kg' }, day, isDaySaid: true },
    ]),
  );
const goals = () => ana.act(currentGoals);
const only = async () => {
  const [goal] = await goals();
  if (!goal) throw new Error('No goal');
  return goal;
};
const change = async (to: GoalChange) => {
  const { id } = await only();
  return ana.act((ctx) => changeGoal(ctx, id, to));
};
const step = async (targetValue: number, targetDay: Temporal.PlainDate | null = null) => {
  const { id } = await only();
  return ana.act((ctx) => addMilestone(ctx, { goalId: id, title: `${targetValue} kg`, targetValue, targetDay }));
};

it('goes by what was measured last', async () => {
  expect(await only()).toMatchObject({ startValue: 82, currentValue: 82, progressPct: 0, title: 'weight' });
  await weigh(78.5, monday.add({ days: 7 }));
  expect(await only()).toMatchObject({ startValue: 82, currentValue: 78.5, progressPct: 50 });
  await weigh(74, monday.add({ days: 14 }));
  expect((await only()).progressPct).toBe(100);
});

it('takes every field it has, keeps the rest, and gives it back', async () => {
  const before = await only();
  const words = { title: 'Summer', description: 'the kids', notes: 'slowly' };
  const { actionId } = await change({ target: 76, by: Temporal.PlainDate.from('2026-07-01'), ...words });
  expect(await only()).toMatchObject({ ...words, targetValue: 76, startValue: 82 });
  expect((await only()).targetDay?.toString()).toBe('2026-07-01');
  expect((await only()).weeklyWeightChangeKg).toBeCloseTo(-0.347, 3);
  await ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }));
  expect(await only()).toEqual(before);
});

it('is judged like a new one', async () => {
  await expect(change({ target: 40 })).rejects.toMatchObject({ code: 'invalid' });
  await expect(change({ by: monday.add({ days: 20 }) })).rejects.toThrow('a week');
  await expect(ana.act((ctx) => changeGoal(ctx, 0, { target: 76 }))).rejects.toMatchObject({ code: 'not-found' });
});

it('is paused, resumed, reached and removed', async () => {
  await change({ status: 'paused' });
  expect(await only()).toMatchObject({ status: 'paused' });
  await change({ status: 'active' });
  await change({ status: 'completed' });
  expect(await goals()).toEqual([]);
  const [row] = await db.select().from(userGoals).where(eq(userGoals.userId, ana.id));
  expect([row?.status, row?.completedDay?.toString()]).toEqual(['completed', '2026-03-02']);
});

it('is not resumed beside another weight goal', async () => {
  await change({ status: 'paused' });
  const { id } = await only();
  await ana.act((ctx) => setGoal(ctx, { metric: 'weight', target: 78, by: null }));
  await expect(ana.act((ctx) => changeGoal(ctx, id, { status: 'active' }))).rejects.toThrow('another weight goal');
});

it('has milestones on the way, reached when a weight is', async () => {
  await step(80, Temporal.PlainDate.from('2026-05-01'));
  await step(77.5);
  await weigh(79.9, monday.add({ days: 7 }));
  const { milestones } = await only();
  expect(milestones.map(({ title, isReached }) => [title, isReached])).toEqual([
    ['80 kg', true],
    ['77.5 kg', false],
  ]);
  await expect(step(83)).rejects.toMatchObject({ code: 'invalid' });
  await expect(step(74)).rejects.toMatchObject({ code: 'invalid' });
  await expect(step(78, september.add({ days: 1 }))).rejects.toMatchObject({ code: 'invalid' });
  await ana.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }));
  await ana.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }));
  expect(await db.select().from(goalMilestones).where(eq(goalMilestones.userId, ana.id))).toHaveLength(1);
});

it('keeps a milestone that was reached, whatever is measured later, until that figure is gone', async () => {
  await step(79);
  const reachedAt = async () => {
    const [row] = await db.select().from(goalMilestones).where(eq(goalMilestones.userId, ana.id));
    return row?.reachedAt ?? null;
  };
  await weigh(80, monday.add({ days: 7 }));
  expect(await reachedAt()).toBeNull();
  const { actionId } = await weigh(78.8, monday.add({ days: 14 }));
  expect(await reachedAt()).not.toBeNull();
  await weigh(79.6, monday.add({ days: 15 }));
  expect((await only()).milestones).toMatchObject([{ isReached: true }]);
  await ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }));
  expect(await reachedAt()).toBeNull();
  expect((await only()).milestones).toMatchObject([{ isReached: false }]);
});

it('is no part of what was said, the moment a milestone was reached', async () => {
  await step(79);
  const { actionId } = await weigh(78.8, monday.add({ days: 14 }));
  await weigh(78.5, monday.add({ days: 21 }));
  await db.delete(measurements).where(and(eq(measurements.userId, ana.id), eq(measurements.value, 78.8)));
  await expect(ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }))).rejects.toThrow('nothing left');
});

it('knows the energy of the target that serves it', async () => {
  await ana.act((ctx) => setTarget(ctx, { ...noTarget, energyKcal: 2600 }));
  expect(await only()).toMatchObject({ dailyEnergyKcal: 2600 });
  await ana.act((ctx) => setTarget(ctx, { ...noTarget, waterMl: 2000 }));
  expect(await only()).toMatchObject({ dailyEnergyKcal: 2600 });
  await ana.act((ctx) => removeTarget(ctx, ['energyKcal']));
  expect(await only()).toMatchObject({ dailyEnergyKcal: null });
});

it('knows the energy of a target that begins later from its day on', async () => {
  await ana.act((ctx) => setTarget(ctx, { ...noTarget, energyKcal: 2600 }));
  const day = monday.add({ days: 7 });
  await ana.act((ctx) => keepTarget(ctx, day, { ...noTarget, energyKcal: 2300 }));
  expect(await only()).toMatchObject({ dailyEnergyKcal: 2600 });
  const then = day.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();
  expect(await ana.act(currentGoals, then)).toMatchObject([{ dailyEnergyKcal: 2300 }]);
});

const noTarget = { energyKcal: null, proteinG: null, carbsG: null, fatG: null, fiberG: null, waterMl: null };

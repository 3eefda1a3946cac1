import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import { exerciseLogs, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../../../src/domain/context.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logWorkouts, type WorkoutInput } from '../../../src/domain/training/log-workout.ts';
import { rateWorkout, type WorkoutRatings } from '../../../src/domain/training/rate-workout.ts';
import { removeWorkoutsOf } from '../../../src/domain/training/remove-workouts-of.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';
import { writtenMessage } from '../../support/record-of.ts';

const { db } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
});

const training = (...words: string[]): WorkoutInput => ({
  ...{ title: 'push day', day: Temporal.PlainDate.from('2026-03-02'), isDaySaid: false, time: null },
  durationMin: 40,
  exercises: words.map((one) => ({ exerciseId: null, words: one, superset: null, sets: [] })),
});
const train = (...words: string[]) => ana.act((ctx) => logWorkouts(ctx, [training(...words)]));
const rate = (ratings: Partial<WorkoutRatings>, minutes = 1) =>
  ana.act((ctx) => rateWorkout(ctx, null, ratings), noon.add({ minutes }));

async function kept() {
  const [session] = await db.select().from(workoutSessions).where(eq(workoutSessions.userId, ana.id));
  const logs = await db.select().from(exerciseLogs).where(eq(exerciseLogs.userId, ana.id)).orderBy(exerciseLogs.id);
  return {
    session: [session?.intensity, session?.fatigue, session?.soreness],
    exercises: logs.map(({ formQuality, restS }) => [formQuality, restS]),
  };
}

it('keeps intensity, fatigue and soreness of the training, form and rest of its exercises, and takes them back', async () => {
  await train('bench', 'dips');
  const before = await kept();
  const rated = await rate({ intensity: 8, fatigue: 6, soreness: 3, formQuality: 9, restS: 90 });
  expect(rated).toMatchObject({ title: 'push day', names: ['bench', 'dips'] });
  expect(await kept()).toEqual({
    session: [8, 6, 3],
    exercises: [
      [9, 90],
      [9, 90],
    ],
  });
  await ana.act((ctx) => undoAction(ctx, { actionId: rated.actionId, sourceMessageId: null }));
  expect(await kept()).toEqual(before);
});

it('leaves what is not said', async () => {
  await train('bench');
  await rate({ intensity: 8, restS: 60 });
  await rate({ formQuality: 7 });
  expect(await kept()).toEqual({ session: [8, null, null], exercises: [[7, 60]] });
});

it('finds no training after five minutes, and no exercise where none was named', async () => {
  await train();
  await expect(rate({ restS: 90 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(rate({ intensity: 8 }, 6)).rejects.toMatchObject({ code: 'not-found' });
});

it.each<Partial<WorkoutRatings>>([{ intensity: 11 }, { formQuality: 0 }, { fatigue: 5.5 }, { restS: 8000 }, {}])(
  'refuses %o',
  async (ratings) => {
    await train('bench');
    await expect(rate(ratings)).rejects.toMatchObject({ code: 'invalid' });
  },
);

it('stays with a training that is told anew, form and rest with the exercises that are still in it', async () => {
  const sourceMessageId = await writtenMessage(db, ana.id, `told:${ana.id}`);
  const about = (ctx: Context) => ({ ...ctx, sourceMessageId });
  await ana.act((ctx) => logWorkouts(about(ctx), [training('bench', 'dips')]));
  await rate({ intensity: 8, formQuality: 9, restS: 90 });
  await ana.act(async (ctx) => {
    const removed = await removeWorkoutsOf(about(ctx), sourceMessageId, 'your edit');
    await logWorkouts({ ...about(ctx), actionId: removed?.actionId ?? null }, [training('bench', 'rows')]);
  });
  expect(await kept()).toEqual({
    session: [8, null, null],
    exercises: [
      [9, 90],
      [null, null],
    ],
  });
});

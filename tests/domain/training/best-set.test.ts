import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { exercises } from '../../../db/schema/index.ts';
import { bestSet } from '../../../src/domain/training/best-set.ts';
import { logWorkouts, type WorkoutSetInput } from '../../../src/domain/training/log-workout.ts';
import { recordsOver } from '../../../src/domain/training/records-over.ts';
import { trainingsOver } from '../../../src/domain/training/trainings-over.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const day = (text: string) => Temporal.PlainDate.from(text);
const all = { from: null, to: null };

async function exerciseId(name: string): Promise<number> {
  const [row] = await db.select({ id: exercises.id }).from(exercises).where(eq(exercises.name, name));
  if (!row) throw new Error(`There is no ${name}`);
  return row.id;
}
const [squat, run] = [await exerciseId('Squat'), await exerciseId('Running')];

const blank = { loadValue: null, loadUnit: null, rpe: null, rir: null, restS: null, durationS: null, distanceM: null };
const lift = (weightKg: number, reps: number, kind: WorkoutSetInput['kind'] = 'working'): WorkoutSetInput => ({
  ...blank,
  kind,
  reps,
  weightKg,
});
const ran = (distanceM: number, durationS: number): WorkoutSetInput => ({
  ...blank,
  kind: 'working',
  reps: null,
  weightKg: null,
  distanceM,
  durationS,
});

async function did(person: Person, on: string, id: number, ...sets: WorkoutSetInput[]) {
  await person.act((ctx) =>
    logWorkouts(ctx, [
      {
        title: null,
        day: day(on),
        isDaySaid: true,
        time: null,
        durationMin: null,
        exercises: [{ exerciseId: id, words: 'x', superset: null, sets }],
      },
    ]),
  );
}

const squats = { exercise: { exerciseId: squat, name: 'Squat' } };

it('finds the heaviest set of a time, warm-ups aside, and more repetitions at one weight', async () => {
  const ana = await makePerson(db);
  await did(ana, '2025-12-30', squat, lift(140, 1));
  await did(ana, '2026-01-10', squat, lift(150, 3, 'warmup'), lift(120, 3));
  await did(ana, '2026-02-10', squat, lift(120, 5), lift(100, 8));
  const year = { from: day('2026-01-01'), to: day('2026-12-31') };
  const trainings = await ana.act((ctx) => trainingsOver(ctx, year, squats));
  const best = bestSet(trainings, 'heaviest');
  expect([best?.value, best?.set.reps, best?.day.toString()]).toEqual([120, 5, '2026-02-10']);
  expect(bestSet(trainings, 'most-reps')?.value).toBe(8);
  expect(bestSet(trainings, 'one-rep-max')?.value).toBeCloseTo(140);
});

it('finds the fastest run over a distance, and none over one never run', async () => {
  const ana = await makePerson(db);
  await did(ana, '2026-01-10', run, ran(5000, 1650));
  await did(ana, '2026-01-12', run, ran(5050, 1600));
  await did(ana, '2026-01-14', run, ran(1000, 240));
  const trainings = await ana.act((ctx) => trainingsOver(ctx, all, { exercise: { exerciseId: run, name: 'Running' } }));
  expect(bestSet(trainings, 'fastest', 5000)?.set.durationS).toBe(1600);
  expect(bestSet(trainings, 'fastest', 10_000)).toBeNull();
  expect(bestSet(trainings, 'longest')?.value).toBe(5050);
});

it('lists the trainings of a time, newest first, and of one exercise nothing but it', async () => {
  const ana = await makePerson(db);
  await did(ana, '2026-01-10', squat, lift(100, 5));
  await did(ana, '2026-01-12', run, ran(5000, 1650));
  const [both, one] = await ana.act(async (ctx) => [
    await trainingsOver(ctx, all),
    await trainingsOver(ctx, all, squats),
  ]);
  expect(both?.map((training) => training.day.toString())).toEqual(['2026-01-12', '2026-01-10']);
  expect(one?.map((training) => training.exercises.map(({ name }) => name))).toEqual([['Squat']]);
  const ben = await makePerson(db);
  expect(await ben.act((ctx) => trainingsOver(ctx, all))).toEqual([]);
});

it('tells what became a record within a time', async () => {
  const ana = await makePerson(db);
  await did(ana, '2026-01-10', squat, lift(100, 5));
  await did(ana, '2026-02-10', squat, lift(110, 5));
  await did(ana, '2026-03-10', squat, lift(90, 5));
  const february = { from: day('2026-02-01'), to: day('2026-02-28') };
  const march = { from: day('2026-03-01'), to: day('2026-03-31') };
  const [was, is] = await ana.act(async (ctx) => [await recordsOver(ctx, february), await recordsOver(ctx, march)]);
  expect(was?.[0]?.records.map(({ record }) => record.kind)).toEqual(['weight']);
  expect(is?.[0]?.records).toEqual([]);
  expect(is?.[0]?.best.value).toBe(90);
});

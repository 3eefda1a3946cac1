import { asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dailyLogs,
  exerciseLogs,
  exerciseSets,
  inboundMessages,
  measurements,
  workoutSessions,
} from '../../../db/schema/index.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { createExerciseIndex } from '../../../src/domain/training/exercise-index.ts';
import { keepOwnExercise } from '../../../src/domain/training/keep-own-exercise.ts';
import { loadExerciseIndex, loadOwnExercises } from '../../../src/domain/training/load-exercise-index.ts';
import {
  logWorkouts,
  type WorkoutExerciseInput,
  type WorkoutInput,
  type WorkoutSetInput,
} from '../../../src/domain/training/log-workout.ts';
import { hasWorkouts, removeWorkoutsOf } from '../../../src/domain/training/remove-workouts-of.ts';
import { workoutOverview } from '../../../src/domain/training/workout-overview.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const index = await loadExerciseIndex(db);
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const last = { actionId: null, sourceMessageId: null };

const one: WorkoutSetInput = {
  ...{ kind: 'working', reps: null, loadValue: null, loadUnit: null, weightKg: null },
  ...{ durationS: null, distanceM: null, rpe: null, rir: null, restS: null },
};
const lift = (weightKg: number | null, ...reps: number[]): WorkoutSetInput[] =>
  reps.map((n) => ({ ...one, reps: n, weightKg, loadValue: weightKg, loadUnit: weightKg === null ? null : 'kg' }));
const exercise = (words: string, sets: WorkoutSetInput[]): WorkoutExerciseInput => ({
  exerciseId: index.lookup(words)?.id ?? null,
  words,
  superset: null,
  sets,
});
const workout = (day: string, exercises: WorkoutExerciseInput[], more: Partial<WorkoutInput> = {}): WorkoutInput => ({
  title: null,
  day: Temporal.PlainDate.from(day),
  isDaySaid: false,
  time: null,
  durationMin: null,
  exercises,
  ...more,
});

const log = (person: Person, ...workouts: WorkoutInput[]) => person.act((ctx) => logWorkouts(ctx, workouts));

async function weigh(person: Person, day: string, value: number): Promise<void> {
  await db.insert(measurements).values({
    ...{ userId: person.id, day: Temporal.PlainDate.from(day), loggedAt: noon, createdAt: noon, timeZone: 'UTC' },
    ...{ metric: 'weight', value, typed: { value, unit: 'kg' } },
  });
}

/** Everything recorded of this person's training. */
const rowsOf = async (person: Person) => ({
  sessions: await db
    .select()
    .from(workoutSessions)
    .where(eq(workoutSessions.userId, person.id))
    .orderBy(asc(workoutSessions.id)),
  logs: await db.select().from(exerciseLogs).where(eq(exerciseLogs.userId, person.id)).orderBy(asc(exerciseLogs.id)),
  sets: await db.select().from(exerciseSets).where(eq(exerciseSets.userId, person.id)).orderBy(asc(exerciseSets.id)),
});

const burnedOn = async (person: Person) =>
  Object.fromEntries(
    (await db.select().from(dailyLogs).where(eq(dailyLogs.userId, person.id))).map((row) => [
      row.day.toString(),
      row.burnedKcal,
    ]),
  );

/** What a training has as records, in words. */
const recordsOf = async (person: Person, sessionId: number | undefined) =>
  (await person.act((ctx) => workoutOverview(ctx, sessionId ?? 0)))?.exercises.map(({ records }) =>
    records.map(({ kind, value }) => `${kind} ${Math.round(value * 100) / 100}`),
  );

describe('logging a workout', () => {
  test('writes one row a set, in order, with the load as typed and in kilograms', async () => {
    const person = await makePerson(db);
    const heavy = {
      ...one,
      kind: 'failure' as const,
      reps: 7,
      loadValue: 225,
      loadUnit: 'lb',
      weightKg: 225 * 0.45359237,
    };
    await log(
      person,
      workout(
        '2026-03-02',
        [
          exercise('bench press', [
            ...lift(60, 10).map((set) => ({ ...set, kind: 'warmup' as const })),
            ...lift(80, 8, 8),
            heavy,
          ]),
          { ...exercise('zorblatt thrusts', [{ ...one, reps: 12, rpe: 8.5, rir: 1, restS: 60 }]), superset: 1 },
          exercise('running', [{ ...one, distanceM: 5000, durationS: 1650 }]),
        ],
        { title: 'Push day', time: Temporal.PlainTime.from('07:30'), isDaySaid: true, durationMin: 75 },
      ),
    );
    const { sessions, logs, sets } = await rowsOf(person);
    expect(sessions).toMatchObject([
      { title: 'Push day', durationMin: 75, isDaySaid: true, timeZone: 'Europe/Madrid' },
    ]);
    expect(sessions[0]?.day.toString()).toBe('2026-03-02');
    expect(logs.map((row) => [row.exerciseName, row.exerciseWords, row.exerciseId === null, row.superset])).toEqual([
      ['Bench Press', 'bench press', false, null],
      ['zorblatt thrusts', 'zorblatt thrusts', true, 1],
      ['Running', 'running', false, null],
    ]);
    expect(
      sets.map((set) => [set.exerciseLogId, set.orderIndex, set.kind, set.reps, set.loadValue, set.loadUnit]),
    ).toEqual([
      [logs[0]?.id, 0, 'warmup', 10, 60, 'kg'],
      [logs[0]?.id, 1, 'working', 8, 80, 'kg'],
      [logs[0]?.id, 2, 'working', 8, 80, 'kg'],
      [logs[0]?.id, 3, 'failure', 7, 225, 'lb'],
      [logs[1]?.id, 0, 'working', 12, null, null],
      [logs[2]?.id, 0, 'working', null, null, null],
    ]);
    expect(sets[3]?.weightKg).toBeCloseTo(102.05828325, 8);
    expect(sets[4]).toMatchObject({ rpe: 8.5, rir: 1, restS: 60 });
    expect(sets[5]).toMatchObject({ distanceM: 5000, durationS: 1650 });
  });

  test('takes what an assisted exercise is loaded with as help', async () => {
    const person = await makePerson(db);
    const first = await log(person, workout('2026-03-01', [exercise('assisted pull-up', lift(40, 8))]));
    const next = await log(person, workout('2026-03-02', [exercise('assisted pull-up', lift(30, 8))]));
    expect((await rowsOf(person)).sets).toMatchObject([{ weightKg: -40, loadValue: 40 }, { weightKg: -30 }]);
    expect(await recordsOf(person, first.workouts[0]?.sessionId)).toEqual([[]]);
    expect(await recordsOf(person, next.workouts[0]?.sessionId)).toEqual([['weight -30']]);
  });

  test.each<[string, Partial<WorkoutSetInput>, Partial<WorkoutInput>, RegExp]>([
    ['a tonne and more', { weightKg: 2500 }, {}, /2500 kg\? Please check “squat”/],
    ['an RPE above ten', { rpe: 11 }, {}, /RPE/],
    ['half a repetition', { reps: 2.5 }, {}, /2\.5 repetitions/],
    ['more than a day', {}, { durationMin: 2000 }, /up to 24 hours/],
  ])('refuses %s and writes nothing', async (_, wrong, more, sentence) => {
    const person = await makePerson(db);
    const refused = log(person, workout('2026-03-02', [exercise('squat', [{ ...one, ...wrong }])], more));
    await expect(refused).rejects.toThrow(sentence);
    expect((await rowsOf(person)).sessions).toEqual([]);
  });

  test('keeps an exercise that is somebody else’s by the words', async () => {
    const [owner, other] = [await makePerson(db), await makePerson(db)];
    const own = {
      name: 'Garage sled',
      aliases: [],
      category: 'strength' as const,
      equipment: ['sled'],
      met: 8,
      bodyweightShare: null,
    };
    const { exerciseId } = await owner.act((ctx) => keepOwnExercise(ctx, own));
    await log(other, workout('2026-03-02', [{ exerciseId, words: 'sled thing', superset: null, sets: lift(50, 5) }]));
    expect((await rowsOf(other)).logs).toMatchObject([{ exerciseId: null, exerciseName: 'sled thing' }]);
  });
});

test('the kind of a training is that of its exercises', async () => {
  const kinds = async (...slugs: string[]) => {
    const person = await makePerson(db);
    await log(
      person,
      workout(
        '2026-03-02',
        slugs.map((slug) => exercise(slug, [{ ...one, durationS: 600 }])),
      ),
    );
    const rows = await db.select().from(workoutSessions).where(eq(workoutSessions.userId, person.id));
    return rows.map(({ sessionType }) => sessionType);
  };
  expect(await kinds('bench-press', 'squat')).toEqual(['strength']);
  expect(await kinds('running')).toEqual(['cardio']);
  expect(await kinds('bench-press', 'running')).toEqual(['mixed']);
});

describe('the energy of a workout', () => {
  const hour = () => exercise('running', [{ ...one, durationS: 3600 }]);
  const met = index.lookup('running')?.met ?? 0;
  const kcal = (kg: number) => Math.round(met * kg * 100) / 100;

  test('is MET × kg × h by the last weight up to the day, on the session and the day', async () => {
    const person = await makePerson(db);
    await weigh(person, '2026-02-01', 90);
    await weigh(person, '2026-02-20', 80);
    await weigh(person, '2026-03-05', 70);
    const { workouts, days } = await log(person, workout('2026-03-02', [hour()]), workout('2026-02-19', [hour()]));
    expect(workouts.map(({ burnedKcal }) => burnedKcal)).toEqual([kcal(80), kcal(90)]);
    expect(days.map(({ burnedKcal }) => burnedKcal)).toEqual([kcal(80), kcal(90)]);
    await log(person, workout('2026-03-02', [hour()]));
    expect(await burnedOn(person)).toEqual({ '2026-03-02': kcal(160), '2026-02-19': kcal(90) });
  });

  test('takes the first weight for a day before it', async () => {
    const person = await makePerson(db);
    await weigh(person, '2026-03-01', 80);
    expect((await log(person, workout('2026-02-01', [hour()]))).workouts).toMatchObject([{ burnedKcal: kcal(80) }]);
  });

  test('is none without a weight', async () => {
    const person = await makePerson(db);
    expect((await log(person, workout('2026-03-02', [hour()]))).workouts).toMatchObject([{ burnedKcal: null }]);
    expect((await rowsOf(person)).logs).toMatchObject([{ burnedKcal: null }]);
    expect(await burnedOn(person)).toEqual({ '2026-03-02': 0 });
  });
});

describe('taking a workout back', () => {
  test('undo and redo are exact to the row, and so is the day', async () => {
    const person = await makePerson(db);
    await weigh(person, '2026-03-01', 80);
    await log(person, workout('2026-03-02', [exercise('squat', lift(100, 5, 5))]));
    const before = [await rowsOf(person), await burnedOn(person)];
    await log(
      person,
      workout('2026-03-02', [exercise('bench press', lift(80, 8, 8)), exercise('plank', [{ ...one, durationS: 60 }])]),
    );
    const after = [await rowsOf(person), await burnedOn(person)];
    await person.act((ctx) => undoAction(ctx, last));
    expect([await rowsOf(person), await burnedOn(person)]).toEqual(before);
    await person.act((ctx) => redoAction(ctx, last));
    expect([await rowsOf(person), await burnedOn(person)]).toEqual(after);
  });

  test('removing what a message told takes its days along, and undo brings all of it back', async () => {
    const person = await makePerson(db);
    await weigh(person, '2026-03-01', 80);
    const [message] = await db
      .insert(inboundMessages)
      .values({
        ...{ userId: person.id, platform: 'telegram', kind: 'text', eventKey: `e${person.id}`, chatId: '1' },
        ...{ payload: {}, receivedAt: noon },
      })
      .returning({ id: inboundMessages.id });
    const sourceMessageId = message?.id ?? 0;
    await person.act((ctx) =>
      logWorkouts({ ...ctx, sourceMessageId }, [workout('2026-03-02', [exercise('bench press', lift(80, 8))])]),
    );
    const full = [await rowsOf(person), await burnedOn(person)];
    expect(await person.act((ctx) => hasWorkouts({ ...ctx, sourceMessageId }))).toBe(true);
    const removed = await person.act((ctx) => removeWorkoutsOf(ctx, sourceMessageId, 'removed'));
    expect(removed?.names).toEqual(['Bench Press']);
    expect(await rowsOf(person)).toEqual({ sessions: [], logs: [], sets: [] });
    expect(await burnedOn(person)).toEqual({ '2026-03-02': 0 });
    expect(await person.act((ctx) => removeWorkoutsOf(ctx, sourceMessageId, 'removed'))).toBeNull();
    expect(await person.act((ctx) => hasWorkouts({ ...ctx, sourceMessageId }))).toBe(false);
    await person.act((ctx) => undoAction(ctx, last));
    expect([await rowsOf(person), await burnedOn(person)]).toEqual(full);
  });
});

describe('the overview of a workout', () => {
  test('has the last time of each exercise, of this person alone', async () => {
    const [person, other] = [await makePerson(db), await makePerson(db)];
    await log(other, workout('2026-03-01', [exercise('squat', lift(200, 5))]));
    await log(person, workout('2026-02-20', [exercise('squat', lift(95, 5)), exercise('my odd lift', lift(10, 10))]));
    await log(person, workout('2026-02-27', [exercise('squat', lift(100, 5, 5, 4))]));
    const { workouts } = await log(
      person,
      workout('2026-03-02', [
        exercise('squat', lift(100, 5)),
        exercise('MY odd lift', lift(12, 8)),
        exercise('plank', [{ ...one, durationS: 60 }]),
      ]),
    );
    const sessionId = workouts[0]?.sessionId ?? 0;
    const overview = await person.act((ctx) => workoutOverview(ctx, sessionId));
    expect(
      overview?.exercises.map(
        ({ lastTime }) => lastTime && [lastTime.day.toString(), lastTime.sets.map(({ reps }) => reps)],
      ),
    ).toEqual([['2026-02-27', [5, 5, 4]], ['2026-02-20', [10]], null]);
    expect(await recordsOf(person, sessionId)).toEqual([[], ['weight 12', 'one-rep-max 15.2'], []]);
    expect(overview).toMatchObject({ volumeKg: 596, bodyKg: null, burnedKcal: null });
    expect(await other.act((ctx) => workoutOverview(ctx, sessionId))).toBeNull();
  });

  test('compares a training with what came before it, whenever that was logged', async () => {
    const person = await makePerson(db);
    const bench = (day: string, kg: number) => log(person, workout(day, [exercise('bench press', lift(kg, 5))]));
    const [first, second] = [await bench('2026-02-01', 80), await bench('2026-03-01', 85)];
    expect(await recordsOf(person, second.workouts[0]?.sessionId)).toEqual([
      ['weight 85', 'one-rep-max 99.17', 'volume 425'],
    ]);
    const between = await bench('2026-02-15', 90);
    expect(await recordsOf(person, between.workouts[0]?.sessionId)).toEqual([
      ['weight 90', 'one-rep-max 105', 'volume 450'],
    ]);
    expect(await recordsOf(person, second.workouts[0]?.sessionId)).toEqual([[]]);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await recordsOf(person, second.workouts[0]?.sessionId)).toEqual([
      ['weight 85', 'one-rep-max 99.17', 'volume 425'],
    ]);
    const earliest = await bench('2026-01-01', 60);
    expect(await recordsOf(person, earliest.workouts[0]?.sessionId)).toEqual([[]]);
    expect(await recordsOf(person, first.workouts[0]?.sessionId)).toEqual([
      ['weight 80', 'one-rep-max 93.33', 'volume 400'],
    ]);
  });

  test('takes trainings of one day in the order they were logged', async () => {
    const person = await makePerson(db);
    const { workouts } = await log(
      person,
      workout('2026-03-02', [exercise('bench press', lift(80, 5))]),
      workout('2026-03-02', [exercise('bench press', lift(85, 5)), exercise('bench press', lift(80, 9))]),
    );
    expect(await recordsOf(person, workouts[0]?.sessionId)).toEqual([[]]);
    expect(await recordsOf(person, workouts[1]?.sessionId)).toEqual([
      ['weight 85', 'reps 9', 'one-rep-max 104', 'volume 1145'],
      [],
    ]);
  });

  test('counts the body where it is moved', async () => {
    const person = await makePerson(db);
    await weigh(person, '2026-03-01', 80);
    const { workouts } = await log(person, workout('2026-03-02', [exercise('push-up', lift(null, 10, 10))]));
    const overview = await person.act((ctx) => workoutOverview(ctx, workouts[0]?.sessionId ?? 0));
    expect(overview?.volumeKg).toBeCloseTo(2 * 10 * 0.64 * 80, 9);
    expect(overview).toMatchObject({ bodyKg: 80, isTimeEstimated: true });
  });
});

describe('an exercise of one’s own', () => {
  const sled = {
    name: 'Garage sled',
    aliases: ['sled of doom'],
    category: 'strength' as const,
    equipment: ['sled'],
    met: 8,
    bodyweightShare: null,
  };
  const ownIndex = async (person: Person) => createExerciseIndex(await person.act((ctx) => loadOwnExercises(ctx.db)));

  test('is found by its names, by its owner alone, and its energy is estimated', async () => {
    const [owner, other] = [await makePerson(db), await makePerson(db)];
    await weigh(owner, '2026-03-01', 80);
    const { exerciseId } = await owner.act((ctx) => keepOwnExercise(ctx, sled));
    expect((await ownIndex(owner)).lookup('sled of doom')).toMatchObject({ id: exerciseId, source: 'own', met: 8 });
    expect((await ownIndex(other)).lookup('sled of doom')).toBeNull();
    const timed = [{ ...one, durationS: 3600 }];
    const { workouts } = await log(
      owner,
      workout('2026-03-02', [{ exerciseId, words: 'sled', superset: null, sets: timed }]),
    );
    expect(workouts).toMatchObject([{ burnedKcal: 640 }]);
  });

  test('kept again is the same one, and undo brings back what it was', async () => {
    const person = await makePerson(db);
    const { exerciseId } = await person.act((ctx) => keepOwnExercise(ctx, sled));
    expect(
      await person.act((ctx) => keepOwnExercise(ctx, { ...sled, name: 'garage SLED', aliases: [], met: null })),
    ).toMatchObject({ exerciseId });
    expect((await ownIndex(person)).lookup('sled of doom')).toBeNull();
    await person.act((ctx) => undoAction(ctx, last));
    expect((await ownIndex(person)).lookup('sled of doom')).toMatchObject({ name: 'Garage sled', met: 8 });
    await person.act((ctx) => undoAction(ctx, last));
    expect((await ownIndex(person)).lookup('garage sled')).toBeNull();
  });

  test.each([
    ['no name', { name: ' ' }, /needs a name/],
    ['a MET below rest', { met: 0.5 }, /between 1/],
    ['more than the whole body', { bodyweightShare: 2 }, /at most 1/],
  ])('is refused with %s', async (_, wrong, sentence) => {
    const person = await makePerson(db);
    await expect(person.act((ctx) => keepOwnExercise(ctx, { ...sled, ...wrong }))).rejects.toThrow(sentence);
  });
});

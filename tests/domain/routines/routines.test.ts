import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { reminders, scheduledRoutines, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../../../src/domain/context.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { isDoneAlready } from '../../../src/domain/reminders/is-done-already.ts';
import { findRoutine, plannedOver } from '../../../src/domain/routines/find-routines.ts';
import { keepRoutine, removeRoutine } from '../../../src/domain/routines/keep-routine.ts';
import { matchesOf } from '../../../src/domain/routines/match-routines.ts';
import { type RoutineLine, stateOf } from '../../../src/domain/routines/routine.ts';
import {
  moveScheduled,
  retimeRoutines,
  scheduleRoutine,
  settleScheduled,
} from '../../../src/domain/routines/schedule-routine.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { removeWorkoutsOf } from '../../../src/domain/training/remove-workouts-of.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';
import { writtenMessage } from '../../support/record-of.ts';

const { db } = await testDatabase();
/** In March 2026; the 2nd is a Monday. */
const day = (n: number) => Temporal.PlainDate.from({ year: 2026, month: 3, day: n });
const noon = (n: number) => day(n).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();
const last = { actionId: null, sourceMessageId: null };
const time = Temporal.PlainTime.from('18:00');

const line = (exerciseName: string, more: Partial<RoutineLine> = {}): RoutineLine => ({
  ...{ exerciseId: null, exerciseName, sets: 3, reps: 8, repsMax: null, isAmrap: false, durationS: null },
  ...{ distanceM: null, weightKg: null, percent: null, rpe: null, restS: null, weekday: null, weekNumber: null },
  ...{ superset: null, notes: null, ...more },
});

async function routineOf(
  person: Person,
  lines = ['bench', 'ohp', 'dips', 'plank'].map((name) => line(name)),
  name = 'Push day',
) {
  const { routineId } = await person.act((ctx) => keepRoutine(ctx, { name, lines }));
  const found = await person.act((ctx) => findRoutine(ctx, routineId));
  if (!found) throw new Error('The routine is not there');
  return found;
}

const set = { kind: 'working' as const, reps: 8, weightKg: 70, loadValue: 70, loadUnit: 'kg', durationS: null };
const log = (ctx: Context, n: number, names: readonly string[], title: string | null = null) =>
  logWorkouts(ctx, [
    {
      ...{ title, day: day(n), isDaySaid: true, time: null, durationMin: null },
      exercises: names.map((words) => ({
        ...{ exerciseId: null, words, superset: null },
        sets: [{ ...set, distanceM: null, rpe: null, rir: null, restS: null }],
      })),
    },
  ]);

const shown = async (person: Person, n = 2) =>
  (await person.act((ctx) => plannedOver(ctx, day(n), day(n + 27)))).map(
    ({ scheduled }) => `${scheduled.day.day} ${stateOf(scheduled)}`,
  );

describe('a routine on the calendar', () => {
  it('comes on its weekdays for its weeks, with one reminder, and said again takes the place of what was open', async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    const plan = { weekdays: [1, 3], time, from: day(2), weeks: 2 };
    await person.act((ctx) => scheduleRoutine(ctx, routine, plan));
    expect(await shown(person)).toEqual(['2 open', '4 open', '9 open', '11 open']);
    await person.act((ctx) => scheduleRoutine(ctx, routine, { ...plan, weekdays: [5] }));
    expect(await shown(person)).toEqual(['6 open', '13 open']);
    const rows = await db.select().from(reminders).where(eq(reminders.userId, person.id));
    expect(rows.filter(({ removedAt }) => removedAt === null)).toMatchObject([{ kind: 'workout', weekdays: [5] }]);
  });

  it('is undone as a whole and leaves no day behind', async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    await person.act((ctx) => scheduleRoutine(ctx, routine, { weekdays: [1], time, from: day(2), weeks: 3 }));
    const undone = await person.act((ctx) => undoAction(ctx, last));
    expect([await shown(person), undone.days]).toEqual([[], []]);
    await person.act((ctx) => redoAction(ctx, last));
    expect(await shown(person)).toHaveLength(3);
  });

  it('refuses days that have gone by and lengths nobody plans', async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    const plan = { weekdays: [1], time, from: day(2), weeks: 2 };
    for (const wrong of [{ from: day(1) }, { weeks: 0 }, { weeks: 53 }, { from: day(2).add({ years: 2 }) }])
      await expect(person.act((ctx) => scheduleRoutine(ctx, routine, { ...plan, ...wrong }))).rejects.toMatchObject({
        code: 'invalid',
      });
  });

  it('moves once without the others, and not onto itself', async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    await person.act((ctx) => scheduleRoutine(ctx, routine, { weekdays: [1, 3], time, from: day(2), weeks: 1 }));
    const [first] = await person.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!first) throw new Error('Nothing is planned');
    await expect(person.act((ctx) => moveScheduled(ctx, first, day(4)))).rejects.toThrow('already');
    await person.act((ctx) => moveScheduled(ctx, first, day(6)));
    expect(await shown(person)).toEqual(['4 open', '6 open']);
    const rows = await db.select().from(reminders).where(eq(reminders.userId, person.id));
    expect(rows.map(({ onDay }) => onDay?.day ?? null).sort()).toEqual([6, null]);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await shown(person)).toEqual(['2 open', '4 open']);
  });

  it('is said no more of once it is done, skipped or moved away, each routine by itself', async () => {
    const person = await makePerson(db);
    const push = (await routineOf(person)).routine;
    const legs = (await routineOf(person, [line('squat')], 'Legs')).routine;
    for (const one of [push, legs])
      await person.act((ctx) => scheduleRoutine(ctx, one, { weekdays: [], time, from: day(2), weeks: 1 }));
    const rows = await db.select().from(reminders).where(eq(reminders.userId, person.id));
    const reasons = () =>
      person.act(async (ctx) => {
        const said = [];
        for (const row of rows) said.push(await isDoneAlready(ctx, row, noon(2)));
        return said;
      });
    expect(await reasons()).toEqual([null, null]);
    await person.act((ctx) => log(ctx, 2, ['bench', 'ohp']));
    expect(await reasons()).toEqual(['done already', null]);
    const [, other] = await person.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!other) throw new Error('Nothing is planned');
    await person.act((ctx) => moveScheduled(ctx, other, day(3)));
    expect(await reasons()).toEqual(['done already', 'nothing planned']);
  });

  it('takes another time for what is ahead, or none', async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    await person.act((ctx) => scheduleRoutine(ctx, routine, { weekdays: [1], time, from: day(2), weeks: 2 }));
    const times = async () =>
      (await db.select().from(reminders).where(eq(reminders.userId, person.id)))
        .filter(({ removedAt }) => removedAt === null)
        .map(({ atTimes }) => String(atTimes));
    await person.act((ctx) => retimeRoutines(ctx, [routine.id], Temporal.PlainTime.from('07:00')));
    expect(await times()).toEqual(['07:00:00']);
    await person.act((ctx) => retimeRoutines(ctx, [routine.id], null));
    expect(await times()).toEqual([]);
    const stranger = await makePerson(db);
    await expect(stranger.act((ctx) => retimeRoutines(ctx, [routine.id], time))).rejects.toThrow('no longer there');
  });
});

describe('what was logged does what was planned', () => {
  const planned = async () => {
    const person = await makePerson(db);
    const { routine } = await routineOf(person);
    await person.act((ctx) => scheduleRoutine(ctx, routine, { weekdays: [1, 3], time, from: day(2), weeks: 1 }));
    return { person, routine };
  };

  it('with half of its exercises, over several messages, on its day only', async () => {
    const { person } = await planned();
    await person.act((ctx) => log(ctx, 2, ['bench', 'curls']));
    expect(await shown(person)).toEqual(['2 open', '4 open']);
    await person.act((ctx) => log(ctx, 3, ['bench', 'ohp']));
    expect(await shown(person)).toEqual(['2 open', '4 open']);
    await person.act((ctx) => log(ctx, 2, ['ohp']));
    expect(await shown(person)).toEqual(['2 done', '4 open']);
    const linked = await db.select().from(workoutSessions).where(eq(workoutSessions.userId, person.id));
    expect(linked.filter(({ scheduledRoutineId }) => scheduledRoutineId !== null)).toHaveLength(2);
  });

  it('where it is called like it', async () => {
    const { person } = await planned();
    await person.act((ctx) => log(ctx, 2, [], 'push day'));
    expect(await shown(person)).toEqual(['2 done', '4 open']);
  });

  it('and is open again with the workout undone, and done once it is back', async () => {
    const { person } = await planned();
    await person.act((ctx) => log(ctx, 2, ['bench', 'ohp']));
    await person.act((ctx) => undoAction(ctx, last));
    expect(await shown(person)).toEqual(['2 open', '4 open']);
    await person.act((ctx) => redoAction(ctx, last));
    expect(await shown(person)).toEqual(['2 done', '4 open']);
  });

  it('and is open again with the workout deleted', async () => {
    const { person } = await planned();
    const source = await writtenMessage(db, person.id, `w${person.id}`);
    await person.act((ctx) => log({ ...ctx, sourceMessageId: source }, 2, ['bench', 'ohp']));
    expect(await shown(person)).toEqual(['2 done', '4 open']);
    await person.act((ctx) => removeWorkoutsOf(ctx, source, 'gone'));
    expect(await shown(person)).toEqual(['2 open', '4 open']);
  });

  it('but not what is skipped, and what was said by hand stays', async () => {
    const { person } = await planned();
    const [monday, wednesday] = await person.act((ctx) => plannedOver(ctx, day(2), day(4)));
    if (!monday || !wednesday) throw new Error('Nothing is planned');
    await person.act((ctx) => settleScheduled(ctx, monday, 'skipped'));
    await person.act((ctx) => settleScheduled(ctx, wednesday, 'done'));
    for (const n of [2, 4]) await person.act((ctx) => log(ctx, n, ['bench', 'ohp']));
    expect(await shown(person)).toEqual(['2 skipped', '4 done']);
    for (const _ of [1, 2]) await person.act((ctx) => undoAction(ctx, last));
    expect(await shown(person)).toEqual(['2 skipped', '4 done']);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await shown(person)).toEqual(['2 skipped', '4 open']);
  });

  it('and what was done so cannot be called open while its workout is there', async () => {
    const { person } = await planned();
    await person.act((ctx) => log(ctx, 2, ['bench', 'ohp']));
    const [monday] = await person.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!monday) throw new Error('Nothing is planned');
    await expect(person.act((ctx) => settleScheduled(ctx, monday, 'open'))).rejects.toThrow('training you logged');
  });

  it('counting only the lines of its weekday', async () => {
    const person = await makePerson(db);
    const lines = [line('bench', { weekday: 1 }), line('squat', { weekday: 3 }), line('rows', { weekday: 3 })];
    const { routine } = await routineOf(person, lines, 'Split');
    await person.act((ctx) => scheduleRoutine(ctx, routine, { weekdays: [1, 3], time, from: day(2), weeks: 1 }));
    for (const n of [2, 4]) await person.act((ctx) => log(ctx, n, ['bench']));
    expect(await shown(person)).toEqual(['2 done', '4 open']);
  });

  it('giving each training to the plan it has most in common with', () => {
    const named = (...names: string[]) => names.map((name) => ({ exerciseId: null, name }));
    const plans = [
      { id: 1, name: 'Push', exercises: named('bench', 'ohp', 'dips') },
      { id: 2, name: 'Full', exercises: named('bench', 'squat', 'rows', 'ohp') },
    ];
    const done = (id: number, ...names: string[]) => ({ id, title: null, loggedAt: '', exercises: named(...names) });
    const matched = (...sessions: ReturnType<typeof done>[]) =>
      [...matchesOf(plans, sessions)].map(([id, fits]) => [id, fits.map((one) => one.id)]);
    expect(matched(done(7, 'Bench', 'squat', 'rows'))).toEqual([[2, [7]]]);
    expect(matched(done(7, 'bench', 'dips'), done(8, 'squat', 'rows'))).toEqual([
      [1, [7]],
      [2, [8]],
    ]);
    expect(matched(done(7, 'dips'))).toEqual([]);
  });
});

it('a routine of which something is done is put away, not deleted', async () => {
  const person = await makePerson(db);
  const found = await routineOf(person);
  await person.act((ctx) => scheduleRoutine(ctx, found.routine, { weekdays: [1, 3], time, from: day(2), weeks: 1 }));
  await person.act((ctx) => log(ctx, 2, ['bench', 'ohp']));
  await person.act((ctx) => removeRoutine(ctx, found));
  expect(await shown(person)).toEqual(['2 done']);
  expect(await db.select().from(scheduledRoutines).where(eq(scheduledRoutines.userId, person.id))).toHaveLength(1);
  await person.act((ctx) => undoAction(ctx, last));
  expect(await shown(person)).toEqual(['2 done', '4 open']);
});

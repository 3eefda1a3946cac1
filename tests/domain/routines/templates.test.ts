import { and, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  clientGroupMembers,
  clientGroups,
  clientRoutineAssignments,
  coachings,
  type PlannedExercise,
  reminders,
  routineExercises,
  users,
  workoutSessions,
} from '../../../db/schema/index.ts';
import { findReceivers, type Receiver, receiverOf } from '../../../src/domain/coaching/find-receivers.ts';
import { assignTemplate, endAssignments, moveToVersion } from '../../../src/domain/routines/assign-template.ts';
import { diffPlans } from '../../../src/domain/routines/diff-plans.ts';
import { listRoutines, plannedOver } from '../../../src/domain/routines/find-routines.ts';
import { planDays } from '../../../src/domain/routines/plan-days.ts';
import { stateOf } from '../../../src/domain/routines/routine.ts';
import { settleScheduled } from '../../../src/domain/routines/schedule-routine.ts';
import { findVersionById, holdersOf, listTemplates, saveTemplate } from '../../../src/domain/routines/templates.ts';
import { noteOnTraining, trainingLog } from '../../../src/domain/routines/training-log.ts';
import { usualTime } from '../../../src/domain/routines/usual-time.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
/** In March 2026; the 2nd is a Monday. */
const day = (n: number) => Temporal.PlainDate.from({ year: 2026, month: 3, day: n });
const noon = (n: number) => day(n).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();

const planned = (words: string, more: Partial<PlannedExercise> = {}): PlannedExercise => ({
  ...{ week: null, phase: null, day: 1, dayName: null, weekday: null, words, exerciseName: words, exerciseId: null },
  ...{ sets: 3, reps: 8, repsMax: null, isAmrap: false, durationS: null, distanceM: null, weightKg: null },
  ...{ loadValue: null, loadUnit: null, percent: null, rpe: null, restS: null, superset: null, notes: null, ...more },
});

const two = [planned('bench', { phase: 'Base' }), planned('squat', { day: 2, dayName: 'Legs' })];

/** A coach with a client who shares their training, and lets it be written unless told. */
async function pair(canWrite = true): Promise<{ coach: Person; client: Person }> {
  const made = await makePerson(db);
  const client = await makePerson(db);
  await coached(db, made, client, `Anna ${client.id}`);
  if (canWrite)
    await db
      .update(coachings)
      .set({ canWrite: ['training'] })
      .where(eq(coachings.clientId, client.id));
  return { coach: await asNow(made), client };
}

/** With the role they have by now. */
async function asNow(person: Person): Promise<Person> {
  const user = await findUser(db, person.id);
  if (!user) throw new Error('Nobody is there');
  return { id: person.id, act: (run, at) => person.act((ctx) => run({ ...ctx, user }), at) };
}

const save = (coach: Person, exercises: readonly PlannedExercise[], text: string) =>
  coach.act((ctx) => saveTemplate(ctx, { name: 'Push-pull', sourceText: text, exercises }));

const receiver = (coach: Person, client: Person): Promise<Receiver> =>
  coach.act(async (ctx) => {
    const found = await receiverOf(ctx, client.id);
    if (!found) throw new Error('That is no client');
    return found;
  });

async function give(coach: Person, client: Person, weeks = 2, exercises = two) {
  const { template, version } = await save(coach, exercises, JSON.stringify(exercises));
  const to = await receiver(coach, client);
  const plan = planDays(exercises, { from: day(2), weekdays: [], weeks });
  return coach.act((ctx) => assignTemplate(ctx, to, { template, version, plan, time: usualTime }));
}

const shown = async (client: Person) =>
  (await client.act((ctx) => plannedOver(ctx, day(1), day(31)))).map(
    ({ routine, scheduled }) =>
      `${scheduled.day.day} ${routine.name} ${stateOf(scheduled)} w${scheduled.weekNumber}d${scheduled.dayNumber}`,
  );

describe('a template', () => {
  it('is saved in versions that stay, one name whatever its case', async () => {
    const { coach } = await pair();
    const first = await save(coach, two, 'a');
    expect((await save(coach, two, 'a')).actionId).toBeNull();
    const second = await coach.act((ctx) =>
      saveTemplate(ctx, { name: 'PUSH-PULL', sourceText: 'b', exercises: [planned('row')] }),
    );
    expect([first.version.version, second.version.version, second.before?.version]).toEqual([1, 2, 1]);
    expect(await coach.act((ctx) => findVersionById(ctx, first.version.id))).toMatchObject({
      sourceText: 'a',
      exercises: two,
    });
  });

  it('is for coaches, and for nobody else to see', async () => {
    const { coach, client } = await pair();
    const { version } = await save(coach, two, 'a');
    const other = await pair();
    await expect(save(client, two, 'a')).rejects.toThrow('for coaches');
    for (const one of [client, other.coach, other.client]) {
      expect(await one.act((ctx) => listTemplates(ctx))).toEqual([]);
      expect(await one.act((ctx) => findVersionById(ctx, version.id))).toBeNull();
    }
  });
});

describe('days of a plan', () => {
  const from = day(4);
  const days = (exercises: readonly PlannedExercise[], weekdays: number[] = [], weeks = 1) =>
    planDays(exercises, { from, weekdays, weeks }).map((one) => one.days.map((at) => at.day.day).join(' '));

  it('are those said, those of the headings, or evenly from the first on', () => {
    const three = [1, 2, 3].map((n) => planned('bench', { day: n }));
    expect(days(three)).toEqual(['4', '6', '8']);
    expect(days(three, [1, 3, 5])).toEqual(['9', '4', '6']);
    expect(days([planned('bench', { weekday: 1 }), planned('squat', { day: 2, weekday: 5 })], [], 2)).toEqual([
      '9 16',
      '6 13',
    ]);
  });

  it('take as long as the weeks it names, each week its own trainings', () => {
    const plan = [planned('bench', { week: 1 }), planned('squat', { week: 1, day: 2 }), planned('bench', { week: 2 })];
    expect(days(plan, [], 9)).toEqual(['4 11', '7']);
  });

  it('do not fit where weekdays are too few or the same', () => {
    const both = [planned('bench', { weekday: 1 }), planned('squat', { day: 2, weekday: 1 })];
    expect(() => days(both)).toThrow('one weekday');
    expect(() => days(both, [1])).toThrow('name 2 weekdays');
  });
});

describe('giving a template', () => {
  it('puts routines, days and reminders into the client’s plan, pinned to the version', async () => {
    const { coach, client } = await pair();
    const { count } = await give(coach, client);
    expect(count).toBe(4);
    expect(await shown(client)).toEqual([
      '2 Push-pull – day 1 open w1d1',
      '5 Push-pull – Legs open w1d2',
      '9 Push-pull – day 1 open w2d1',
      '12 Push-pull – Legs open w2d2',
    ]);
    const a = clientRoutineAssignments;
    const rows = await db.select().from(a).where(eq(a.clientId, client.id));
    expect(rows).toMatchObject([
      { coachId: coach.id, isRecurring: true, recurringWeekday: 1 },
      { coachId: coach.id, isRecurring: true, recurringWeekday: 4 },
    ]);
    const standing = and(eq(reminders.userId, client.id), isNull(reminders.removedAt));
    expect(await db.select().from(reminders).where(standing)).toMatchObject([
      { kind: 'workout', setById: coach.id, weekdays: [1] },
      { kind: 'workout', setById: coach.id, weekdays: [4] },
    ]);
  });

  it('once is no recurring one', async () => {
    const { coach, client } = await pair();
    await give(coach, client, 1);
    const rows = await db
      .select()
      .from(clientRoutineAssignments)
      .where(eq(clientRoutineAssignments.clientId, client.id));
    expect(rows).toMatchObject([
      { isRecurring: false, recurringWeekday: null },
      { isRecurring: false, recurringWeekday: null },
    ]);
  });

  it('again replaces what is open, and keeps what is done', async () => {
    const { coach, client } = await pair();
    await give(coach, client);
    const [first] = await client.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!first) throw new Error('Nothing is planned');
    await client.act((ctx) => settleScheduled(ctx, first, 'done'));
    await give(coach, client, 1);
    expect(await shown(client)).toEqual([
      '2 Push-pull – day 1 done w1d1',
      '2 Push-pull – day 1 open w1d1',
      '5 Push-pull – Legs open w1d2',
    ]);
  });

  it('needs the client’s consent to write, in the verb and in the database', async () => {
    const { coach, client } = await pair(false);
    await expect(give(coach, client)).rejects.toMatchObject({ code: 'not-allowed' });
    const { template, version } = await save(coach, two, 'a');
    const to = { ...(await receiver(coach, client)), canWrite: true };
    const plan = planDays(two, { from: day(2), weekdays: [], weeks: 1 });
    await expect(
      coach.act((ctx) => assignTemplate(ctx, to, { template, version, plan, time: usualTime })),
    ).rejects.toThrow();
    expect(await shown(client)).toEqual([]);
  });

  it('reaches nobody who is another coach’s client, or was one', async () => {
    const { coach, client } = await pair();
    const other = await pair();
    await give(coach, client);
    const to = await receiver(coach, client);
    const { template } = await save(coach, two, JSON.stringify(two));
    expect(await other.coach.act((ctx) => receiverOf(ctx, client.id))).toBeNull();
    const stolen = await save(other.coach, two, 'a');
    const plan = planDays(two, { from: day(2), weekdays: [], weeks: 1 });
    await expect(
      other.coach.act((ctx) => assignTemplate(ctx, to, { ...stolen, plan, time: usualTime })),
    ).rejects.toThrow();
    await db
      .update(coachings)
      .set({ endedAt: noon(1) })
      .where(eq(coachings.clientId, client.id));
    expect(await coach.act((ctx) => receiverOf(ctx, client.id))).toBeNull();
    expect(await coach.act((ctx) => listRoutines({ ...ctx, user: to.user }))).toEqual([]);
    await expect(coach.act((ctx) => endAssignments(ctx, to, template))).resolves.toBe(0);
    expect(await shown(client)).toHaveLength(4);
  });

  it('finds the members of a group of the coach’s', async () => {
    const { coach, client } = await pair();
    const [group] = await db
      .insert(clientGroups)
      .values({ coachId: coach.id, name: 'Beginners', createdAt: noon(1), updatedAt: noon(1) })
      .returning({ id: clientGroups.id });
    await db.insert(clientGroupMembers).values({ groupId: group?.id ?? 0, clientId: client.id, createdAt: noon(1) });
    for (const name of ['beginners', 'all beginners', 'the Beginners group'])
      expect((await coach.act((ctx) => findReceivers(ctx, [name]))).receivers, name).toMatchObject([
        { canWrite: true },
      ]);
    const other = await pair();
    expect((await other.coach.act((ctx) => findReceivers(ctx, ['beginners']))).unknown).toEqual(['beginners']);
  });

  it('finds clients by name, part of it, or all of them, and says who is meant by several', async () => {
    const { coach, client } = await pair();
    const another = await makePerson(db);
    await db.update(users).set({ fullName: 'Anna Zed' }).where(eq(users.id, another.id));
    const ends = { startedAt: noon(1), createdAt: noon(1), updatedAt: noon(1) };
    await db.insert(coachings).values({ coachId: coach.id, clientId: another.id, canRead: [], canWrite: [], ...ends });
    const found = (...names: string[]) => coach.act((ctx) => findReceivers(ctx, names));
    expect((await found('everyone')).receivers).toHaveLength(2);
    expect((await found('zed')).receivers).toMatchObject([{ name: 'Anna Zed', canWrite: false }]);
    expect((await found('anna')).ambiguous).toMatchObject([{ name: 'anna' }]);
    expect((await found('nobody')).unknown).toEqual(['nobody']);
    expect((await found(`anna ${client.id}`, 'everyone')).receivers).toHaveLength(2);
  });
});

describe('a new version', () => {
  it('says what is another', () => {
    const after = [planned('bench', { sets: 5, phase: 'Base' }), planned('row'), planned('press', { day: 3 })];
    expect(diffPlans(two, after).map(({ kind, day: at }) => `${kind} ${at}`)).toEqual([
      'exercise-changed 1',
      'exercise-added 1',
      'day-removed 2',
      'day-added 3',
    ]);
    expect(diffPlans(two, two)).toEqual([]);
  });

  it('takes the days ahead of those who move, adds its new ones, and leaves what was done as it was', async () => {
    const { coach, client } = await pair();
    await give(coach, client);
    const [first] = await client.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!first) throw new Error('Nothing is planned');
    await client.act((ctx) => settleScheduled(ctx, first, 'done'));
    const next = await save(coach, [planned('bench', { sets: 5 }), planned('row', { day: 3, dayName: 'Back' })], 'b');
    const to = await receiver(coach, client);
    await coach.act((ctx) => moveToVersion(ctx, to, next.template, next.version), noon(3));
    expect(await shown(client)).toEqual([
      '2 Push-pull – day 1 done w1d1',
      '5 Push-pull – Back open w1d3',
      '9 Push-pull – day 1 open w2d1',
      '12 Push-pull – Back open w2d3',
    ]);
    const old = await db.select().from(routineExercises).where(eq(routineExercises.routineId, first.routine.id));
    expect(old).toMatchObject([{ exerciseName: 'bench', sets: 3 }]);
    expect(await coach.act((ctx) => holdersOf(ctx, next.template.id))).toMatchObject([{ version: 2 }]);
  });
});

it('ending takes what is ahead, and nothing else', async () => {
  const { coach, client } = await pair();
  await give(coach, client);
  const [first] = await client.act((ctx) => plannedOver(ctx, day(2), day(2)));
  if (!first) throw new Error('Nothing is planned');
  await client.act((ctx) => settleScheduled(ctx, first, 'skipped'));
  const [{ template }] = (await coach.act((ctx) => listTemplates(ctx))) as [Awaited<ReturnType<typeof save>>];
  const to = await receiver(coach, client);
  expect(await coach.act((ctx) => endAssignments(ctx, to, template), noon(3))).toBe(3);
  expect(await shown(client)).toEqual(['2 Push-pull – day 1 skipped w1d1']);
  expect(await client.act((ctx) => listRoutines(ctx))).toEqual([]);
  const standing = and(eq(reminders.userId, client.id), isNull(reminders.removedAt));
  expect(await db.select().from(reminders).where(standing)).toEqual([]);
});

describe('the training log', () => {
  const log = (client: Person) =>
    client.act((ctx) =>
      logWorkouts(ctx, [
        {
          ...{ title: null, day: day(2), isDaySaid: true, time: null, durationMin: 40 },
          exercises: [
            {
              ...{ exerciseId: null, words: 'bench', superset: null },
              sets: [
                {
                  ...{ kind: 'working', reps: 8, weightKg: 70, loadValue: 70, loadUnit: 'kg', durationS: null },
                  ...{ distanceM: null, rpe: null, rir: null, restS: null },
                },
              ],
            },
          ],
        },
      ]),
    );

  it('has the place in the programme that a planned training had', async () => {
    const { coach, client } = await pair();
    await give(coach, client);
    await log(client);
    const [session] = await db.select().from(workoutSessions).where(eq(workoutSessions.userId, client.id));
    expect(session).toMatchObject({ programPhase: 'Base', weekNumber: 1, dayNumber: 1 });
    const to = await receiver(coach, client);
    expect(await coach.act((ctx) => trainingLog({ db: ctx.db, user: to.user }, { limit: 5 }))).toMatchObject([
      { routine: 'Push-pull – day 1', programPhase: 'Base', durationMin: 40, exercises: ['bench'] },
    ]);
  });

  it('takes the coach’s words, which the client reads, with consent to write', async () => {
    const { coach, client } = await pair();
    const to = await receiver(coach, client);
    const note = (who: Person, receiving: Receiver) =>
      who.act((ctx) => noteOnTraining(ctx, receiving, { day: null, note: 'depth better' }));
    await expect(note(coach, to)).rejects.toThrow('no training on record');
    await log(client);
    await note(coach, to);
    const own = await findUser(db, client.id);
    if (!own) throw new Error('Nobody is there');
    expect(await client.act((ctx) => trainingLog({ db: ctx.db, user: own }, { limit: 1 }))).toMatchObject([
      { coachNotes: 'depth better' },
    ]);
    await expect(note(coach, { ...to, canWrite: false })).rejects.toMatchObject({ code: 'not-allowed' });
    const other = await pair();
    await expect(note(other.coach, to)).rejects.toThrow('no training on record');
  });
});

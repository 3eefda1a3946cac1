import { and, eq, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkIns, coachings, type PlannedExercise, reminders } from '../../../db/schema/index.ts';
import { answerCheckIn } from '../../../src/domain/check-ins/answer-check-in.ts';
import { addQuestions, listForms } from '../../../src/domain/check-ins/check-in-form.ts';
import { beginCheckIn } from '../../../src/domain/check-ins/current-check-in.ts';
import { handInCheckIn } from '../../../src/domain/check-ins/hand-in.ts';
import { reviewCheckIn } from '../../../src/domain/check-ins/review-check-in.ts';
import { clientOf } from '../../../src/domain/coaching/clients.ts';
import { addCoachNote, listCoachNotes, removeCoachNote } from '../../../src/domain/coaching/coach-notes.ts';
import { receiverOf } from '../../../src/domain/coaching/find-receivers.ts';
import { inAction } from '../../../src/domain/conversation/record-action.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { assignDiet } from '../../../src/domain/diets/assign-diet.ts';
import { dietsOf, dietVersion } from '../../../src/domain/diets/find-diet.ts';
import { keepDiet } from '../../../src/domain/diets/keep-diet.ts';
import { findSnippet, saveSnippet } from '../../../src/domain/messages/snippets.ts';
import { assignTemplate, endAssignments } from '../../../src/domain/routines/assign-template.ts';
import { listRoutines, plannedOver } from '../../../src/domain/routines/find-routines.ts';
import { type PlanDay, planDays } from '../../../src/domain/routines/plan-days.ts';
import { settleScheduled } from '../../../src/domain/routines/schedule-routine.ts';
import { listTemplates, saveTemplate } from '../../../src/domain/routines/templates.ts';
import { usualTime } from '../../../src/domain/routines/usual-time.ts';
import { giveActionItems } from '../../../src/domain/sessions/give-action-items.ts';
import { completeSession, noteSession, rateSession } from '../../../src/domain/sessions/hold-session.ts';
import { cancelSession, moveSession, planSession } from '../../../src/domain/sessions/plan-session.ts';
import { sessionOf } from '../../../src/domain/sessions/session.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { personLock } from '../../../src/domain/users/lock-person.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
/** In March 2026; the 2nd is a Monday. */
const day = (n: number) => Temporal.PlainDate.from({ year: 2026, month: 3, day: n });
const noon = (n: number) => day(n).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();
const last = { actionId: null, sourceMessageId: null };

let coach: Person;
let anna: Person;

beforeEach(async () => {
  const made = await makePerson(db);
  anna = await makePerson(db);
  await coached(db, made, anna, 'Anna');
  await db
    .update(coachings)
    .set({ canWrite: ['food', 'training', 'messages'] })
    .where(eq(coachings.clientId, anna.id));
  const user = await findUser(db, made.id);
  if (!user) throw new Error('Nobody is there');
  coach = { id: made.id, act: (run, at) => made.act((ctx) => run({ ...ctx, user }), at) };
});

const undo = (person: Person) => person.act((ctx) => undoAction(ctx, last));
/** Whom an undo concerns besides whoever said it, and in what. */
const concerns = async (person: Person) =>
  (await undo(person)).others.map(({ userId, table }) => `${userId === anna.id ? 'anna' : 'coach'} ${table}`).sort();

const planned = (words: string, dayNumber: number): PlannedExercise => ({
  ...{ week: null, phase: null, day: dayNumber, dayName: words, weekday: null, words, exerciseName: words },
  ...{ exerciseId: null, sets: 3, reps: 8, repsMax: null, isAmrap: false, durationS: null, distanceM: null },
  ...{ weightKg: null, loadValue: null, loadUnit: null, percent: null, rpe: null, restS: null },
  ...{ superset: null, notes: null },
});
const exercises = [planned('bench', 1), planned('squat', 2)];

async function template() {
  return coach.act((ctx) => saveTemplate(ctx, { name: 'Push-pull', sourceText: 'x', exercises }));
}
const receiver = () =>
  coach.act(async (ctx) => {
    const found = await receiverOf(ctx, anna.id);
    if (!found) throw new Error('That is no client');
    return found;
  });

async function give(plan: readonly PlanDay[] = planDays(exercises, { from: day(2), weekdays: [], weeks: 2 })) {
  const made = await template();
  const to = await receiver();
  await coach.act((ctx) => assignTemplate(ctx, to, { ...made, plan, time: usualTime }));
  return { ...made, to };
}

const calendar = async () =>
  (await anna.act((ctx) => plannedOver(ctx, day(1), day(31)))).map(({ scheduled }) => scheduled.day.day);
const standing = async (person: Person) =>
  (
    await db
      .select()
      .from(reminders)
      .where(and(eq(reminders.userId, person.id), isNull(reminders.removedAt)))
  ).map(({ kind }) => kind);

describe('a training plan', () => {
  it('goes from the client’s calendar and reminders when the giving is undone, and comes back when it is done again', async () => {
    await give();
    expect(await calendar()).toEqual([2, 5, 9, 12]);
    expect(await concerns(coach)).toEqual([
      'anna client_routine_assignments',
      'anna reminders',
      'anna routine_exercises',
      'anna routines',
      'anna scheduled_routines',
    ]);
    expect([await calendar(), await standing(anna)]).toEqual([[], []]);
    await coach.act((ctx) => redoAction(ctx, last));
    expect([await calendar(), await standing(anna)]).toEqual([
      [2, 5, 9, 12],
      ['workout', 'workout'],
    ]);
  });

  it('comes back with its reminders when its end is undone', async () => {
    const { template: made, to } = await give();
    await coach.act((ctx) => endAssignments(ctx, to, made), noon(4));
    expect([await calendar(), await standing(anna)]).toEqual([[], []]);
    await coach.act((ctx) => undoAction(ctx, last), noon(6));
    expect(await calendar()).toEqual([2, 5, 9, 12]);
    expect(await standing(anna)).toEqual(['workout', 'workout']);
  });

  it('stays where the client has trained by it since', async () => {
    await give();
    const [first] = await anna.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!first) throw new Error('Nothing is planned');
    await anna.act((ctx) => settleScheduled(ctx, first, 'done'));
    await expect(undo(coach)).rejects.toThrow('done by now');
    expect(await calendar()).toEqual([2, 5, 9, 12]);
  });

  it('ends as a whole, also where two of its trainings begin on one day', async () => {
    const one = { weekday: 4, days: [{ day: day(5), weekNumber: 1 }] };
    const { template: made, to } = await give([
      { dayNumber: 1, dayName: 'bench', ...one },
      { dayNumber: 2, dayName: 'squat', ...one },
    ]);
    expect(await calendar()).toEqual([5, 5]);
    expect(await coach.act((ctx) => endAssignments(ctx, to, made))).toBe(2);
    expect([await calendar(), await standing(anna)]).toEqual([[], []]);
    expect(await anna.act((ctx) => listRoutines(ctx))).toEqual([]);
  });

  it('waits for what the client is doing at that moment', async () => {
    const { template: made, to } = await give();
    const [first] = await anna.act((ctx) => plannedOver(ctx, day(2), day(2)));
    if (!first) throw new Error('Nothing is planned');
    const order: string[] = [];
    let ending: Promise<unknown> = Promise.resolve();
    await anna.act(async (ctx) => {
      await ctx.db.execute(sql`select ${personLock(anna.id)}`);
      ending = coach.act((other) => endAssignments(other, to, made)).then(() => order.push('ended'));
      await new Promise((resolve) => setTimeout(resolve, 150));
      await settleScheduled(ctx, first, 'done');
      order.push('done');
    });
    await ending;
    expect(order).toEqual(['done', 'ended']);
    expect(await calendar()).toEqual([2]);
  });
});

describe('a template', () => {
  it('is taken back with its name, and stays once somebody was given it', async () => {
    await template();
    await undo(coach);
    expect(await coach.act((ctx) => listTemplates(ctx))).toEqual([]);
    const { actionId } = await give();
    const saving = { actionId, sourceMessageId: null };
    await expect(coach.act((ctx) => undoAction(ctx, saving))).rejects.toThrow('given it since');
    await undo(coach);
    await coach.act((ctx) => undoAction(ctx, saving));
    expect(await coach.act((ctx) => listTemplates(ctx))).toEqual([]);
  });

  it('of meals likewise, version by version', async () => {
    const diet = {
      description: null,
      targets: null,
      meals: [{ weekday: null, slot: 'lunch', text: 'rice', items: [] }],
    };
    const first = await coach.act((ctx) => keepDiet(ctx, 'Lean cut', 'a', diet));
    await coach.act((ctx) => keepDiet(ctx, 'Lean cut', 'b', { ...diet, description: 'more' }));
    await undo(coach);
    expect(await coach.act((ctx) => dietsOf(ctx))).toMatchObject([{ version: 1, description: null }]);
    await coach.act(async (ctx) => {
      const client = await clientOf(ctx, anna.id);
      const known = await dietVersion(ctx, first.templateId);
      if (!client) throw new Error('That is no client');
      return assignDiet(ctx, { client: client.user, clientName: 'Anna', diet: known, fromDay: day(2), weeks: null });
    });
    const saving = { actionId: first.actionId, sourceMessageId: null };
    await expect(coach.act((ctx) => undoAction(ctx, saving))).rejects.toThrow('given it since');
    expect(await concerns(coach)).toEqual(['anna client_diet_assignments', 'anna user_daily_meal_plans']);
  });
});

describe('a session', () => {
  const startsAt = noon(10);
  const plan = () => coach.act((ctx) => planSession(ctx, { clientId: anna.id, startsAt, durationMin: 30, topics: [] }));

  it('is gone for both when its planning is undone, and both are reminded again when its calling off is', async () => {
    await plan();
    expect(await concerns(coach)).toEqual(['anna coaching_sessions']);
    expect([...(await standing(anna)), ...(await standing(coach))]).toEqual([]);
    const { session } = await plan();
    await anna.act((ctx) => cancelSession(ctx, session.id));
    expect([...(await standing(anna)), ...(await standing(coach))]).toEqual([]);
    expect(await concerns(anna)).toEqual(['coach coaching_sessions']);
    const two = ['coaching_session', 'coaching_session'];
    expect([await standing(anna), await standing(coach)]).toEqual([two, two]);
  });

  it('that the other one has changed since stays as it is', async () => {
    const { session } = await plan();
    const standsAt = () => coach.act(async (ctx) => String((await sessionOf(ctx, session.id)).startsAt));
    await coach.act((ctx) => moveSession(ctx, session.id, noon(11)));
    await anna.act((ctx) => moveSession(ctx, session.id, noon(12)));
    await expect(undo(coach)).rejects.toThrow('changed since');
    expect(await standsAt()).toBe(String(noon(12)));
    await undo(anna);
    await undo(coach);
    expect(await standsAt()).toBe(String(startsAt));
    await anna.act((ctx) => moveSession(ctx, session.id, noon(13)));
    await expect(coach.act((ctx) => redoAction(ctx, last))).rejects.toThrow('changed since');
    expect(await standsAt()).toBe(String(noon(13)));
  });

  it('that was changed in another way since loses that change alone', async () => {
    const { session } = await plan();
    await coach.act((ctx) => moveSession(ctx, session.id, noon(11)));
    await anna.act((ctx) => noteSession(ctx, session.id, { topics: ['knee'] }));
    await undo(coach);
    expect(await coach.act((ctx) => sessionOf(ctx, session.id))).toMatchObject({ topics: ['knee'], startsAt });
  });

  it('that the client has rated has been held', async () => {
    const { session } = await plan();
    const { actionId } = await coach.act(async (ctx) => {
      const about = await inAction(ctx, 'a session held');
      await noteSession(about, session.id, { nextSessionDay: day(20) });
      await completeSession(about, session.id, null);
      return about;
    }, noon(11));
    await anna.act((ctx) => rateSession(ctx, session.id, 8), noon(11));
    const held = { actionId, sourceMessageId: null };
    await expect(coach.act((ctx) => undoAction(ctx, held), noon(11))).rejects.toThrow('rated');
    await undo(anna);
    await coach.act((ctx) => undoAction(ctx, held), noon(11));
    expect(await coach.act((ctx) => sessionOf(ctx, session.id))).toMatchObject({ completedAt: null, rating: null });
  });

  it('concerns the other one only in what they were told of', async () => {
    const { session } = await plan();
    await coach.act((ctx) => noteSession(ctx, session.id, { topics: ['knee'], discussionNotes: 'it hurts' }));
    expect(await concerns(coach)).toEqual([]);
    await coach.act((ctx) => completeSession(ctx, session.id, null), noon(11));
    await anna.act((ctx) => rateSession(ctx, session.id, 8), noon(11));
    expect(await concerns(anna)).toEqual([]);
    expect(await concerns(coach)).toEqual(['anna coaching_sessions']);
    // Nobody is reminded twice for it.
    const two = ['coaching_session', 'coaching_session'];
    expect([await standing(anna), await standing(coach)]).toEqual([two, two]);
  });

  it('is not waited for by its two at once, each for the other', async () => {
    const { session } = await plan();
    await anna.act((ctx) => cancelSession(ctx, session.id));
    await give();
    const both: Promise<unknown>[] = [];
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    // Each has begun a request, and so has their own lock.
    both.push(
      coach.act(async (ctx) => {
        await ctx.db.execute(sql`select ${personLock(coach.id)}`);
        await isBegun;
        await undoAction(ctx, last);
      }),
      anna.act(async (ctx) => {
        await ctx.db.execute(sql`select ${personLock(anna.id)}`);
        begun();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await undoAction(ctx, last);
      }),
    );
    await Promise.all(both);
    expect(await calendar()).toEqual([]);
    expect(await coach.act((ctx) => sessionOf(ctx, session.id))).toMatchObject({ cancelledAt: null });
  });

  it('gives its to-dos back', async () => {
    const { session } = await plan();
    const at = Temporal.PlainTime.from('20:00');
    await coach.act((ctx) => giveActionItems(ctx, session.id, [{ text: 'walk', when: { weekdays: [1], at } }]));
    expect(await standing(anna)).toContain('own');
    await undo(coach);
    expect(await standing(anna)).not.toContain('own');
  });
});

describe('a check-in', () => {
  const monday = day(2);
  const handedIn = async () => {
    const { row } = await anna.act((ctx) => beginCheckIn(ctx, monday), noon(8));
    const feeling = {
      key: 'feeling',
      kind: 'feeling',
      label: null,
      choices: [],
      isRequired: true,
      mediaId: null,
    } as const;
    await anna.act((ctx) => answerCheckIn(ctx, row.id, [{ field: { ...feeling, value: 4 }, value: 4 }]), noon(8));
    await anna.act((ctx) => handInCheckIn(ctx, row.id), noon(8));
    return row.id;
  };
  const stateOf = async (id: number) =>
    (
      await db.select({ state: checkIns.state, reply: checkIns.coachReply }).from(checkIns).where(eq(checkIns.id, id))
    )[0];

  it('taken back by the client concerns their coach; an answer taken back, the client', async () => {
    const id = await handedIn();
    expect(await concerns(anna)).toEqual(['coach check_ins']);
    await anna.act((ctx) => redoAction(ctx, last), noon(8));
    await coach.act((ctx) => reviewCheckIn(ctx, id, 'well done'), noon(8));
    expect(await concerns(coach)).toEqual(['anna check_ins']);
    expect(await stateOf(id)).toEqual({ state: 'submitted', reply: null });
  });

  it('that was answered is not taken back under the answer', async () => {
    const id = await handedIn();
    await coach.act((ctx) => reviewCheckIn(ctx, id, 'well done'), noon(8));
    await expect(anna.act((ctx) => undoAction(ctx, last), noon(8))).rejects.toThrow('has answered');
    expect(await stateOf(id)).toEqual({ state: 'reviewed', reply: 'well done' });
  });
});

it('takes back notes, questions of a form and words kept for use, which concern nobody else', async () => {
  const note = await coach.act((ctx) => addCoachNote(ctx, { clientId: anna.id, text: 'knee' }));
  await coach.act((ctx) => removeCoachNote(ctx, note.id));
  expect(await concerns(coach)).toEqual([]);
  expect(await coach.act((ctx) => listCoachNotes(ctx, anna.id))).toMatchObject([{ text: 'knee' }]);
  await coach.act((ctx) => addQuestions(ctx, [{ kind: 'scale', label: 'Sleep?', isRequired: false }]));
  expect(await concerns(coach)).toEqual([]);
  expect(await coach.act((ctx) => listForms(ctx))).toEqual([]);
  await coach.act((ctx) => saveSnippet(ctx, 'rest', 'Rest well'));
  expect(await concerns(coach)).toEqual([]);
  expect(await coach.act((ctx) => findSnippet(ctx, 'rest'))).toBeNull();
});

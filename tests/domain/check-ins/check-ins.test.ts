import { and, eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { coachings, reminders } from '../../../db/schema/index.ts';
import { answerCheckIn } from '../../../src/domain/check-ins/answer-check-in.ts';
import { assignCheckIns } from '../../../src/domain/check-ins/assign-check-ins.ts';
import { checkInOf, findCheckIn } from '../../../src/domain/check-ins/check-in.ts';
import { checkInFacts } from '../../../src/domain/check-ins/check-in-facts.ts';
import { fieldsOf } from '../../../src/domain/check-ins/check-in-fields.ts';
import { addQuestions, rewordQuestion, useForm } from '../../../src/domain/check-ins/check-in-form.ts';
import { checkInQueue } from '../../../src/domain/check-ins/check-in-queue.ts';
import { isLateOn, isOpenOn, weekToCheckIn } from '../../../src/domain/check-ins/check-in-week.ts';
import { beginCheckIn, currentCheckIn } from '../../../src/domain/check-ins/current-check-in.ts';
import { handInCheckIn } from '../../../src/domain/check-ins/hand-in.ts';
import { reviewCheckIn } from '../../../src/domain/check-ins/review-check-in.ts';
import type { Scope } from '../../../src/domain/coaching/scopes.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.PlainDate.from('2026-03-02');
const sunday = Temporal.Instant.from('2026-03-08T17:00:00Z');
const wednesdayAfter = Temporal.Instant.from('2026-03-11T17:00:00Z');
const thursdayAfter = Temporal.Instant.from('2026-03-12T17:00:00Z');

let coach: Person;
let anna: Person;

beforeEach(async () => {
  coach = await makePerson(db);
  anna = await makePerson(db);
  await coached(db, coach, anna, 'Anna');
  await writes(['messages']);
});

const writes = (canWrite: Scope[]) => db.update(coachings).set({ canWrite }).where(eq(coachings.clientId, anna.id));

/** Answers fields of the week's check-in, and gives its id. */
async function answers(values: Readonly<Record<string, number | string | boolean>>, at = sunday, person = anna) {
  return person.act(async (ctx) => {
    const { row, questions } = await beginCheckIn(ctx, monday);
    const fields = fieldsOf(await checkInOf(ctx, monday), await checkInFacts(ctx, monday), questions);
    const given = Object.entries(values).flatMap(([key, value]) => {
      const field = fields.find((one) => one.key === key);
      return field ? [{ field, value }] : [];
    });
    await answerCheckIn(ctx, row.id, given);
    return row.id;
  }, at);
}

const handIn = (id: number, at = sunday, person = anna) => person.act((ctx) => handInCheckIn(ctx, id), at);

describe('the week of a check-in', () => {
  const day = Temporal.PlainDate.from;
  it.each([
    ['2026-03-02', false, true],
    ['2026-03-08', false, true],
    ['2026-03-09', true, true],
    ['2026-03-11', true, true],
    ['2026-03-12', true, false],
    ['2026-03-01', false, false],
  ])('on %s it is late: %s, and taken: %s', (on, isLate, isOpen) => {
    expect([isLateOn(monday, day(on)), isOpenOn(monday, day(on))]).toEqual([isLate, isOpen]);
  });

  it.each([
    ['2026-03-10', true, '2026-03-02'],
    ['2026-03-10', false, '2026-03-09'],
    ['2026-03-12', true, '2026-03-09'],
  ])('on %s, with the one before awaited (%s), it is that of %s', (today, isAwaited, week) =>
    expect(weekToCheckIn(day(today), isAwaited).toString()).toBe(week),
  );

  it('is the one before until Wednesday for somebody whose coach waits for it', async () => {
    const weekAt = (at: Temporal.Instant) =>
      anna.act(async (ctx) => String((await currentCheckIn(ctx, null)).weekOf), at);
    expect(await weekAt(sunday)).toBe('2026-03-02');
    expect(await weekAt(wednesdayAfter)).toBe('2026-03-02');
    expect(await weekAt(thursdayAfter)).toBe('2026-03-09');
    await handIn(await answers({ feeling: 4 }));
    expect(await weekAt(wednesdayAfter)).toBe('2026-03-09');
  });
});

describe('filling a check-in in', () => {
  it('is one row a week, begun as often as anybody likes', async () => {
    const first = await answers({ feeling: 4 });
    expect(await answers({ notes: 'fine' })).toBe(first);
    const kept = await anna.act((ctx) => findCheckIn(ctx, first));
    expect([kept?.row.feeling, kept?.row.notes]).toEqual([4, 'fine']);
  });

  it('is not changed under the coach who goes through it at that moment', async () => {
    const id = await answers({ feeling: 4 });
    await handIn(id);
    let changing: Promise<unknown> = Promise.resolve();
    await coach.act(async (ctx) => {
      await reviewCheckIn(ctx, id, 'well done');
      changing = answers({ feeling: 1 }).catch((error: Error) => error.message);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }, sunday);
    expect(await changing).toContain('has answered');
    expect((await anna.act((ctx) => findCheckIn(ctx, id)))?.row).toMatchObject({ state: 'reviewed', feeling: 4 });
  });

  it('asks for a weight only where there was no weigh-in, and records what is told', async () => {
    const keys = () =>
      anna.act(async (ctx) => fieldsOf(null, await checkInFacts(ctx, monday), []).map(({ key }) => key), sunday);
    expect(await keys()).toContain('weight');
    const id = await answers({ weight: 82.4, feeling: 3 });
    expect(await keys()).not.toContain('weight');
    await handIn(id);
    expect((await anna.act((ctx) => findCheckIn(ctx, id)))?.row.weightKg).toBe(82.4);
  });

  it('asks for photos only where the coach gets to see them', async () => {
    const keys = () =>
      anna.act(async (ctx) => fieldsOf(null, await checkInFacts(ctx, monday), []).map(({ key }) => key), sunday);
    expect(await keys()).toContain('photo-front');
    await db.execute(
      sql`update coachings set can_read = array_remove(can_read, 'photos') where client_id = ${anna.id}`,
    );
    expect(await keys()).not.toContain('photo-front');
  });

  it('is not handed in without what is needed', async () => {
    const handed = await handIn(await answers({ notes: 'fine' }));
    expect('missing' in handed && handed.missing.map(({ key }) => key)).toEqual(['feeling']);
  });

  it('can be changed until the coach has reviewed it, and until Wednesday', async () => {
    const id = await answers({ feeling: 2 });
    await handIn(id);
    await answers({ feeling: 4 }, wednesdayAfter);
    await expect(answers({ feeling: 5 }, thursdayAfter)).rejects.toThrow(/closed/);
    await coach.act((ctx) => reviewCheckIn(ctx, id, null), wednesdayAfter);
    await expect(answers({ feeling: 5 }, wednesdayAfter)).rejects.toThrow(/stays as it is/);
    expect((await anna.act((ctx) => findCheckIn(ctx, id)))?.row.feeling).toBe(4);
  });

  it.each([
    ['feeling', 6],
    ['feeling', 2.5],
    ['notes', '   '],
  ])('refuses %s: %s', async (key, value) => {
    await expect(answers({ [key]: value })).rejects.toThrow(/does not answer/);
  });

  it('works for oneself, without a coach', async () => {
    const alone = await makePerson(db);
    const id = await answers({ feeling: 5 }, sunday, alone);
    await handIn(id, sunday, alone);
    const kept = await alone.act((ctx) => findCheckIn(ctx, id));
    expect([kept?.row.state, kept?.row.coachId]).toEqual(['submitted', null]);
  });
});

describe('a coach’s own questions', () => {
  const scale = { kind: 'scale', label: 'How was sleep?', isRequired: true } as const;

  it('keep their key when they are reworded, and get another when they are asked in another way', async () => {
    await coach.act((ctx) => addQuestions(ctx, [scale]));
    await answers({ feeling: 4, 'q-how-was-sleep': 7 });
    const reworded = await coach.act((ctx) => rewordQuestion(ctx, 1, { ...scale, label: 'How well did you sleep?' }));
    expect(reworded.form.questions[0]?.key).toBe('q-how-was-sleep');
    const changed = await coach.act((ctx) => rewordQuestion(ctx, 1, { ...scale, kind: 'number' }));
    expect(changed.form.questions[0]?.key).toBe('q-how-was-sleep.2');
    const kept = await anna.act((ctx) => checkInOf(ctx, monday));
    expect(kept?.answers.map(({ label, value, kind, orderIndex }) => [label, value, kind, orderIndex])).toEqual([
      ['How was sleep?', 7, 'scale', 0],
    ]);
  });

  it('are of the form that is asked, one at a time', async () => {
    await coach.act((ctx) => addQuestions(ctx, [scale]));
    await coach.act((ctx) => useForm(ctx, 'Deload'));
    const asked = await anna.act(async (ctx) => (await beginCheckIn(ctx, monday)).questions, sunday);
    expect(asked).toEqual([]);
    await coach.act((ctx) => useForm(ctx, 'weekly'));
    const again = await anna.act(async (ctx) => (await beginCheckIn(ctx, monday)).questions, sunday);
    expect(again.map(({ key }) => key)).toEqual(['q-how-was-sleep']);
  });

  it('are not to be seen by anybody else’s clients', async () => {
    const { form } = await coach.act((ctx) => addQuestions(ctx, [scale]));
    const stranger = await makePerson(db);
    const other = await makePerson(db);
    await coached(db, other, stranger, 'Bob');
    const seen = await stranger.act(async (ctx) => (await beginCheckIn(ctx, monday)).row.formId, sunday);
    expect([form.questions.length, seen]).toEqual([1, null]);
  });
});

describe('the coach', () => {
  it('has the ones at risk first, then the oldest', async () => {
    const names = ['Bob', 'Cleo'];
    const handed = [anna];
    for (const name of names) {
      const client = await makePerson(db);
      await coached(db, coach, client, name);
      handed.push(client);
    }
    for (const [i, client] of handed.entries()) {
      const at = sunday.add({ hours: i });
      await handIn(await answers({ feeling: client === handed[2] ? 1 : 4 }, at, client), at, client);
    }
    const { waiting } = await coach.act((ctx) => checkInQueue(ctx), wednesdayAfter);
    expect(waiting.map(({ name, isAtRisk }) => [name, isAtRisk])).toEqual([
      ['Cleo', true],
      ['Anna', false],
      ['Bob', false],
    ]);
  });

  it('answers within what was agreed, and how long that took is counted', async () => {
    const id = await answers({ feeling: 4 });
    await handIn(id);
    const { row } = await coach.act((ctx) => reviewCheckIn(ctx, id, 'Good week.'), sunday.add({ hours: 6 }));
    expect([row.state, row.coachReply]).toEqual(['reviewed', 'Good week.']);
    const { waiting, medianHours } = await coach.act((ctx) => checkInQueue(ctx), wednesdayAfter);
    expect([waiting.length, medianHours]).toEqual([0, 6]);
  });

  it('cannot answer where the client only lets them read', async () => {
    const id = await answers({ feeling: 4 });
    await handIn(id);
    await writes([]);
    await expect(coach.act((ctx) => reviewCheckIn(ctx, id, 'Good week.'), sunday)).rejects.toThrow(/not answer/);
  });

  it.each(['a stranger', 'a former coach', 'a coach without the scope'])('is not %s', async (who) => {
    const id = await answers({ feeling: 4 });
    await handIn(id);
    const stranger = await makePerson(db);
    const change =
      who === 'a former coach' ? { endedAt: sunday } : { canRead: ['food', 'training'] as Scope[], canWrite: [] };
    if (who !== 'a stranger') await db.update(coachings).set(change).where(eq(coachings.clientId, anna.id));
    const asking = who === 'a stranger' ? stranger : coach;
    await expect(asking.act((ctx) => reviewCheckIn(ctx, id, 'Hi'), wednesdayAfter)).rejects.toThrow(/no longer there/);
    expect((await asking.act((ctx) => checkInQueue(ctx), wednesdayAfter)).waiting).toEqual([]);
  });

  it('has a client asked every week where they are, once, and only with their consent', async () => {
    const time = { weekday: 7, at: Temporal.PlainTime.from('18:00') };
    await coach.act((ctx) => assignCheckIns(ctx, anna.id, { ...time, at: Temporal.PlainTime.from('09:00') }));
    await coach.act((ctx) => assignCheckIns(ctx, anna.id, time));
    const rows = await db
      .select()
      .from(reminders)
      .where(and(eq(reminders.userId, anna.id), eq(reminders.kind, 'check_in')));
    const standing = rows.filter(({ removedAt }) => removedAt === null);
    expect(standing.map(({ nextDueAt, setById }) => [nextDueAt?.toString(), setById])).toEqual([
      ['2026-03-08T17:00:00Z', coach.id],
    ]);
    await writes([]);
    await expect(coach.act((ctx) => assignCheckIns(ctx, anna.id, time))).rejects.toThrow(/not agreed/);
    const stranger = await makePerson(db);
    await expect(coach.act((ctx) => assignCheckIns(ctx, stranger.id, time))).rejects.toThrow(/do not work together/);
  });
});

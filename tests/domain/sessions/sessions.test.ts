import { and, asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { coachings, reminders, users } from '../../../db/schema/index.ts';
import type { Scope } from '../../../src/domain/coaching/scopes.ts';
import { giveActionItems } from '../../../src/domain/sessions/give-action-items.ts';
import { completeSession, noteSession, rateSession } from '../../../src/domain/sessions/hold-session.ts';
import { cancelSession, moveSession, planSession } from '../../../src/domain/sessions/plan-session.ts';
import { sessionOf } from '../../../src/domain/sessions/session.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const friday = Temporal.Instant.from('2026-03-06T23:30:00Z');
const after = Temporal.Instant.from('2026-03-07T10:00:00Z');

let coach: Person;
let anna: Person;

beforeEach(async () => {
  coach = await makePerson(db);
  anna = await makePerson(db);
  await coached(db, coach, anna, 'Anna');
  await db
    .update(coachings)
    .set({ canWrite: ['messages'] as Scope[] })
    .where(eq(coachings.clientId, anna.id));
});

const plan = (startsAt = friday) =>
  coach.act(async (ctx) => {
    const { session } = await planSession(ctx, { clientId: anna.id, startsAt, durationMin: 45, topics: ['squats'] });
    return session;
  });

/** When each of the two is reminded. */
async function reminded(person: Person): Promise<string[]> {
  const rows = await db
    .select()
    .from(reminders)
    .where(and(eq(reminders.userId, person.id), eq(reminders.kind, 'coaching_session')))
    .orderBy(asc(reminders.onceAt));
  return rows.map(({ onceAt, nextDueAt, ignoresQuietHours }) => `${onceAt} ${nextDueAt} ${ignoresQuietHours}`);
}

describe('a coaching session', () => {
  it('reminds both a day and an hour before; the day keeps to quiet hours, the hour does not', async () => {
    await plan();
    for (const person of [coach, anna])
      expect(await reminded(person)).toEqual([
        // 00:30 in Madrid waits for the morning.
        '2026-03-05T23:30:00Z 2026-03-06T07:00:00Z false',
        '2026-03-06T22:30:00Z 2026-03-06T22:30:00Z true',
      ]);
  });

  it('belongs to the client’s own day', async () => {
    expect(String((await plan()).day)).toBe('2026-03-06');
    await db.update(users).set({ timeZone: 'Asia/Tokyo' }).where(eq(users.id, anna.id));
    expect(String((await plan()).day)).toBe('2026-03-07');
  });

  it('is reminded of by its new time when it is moved, and not at all when it is called off', async () => {
    const { id } = await plan();
    const later = Temporal.Instant.from('2026-03-10T16:00:00Z');
    const moved = await coach.act((ctx) => moveSession(ctx, id, later));
    expect(String(moved.day)).toBe('2026-03-10');
    expect(await reminded(anna)).toEqual([
      '2026-03-09T16:00:00Z 2026-03-09T16:00:00Z false',
      '2026-03-10T15:00:00Z 2026-03-10T15:00:00Z true',
    ]);
    await anna.act((ctx) => cancelSession(ctx, id));
    expect([...(await reminded(anna)), ...(await reminded(coach))]).toEqual([]);
    await expect(coach.act((ctx) => moveSession(ctx, id, later))).rejects.toThrow(/called off/);
  });

  it('is either held or called off, also where both are said at once', async () => {
    const { id } = await plan();
    let calling: Promise<unknown> = Promise.resolve();
    await coach.act(async (ctx) => {
      await completeSession(ctx, id, null);
      calling = anna.act((other) => cancelSession(other, id)).catch((error: Error) => error.message);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }, after);
    expect(await calling).toContain('is over');
    expect(await coach.act((ctx) => sessionOf(ctx, id))).toMatchObject({ cancelledAt: null });
  });

  it('is planned by the coach, ahead, with a client of theirs', async () => {
    const stranger = await makePerson(db);
    const input = { startsAt: friday, durationMin: null, topics: [] };
    await expect(plan(Temporal.Instant.from('2026-03-01T12:00:00Z'))).rejects.toThrow(/gone by/);
    await expect(coach.act((ctx) => planSession(ctx, { ...input, clientId: stranger.id }))).rejects.toThrow(/together/);
    await expect(anna.act((ctx) => planSession(ctx, { ...input, clientId: coach.id }))).rejects.toThrow(/coach plans/);
  });

  it('is noted and completed by the coach, and rated by the client once it was held', async () => {
    const { id } = await plan();
    const notes = {
      discussionNotes: 'Knee is fine',
      coachFeedback: 'Well done',
      nextSessionDay: Temporal.PlainDate.from('2026-03-20'),
    };
    await coach.act((ctx) => noteSession(ctx, id, notes), after);
    await expect(anna.act((ctx) => noteSession(ctx, id, { coachFeedback: 'I was great' }), after)).rejects.toThrow(
      /Only the coach/,
    );
    await expect(anna.act((ctx) => rateSession(ctx, id, 9), after)).rejects.toThrow(/once it has been held/);
    await coach.act((ctx) => completeSession(ctx, id, 'Ended early'), after);
    await expect(coach.act((ctx) => completeSession(ctx, id, null), after)).rejects.toThrow(/already/);
    await expect(coach.act((ctx) => rateSession(ctx, id, 9), after)).rejects.toThrow(/The client rates/);
    await expect(anna.act((ctx) => rateSession(ctx, id, 11), after)).rejects.toThrow(/1 to 10/);
    const rated = await anna.act((ctx) => rateSession(ctx, id, 9), after);
    expect(rated).toMatchObject({ rating: 9, completionNotes: 'Ended early', discussionNotes: 'Knee is fine' });
    expect(await reminded(anna)).toEqual([]);
  });

  it('gives the client what to do, as reminders of their own at their own time', async () => {
    const { id } = await plan();
    const at = Temporal.PlainTime.from('20:00');
    const items = [
      { text: 'walk', when: { weekdays: [1, 2, 3, 4, 5, 6, 7], at } },
      { text: 'book physio', when: { on: Temporal.PlainDate.from('2026-03-10'), at } },
      { text: 'read', when: null },
    ];
    const given = await coach.act((ctx) => giveActionItems(ctx, id, items), after);
    expect(given.actionItems).toEqual(['walk', 'book physio', 'read']);
    const standing = async () => {
      const rows = await db.select().from(reminders).where(eq(reminders.userId, anna.id)).orderBy(asc(reminders.id));
      return rows
        .filter(({ kind, removedAt }) => kind === 'own' && !removedAt)
        .map((row) => `${row.what} ${row.nextDueAt}`);
    };
    expect(await standing()).toEqual(['walk 2026-03-07T19:00:00Z', 'book physio 2026-03-10T19:00:00Z']);
    await coach.act((ctx) => giveActionItems(ctx, id, items.slice(0, 1)), after);
    expect(await standing()).toEqual(['walk 2026-03-07T19:00:00Z']);
    await expect(anna.act((ctx) => giveActionItems(ctx, id, []), after)).rejects.toThrow(/Only the coach/);
  });

  it('is nobody else’s to see, nor a former coach’s to change', async () => {
    const { id } = await plan();
    const stranger = await makePerson(db);
    await expect(stranger.act((ctx) => sessionOf(ctx, id))).rejects.toThrow(/no longer there/);
    await db.update(coachings).set({ endedAt: after }).where(eq(coachings.clientId, anna.id));
    await expect(coach.act((ctx) => sessionOf(ctx, id), after)).rejects.toThrow(/no longer there/);
    expect((await anna.act((ctx) => sessionOf(ctx, id), after)).id).toBe(id);
  });
});

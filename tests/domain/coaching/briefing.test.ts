import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { coachings, measurements, messages, notifications } from '../../../db/schema/index.ts';
import { coachBriefingNotice } from '../../../src/bots/notices/coach-briefing.ts';
import { owe } from '../../../src/bots/speak.ts';
import { plainText } from '../../../src/bots/text.ts';
import { briefing, dismissReason } from '../../../src/domain/coaching/briefing.ts';
import type { PersonContext } from '../../../src/domain/context.ts';
import { erasePerson } from '../../../src/domain/users/erase-person.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const morning = Temporal.Instant.from('2026-03-04T06:30:00Z');
const later = (days: number) => morning.add({ hours: 24 * days });

/** As a job does it: with the owner's rights, for a coach. */
async function asJob<T>(coach: Person, run: (person: PersonContext) => Promise<T>, now = morning): Promise<T> {
  return db.transaction(async (tx) => {
    const user = await findUser(tx, coach.id);
    if (!user) throw new Error('There is no coach');
    return run({ db: tx, now, user });
  });
}

const brief = (coach: Person, now = morning) => asJob(coach, briefing, now);
const told = (coach: Person, now = morning) => asJob(coach, (person) => coachBriefingNotice(person, `k-${now}`), now);

/** Steps on each of the days, from so many days ago to so many. */
async function walked(person: Person, from: number, to: number): Promise<void> {
  const today = Temporal.PlainDate.from('2026-03-04');
  const common = { userId: person.id, loggedAt: morning, timeZone: 'UTC', metric: 'steps' as const, value: 8000 };
  const days = Array.from({ length: from - to + 1 }, (_, i) => today.subtract({ days: from - i }));
  await db
    .insert(measurements)
    .values(days.map((day) => ({ ...common, day, typed: { value: 8000, unit: null }, createdAt: morning })));
}

async function roster(...lastWords: number[]): Promise<{ coach: Person; clients: Person[] }> {
  const coach = await makePerson(db);
  const clients: Person[] = [];
  for (const [i, ago] of lastWords.entries()) {
    const client = await makePerson(db);
    await coached(db, coach, client, `Client${i + 1} Lane`);
    await walked(client, 40, ago);
    clients.push(client);
  }
  return { coach, clients };
}

describe('the morning five', () => {
  it('are the five who need their coach most, each with a reply to send, in one message', async () => {
    const { coach } = await roster(1, 5, 6, 7, 8, 9, 10, 1);
    const notice = await told(coach);
    const text = notice ? plainText(notice.text) : '';
    expect([...text.matchAll(/^\d\. (\w+)/gm)].map(([, name]) => name)).toEqual([
      'Client7',
      'Client6',
      'Client5',
      'Client4',
      'Client3',
    ]);
    expect(text).toContain('1 more has a reason to be looked at');
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(notice?.buttons?.map((row) => row.map(({ label }) => label))[0]).toEqual([
      'Send to Client7',
      'Edit',
      'Dismiss',
    ]);
  });

  it('fit one message however much there is to say', async () => {
    const { coach, clients } = await roster(6, 7, 8, 9, 10);
    const long = 'word '.repeat(400);
    await db.execute(
      sql`insert into snippets (coach_id, name, text, created_at, updated_at) values (${coach.id}, 'silent', ${long}, now(), now())`,
    );
    for (const { id } of clients)
      await db.execute(sql`update users set full_name = ${'Name '.repeat(60)} where id = ${id}`);
    const notice = await told(coach);
    expect(notice && plainText(notice.text).length).toBeLessThanOrEqual(4096);
    for (const { label } of notice?.buttons?.flat() ?? []) expect([...label].length).toBeLessThanOrEqual(80);
  });

  it('leave out for a week what was put aside', async () => {
    const { coach, clients } = await roster(6, 7);
    const [first] = clients;
    await coach.act((ctx) => dismissReason(ctx, first?.id ?? 0, 'silent'), morning);
    const names = async (now: Temporal.Instant) => (await brief(coach, now)).list.map(({ client }) => client.name);
    expect(await names(later(1))).toEqual(['Client2 Lane']);
    expect(await names(later(8))).toContain('Client1 Lane');
  });

  it('say at most once a week that there is nobody', async () => {
    const { coach } = await roster(1);
    const say = (now: Temporal.Instant) =>
      asJob(
        coach,
        async (person) => {
          const notice = await coachBriefingNotice(person, `well-${now}`);
          if (notice) await owe(person, notice);
          return notice && plainText(notice.text);
        },
        now,
      );
    expect(await say(morning)).toContain('Nothing new with your clients');
    expect(await say(later(1))).toBeNull();
    const alone = await makePerson(db);
    expect(await told(alone)).toBeNull();
  });

  it('know no more than the coach may', async () => {
    const { coach, clients } = await roster(8, 8);
    const [hidden, ended] = clients;
    await db
      .update(coachings)
      .set({ canRead: ['messages'] })
      .where(eq(coachings.clientId, hidden?.id ?? 0));
    await db
      .update(coachings)
      .set({ endedAt: morning })
      .where(eq(coachings.clientId, ended?.id ?? 0));
    expect((await brief(coach)).list).toEqual([]);
  });

  it('have whoever waits for an answer, until they have one', async () => {
    const { coach, clients } = await roster(1);
    const [client] = clients;
    const say = (senderId: number, receiverId: number, at: Temporal.Instant) =>
      db.insert(messages).values({ senderId, receiverId, content: 'hello', dueAt: at, sentAt: at, createdAt: at });
    await say(client?.id ?? 0, coach.id, morning.subtract({ hours: 20 }));
    expect((await brief(coach)).list[0]?.reason).toMatchObject({ kind: 'message', waitingH: 20 });
    await say(coach.id, client?.id ?? 0, morning.subtract({ hours: 1 }));
    expect((await brief(coach)).list).toEqual([]);
  });
});

it('goes with any of those it is about', async () => {
  const { coach, clients } = await roster(6, 7);
  await asJob(coach, async (person) => {
    const notice = await coachBriefingNotice(person, 'erased');
    if (notice) await owe(person, notice);
  });
  const kept = () => db.$count(notifications, eq(notifications.userId, coach.id));
  expect(await kept()).toBe(1);
  await clients[1]?.act((ctx) => erasePerson(ctx), morning);
  expect(await kept()).toBe(0);
});

it('reads a roster of fifty at once', async () => {
  const { coach } = await roster(...Array.from({ length: 50 }, (_, i) => (i % 10 === 0 ? 8 : 1)));
  const { list, clients } = await brief(coach);
  expect(clients).toBe(50);
  expect(list).toHaveLength(5);
  expect(list.every(({ reason }) => reason.kind === 'silent')).toBe(true);
});

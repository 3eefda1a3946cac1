import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countFailures, listFailures, retryFailures } from '../../src/domain/system/failures.ts';
import { noteRefusal, recentRefusals } from '../../src/domain/system/refusals.ts';
import { systemStatus } from '../../src/domain/system/system-status.ts';
import { findDue, forgetSettled } from '../../src/jobs/due.ts';
import type { JobContext } from '../../src/jobs/job.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { testDatabase } from '../support/database.ts';
import { addDelivery, addMessage } from '../support/job-rows.ts';

const { db, pool } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-01T12:00:00Z');
let now = noon;
const enqueue = async () => {};
const broken = () => Promise.reject(new TypeError('somebody wrote this'));

/** A job about every kind of row that fails as long as it is told to. */
function open({ isBroken = () => true }: { isBroken?: () => boolean } = {}) {
  const act = vi.fn(async () => (isBroken() ? broken() : undefined));
  const acts = { respond: act, deliver: act, remind: act, notify: act, progress: act };
  const ctx: JobContext = { db, now: () => now, ...acts };
  return { act, jobs: createJobs(ctx) };
}

const dueRows = async () => (await findDue(db, { now, horizonMs: 0 })).map(({ job, row }) => `${job} ${row}`);

/** A person with a row of every kind due now: by job, its row. */
async function oneOfEach() {
  const message = await addMessage(pool, now.subtract({ seconds: 10 }));
  const delivery = await addDelivery(pool, now);
  const at = now.toString();
  const { rows } = await pool.query<{ user: string; reminder: string; notification: string }>(
    `with person as (select user_id from deliveries where id = $1),
      reminder as (insert into reminders (user_id, what, at_times, time_zone, next_due_at, created_at, updated_at)
        select user_id, 'pills', '{12:00}', 'UTC', $2, $2, $2 from person returning id),
      notification as (insert into notifications (user_id, key, title, message, due_at, created_at)
        select user_id, 'k', 't', 'm', $2, $2 from person returning id),
      figures as (insert into user_statistics (user_id, due_at, created_at, updated_at)
        select user_id, $2, $2, $2 from person on conflict (user_id) do update set due_at = $2)
     select person.user_id as user, reminder.id as reminder, notification.id as notification
     from person, reminder, notification`,
    [delivery, at],
  );
  const [row] = rows;
  return {
    respond: message,
    deliver: delivery,
    remind: Number(row?.reminder),
    notify: Number(row?.notification),
    progress: Number(row?.user),
  };
}

beforeEach(async () => {
  now = noon;
  await pool.query('delete from job_failures; delete from inbound_messages; delete from users; delete from app_config');
});

describe('a row that its job cannot deal with', () => {
  it.each(['respond', 'deliver', 'remind', 'notify', 'progress'] as const)(
    'of %s waits 5, 10, 20 … seconds, is dead after the tenth time, and alone',
    async (job) => {
      const rows = await oneOfEach();
      const row = rows[job];
      const { jobs } = open();
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 10; attempt++) {
        expect(await dueRows()).toContain(`${job} ${row}`);
        await expect(jobs.run(job, { row }, { enqueue })).rejects.toThrow(TypeError);
        expect(await dueRows()).not.toContain(`${job} ${row}`);
        expect(await dueRows()).toHaveLength(4);
        const [failure] = await listFailures(db, 9);
        expect(failure).toMatchObject({ job, row, attempts: attempt, error: 'TypeError' });
        if (!failure?.nextTryAt) break;
        waits.push(failure.nextTryAt.since(now).total('seconds'));
        now = failure.nextTryAt;
      }
      expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280]);
      now = now.add({ hours: 1_000 });
      expect(await dueRows()).not.toContain(`${job} ${row}`);
      expect(await countFailures(db)).toMatchObject({ retrying: 0, dead: 1 });
      await forgetSettled(db, now);
      expect(await countFailures(db)).toMatchObject({ dead: 1 });
    },
  );

  it('is looked for at its next time, seen ahead', async () => {
    const { deliver: row } = await oneOfEach();
    await open()
      .jobs.run('deliver', { row }, { enqueue })
      .catch(() => {});
    const due = await findDue(db, { now, horizonMs: 60_000 });
    expect(
      due
        .find(({ job }) => job === 'deliver')
        ?.dueAt.since(now)
        .total('seconds'),
    ).toBe(5);
  });

  it('is forgotten as failed once it is no longer due', async () => {
    const rows = await oneOfEach();
    const { jobs } = open();
    for (const [job, row] of Object.entries(rows)) await jobs.run(job, { row }, { enqueue }).catch(() => {});
    await forgetSettled(db, now);
    expect(await countFailures(db)).toMatchObject({ retrying: 5 });
    await pool.query(
      "update deliveries set state = 'sent'; update reminders set next_due_at = now() + interval '9 years'",
    );
    await pool.query('delete from notifications; update user_statistics set due_at = null');
    await forgetSettled(db, now);
    expect((await listFailures(db, 9)).map(({ job }) => job)).toEqual(['respond']);
  });

  it('is tried again at once, with all its attempts, when an operator says so', async () => {
    const { remind, notify } = await oneOfEach();
    const { jobs } = open();
    for (const [job, row] of [
      ['remind', remind],
      ['notify', notify],
    ] as const)
      for (let i = 0; i < 10; i++) await jobs.run(job, { row }, { enqueue }).catch(() => {});
    expect(await countFailures(db)).toMatchObject({ dead: 2 });
    expect(await retryFailures(db, { job: 'remind', row: remind }, now)).toBe(1);
    expect(await dueRows()).toContain(`remind ${remind}`);
    expect(await dueRows()).not.toContain(`notify ${notify}`);
    expect(await retryFailures(db, 'all', now)).toBe(1);
    expect(await dueRows()).toContain(`notify ${notify}`);
    expect(await retryFailures(db, 'all', now)).toBe(0);
  });
});

describe('what ended as failed', () => {
  it('is listed without anybody’s words, and tried again', async () => {
    const rows = await oneOfEach();
    await pool.query("update inbound_messages set state = 'failed', error = 'TypeError', attempts = 5");
    await pool.query(
      "update deliveries set state = 'failed', error = 'rejected: can''t parse “my words”', attempts = 1",
    );
    await pool.query("update notifications set state = 'failed', reason = 'no account of theirs could be reached'");
    // There is nobody to say it to.
    expect((await listFailures(db, 9)).map(({ job, row }) => `${job} ${row}`).sort()).toEqual([
      `deliver ${rows.deliver}`,
      `respond ${rows.respond}`,
    ]);
    await pool.query(
      `insert into chat_accounts (user_id, platform, account_id, created_at, updated_at)
       select user_id, 'telegram', 'a', now(), now() from notifications`,
    );
    const listed = await listFailures(db, 9);
    expect(listed).toHaveLength(3);
    expect(JSON.stringify(listed)).not.toContain('words');
    expect(await retryFailures(db, 'all', now)).toBe(3);
    expect((await dueRows()).sort()).toEqual(
      Object.entries(rows)
        .map(([job, row]) => `${job} ${row}`)
        .sort(),
    );
  });

  it('is not listed where it is nobody’s fault, or has been overtaken', async () => {
    const blocked = await addDelivery(pool, now);
    const card = await addDelivery(pool, now);
    const change = await addDelivery(pool, now);
    const later = await addDelivery(pool, now);
    await pool.query("update deliveries set state = 'failed', error = 'blocked: 403' where id = $1", [blocked]);
    await pool.query("update deliveries set state = 'sent' where id = $1 or id = $2", [card, later]);
    await pool.query('update deliveries set edits_id = $1 where id = $2 or id = $3', [card, change, later]);
    await pool.query("update deliveries set state = 'failed', error = 'unknown: x' where id = $1", [change]);
    expect(await listFailures(db, 9)).toEqual([]);
    expect(await retryFailures(db, 'all', now)).toBe(0);
  });
});

describe('how things stand', () => {
  it('tells what waits and for how long, what is held, what has failed, who is out of reach', async () => {
    await oneOfEach();
    await addDelivery(pool, now.add({ minutes: 2 }));
    now = now.add({ seconds: 90 });
    await noteRefusal(db, now.subtract({ minutes: 61 }));
    await noteRefusal(db, now.subtract({ minutes: 30 }));
    await noteRefusal(db, now);
    await noteRefusal(db, now);
    await pool.query(
      `insert into chat_accounts (user_id, platform, account_id, unreachable_at, created_at, updated_at)
       select user_id, 'telegram', 'a', now(), now(), now() from notifications`,
    );
    expect(await systemStatus(db, now)).toEqual({
      unanswered: { count: 1, oldestS: 100 },
      unsent: { count: 1, oldestS: 90 },
      putOffCount: 1,
      heldCount: 1,
      overdueReminders: { count: 1, oldestS: 90 },
      retryingCount: 0,
      deadCount: 0,
      failedMessageCount: 0,
      failedDeliveryCount: 0,
      failedNotificationCount: 0,
      refusedCount: 3,
      unreachableAccountCount: 1,
    });
    expect(await recentRefusals(db, now.add({ minutes: 40 }))).toBe(2);
  });
});

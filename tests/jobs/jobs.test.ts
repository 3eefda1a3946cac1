import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dueMessages, handoverMs } from '../../src/domain/conversation/due-messages.ts';
import { findDue, rowJobs } from '../../src/jobs/due.ts';
import type { Due, Job, JobContext } from '../../src/jobs/job.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { sweep } from '../../src/jobs/sweep.ts';
import { testDatabase } from '../support/database.ts';
import { actors, addDelivery, addMessage } from '../support/job-rows.ts';

const { db, pool } = await testDatabase();
const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
const at = (ms: number) => now.add({ milliseconds: ms });
const rowsOf = (due: Due[], job: string) => due.filter((one) => one.job === job).map(({ row }) => row);

beforeEach(() => pool.query('delete from deliveries; delete from inbound_messages'));

/** Jobs that write down what they are asked to do, at noon. */
function recorded() {
  const respond = vi.fn(async () => {});
  const deliver = vi.fn(async () => {});
  const enqueue = vi.fn(async (_: readonly Due[]) => {});
  const others = { remind: vi.fn(), notify: vi.fn(), progress: vi.fn() };
  const ctx: JobContext = { db, now: () => now, respond, deliver, ...others };
  return { ctx, respond, deliver, enqueue, jobs: createJobs(ctx) };
}

describe('finding what is due', () => {
  test('deliveries due by the horizon, earliest first, at their exact time', async () => {
    const later = await addDelivery(pool, at(60_000));
    const first = await addDelivery(pool, at(-1));
    await addDelivery(pool, at(60_001));
    const due = await findDue(db, { now, horizonMs: 60_000 });
    expect(rowsOf(due, 'deliver')).toEqual([first, later]);
    expect(due[1]?.dueAt.equals(at(60_000))).toBe(true);
    expect(rowsOf(await findDue(db, { now, horizonMs: 0 }), 'deliver')).toEqual([first]);
  });

  test('a leased delivery falls due when its lease ends; a settled one never', async () => {
    const leased = await addDelivery(pool, at(-1));
    const sent = await addDelivery(pool, at(-1));
    await pool.query('update deliveries set leased_until = $1 where id = $2', [at(5_000).toString(), leased]);
    await pool.query("update deliveries set state = 'sent' where id = $1", [sent]);
    expect(await findDue(db, { now, horizonMs: 4_999 })).toEqual([]);
    const due = await findDue(db, { now, horizonMs: 5_000 });
    expect(due.map(({ row, dueAt }) => [row, dueAt.toString()])).toEqual([[leased, at(5_000).toString()]]);
  });

  test('only the oldest delivery of an account, even while it has to wait', async () => {
    await addDelivery(pool, at(3_000), 'a');
    await addDelivery(pool, at(-1), 'a');
    const alone = await addDelivery(pool, at(-1), 'b');
    expect(rowsOf(await findDue(db, { now, horizonMs: 0 }), 'deliver')).toEqual([alone]);
  });

  test('only the oldest pending message of a chat: after its lease, or when its receiver had its time', async () => {
    const fresh = await addMessage(pool, now);
    const leased = await addMessage(pool, at(-9_000), { leasedUntil: at(1_000) });
    const left = await addMessage(pool, at(-handoverMs), { chatId: 'x' });
    await addMessage(pool, at(-handoverMs), { chatId: 'x' });
    expect(rowsOf(await findDue(db, { now, horizonMs: 0 }), 'respond')).toEqual([left]);
    expect(rowsOf(await findDue(db, { now, horizonMs: 1_000 }), 'respond')).toEqual([left, leased]);
    expect(rowsOf(await findDue(db, { now, horizonMs: handoverMs }), 'respond')).toEqual([left, leased, fresh]);
  });

  test('no more than the limit of each, the earliest', async () => {
    for (let i = 5; i > 0; i--) await addDelivery(pool, at(-i));
    const due = await findDue(db, { now, horizonMs: 0, limit: 2 });
    expect(due.map(({ dueAt }) => dueAt.toString())).toEqual([at(-5).toString(), at(-4).toString()]);
  });
});

describe('running a job', () => {
  test('it acts on a row that is due', async () => {
    const { jobs, deliver, respond, enqueue } = recorded();
    const delivery = await addDelivery(pool, now);
    const message = await addMessage(pool, at(-handoverMs));
    await jobs.run('deliver', { row: delivery }, { enqueue });
    await jobs.run('respond', { row: message }, { enqueue });
    expect(deliver).toHaveBeenCalledWith(delivery);
    expect(respond).toHaveBeenCalledWith(message);
  });

  test('it does nothing about a row that was done, postponed, taken or removed since it was listed', async () => {
    const acts = actors({ db, pool });
    const jobs = createJobs({ db, now: Temporal.Now.instant, ...acts });
    const { enqueue } = recorded();
    const later = Temporal.Now.instant().add({ hours: 1 });
    const done = await addDelivery(pool, now);
    await pool.query("update deliveries set state = 'sent' where id = $1", [done]);
    const postponed = await addDelivery(pool, later);
    const taken = await addMessage(pool, at(-9_000), { leasedUntil: later });
    for (const row of [done, postponed, 999_999]) await jobs.run('deliver', { row }, { enqueue });
    await jobs.run('respond', { row: taken }, { enqueue });
    expect([acts.sent, acts.answered]).toEqual([[], []]);
  });

  test('the sweep adds a job for each row of the next minute', async () => {
    const { jobs, enqueue } = recorded();
    const soon = await addDelivery(pool, at(59_000));
    await addDelivery(pool, at(61_000));
    await jobs.run('sweep', {}, { enqueue });
    expect(enqueue.mock.calls[0]?.[0].map(({ job, row }) => [job, row])).toEqual([['deliver', soon]]);
  });

  test.each([
    ['deliver', {}],
    ['deliver', { row: '5' }],
    ['deliver', { row: 5, reply: 'words' }],
    ['respond', { row: -1 }],
    ['sweep', { row: 5 }],
    ['unknown', { row: 5 }],
  ])('%s refuses %j', async (name, payload) => {
    const { jobs, enqueue } = recorded();
    await expect(jobs.run(name, payload, { enqueue })).rejects.toThrow();
  });
});

describe('starting up', () => {
  test('fails when a job has no handler, or two', () => {
    const { ctx } = recorded();
    const [respond, ...others] = rowJobs as unknown as [Job, ...Job[]];
    const all = [respond, ...others, sweep as unknown as Job];
    expect(() => createJobs(ctx, [...others, sweep as unknown as Job])).toThrow('No handler for the job respond.');
    expect(() => createJobs(ctx, [...all, respond])).toThrow('Two handlers for the job respond.');
    expect(() => createJobs(ctx, all)).not.toThrow();
  });
});

test('a backlog is listed quickly: a thousand messages in one chat cost no more than their chat', async () => {
  await pool.query(
    `insert into inbound_messages (platform, event_key, kind, chat_id, payload, received_at)
     select 'telegram', 'backlog-' || n, 'text', case when n <= 1000 then 'busy' else 'chat ' || n end, '{}', $1
     from generate_series(1, 2000) n`,
    [at(-60_000).toString()],
  );
  expect(await dueMessages(db, { until: now, limit: 10_000 })).toHaveLength(1_001);
});

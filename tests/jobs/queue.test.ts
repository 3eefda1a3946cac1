import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { listFailures } from '../../src/domain/system/failures.ts';
import type { JobContext } from '../../src/jobs/job.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { type JobQueue, openQueue } from '../../src/jobs/queue.ts';
import { createWorker, type WorkerSettings } from '../../src/jobs/worker.ts';
import { testDatabase } from '../support/database.ts';
import { actors, addDelivery, addMessage } from '../support/job-rows.ts';
import { redisSource, startRedis } from '../support/redis.ts';

const { url, db, pool } = await testDatabase();
const redis = redisSource() ? await startRedis() : null;
if (redis) afterAll(redis.stop);

/** One place where the queue can live, and how to do it harm. */
interface Place {
  redisUrl: string | null;
  /** Everything in it is gone. */
  lose(namespace: string): Promise<void>;
  /** Every connection to it is ended. */
  cut(namespace: string): Promise<void>;
}

const places: [string, Place | null][] = [
  [
    'PostgreSQL',
    {
      redisUrl: null,
      // One after the other: a transaction that held both could wait for a worker which waits for it.
      lose: async (schema) => {
        await pool.query(`delete from ${schema}.job`);
        await pool.query(`delete from ${schema}.scheduler`);
      },
      cut: async () =>
        void (await pool.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name <> 'spotter' and datname = current_database() and pid <> pg_backend_pid()",
        )),
    },
  ],
  [
    redis ? 'Redis' : 'Redis (skipped: set REDIS_URL or put redis-server on the PATH)',
    redis && {
      redisUrl: redis.url,
      lose: redis.lose,
      cut: async () => {
        const client = new Redis(redis.url);
        await client.call('client', 'kill', 'type', 'normal', 'skipme', 'yes');
        client.disconnect();
      },
    },
  ],
];

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of cleanUp.splice(0).reverse()) await stop();
  await pool.query('delete from deliveries; delete from inbound_messages; delete from job_failures');
});

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const nowPlus = (ms: number) => Temporal.Now.instant().add({ milliseconds: ms });
let serial = 0;

describe.each(places)('the queue in %s', (_, place) => {
  if (!place) {
    test.skip('there is no Redis here');
    return;
  }

  /** A queue with a namespace of its own. */
  async function open(namespace = `t${++serial}`) {
    const warn = vi.fn();
    const queue = await openQueue({ databaseUrl: url, redisUrl: place?.redisUrl ?? null, namespace, log: { warn } });
    cleanUp.push(queue.close, () => place?.lose(namespace) ?? Promise.resolve());
    return { queue, namespace, warn };
  }

  /** A worker on it that writes down what it sends and answers, and how often it sweeps. */
  async function work(queue: JobQueue, acts: Partial<JobContext> = {}, settings: Partial<WorkerSettings> = {}) {
    const act = actors({ db, pool });
    const jobs = createJobs({ ...act, db, now: Temporal.Now.instant, ...acts });
    const seen: string[] = [];
    const error = vi.fn();
    const worker = await createWorker({
      queue,
      jobs: {
        run: (name, ...rest) => {
          seen.push(name);
          return jobs.run(name, ...rest);
        },
      },
      log: { warn: () => {}, error },
      ...settings,
    });
    cleanUp.push(() => worker.stop());
    return { ...act, worker, seen, error };
  }

  test('what is due is done: messages of ours are sent, messages left behind are answered; nothing is kept', async () => {
    const past = nowPlus(-60_000);
    const delivery = await addDelivery(pool, past);
    const untouched = await addMessage(pool, past);
    const crashed = await addMessage(pool, past, { leasedUntil: nowPlus(-1) });
    const { queue } = await open();
    const { sent, answered } = await work(queue);
    await soon(() => expect([sent.length, answered.length]).toEqual([1, 2]));
    expect(sent[0]?.id).toBe(delivery);
    expect(new Set(answered.map(({ id }) => id))).toEqual(new Set([untouched, crashed]));
    await soon(async () => {
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, completed: 0, failed: 0 });
    });
  });

  test('what falls due between two sweeps is done within a second of its time, and never before', async () => {
    const { queue } = await open();
    const { sent } = await work(queue);
    const dueAt = new Map<number, number>();
    const first = nowPlus(1_000);
    const rows = Array.from({ length: 20 }, async (_, i) => {
      // Between two milliseconds, which timers do not know.
      const at = first.add({ milliseconds: i * 20, microseconds: 999 });
      dueAt.set(await addDelivery(pool, at), Number(at.epochNanoseconds) / 1e6);
    });
    await Promise.all(rows);
    queue.wake();
    await soon(() => expect(sent).toHaveLength(20));
    const lateness = sent.map(({ id, at }) => at - (dueAt.get(id) ?? Number.NaN)).sort((a, b) => a - b);
    expect(lateness[0]).toBeGreaterThan(-1);
    // A busy machine may hold one up; a sweep alone would be up to five seconds late.
    expect(lateness[17]).toBeLessThan(1_000);
  });

  test('messages to one account go in order, each as soon as the one before it is settled', async () => {
    const { queue } = await open();
    const at = nowPlus(-1_000);
    const ids: number[] = [];
    for (let i = 0; i < 5; i++) ids.push(await addDelivery(pool, at, 'one account'));
    const { sent, seen } = await work(queue);
    await soon(() => expect(sent.map(({ id }) => id)).toEqual(ids));
    expect(seen.filter((name) => name === 'sweep').length).toBeLessThanOrEqual(2);
  });

  test('a job that is there twice, under one id and under two, acts once', async () => {
    const { queue } = await open();
    const row = await addDelivery(pool, nowPlus(-1_000));
    const due = { job: 'deliver', row, dueAt: nowPlus(-1_000) } as const;
    const other = { ...due, dueAt: nowPlus(-900) };
    await Promise.all([queue.enqueue([due, other]), queue.enqueue([due])]);
    await queue.enqueue([due]);
    const first = await work(queue);
    const second = await work(queue);
    await soon(() => expect(first.seen.length + second.seen.length).toBeGreaterThanOrEqual(3));
    await soon(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }));
    expect([...first.sent, ...second.sent].map(({ id }) => id)).toEqual([row]);
  });

  test('when everything in the queue is lost, it fills again from the tables', { timeout: 40_000 }, async () => {
    const { queue, namespace } = await open();
    const { sent, seen } = await work(queue, {}, { watchMs: 50 });
    const row = await addDelivery(pool, nowPlus(1_000));
    await soon(() => expect(seen).toContain('sweep'));
    await place.lose(namespace);
    // Lost in the middle of a sweep, its schedule looks whole until its next time is well past.
    await vi.waitFor(() => expect(sent.map(({ id }) => id)).toEqual([row]), { timeout: 30_000, interval: 10 });
  });

  test('when every connection to it is ended, it goes on', async () => {
    const { queue, namespace } = await open();
    // A job whose handing over was cut off is in nobody's hands until its lock has run out.
    const { sent, seen } = await work(queue, {}, { lockMs: 1_000 });
    await soon(() => expect(seen).toContain('sweep'));
    await place.cut(namespace);
    const row = await addDelivery(pool, nowPlus(100));
    await soon(async () => {
      queue.wake();
      expect(sent.map(({ id }) => id)).toEqual([row]);
    });
    await soon(async () => expect(await queue.problem()).toBeNull());
  });

  test('what a worker killed with SIGKILL had in hand is done by another, once', async () => {
    const held = await addDelivery(pool, nowPlus(-1_000));
    const leased = await addDelivery(pool, nowPlus(-1_000));
    const { queue, namespace } = await open();
    const file = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', file, url, place.redisUrl ?? '', namespace, String(leased)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    cleanUp.push(async () => child.kill('SIGKILL'));
    const taken = new Set<number>();
    for await (const line of createInterface({ input: child.stdout })) {
      taken.add(Number(line));
      if (taken.size === 2) break;
    }
    expect(taken).toEqual(new Set([held, leased]));
    child.kill('SIGKILL');
    const { sent } = await work(queue, {}, { lockMs: 500 });
    await soon(() => expect(sent).toHaveLength(2));
    expect(new Set(sent.map(({ id }) => id))).toEqual(taken);
  });

  test('stopping finishes what is in hand and takes no more', async () => {
    const { queue } = await open();
    const finished: number[] = [];
    let finish = () => {};
    const inHand = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const deliver = vi.fn(async (id: number) => {
      await inHand;
      finished.push(id);
    });
    const row = await addDelivery(pool, nowPlus(-1_000));
    await addDelivery(pool, nowPlus(-900));
    const { worker } = await work(queue, { deliver }, { concurrency: 1 });
    await soon(() => expect(deliver).toHaveBeenCalledTimes(1));
    const stopped = worker.stop();
    finish();
    await stopped;
    expect(finished).toEqual([row]);
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  test('stopping does not wait for ever for what does not finish', async () => {
    const { queue } = await open();
    const deliver = vi.fn(() => new Promise<void>(() => {}));
    await addDelivery(pool, nowPlus(-1_000));
    const { worker } = await work(queue, { deliver });
    await soon(() => expect(deliver).toHaveBeenCalled());
    const startedAt = performance.now();
    await worker.stop(100);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('a job that throws is reported, and its row tried again once its time has come, however often it is looked for', async () => {
    const { queue } = await open();
    const row = await addDelivery(pool, nowPlus(-1_000));
    const acts = actors({ db, pool });
    const deliver = vi.fn(acts.deliver).mockRejectedValueOnce(new Error('the network is down'));
    const { error } = await work(queue, { deliver });
    await soon(() => expect(error).toHaveBeenCalledWith(expect.objectContaining({ job: 'deliver' }), 'A job failed'));
    await soon(async () => expect(await listFailures(db, 9)).toMatchObject([{ job: 'deliver', row, attempts: 1 }]));
    queue.wake();
    await sleep(300);
    expect(deliver).toHaveBeenCalledTimes(1);
    await pool.query('update job_failures set next_try_at = now()');
    queue.wake();
    await soon(() => expect(acts.sent.map(({ id }) => id)).toEqual([row]));
    await soon(async () => expect(await queue.counts()).toMatchObject({ failed: 0 }));
    queue.wake();
    await soon(async () => expect(await listFailures(db, 9)).toEqual([]));
  });

  test('of a backlog only what is new is added, whoever listed it before', async () => {
    const { queue, namespace } = await open();
    const { queue: other } = await open(namespace);
    const dueAt = nowPlus(3_600_000);
    const due = Array.from({ length: 300 }, (_, i) => ({ job: 'remind', row: i + 1, dueAt }) as const);
    await queue.enqueue(due);
    const addBulk = vi.spyOn(Queue.prototype, 'addBulk');
    await other.enqueue([...due, { job: 'remind', row: 999, dueAt }]);
    const added = addBulk.mock.calls.flatMap(([jobs]) => jobs.map(({ data }) => data));
    addBulk.mockRestore();
    expect(added).toEqual([{ row: 999 }]);
    expect(await queue.counts()).toMatchObject({ delayed: 301 });
  });

  test('what somebody waits for goes before all that we say by ourselves', async () => {
    const { queue } = await open();
    const order: number[] = [];
    const past = nowPlus(-1_000);
    const bulk = Array.from({ length: 20 }, (_, i) => ({ job: 'deliver', row: i + 1, dueAt: past }) as const);
    await queue.enqueue(bulk);
    await queue.enqueue([{ job: 'deliver', row: 99, dueAt: past, isAwaited: true }]);
    await work(queue, { deliver: async (id) => void order.push(id) }, { concurrency: 1 });
    await soon(() => expect(order).toHaveLength(21));
    expect(order[0]).toBe(99);
  });

  test('a thousand wakes make a few sweeps, and the last one is heeded', async () => {
    const { queue } = await open();
    const { sent, seen } = await work(queue);
    await soon(() => expect(seen).toContain('sweep'));
    for (let i = 0; i < 1_000; i++) queue.wake();
    const row = await addDelivery(pool, nowPlus(-1));
    queue.wake();
    await soon(() => expect(sent.map(({ id }) => id)).toEqual([row]));
    expect(seen.filter((name) => name === 'sweep').length).toBeLessThanOrEqual(5);
  });

  test('several processes set up one sweep', async () => {
    const { queue, namespace } = await open();
    const { queue: other } = await open(namespace);
    expect([await queue.schedule(), await queue.schedule(), await other.schedule()]).toEqual([true, false, false]);
  });
});

test.skipIf(!redis)('a Redis that may drop jobs when it is full is warned of', async () => {
  const client = new Redis(redis?.url ?? '');
  const [, before = 'noeviction'] = (await client.config('GET', 'maxmemory-policy')) as string[];
  const warned = async (policy: string) => {
    const warn = vi.fn();
    await client.config('SET', 'maxmemory-policy', policy);
    await (await openQueue({ databaseUrl: url, redisUrl: redis?.url ?? null, log: { warn } })).close();
    return warn.mock.calls.flat();
  };
  expect(await warned('noeviction')).toEqual([]);
  expect(await warned('allkeys-lru')).toEqual([
    'Redis may drop jobs when it is full: set its maxmemory-policy to noeviction (it is allkeys-lru).',
  ]);
  await client.config('SET', 'maxmemory-policy', before);
  client.disconnect();
});

describe('a queue that cannot be had is one line that says what to do', () => {
  const log = { warn: () => {} };

  test('no Redis there', async () => {
    const opened = openQueue({ databaseUrl: url, redisUrl: 'redis://:hunter2@127.0.0.1:1/0', log });
    await expect(opened).rejects.toThrow(OperatorError);
    await expect(opened).rejects.toThrow(/^Cannot use Redis at 127\.0\.0\.1:1 \(.+\): .*REDIS_URL\.$/);
    await expect(opened).rejects.not.toThrow(/hunter2/);
  });

  test('a database user who may not add a schema; the owner, no superuser, may', async () => {
    const name = `queue_${process.pid}`;
    await pool.query(`create role ${name} login password 'p'`);
    const as = new URL(url);
    as.username = name;
    as.password = 'p';
    const refused = openQueue({ databaseUrl: as.href, redisUrl: null, namespace: 'refused', log });
    await expect(refused).rejects.toThrow(/^Cannot set up the queue in the database \(permission denied .+\): .*\.$/);
    await pool.query(`grant create on database "${as.pathname.slice(1)}" to ${name}`);
    as.searchParams.set('options', '-c statement_timeout=60000');
    const queue = await openQueue({ databaseUrl: as.href, redisUrl: null, namespace: 'granted', log });
    expect(await queue.problem()).toBeNull();
    await queue.close();
    await pool.query(`grant ${name} to current_user; drop owned by ${name} cascade; drop role ${name}`);
  });
});

import { createPostgresBackend, type JobsOptions, Queue } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { OperatorError } from '../domain/operator-error.ts';
import type { Log } from '../log.ts';
import { type Due, rowPayload } from './job.ts';
import { quietly } from './quietly.ts';
import { sweep, sweepEveryMs } from './sweep.ts';
import { createWake } from './wake.ts';

export interface QueueSettings {
  /** Null: the queue lives in PostgreSQL. */
  redisUrl: string | null;
  databaseUrl: string;
  log: Pick<Log, 'warn'>;
  /** Under what its keys lie in Redis, or its schema in PostgreSQL, so that several can share a server. */
  namespace?: string;
}

type Data = Record<string, unknown>;
type BullQueue = Pick<Queue, 'upsertJobScheduler' | 'getJobScheduler' | 'getJobCounts' | 'getRanges' | 'close'> & {
  addBulk(jobs: { name: string; data: Data; opts: JobsOptions }[]): Promise<unknown>;
};

/** Where the queue lives, for the workers, who take connections of their own. */
export type Place =
  | { kind: 'redis'; url: string; prefix: string }
  | { kind: 'postgres'; connection: ReturnType<typeof connectionTo> };

/** The queue as its users see it. It only carries the message "look at this row now"; nothing is lost with it. */
export interface JobQueue {
  /** Adds a job for each row, to run when the row is due. Adding one that is there changes nothing. */
  enqueue(due: readonly Due[]): Promise<void>;
  /** Asks for a sweep now. Many calls make one sweep at most every 100 ms; failures are left to the next regular one. */
  wake(): void;
  /** Sees to it that a sweep runs regularly. Cheap when that is so; true when it was not, as after a loss of Redis. */
  schedule(): Promise<boolean>;
  /** Jobs by state: waiting, active, delayed, failed, … */
  counts(): Promise<Record<string, number>>;
  /** For readiness: null, or why the queue cannot be used. */
  problem(): Promise<string | null>;
  place: Place;
  close(): Promise<void>;
}

interface Backend {
  queue: BullQueue;
  place: Place;
  end(): void;
}

export const queueName = 'jobs';
const chunkSize = 500;
/** So many are added without a look at what is there. */
const fewJobs = 50;
const schedulerId = 'sweep';
// A finished job is forgotten at once: one that was kept would swallow its own re-addition.
const forgotten = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/** Opens the queue in Redis or in PostgreSQL. Throws an OperatorError when it cannot be used. */
export async function openQueue(settings: QueueSettings): Promise<JobQueue> {
  const { redisUrl, log } = settings;
  const backend = redisUrl ? await openRedis({ ...settings, redisUrl }) : await openPostgres(settings);
  const { queue } = backend;

  async function enqueue(due: readonly Due[]): Promise<void> {
    const missing = due.length > fewJobs ? await notIn(queue, due) : due;
    for (let start = 0; start < missing.length; start += chunkSize) {
      await queue.addBulk(missing.slice(start, start + chunkSize).map(toBullJob));
    }
  }

  const reportWake = quietly(log, 'The queue could not be woken; the next sweep finds what is due');
  let isClosed = false;
  const wake = createWake(
    async (atMs) => {
      if (isClosed) return;
      const opts = { ...forgotten, jobId: `sweep-${atMs}`, delay: Math.max(1, atMs - Date.now()), lifo: true };
      await queue.addBulk([{ name: sweep.name, data: sweep.payload.parse({}), opts }]);
    },
    (error) => isClosed || reportWake(error),
  );

  return {
    enqueue,
    wake,
    async schedule() {
      const found = await queue.getJobScheduler(schedulerId);
      if (found?.every === sweepEveryMs && (found.next ?? 0) > Date.now() - 2 * sweepEveryMs) return false;
      const opts = { ...forgotten, lifo: true };
      await queue.upsertJobScheduler(schedulerId, { every: sweepEveryMs }, { name: sweep.name, data: {}, opts });
      return true;
    },
    counts: () => queue.getJobCounts(),
    async problem() {
      return queue.getJobCounts('active').then(
        () => null,
        () => (redisUrl ? 'Redis does not answer' : 'PostgreSQL does not answer'),
      );
    },
    place: backend.place,
    async close() {
      isClosed = true;
      await queue.close().catch(() => {});
      backend.end();
    },
  };
}

/** Rounded up: before its moment a row is not due. */
const msOf = ({ dueAt }: Due): number => Math.ceil(Number(dueAt.epochNanoseconds) / 1e6);

const idOf = (due: Due): string => `${due.job}-${due.row}-${msOf(due)}`;

function toBullJob(due: Due) {
  const opts = { ...forgotten, jobId: idOf(due), delay: Math.max(0, msOf(due) - Date.now()) };
  const data = rowPayload.parse({ row: due.row });
  return { name: due.job, data, opts: due.isAwaited ? opts : { ...opts, priority: 1 } };
}

/** When the row of a job was due, by the job's id; null for a job about no row. */
export function dueMsOf(jobId: string | undefined): number | null {
  const [, dueMs] = /^[a-z]+-\d+-(\d+)$/.exec(jobId ?? '') ?? [];
  return dueMs === undefined ? null : Number(dueMs);
}

/**
 * Those whose jobs are not in the queue. Adding one that is there changes nothing, but costs as much as adding it: of a
 * backlog, every sweep lists most again.
 */
async function notIn(queue: BullQueue, due: readonly Due[]): Promise<Due[]> {
  const known = new Set(await queue.getRanges(['delayed', 'prioritized', 'waiting', 'active'], 0, -1));
  return due.filter((one) => !known.has(idOf(one)));
}

async function openRedis({
  redisUrl,
  log,
  namespace = 'spotter',
}: QueueSettings & { redisUrl: string }): Promise<Backend> {
  const report = quietly(log, 'Redis cannot be reached');
  // Producers fail at once, workers wait.
  const client = connectRedis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  try {
    await ready(client);
    const policy = /maxmemory_policy:(\S+)/.exec(await client.info('memory'))?.[1];
    if (policy && policy !== 'noeviction') {
      log.warn(`Redis may drop jobs when it is full: set its maxmemory-policy to noeviction (it is ${policy}).`);
    }
  } catch (error) {
    client.disconnect();
    const { hostname, port } = new URL(redisUrl);
    throw new OperatorError(
      `Cannot use Redis at ${hostname}:${port || 6379} (${reason(error)}): start it there, or correct REDIS_URL.`,
      { cause: error },
    );
  }
  client.on('error', report);
  const queue = new Queue<Data>(queueName, { prefix: namespace, connection: client });
  queue.on('error', report);
  return {
    queue,
    place: { kind: 'redis', url: redisUrl, prefix: namespace },
    end: () => client.disconnect(),
  };
}

export const connectRedis = (url: string, options: Pick<RedisOptions, 'maxRetriesPerRequest' | 'enableOfflineQueue'>) =>
  new Redis(url, { ...options, connectTimeout: 5_000, retryStrategy: (times) => Math.min(times * 100, 1_000) });

function ready(client: Redis): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('ready', resolve);
    client.on('error', reject);
    setTimeout(reject, 10_000, new Error('no answer')).unref();
  });
}

/** One line; what fails on several addresses at once has a code but no message. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (/^(NOAUTH|WRONGPASS)/.test(error.message)) return 'it refuses the user or the password';
  return (error.message || ('code' in error ? String(error.code) : error.name)).replaceAll(/\s+/g, ' ');
}

function connectionTo(databaseUrl: string, schema: string) {
  // BullMQ sets the search path through `options`, which the address must not override.
  const address = new URL(databaseUrl);
  const options = address.searchParams.get('options');
  address.searchParams.delete('options');
  return {
    connectionString: address.href,
    ...(options ? { options } : {}),
    schema,
    application_name: 'spotter queue',
    keepAlive: true,
    migrate: true,
  };
}

async function openPostgres({ databaseUrl, log, namespace = 'queue' }: QueueSettings): Promise<Backend> {
  const report = quietly(log, 'The queue lost its database');
  const connection = connectionTo(databaseUrl, namespace);
  const queue = new Queue(queueName, { connection: { ...connection, max: 3 } }, createPostgresBackend);
  queue.on('error', report);
  try {
    await queue.waitUntilReady();
  } catch (error) {
    await queue.close();
    throw new OperatorError(
      `Cannot set up the queue in the database (${reason(error)}): use the owner of the database in DATABASE_URL, or set REDIS_URL.`,
      { cause: error },
    );
  }
  return {
    queue,
    place: { kind: 'postgres', connection },
    end: () => {},
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, type Job, Worker } from 'bullmq';
import type { Log } from '../log.ts';
import type { Jobs } from './jobs.ts';
import { connectRedis, dueMsOf, type JobQueue, type Place, queueName } from './queue.ts';
import { quietly } from './quietly.ts';
import { sweep, sweepEveryMs } from './sweep.ts';

export interface WorkerSettings {
  queue: JobQueue;
  jobs: Jobs;
  log: Pick<Log, 'warn' | 'error'>;
  /** Jobs in hand at once; 8 unless told. */
  concurrency?: number;
  /** After how long without a sign of life this worker counts as dead; 10 s unless told. */
  lockMs?: number;
  /** How often to see whether the sweep still runs; 5 s unless told. */
  watchMs?: number;
  /** Told how each job about a row ended, and how long after the row was due. */
  onDone?: (job: string, outcome: 'done' | 'failed', lateMs: number) => void;
}

export interface JobWorker {
  /**
   * Takes no more jobs and lets those in hand finish, for at most `withinMs` (8 s unless told). What did not finish by
   * then is another's after its lease.
   */
  stop(withinMs?: number): Promise<void>;
}

// Twice the time between sweeps: one may be late, none at all means that the queue has lost its schedule.
const silenceMs = 2 * sweepEveryMs;
// A clock that is a little behind the one that made the job must not see its row as not yet due.
const earliestMs = 1_000;

/** Runs jobs as they fall due, and keeps the sweep going. Resolves once it takes jobs. */
export async function createWorker(settings: WorkerSettings): Promise<JobWorker> {
  const { queue, jobs, log, concurrency = 8, lockMs = 10_000, watchMs = sweepEveryMs, onDone } = settings;
  const report = quietly(log, 'The worker has trouble with its queue');
  const { worker, end } = open(queue.place, process, workerOptions(concurrency, lockMs), report);

  let sweptAt = performance.now();
  async function process(job: Job): Promise<void> {
    const earlyMs = job.timestamp + (job.opts.delay ?? 0) - Date.now();
    if (earlyMs > 0) await sleep(Math.min(earlyMs, earliestMs));
    if (job.name === sweep.name) sweptAt = performance.now();
    const dueMs = dueMsOf(job.id);
    const done = (outcome: 'done' | 'failed') => dueMs !== null && onDone?.(job.name, outcome, Date.now() - dueMs);
    try {
      await jobs.run(job.name, job.data, queue);
      done('done');
    } catch (error) {
      done('failed');
      throw error;
    }
  }

  worker.on('failed', (job, error) => log.error({ job: job?.name, jobId: job?.id, err: error }, 'A job failed'));
  worker.on('stalled', (jobId) => log.warn({ jobId }, 'A job was left by a worker that died; another takes it'));
  worker.on('error', report);
  await worker.waitUntilReady();
  // What fell due while no worker ran is looked at now, not at the next regular sweep.
  if (!(await queue.schedule())) queue.wake();
  const running = worker.run().catch((error: unknown) => log.error({ err: error }, 'The worker has stopped'));

  const stopping = new AbortController();
  const watching = watch();
  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(watchMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        if (await queue.schedule()) log.warn('The queue had lost its sweep; it has been set up again');
        // A schedule may look whole and still have lost its next job: whatever it says, rows are looked at.
        if (performance.now() - sweptAt > silenceMs) {
          sweptAt = performance.now();
          queue.wake();
        }
      } catch {
        // The queue says by itself that it cannot be reached.
      }
    }
  }

  let stopped: Promise<void> | undefined;
  async function stop(withinMs: number): Promise<void> {
    stopping.abort();
    const finished = Promise.all([worker.close(), running, watching]).then(() => true);
    const late = sleep(withinMs, false, { ref: false });
    if (!(await Promise.race([finished, late]))) log.warn('Jobs were still in hand at the end; others will take them');
    end();
  }
  return {
    stop(withinMs = 8_000) {
      stopped ??= stop(withinMs);
      return stopped;
    },
  };
}

const workerOptions = (concurrency: number, lockMs: number) => ({
  concurrency,
  // What a killed worker had in hand is taken by another once its lock has run out; being taken twice does no harm.
  lockDuration: lockMs,
  stalledInterval: lockMs / 2,
  maxStalledCount: 1,
  runRetryDelay: 500,
  autorun: false,
});

interface BullWorker {
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  run(): Promise<void>;
  waitUntilReady(): Promise<void>;
  close(): Promise<void>;
}

/** A worker on connections of its own; `end` closes those that BullMQ leaves open. */
function open(
  place: Place,
  process: (job: Job) => Promise<void>,
  options: ReturnType<typeof workerOptions>,
  report: (error: Error) => void,
): { worker: BullWorker; end(): void } {
  if (place.kind === 'postgres') {
    const connection = { ...place.connection, max: 4 };
    return { worker: new Worker(queueName, process, { ...options, connection }, createPostgresBackend), end: () => {} };
  }
  const connection = connectRedis(place.url, { maxRetriesPerRequest: null });
  connection.on('error', report);
  const worker = new Worker(queueName, process, { ...options, connection, prefix: place.prefix });
  return { worker, end: () => connection.disconnect() };
}

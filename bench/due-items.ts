import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Adapter } from '../src/bots/adapter.ts';
import { createTelegramAdapter } from '../src/bots/telegram/create-adapter.ts';
import { createRuntime } from '../src/cli/runtime.ts';
import type { Store } from '../src/cli/store.ts';
import { loadFoodIndex } from '../src/domain/foods/load-food-index.ts';
import { openQueue } from '../src/jobs/queue.ts';
import { createWorker } from '../src/jobs/worker.ts';
import { startTelegramSimulator } from '../tests/support/telegram-simulator.ts';
import { type Backend, benchLog, median, withBackends } from './due/bench.ts';
import { addPeople, makeDue, personAt } from './due/people.ts';
import { replay } from './due/replay.ts';
import { recordStatements, type Statement } from './statements.ts';
import { quantile } from './times.ts';

/** What falls due must be done at this share of the rate of bare jobs that run the same statements and the same send. */
const leastRatio = 0.6;
/** At a hundred a second, all but one in a hundred are said this soon after their time. */
const longestP99Ms = 1_000;
const count = Number(process.env.DUE_ITEMS ?? 600);
const rounds = Number(process.env.DUE_ROUNDS ?? 3);
const perSecond = 100;
const concurrency = 8;

/**
 * Reminders a second, from their time to a simulated Telegram without limits, on each backend of the queue; in turns
 * with bare BullMQ jobs that run the recorded statements of one reminder and send the same. Then how late they are when
 * a hundred fall due each second.
 */
export async function dueItems(): Promise<boolean> {
  return withBackends(async (store, backends) => {
    await addPeople(store.pool, count);
    const telegram = await startTelegramSimulator();
    try {
      for (let i = 0; i < count; i++) telegram.person(Number(personAt(i).accountId));
      const { apiRoot, token } = telegram;
      const adapter = createTelegramAdapter({ token, apiRoot, menu: [] });
      let isWell = true;
      for (const backend of backends) isWell = (await measure(store, backend, adapter)) && isWell;
      return isWell;
    } finally {
      await telegram.close();
    }
  });
}

type Send = Parameters<Adapter['send']>;

async function measure(store: Store, backend: Backend, telegram: Adapter): Promise<boolean> {
  const [name] = backend;
  const foods = await loadFoodIndex(store.db);
  const said = new Map<string, number>();
  let sample: Send | undefined;
  let onSaid = () => {};
  const adapter: Adapter = {
    ...telegram,
    async send(...args) {
      sample ??= args;
      const sent = await telegram.send(...args);
      said.set(args[0].accountId, Date.now());
      onSaid();
      return sent;
    },
  };
  const { jobs } = createRuntime({
    db: store.db,
    foods,
    adapters: [adapter],
    clock: () => Temporal.Now.instant(),
    log: benchLog,
  });
  const all = () =>
    new Promise<void>((resolve) => {
      said.clear();
      onSaid = () => said.size === count && resolve();
    });

  await makeDue(store.pool, Temporal.Now.instant().subtract({ seconds: 1 }), 0);
  const statements = await recordStatements(() =>
    jobs.run('remind', { row: personAt(0).reminderId }, { async enqueue() {} }),
  );

  /** Through everything: the sweep lists what is due, and a worker does it. */
  async function whole(): Promise<Turn> {
    await makeDue(store.pool, Temporal.Now.instant().subtract({ seconds: 1 }), 0);
    const [, redisUrl] = backend;
    const queue = await openQueue({ redisUrl, databaseUrl: store.url, log: benchLog });
    const done = all();
    const turn = startTurn();
    const worker = await createWorker({ queue, jobs, log: benchLog, concurrency });
    await done;
    const took = turn();
    await worker.stop();
    await queue.close();
    return took;
  }

  async function bare(): Promise<Turn> {
    await makeDue(store.pool, Temporal.Now.instant().subtract({ seconds: 1 }), 0);
    const done = all();
    return bareJobs(
      store,
      backend,
      statements,
      async (index) => {
        if (!sample) throw new Error('Nothing was sent');
        const [, reply, options] = sample;
        const { accountId } = personAt(index);
        await adapter.send({ id: accountId, accountId }, reply, { ...options, signal: AbortSignal.timeout(25_000) });
      },
      done,
    );
  }

  async function lateness(): Promise<number[]> {
    const everyMs = 1_000 / perSecond;
    const from = Temporal.Now.instant().add({ seconds: 2 });
    await makeDue(store.pool, from, everyMs);
    const [, redisUrl] = backend;
    const queue = await openQueue({ redisUrl, databaseUrl: store.url, log: benchLog });
    const done = all();
    const worker = await createWorker({ queue, jobs, log: benchLog, concurrency });
    await done;
    await worker.stop();
    await queue.close();
    return Array.from(
      { length: count },
      (_, i) => (said.get(personAt(i).accountId) ?? Number.NaN) - (from.epochMilliseconds + i * everyMs),
    );
  }

  const ratios: number[] = [];
  const turns = { whole: [] as Turn[], bare: [] as Turn[] };
  for (let round = 0; round <= rounds; round++) {
    const [ours, theirs] = [await whole(), await bare()];
    // The first round warms up.
    if (round === 0) continue;
    turns.whole.push(ours);
    turns.bare.push(theirs);
    ratios.push(ours.perSecond / theirs.perSecond);
  }
  const late = await lateness();
  const [p50, p99] = [quantile(late, 0.5), quantile(late, 0.99)];
  console.log(`  ${name}: ${count} reminders, ${statements.length} statements each`);
  console.log(`    from due to sent   ${figures(turns.whole)}`);
  console.log(`    bare jobs          ${figures(turns.bare)}`);
  console.log(`    ratio              ${median(ratios).toFixed(2)} (limit: at least ${leastRatio})`);
  console.log(
    `    late at ${perSecond}/s      p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (limit: ${longestP99Ms} ms)`,
  );
  if (process.env.DUE_STATEMENTS)
    for (const { text } of statements) console.log(`      ${text.replace(/\s+/g, ' ').slice(0, 150)}`);
  return median(ratios) >= leastRatio && p99 <= longestP99Ms;
}

/** How fast all were done, and what each took of this process's processor, which other work here hardly changes. */
interface Turn {
  readonly perSecond: number;
  readonly cpuMs: number;
}

function startTurn(): () => Turn {
  const startMs = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { perSecond: (count * 1_000) / (performance.now() - startMs), cpuMs: (user + system) / 1_000 / count };
  };
}

const figures = (turns: readonly Turn[]): string => {
  const perSecond = median(turns.map((turn) => turn.perSecond));
  return `${perSecond.toFixed(0)}/s, ${median(turns.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms of processor each`;
};

/** Bare jobs about everybody: added at once, each runs the statements and the send. */
async function bareJobs(
  { url }: Store,
  [, redisUrl]: Backend,
  statements: readonly Statement[],
  send: (index: number) => Promise<void>,
  done: Promise<void>,
): Promise<Turn> {
  const free = await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c datestyle=ISO,YMD' });
      await client.connect();
      return client;
    }),
  );
  const recorded = personAt(0);
  const run = async ({ data: { row } }: { data: { row: number } }) => {
    const client = free.pop();
    if (!client) throw new Error('More jobs than connections');
    const one = personAt(row - personAt(0).reminderId);
    const ids = new Map(
      Object.entries(recorded).map(([key, id]) => [String(id), String(one[key as keyof typeof one])]),
    );
    await replay(client, statements, ids, () => send(row - personAt(0).reminderId)).finally(() => free.push(client));
  };
  const forgotten = { removeOnComplete: true, removeOnFail: true } as const;
  const rows = Array.from({ length: count }, (_, i) => ({
    name: 'bare',
    data: { row: personAt(i).reminderId },
    opts: forgotten,
  }));
  const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
  const place = { connectionString: url, schema: 'bare', migrate: true };
  const queue = redis
    ? new Queue('bare', { connection: redis })
    : new Queue('bare', { connection: { ...place, max: 3 } }, createPostgresBackend);
  await queue.waitUntilReady();
  const turn = startTurn();
  await queue.addBulk(rows);
  const options = { concurrency, autorun: true };
  const worker = redis
    ? new Worker('bare', run, { ...options, connection: redis })
    : new Worker('bare', run, { ...options, connection: { ...place, max: 4 } }, createPostgresBackend);
  worker.on('failed', (_, error) => console.error(error));
  await done;
  const took = turn();
  await worker.close();
  await queue.close();
  redis?.disconnect();
  for (const client of free) await client.end();
  return took;
}

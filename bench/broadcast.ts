import { Temporal } from 'temporal-polyfill';
import { createTelegramAdapter } from '../src/bots/telegram/create-adapter.ts';
import { createRuntime } from '../src/cli/runtime.ts';
import { loadFoodIndex } from '../src/domain/foods/load-food-index.ts';
import { recentRefusals } from '../src/domain/system/refusals.ts';
import { openQueue } from '../src/jobs/queue.ts';
import { createWorker } from '../src/jobs/worker.ts';
import { telegramLimits } from '../tests/support/telegram-limits.ts';
import { startTelegramSimulator } from '../tests/support/telegram-simulator.ts';
import { benchLog, withBackends } from './due/bench.ts';
import { addPeople, makeDue, personAt } from './due/people.ts';

const count = Number(process.env.BROADCAST ?? 10_000);
const telegramPerSecond = 30;
/** Of what Telegram takes, this share must be reached, without its saying once that it is too much. */
const leastShare = 0.95;

/**
 * Many reminders due within the same second, said by two workers to a simulated Telegram that enforces its limits.
 */
export async function broadcast(): Promise<boolean> {
  return withBackends(async (store, [backend]) => {
    const [name, redisUrl = null] = backend ?? ['PostgreSQL'];
    const telegram = await startTelegramSimulator({ limit: telegramLimits() });
    const foods = await loadFoodIndex(store.db);
    await addPeople(store.pool, count);
    for (let i = 0; i < count; i++) telegram.person(Number(personAt(i).accountId));
    const times: number[] = [];
    const workers = await Promise.all(
      [1, 2].map(async () => {
        const { token, apiRoot } = telegram;
        const real = createTelegramAdapter({ token, apiRoot, menu: [] });
        const adapter = {
          ...real,
          async send(...args: Parameters<typeof real.send>) {
            const sent = await real.send(...args);
            times.push(performance.now());
            return sent;
          },
        };
        const clock = () => Temporal.Now.instant();
        const { jobs } = createRuntime({
          db: store.db,
          foods,
          adapters: [adapter],
          clock,
          log: benchLog,
          isPaced: true,
        });
        return { jobs, queue: await openQueue({ redisUrl, databaseUrl: store.url, log: benchLog }) };
      }),
    );
    await makeDue(store.pool, Temporal.Now.instant(), 60_000 / count / 60);
    const running = await Promise.all(workers.map(({ jobs, queue }) => createWorker({ queue, jobs, log: benchLog })));
    while (times.length < count) await new Promise((resolve) => setTimeout(resolve, 200));
    for (const worker of running) await worker.stop();
    for (const { queue } of workers) await queue.close();
    await telegram.close();
    const refused = await recentRefusals(store.db, Temporal.Now.instant());
    const [first = 0] = times;
    const perSecond = ((count - 1) * 1_000) / ((times.at(-1) ?? 0) - first);
    const share = perSecond / telegramPerSecond;
    console.log(
      `  ${name}: ${count} reminders in ${(((times.at(-1) ?? 0) - first) / 1_000).toFixed(1)} s, two workers`,
    );
    console.log(
      `    ${perSecond.toFixed(2)}/s, ${(share * 100).toFixed(1)} % of Telegram’s ${telegramPerSecond}/s (limit: at least ${leastShare * 100} %)`,
    );
    console.log(`    ${refused} times told that it is too much (limit: 0)`);
    return share >= leastShare && refused === 0;
  });
}

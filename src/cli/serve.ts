import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { hold } from '../../db/holder.ts';
import type { Message } from '../bots/message.ts';
import type { Config } from '../config.ts';
import { loadFoodIndex } from '../domain/foods/load-food-index.ts';
import { createFileStore } from '../domain/media/file-store.ts';
import { OperatorError } from '../domain/operator-error.ts';
import { systemStatus } from '../domain/system/system-status.ts';
import { keepTelegramLink } from '../domain/system/telegram-link.ts';
import { loadExerciseIndex } from '../domain/training/load-exercise-index.ts';
import { createHttpServer, listenHost } from '../http.ts';
import { openQueue } from '../jobs/queue.ts';
import { createWorker } from '../jobs/worker.ts';
import type { Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { createPlatforms, type PlatformBot } from './platforms.ts';
import { createRuntime } from './runtime.ts';
import { statusReading } from './status-reading.ts';
import { openStore } from './store.ts';
import { sweepFiles } from './sweep-files.ts';
import { untilStopped } from './until-stopped.ts';
import { version } from './version.ts';

export interface ServeOptions {
  readonly config: Config;
  readonly log: Log;
  /** Whether this process receives from the platforms, and whether it does what falls due. */
  readonly halves: { readonly bot: boolean; readonly worker: boolean };
  /** Told what runs, in words. */
  readonly announce: (line: string) => void;
}

/** How long work in hand may take at the end; the whole stop has ten seconds. */
const finishMs = 5_000;

/** Runs the bots, the worker, or both, until a signal comes. Throws an OperatorError that says what to do. */
export async function serve({ config, log, halves, announce }: ServeOptions): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  const clock = () => Temporal.Now.instant();
  const stopped = untilStopped();
  let refuse: (error: unknown) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  refused.catch(() => {});
  try {
    const store = await openStore(config, log);
    stops.unshift(store.close);
    const foods = await loadFoodIndex(store.db);
    const exercises = await loadExerciseIndex(store.db);
    const platforms = await createPlatforms({ config, db: store.db, foods, clock, log, onRefused: refuse });
    if (platforms.length === 0)
      throw new OperatorError('No bot to run: set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN in .env.');
    const adapters = platforms.map(({ adapter }) => adapter);
    const files = createFileStore(config.mediaDir);
    const queue = await openQueue({ redisUrl: config.redisUrl, databaseUrl: store.url, log });
    stops.unshift(() => queue.close());
    const metrics = createMetrics({
      version,
      readNow: async () => statusReading(await systemStatus(store.db, clock()), await queue.counts().catch(() => null)),
    });
    const { respond, jobs } = createRuntime({
      db: store.db,
      foods,
      exercises,
      adapters,
      files,
      clock,
      log,
      isPaced: true,
      crisisText: config.crisisText,
      operators: { accounts: config.admins, version, queueCounts: queue.counts },
      onDelivery: metrics.delivery,
    });
    stops.unshift(() => Promise.race([respond.idle(), sleep(finishMs, undefined, { ref: false })]));
    if (halves.worker) {
      const worker = await createWorker({ queue, jobs, log, onDone: metrics.due });
      stops.unshift(() => worker.stop(finishMs));
      stops.unshift(sweepFiles({ db: store.db, files, clock, log }));
      announce('Worker: running');
    }
    const http = await createHttpServer({
      port: config.httpPort,
      host: listenHost(config.telegramWebhookUrl !== null),
      checks: {
        database: () => store.pool.query('select 1').then(() => null),
        queue: () => queue.problem(),
      },
      metrics: metrics.read,
      routes: Object.fromEntries(platforms.flatMap(({ routes }) => Object.entries(routes))),
      log,
    });
    stops.unshift(() => http.close());
    announce(`Health: ${http.url}/readyz`);
    if (halves.bot) {
      const receive = (message: Message) => respond.receive(message);
      const found = async ({ adapter, link }: PlatformBot) => {
        const address = link();
        if (adapter.platform === 'telegram' && address !== null) await keepTelegramLink(store.db, address, clock);
      };
      const connecting = platforms.map((platform) => connect(platform, store.url, receive, found));
      stops.unshift(() => Promise.all(connecting.map(({ stop }) => stop())));
      await Promise.race([stopped, Promise.all(connecting.map(({ started }) => started))]);
      queue.wake();
    }
    await Promise.race([stopped, refused]);
    announce('Stopping; what is in hand is finished first.');
  } finally {
    for (const stop of stops)
      await stop().catch((error: unknown) => log.warn({ err: error }, 'A part did not stop cleanly'));
  }

  /** Receives from a platform, as its one holder where it may have but one. `started` rejects if it refuses us. */
  function connect(
    platform: PlatformBot,
    url: string,
    receive: (message: Message) => Promise<void>,
    onConnected: (platform: PlatformBot) => Promise<void>,
  ) {
    const { adapter } = platform;
    const start = async () => {
      await adapter.start(receive);
      await onConnected(platform);
      announce(
        `${adapter.platform === 'telegram' ? 'Telegram' : 'Discord'}: connected. Write to it at ${platform.link()}`,
      );
    };
    if (!platform.hasOneReceiver) return { started: start(), stop: adapter.stop };
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const holder = hold(url, adapter.platform, {
      async onAcquired() {
        await start();
        begun();
      },
      onLost: () => adapter.stop(),
      onFailed(error) {
        // What the operator has to mend does not mend itself by trying again.
        if (error instanceof OperatorError) refuse(error);
        else log.warn({ platform: adapter.platform, err: error }, 'A platform could not be reached; trying again');
      },
      log: { info: (line) => log.info(line), warn: (line) => log.warn(line) },
    });
    return { started: Promise.race([started, refused]), stop: () => holder.stop() };
  }
}

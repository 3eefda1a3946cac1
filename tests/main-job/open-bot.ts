import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Adapter } from '../../src/bots/adapter.ts';
import type { Message } from '../../src/bots/message.ts';
import { createPlatforms, type PlatformBot } from '../../src/cli/platforms.ts';
import { runDue } from '../../src/cli/run-due.ts';
import { createRuntime, type Runtime } from '../../src/cli/runtime.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/domain/context.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import { createFileStore } from '../../src/domain/media/file-store.ts';
import type { GuardedRoute } from '../../src/http.ts';
import { silentLog } from '../support/silent-log.ts';

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Temporal.Instant;
  advance(seconds: number): void;
}

export function testClock(start: Temporal.Instant): TestClock {
  let now = start;
  return {
    now: () => now,
    advance(seconds) {
      now = now.add({ milliseconds: seconds * 1000 });
    },
  };
}

export interface BotOptions {
  readonly db: Database;
  readonly foods: FoodIndex;
  readonly clock: TestClock;
  /** The settings that name the platforms, as in `.env`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Adapters to run instead of those of the settings. */
  readonly adapters?: readonly Adapter[];
  /** Told what was committed. */
  readonly onReceived?: (message: Message) => void;
}

/** One process's worth of Spotter, wired as the command line does it, but for its queue and its signals. */
export interface Bot {
  readonly runtime: Runtime;
  readonly adapters: readonly Adapter[];
  /** What its platforms take over HTTP, by path. */
  readonly routes: Readonly<Record<string, GuardedRoute>>;
  start(): Promise<void>;
  /** Does what is due now, as the worker would. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** A bot that is not started. */
export async function openBot({ db, foods, clock, settings = {}, adapters, onReceived }: BotOptions): Promise<Bot> {
  const platforms: readonly Pick<PlatformBot, 'adapter' | 'routes'>[] =
    adapters?.map((adapter) => ({ adapter, routes: {} })) ??
    (await createPlatforms({
      config: readConfig(settings, { cwd: tmpdir() }),
      db,
      foods,
      clock: clock.now,
      log: silentLog,
      onRefused(error) {
        throw error;
      },
    }));
  const all = platforms.map(({ adapter }) => adapter);
  const folder = mkdtempSync(join(tmpdir(), 'spotter-media-'));
  const files = createFileStore(folder);
  const runtime = createRuntime({ db, foods, adapters: all, files, clock: clock.now, log: silentLog });
  const receive = async (message: Message) => {
    await runtime.respond.receive(message);
    onReceived?.(message);
  };
  return {
    runtime,
    adapters: all,
    routes: Object.fromEntries(platforms.flatMap(({ routes }) => Object.entries(routes))),
    async start() {
      await Promise.all(all.map((adapter) => adapter.start(receive)));
    },
    async work() {
      await runtime.respond.idle();
      // What entries earn is another message, and not what these tests are about.
      await runDue(db, runtime.jobs, clock.now(), { isOurs: async ({ job }) => job !== 'progress' });
      await runtime.respond.idle();
    },
    async stop() {
      await Promise.all(all.map((adapter) => adapter.stop()));
      await runtime.respond.idle();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

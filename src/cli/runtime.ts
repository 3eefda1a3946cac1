import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Adapter } from '../bots/adapter.ts';
import { commands } from '../bots/commands/index.ts';
import { createDeliver } from '../bots/deliver.ts';
import type { Platform } from '../bots/message.ts';
import { createRespond, type Respond } from '../bots/respond.ts';
import { createSpeak } from '../bots/speak.ts';
import { findWaiting } from '../domain/conversation/find-waiting.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import type { ExerciseIndex } from '../domain/training/exercise-index.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import type { Log } from '../log.ts';

export interface Runtime {
  readonly respond: Respond;
  readonly deliver: (id: number) => Promise<void>;
  /** What can fall due, wired to what does it. */
  readonly jobs: Jobs;
}

export interface RuntimeOptions {
  readonly db: Database;
  readonly foods: FoodIndex;
  readonly exercises?: ExerciseIndex | undefined;
  readonly adapters: readonly Adapter[];
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
  /** Where the files that people send are kept; nowhere unless given. */
  readonly files?: FileStore;
  /** The operator's own words for a crisis; null for ours. */
  readonly crisisText?: string | null;
}

/** Wires the rooms that do not know each other: bots, jobs, and the database under both. */
export function createRuntime({
  db,
  foods,
  exercises,
  adapters,
  files,
  clock,
  log,
  crisisText = null,
}: RuntimeOptions): Runtime {
  const byPlatform = new Map<Platform, Adapter>(adapters.map((adapter) => [adapter.platform, adapter]));
  const deliver = createDeliver({ db, adapters: byPlatform, files, clock, log });
  const respond = createRespond({
    db,
    commands,
    foods,
    exercises,
    adapters: byPlatform,
    files,
    deliver,
    clock,
    log,
    crisisText,
  });
  const jobs = createJobs({
    db,
    now: clock,
    async respond(inboundId) {
      const waiting = await findWaiting(db, inboundId);
      // Another process has the platforms that this one has no token for.
      if (waiting && byPlatform.has(waiting.platform)) await respond.resume(waiting.platform, waiting.chatId);
    },
    deliver,
    ...createSpeak({ db, adapters: byPlatform, deliver, clock, log }),
  });
  return { respond, deliver, jobs };
}

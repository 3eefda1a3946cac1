import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Adapter } from '../bots/adapter.ts';
import { commands } from '../bots/commands/index.ts';
import { createDeliver, type OnDelivery } from '../bots/deliver.ts';
import type { Platform } from '../bots/message.ts';
import type { Operators } from '../bots/operators.ts';
import { createPace } from '../bots/pace.ts';
import { createRespond, type Respond } from '../bots/respond.ts';
import { createSpeak } from '../bots/speak.ts';
import { findWaiting } from '../domain/conversation/find-waiting.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { reserveSlot } from '../domain/notifications/reserve-slot.ts';
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
  /** Whether to keep to what the platforms bear, together with the other processes. */
  readonly isPaced?: boolean;
  /** The operator's own words for a crisis; null for ours. */
  readonly crisisText?: string | null;
  /** Who looks after Spotter, and what only they are told. */
  readonly operators?: Operators;
  /** Told how each delivery went. */
  readonly onDelivery?: OnDelivery;
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
  isPaced = false,
  crisisText = null,
  operators,
  onDelivery,
}: RuntimeOptions): Runtime {
  const byPlatform = new Map<Platform, Adapter>(adapters.map((adapter) => [adapter.platform, adapter]));
  const reserve = (platform: Platform, spacingMs: number) => reserveSlot(db, platform, spacingMs);
  const pace = isPaced ? createPace({ reserve }) : undefined;
  const deliver = createDeliver({ db, adapters: byPlatform, files, pace, clock, log, onOutcome: onDelivery });
  const speak = createSpeak({ db, adapters: byPlatform, deliver, clock, log });
  const respond = createRespond({
    db,
    commands,
    foods,
    exercises,
    adapters: byPlatform,
    files,
    deliver,
    notify: speak.notify,
    clock,
    log,
    crisisText,
    operators,
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
    ...speak,
  });
  return { respond, deliver, jobs };
}

import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { sweepMedia } from '../domain/media/sweep-media.ts';
import type { Log } from '../log.ts';

export interface SweepFilesOptions {
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
}

const everyMs = 60 * 60_000;

/** Removes the files that nobody needs any more, now and every hour. Returns what stops it. */
export function sweepFiles({ db, files, clock, log }: SweepFilesOptions): () => Promise<void> {
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping.then(async () => {
      try {
        const count = await sweepMedia(db, files, clock());
        if (count > 0) log.info({ count }, 'Files that nobody needs any more were removed');
      } catch (err) {
        log.warn({ err }, 'The files could not be swept; trying again in an hour');
      }
    });
  };
  sweep();
  const timer = setInterval(sweep, everyMs);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

import { DomainError } from '../domain/domain-error.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { type StoredFile, storeFile, storePicture } from '../domain/media/keep-media.ts';
import { tooManyBytes } from '../domain/media/picture.ts';
import type { Log } from '../log.ts';
import { type Adapter, FetchError } from './adapter.ts';
import type { Media } from './message.ts';

/** The files of one request. */
export interface RequestFiles {
  /**
   * These pictures, in the store and cleaned. To be asked before anything else is done: where they are not at hand, the
   * request is begun anew once they are.
   */
  of(media: readonly Media[]): StoredFile[];
  /** These files, in the store as they were sent; asked for in the same way. */
  asSent(media: readonly Media[]): StoredFile[];
  /** Removes files from the store as soon as the request is committed. */
  remove(paths: readonly string[]): void;
}

export interface FilesDependencies {
  /** Null where no files are kept. */
  readonly store: FileStore | null;
  /** Brings a file from the platform of the request. */
  readonly fetch: Adapter['fetch'];
  readonly log: Log;
}

/** Thrown to have files brought: nobody waits for a platform within a transaction. */
class FilesNeeded extends Error {
  readonly media: readonly Media[];
  readonly store: typeof storeFile;

  constructor(media: readonly Media[], store: typeof storeFile) {
    super('Files are needed first');
    this.media = media;
    this.store = store;
  }
}

/** How long all of a request's files may take together: less than the lease of its message. */
const patienceMs = 15_000;

/**
 * Does a request that may need files: `attempt` is its transaction. Throws DomainError with a sentence for the person
 * where a file cannot be had or is no picture.
 */
export async function withFiles<Result>(
  { store, fetch, log }: FilesDependencies,
  attempt: (files: RequestFiles) => Promise<Result>,
): Promise<Result> {
  const stored = new Map<string, StoredFile>();

  async function remove(paths: readonly string[]): Promise<void> {
    // The sweep comes back to it.
    for (const path of paths)
      await store?.remove(path).catch((err: unknown) => log.warn({ err }, 'A file could not be removed'));
  }

  async function bring({ media, store: put }: FilesNeeded): Promise<void> {
    if (!store)
      throw new DomainError('not-allowed', `I cannot keep ${put === storePicture ? 'pictures' : 'files'} here.`);
    const signal = AbortSignal.timeout(patienceMs);
    for (const one of media) {
      const file = await fetch(one, signal).catch((error: unknown) => {
        throw told(error);
      });
      stored.set(one.handle, await put(store, file));
    }
  }

  async function run(): Promise<Result> {
    const leaving: string[] = [];
    const inStore = (media: readonly Media[], put: typeof storeFile): StoredFile[] => {
      const missing = media.filter(({ handle }) => !stored.has(handle));
      if (missing.length > 0) throw new FilesNeeded(missing, put);
      return media.flatMap(({ handle }) => stored.get(handle) ?? []);
    };
    const result = await attempt({
      of: (media) => inStore(media, storePicture),
      asSent: (media) => inStore(media, storeFile),
      remove: (paths) => leaving.push(...paths),
    });
    await remove(leaving);
    return result;
  }

  try {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof FilesNeeded)) throw error;
        await bring(error);
      }
    }
  } catch (error) {
    // After any other failure the request may have been committed all the same.
    if (error instanceof DomainError) await remove([...stored.values()].map(({ path }) => path));
    throw error;
  }

  function told(error: unknown): unknown {
    if (!(error instanceof FetchError)) return error;
    log.warn({ failure: error.failure, reason: error.message }, 'A file could not be brought');
    return new DomainError('not-found', sentences[error.failure]);
  }
}

const sentences = {
  'too-large': tooManyBytes,
  gone: 'I can no longer get at that picture, so I kept nothing. Send it again, please.',
  unknown: 'I could not load that picture just now, so I kept nothing. Send it again in a minute, please.',
};

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files that people sent, below one folder. Their names tell nothing, and nobody else on the machine reads them. */
export interface FileStore {
  /**
   * Keeps a file for good: resolves once it is on the disk, with its path below the folder. What is no picture that we
   * drew anew is `bin`, whatever it claims to be.
   */
  write(bytes: Uint8Array, ending?: 'jpg' | 'bin'): Promise<string>;
  /** Null where there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** Harmless where there is none. */
  remove(path: string): Promise<void>;
  /** The paths of all files last written before the given moment, in milliseconds since 1970. */
  writtenBefore(epochMs: number): AsyncIterable<string>;
}

const pathForm = /^[0-9a-f]{2}\/[0-9a-f]{32}\.(?:jpg|bin)$/;

/** Keeps files below `folder`, which comes into being with the first of them. */
export function createFileStore(folder: string): FileStore {
  const placeOf = (path: string): string => {
    if (!pathForm.test(path)) throw new Error('That is not a path of ours');
    return join(folder, path);
  };

  async function* writtenBefore(epochMs: number): AsyncIterable<string> {
    for (const shelf of await entriesOf(folder))
      for (const name of await entriesOf(join(folder, shelf))) {
        const path = `${shelf}/${name}`;
        const found = pathForm.test(path) ? await stat(join(folder, path)).catch(ifMissing) : null;
        if (found && found.mtimeMs < epochMs) yield path;
      }
  }

  return {
    async write(bytes, ending = 'jpg') {
      const name = randomBytes(16).toString('hex');
      const path = `${name.slice(0, 2)}/${name}.${ending}`;
      await mkdir(dirname(placeOf(path)), { recursive: true, mode: 0o700 });
      const file = await open(placeOf(path), 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      return path;
    },
    read: (path) => readFile(placeOf(path)).catch(ifMissing),
    remove: (path) => rm(placeOf(path), { force: true }),
    writtenBefore,
  };
}

const entriesOf = async (folder: string): Promise<string[]> => (await readdir(folder).catch(ifMissing)) ?? [];

function ifMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
  throw error;
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/cli/store.ts';
import { createLog } from '../../src/log.ts';

/** A database server of one's own, in a folder that goes with it. */
export interface OwnStore {
  readonly store: Store;
  readonly folder: string;
  /** Within it, as SPOTTER_DATA_DIR. */
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Starts a PostgreSQL that nobody else uses, migrated and seeded: for what kills it, or fills it. */
export async function openOwnStore(): Promise<OwnStore> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-store-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, '.spotter');
  const log = createLog({ level: 'error', output: process.stderr });
  const store = await openStore({ databaseUrl: null, dataDir }, log, { durable: false });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, folder, dataDir, close };
}

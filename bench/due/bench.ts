import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/cli/store.ts';
import { createLog } from '../../src/log.ts';
import { redisSource, startRedis } from '../../tests/support/redis.ts';

export const benchLog = createLog({ level: 'error', output: process.stderr });

/** Where the queue may live: by name, the address of its Redis or null for PostgreSQL. */
export type Backend = readonly [name: string, redisUrl: string | null];

/** A database of its own and the backends there are here, for as long as `work` takes. */
export async function withBackends<Result>(
  work: (store: Store, backends: readonly Backend[]) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'spotter-bench-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(dataDir, 0o711);
  const store = await openStore({ databaseUrl: process.env.DATABASE_URL ?? null, dataDir }, benchLog);
  const redis = redisSource() ? await startRedis() : null;
  try {
    const backends: Backend[] = [['PostgreSQL', null]];
    if (redis) backends.unshift(['Redis', redis.url]);
    else console.log('  There is no Redis here: set REDIS_URL or put redis-server on the PATH.');
    return await work(store, backends);
  } finally {
    await redis?.stop();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

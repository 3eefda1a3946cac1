import { Temporal } from 'temporal-polyfill';
import { type OpenDatabase, openDatabase } from '../../db/client.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { seed } from '../../db/seed.ts';
import type { Config } from '../config.ts';
import { markStatisticsDue } from '../domain/progress/mark-statistics-due.ts';
import type { Log } from '../log.ts';

export interface Store extends OpenDatabase {
  readonly url: string;
}

/**
 * The database at DATABASE_URL, or the built-in one; migrated and seeded. `durable` false is for data that may be lost.
 * Throws an OperatorError that says what to do.
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  { durable = true }: { durable?: boolean } = {},
): Promise<Store> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({
        dataDir: config.dataDir,
        durable,
        log: { info: (line) => log.info(line), warn: (line) => log.warn(line) },
      });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    const database = await openDatabase({ url, log });
    try {
      await migrate(database);
      await seed(database.db);
      await markStatisticsDue(database.db, Temporal.Now.instant());
    } catch (error) {
      await database.close();
      throw error;
    }
    return {
      ...database,
      url,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

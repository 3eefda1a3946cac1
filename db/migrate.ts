import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { OpenDatabase } from './client.ts';
import { OperatorError } from './operator-error.ts';

const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

// Any number will do as long as every process takes the same one.
const migrationLock = 5_077_001;

/**
 * Brings the database to the newest migration, in one transaction. Processes that start at once wait for each other;
 * a database that is current is left alone. Throws an OperatorError when the user may not change the database.
 */
export async function migrate({ pool }: Pick<OpenDatabase, 'pool'>): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle({ client }), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    broken = false;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === '42501') {
      throw new OperatorError(
        `The database user may not set up the tables (${cause.message}): use the owner of the database in DATABASE_URL.`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    // A connection that may still hold the lock is closed, which gives the lock back.
    client.release(broken);
  }
}

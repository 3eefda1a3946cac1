import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { PoolClient } from 'pg';
import type { OpenDatabase } from './client.ts';
import { OperatorError } from './operator-error.ts';

const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

/** The first major version whose grants say who may set a role. */
const oldestMajor = 16;

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
    await refuseOld(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle({ client }), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    broken = false;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === '42501') {
      // Our own statement about the role says what to do by itself.
      const advice = cause.message.includes('spotter_member') ? '' : ': use the owner of the database in DATABASE_URL';
      throw new OperatorError(`The database user may not set up the tables (${cause.message})${advice}.`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    // A connection that may still hold the lock is closed, which gives the lock back.
    client.release(broken);
  }
}

async function refuseOld(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < oldestMajor)
    throw new OperatorError(
      `PostgreSQL ${major} is too old for Spotter: use version ${oldestMajor} or newer in DATABASE_URL, or leave it out.`,
    );
}

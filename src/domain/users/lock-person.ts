import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../../db/client.ts';

/** Waits for everything else that is being done about a person, by their id or its column, until the end of the transaction. */
export const personLock = (userId: number | SQL): SQL =>
  sql`pg_advisory_xact_lock(hashtextextended('person:' || ${userId}::text, 0))`;

/** A row of a person's, or theirs itself. */
export interface OwnedRow {
  readonly of: 'users' | 'reminders' | 'notifications';
  readonly id: number;
}

/**
 * Begins what is done about the person whose row this is outside any message of theirs, as the owner: one thing at a
 * time, and before anything else is held, so that no two wait for one another. Tells the triggers the time. Returns the
 * person's id; null when the row has gone.
 */
export async function lockPerson(tx: Transaction, { of, id }: OwnedRow, now: Temporal.Instant): Promise<number | null> {
  const owner = sql.raw(of === 'users' ? 'id' : 'user_id');
  const { rows } = await tx.execute<{ id: string }>(sql`
    select ${owner} as id, ${personLock(owner)},
      set_config('spotter.now', ${now.toString()}, true)
    from ${sql.identifier(of)} where id = ${id}`);
  return rows[0] ? Number(rows[0].id) : null;
}

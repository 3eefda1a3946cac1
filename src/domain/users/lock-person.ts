import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../../db/client.ts';

/** Waits for everything else that is being done about this person, until the end of the transaction. */
export const personLock = (userId: number): SQL =>
  sql`pg_advisory_xact_lock(hashtextextended(${`person:${userId}`}, 0))`;

/**
 * Begins what is done about a person outside any message of theirs, as the owner: one thing at a time, and before
 * anything else is held, so that no two wait for one another. Tells the triggers the time.
 */
export async function lockPerson(tx: Transaction, userId: number, now: Temporal.Instant): Promise<void> {
  await tx.execute(sql`select ${personLock(userId)}, set_config('spotter.now', ${now.toString()}, true)`);
}

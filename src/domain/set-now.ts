import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';

/** Tells the triggers and policies of this transaction what time it is, where no request has told them. */
export async function setNow(tx: Transaction, now: Temporal.Instant): Promise<void> {
  await tx.execute(sql`select set_config('spotter.now', ${now.toString()}, true)`);
}

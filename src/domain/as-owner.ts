import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';

/**
 * Does what goes beyond a person's own rows within their request, with the owner's rights: redeeming an invitation,
 * passing a message on. Whatever `run` does must check for itself that this person may. Their own rights hold again
 * afterwards; when `run` throws, the transaction is over anyway.
 */
export async function asOwner<T>(db: Transaction, run: () => Promise<T>): Promise<T> {
  await db.execute(sql`select set_config('role', 'none', true)`);
  const result = await run();
  await db.execute(sql`select set_config('role', 'spotter_member', true)`);
  return result;
}

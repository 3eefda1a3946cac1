import { sql } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';

/**
 * Does something with all rights within a request, which goes on with its person's own afterwards. Only for verbs that
 * have made sure that this person may.
 */
export async function asOwner<Result>(
  { db }: Pick<Context, 'db'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  await db.execute(sql`select set_config('role', 'none', true)`);
  const result = await work(db);
  await db.execute(sql`select set_config('role', 'spotter_member', true)`);
  return result;
}

import { and, eq, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { users } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';
import { setNow } from '../set-now.ts';

/**
 * Switches somebody off, or on again: what they write is answered with that alone, and nothing is said to them first.
 * What they have recorded stays. Only for the operator: runs as owner. Says whether anything changed.
 */
export async function setActive(
  db: Transaction,
  userId: number,
  isActive: boolean,
  now: Temporal.Instant,
): Promise<boolean> {
  await setNow(db, now);
  const rows = await db
    .update(users)
    .set({ isActive, updatedAt: now })
    .where(and(eq(users.id, userId), ne(users.isActive, isActive)))
    .returning({ id: users.id });
  return rows.length > 0;
}

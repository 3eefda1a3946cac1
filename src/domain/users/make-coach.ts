import { desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, users } from '../../../db/schema/index.ts';

/** The person with a platform account of this id, the newest where several platforms have it; null for nobody. */
export async function findAccount(db: Database, accountId: string): Promise<number | null> {
  const [account] = await db
    .select({ userId: chatAccounts.userId })
    .from(chatAccounts)
    .where(eq(chatAccounts.accountId, accountId))
    .orderBy(desc(chatAccounts.id))
    .limit(1);
  return account?.userId ?? null;
}

/** Makes a person a coach. Only the operator may: runs as owner. */
export async function makeCoach(db: Database, userId: number, now: Temporal.Instant): Promise<void> {
  await db.update(users).set({ role: 'coach', updatedAt: now }).where(eq(users.id, userId));
}

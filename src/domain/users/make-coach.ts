import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, users } from '../../../db/schema/index.ts';
import { setNow } from '../set-now.ts';

type Platform = (typeof chatAccounts.$inferSelect)['platform'];

/**
 * Makes the person behind a chat account a coach. Only the operator may: runs as owner. Returns false when nobody has
 * written from that account.
 */
export async function makeCoach(
  db: Database | Transaction,
  account: { platform: Platform; accountId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const person = db
    .select({ id: chatAccounts.userId })
    .from(chatAccounts)
    .where(and(eq(chatAccounts.platform, account.platform), eq(chatAccounts.accountId, account.accountId)));
  return db.transaction(async (tx) => {
    await setNow(tx, now);
    const rows = await tx
      .update(users)
      .set({ role: 'coach', updatedAt: now })
      .where(eq(users.id, person))
      .returning({ id: users.id });
    return rows.length > 0;
  });
}

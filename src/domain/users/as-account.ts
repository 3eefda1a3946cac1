import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts } from '../../../db/schema/index.ts';
import { ownWordsStamp } from './own-words.ts';

type Platform = (typeof chatAccounts.$inferSelect)['platform'];

export interface AccountOwner {
  readonly userId: number;
  /** As `ownWordsStamp` says. */
  readonly ownWords: string | null;
}

/**
 * Looks something up for the person behind a chat account, with that person's rights and without a message of theirs:
 * for what is asked while they still type. Null where nobody is known by that account.
 */
export async function asAccount<T>(
  db: Database,
  { platform, accountId, now }: { platform: Platform; accountId: string; now: Temporal.Instant },
  look: (tx: Transaction, owner: AccountOwner) => Promise<T>,
): Promise<T | null> {
  return db.transaction(async (tx) => {
    const [account] = await tx
      .select({ userId: chatAccounts.userId })
      .from(chatAccounts)
      .where(and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, accountId)));
    if (!account) return null;
    const { userId } = account;
    await tx.execute(sql`
      select set_config('spotter.user_id', ${String(userId)}, true), set_config('spotter.now', ${now.toString()}, true)`);
    const { rows } = await tx.execute<{ stamp: string | null }>(
      sql`select ${ownWordsStamp(userId)} as stamp, set_config('role', 'spotter_member', true)`,
    );
    return look(tx, { userId, ownWords: rows[0]?.stamp ?? null });
  });
}

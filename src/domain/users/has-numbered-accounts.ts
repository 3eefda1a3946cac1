import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { chatAccounts } from '../../../db/schema/index.ts';

/** Whether anybody has written from an account with a number for its id, as all of Telegram and Discord have. */
export async function hasNumberedAccounts(db: Database): Promise<boolean> {
  const rows = await db
    .select({ id: chatAccounts.id })
    .from(chatAccounts)
    .where(sql`${chatAccounts.accountId} ~ '^[0-9]+$'`)
    .limit(1);
  return rows.length > 0;
}

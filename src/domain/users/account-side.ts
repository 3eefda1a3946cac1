import { count, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { chatAccounts, mealLogs, measurements, users, workoutSessions } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';
import { findUser } from './find-user.ts';
import type { NamedAccount } from './make-coach.ts';
import type { User } from './user.ts';

/** A chat account with what tells whose it is. */
export interface AccountSide extends NamedAccount {
  readonly user: User;
  readonly name: string | null;
  /** Of the account there. */
  readonly displayName: string | null;
  readonly chatId: string | null;
  readonly since: Temporal.Instant;
  /** Meals, trainings and measurements recorded. */
  readonly entries: number;
}

/** What is told of an account, by its row. Runs as owner. */
export async function accountSide(db: Transaction, accountRowId: number): Promise<AccountSide> {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.fullName,
      since: users.createdAt,
      platform: chatAccounts.platform,
      accountId: chatAccounts.accountId,
      chatId: chatAccounts.chatId,
      displayName: chatAccounts.displayName,
    })
    .from(chatAccounts)
    .innerJoin(users, eq(users.id, chatAccounts.userId))
    .where(eq(chatAccounts.id, accountRowId));
  const user = row ? await findUser(db, row.userId) : null;
  if (!row || !user) throw new Error('The account was not found');
  let entries = 0;
  for (const table of [mealLogs, workoutSessions, measurements]) {
    const [found] = await db.select({ times: count() }).from(table).where(eq(table.userId, user.id));
    entries += found?.times ?? 0;
  }
  const { userId: _, ...account } = row;
  return { ...account, user, entries };
}

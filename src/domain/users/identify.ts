import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, users } from '../../../db/schema/index.ts';
import { setNow } from '../set-now.ts';
import { isTimeZone } from './local-day.ts';
import { personColumns, type User } from './user.ts';

export interface AccountSeen {
  platform: (typeof chatAccounts.$inferSelect)['platform'];
  accountId: string;
  /** The private chat, when the message came from there. */
  privateChatId: string | null;
  name: string | null;
  locale: string | null;
  timeZone: string | null;
}

/**
 * The person behind a chat account, made on their first message. Runs as owner. A person who writes can be reached
 * again, so a block noted earlier is lifted.
 */
export async function identify(db: Database, seen: AccountSeen, now: Temporal.Instant): Promise<User> {
  const known = await find(db, seen);
  if (!known) return create(db, seen, now);
  const { user, account } = known;
  const chatId = seen.privateChatId ?? account.chatId;
  if (account.unreachableAt || chatId !== account.chatId || (seen.name && seen.name !== account.displayName)) {
    await db.transaction(async (tx) => {
      await setNow(tx, now);
      await tx
        .update(chatAccounts)
        .set({
          chatId,
          displayName: seen.name ?? account.displayName,
          unreachableAt: null,
          unreachableReason: null,
          updatedAt: now,
        })
        .where(eq(chatAccounts.id, account.id));
    });
  }
  return user;
}

async function find(db: Database, seen: AccountSeen) {
  const [row] = await db
    .select({
      user: personColumns,
      account: {
        id: chatAccounts.id,
        chatId: chatAccounts.chatId,
        displayName: chatAccounts.displayName,
        unreachableAt: chatAccounts.unreachableAt,
      },
    })
    .from(chatAccounts)
    .innerJoin(users, eq(users.id, chatAccounts.userId))
    .where(and(eq(chatAccounts.platform, seen.platform), eq(chatAccounts.accountId, seen.accountId)));
  return row;
}

async function create(db: Database, seen: AccountSeen, now: Temporal.Instant): Promise<User> {
  return db.transaction(async (tx) => {
    await setNow(tx, now);
    // Two first messages may arrive at once; the second waits here and then finds the person.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${seen.platform}:${seen.accountId}`}, 0))`);
    const known = await find(tx, seen);
    if (known) return known.user;
    const timeZone = seen.timeZone && isTimeZone(seen.timeZone) ? seen.timeZone : null;
    const [user] = await tx
      .insert(users)
      .values({ fullName: seen.name, timeZone, locale: seen.locale ?? 'en', createdAt: now, updatedAt: now })
      .returning(personColumns);
    if (!user) throw new Error('The new person was not returned');
    await tx.insert(chatAccounts).values({
      userId: user.id,
      platform: seen.platform,
      accountId: seen.accountId,
      chatId: seen.privateChatId,
      displayName: seen.name,
      createdAt: now,
      updatedAt: now,
    });
    return user;
  });
}

import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { chatAccounts, deliveries, inboundMessages, notifications } from '../../../db/schema/index.ts';
import type { PersonContext, Transaction } from '../context.ts';
import { zoneOf } from '../users/user.ts';
import { quietEnd } from './quiet-hours.ts';

type Notification = typeof notifications.$inferSelect;

/** A private chat of a person's. */
export type ReachableAccount = Pick<typeof chatAccounts.$inferSelect, 'platform' | 'accountId' | 'chatId'>;

/** A notification that is to be said now, and where. */
export interface TakenNotification
  extends Pick<Notification, 'id' | 'key' | 'type' | 'title' | 'message' | 'payload' | 'aboutUserId'> {
  readonly account: ReachableAccount;
  /** Whether it is to make no sound. */
  readonly isSilent: boolean;
}

/**
 * What is to be said to a person now, oldest first. The rest of what is due is settled on the way: held until quiet
 * hours end, suppressed when it is no longer wanted, failed when no account of theirs is left to try. What another
 * person says is held instead until they can be reached again. Runs as owner under the person's lock.
 */
export async function takeDueNotifications(
  person: PersonContext,
  isStillWanted: (
    person: PersonContext,
    one: Pick<Notification, 'id' | 'key' | 'type' | 'aboutUserId'>,
  ) => Promise<boolean>,
): Promise<TakenNotification[]> {
  const { db: tx, now, user } = person;
  const userId = user.id;
  const due = await findDue(tx, userId, now);
  const [first] = due;
  if (!first) return [];
  const accounts = await lastUsedFirst(tx, userId, first.accounts);
  const quiet = quietEnd(now, zoneOf(user), user);
  const taken: TakenNotification[] = [];
  for (const { accounts: _, triedAccounts, ignoresQuietHours, ...notification } of due) {
    const { id, type, isSilent } = notification;
    if (!(await isStillWanted(person, notification))) {
      await settle(tx, [id], 'suppressed', 'no longer wanted', now);
      continue;
    }
    const isMessage = type === 'message';
    if (quiet && !ignoresQuietHours && !isMessage) {
      await tx.update(notifications).set({ dueAt: quiet }).where(eq(notifications.id, id));
      continue;
    }
    const account = accounts.find(({ platform, accountId }) => !triedAccounts.includes(`${platform}:${accountId}`));
    if (account)
      taken.push({
        ...notification,
        account,
        isSilent: isSilent || (isMessage && quiet !== null && !ignoresQuietHours),
      });
    else if (!isMessage || accounts.length > 0)
      await settle(tx, [id], 'failed', 'no account of theirs could be reached', now);
  }
  return taken;
}

/** Settles notifications that are still due, with the reason. */
export async function settle(
  tx: Transaction,
  ids: readonly number[],
  state: 'failed' | 'suppressed',
  reason: string,
  now: Temporal.Instant,
  digestId: number | null = null,
): Promise<void> {
  const n = notifications;
  await tx
    .update(n)
    .set({ state, reason, settledAt: now, digestId })
    .where(and(inArray(n.id, [...ids]), eq(n.state, 'due')));
}

/** Written out: as a parameter, no plan that is kept could use the index of what is due. */
const isDue = sql`${notifications.state} = 'due'`;

/** All that is due to a person and not being sent, each with all the accounts where they can be written to. */
function findDue(tx: Transaction, userId: number, now: Temporal.Instant) {
  const n = notifications;
  return tx
    .select({
      id: n.id,
      key: n.key,
      type: n.type,
      title: n.title,
      message: n.message,
      payload: n.payload,
      aboutUserId: n.aboutUserId,
      ignoresQuietHours: n.ignoresQuietHours,
      isSilent: n.isSilent,
      // Where an account could not be reached it may be tried again once it can: until then it is not among theirs.
      triedAccounts: sql<string[]>`array(select d.platform || ':' || d.account_id from ${deliveries} d
        where d.notification_id = notifications.id and d.state = 'failed' and d.error not like 'blocked:%')`,
      accounts: sql<ReachableAccount[]>`(select coalesce(json_agg(json_build_object('platform', a.platform,
        'accountId', a.account_id, 'chatId', a.chat_id) order by a.id), '[]') from ${chatAccounts} a
        where a.user_id = ${userId} and a.unreachable_at is null)`,
    })
    .from(n)
    .where(
      and(
        eq(n.userId, userId),
        isDue,
        lte(n.dueAt, now),
        sql`not exists (select from ${deliveries} d where d.notification_id = notifications.id and d.state = 'due')`,
      ),
    )
    .orderBy(n.dueAt, n.id);
}

/** Where there is a choice, a person is written to where they wrote last. */
async function lastUsedFirst(
  tx: Transaction,
  userId: number,
  accounts: readonly ReachableAccount[],
): Promise<readonly ReachableAccount[]> {
  if (accounts.length < 2) return accounts;
  const m = inboundMessages;
  const [last] = await tx
    .select({ platform: m.platform })
    .from(m)
    .where(eq(m.userId, userId))
    .orderBy(desc(m.id))
    .limit(1);
  return accounts.toSorted(
    (one, other) => Number(other.platform === last?.platform) - Number(one.platform === last?.platform),
  );
}

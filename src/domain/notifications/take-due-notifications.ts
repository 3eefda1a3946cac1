import { and, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { chatAccounts, deliveries, inboundMessages, notifications, users } from '../../../db/schema/index.ts';
import type { PersonContext, Transaction } from '../context.ts';
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
  isStillWanted: (person: PersonContext, one: Pick<Notification, 'id' | 'key' | 'type'>) => Promise<boolean>,
): Promise<TakenNotification[]> {
  const { db: tx, now, user } = person;
  const userId = user.id;
  const due = await findDue(tx, userId, now);
  if (due.length === 0) return [];
  const accounts = await accountsOf(tx, userId);
  const quiet = await quietNow(tx, userId, now);
  const taken: TakenNotification[] = [];
  for (const { triedAccounts, ignoresQuietHours, ...notification } of due) {
    const { id, type, isSilent } = notification;
    if ((type === 'reminder' || type === 'message') && !(await isStillWanted(person, notification))) {
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

async function findDue(tx: Transaction, userId: number, now: Temporal.Instant) {
  const n = notifications;
  const rows = await tx
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
    })
    .from(n)
    .where(
      and(
        eq(n.userId, userId),
        eq(n.state, 'due'),
        lte(n.dueAt, now),
        sql`not exists (select from ${deliveries} d where d.notification_id = notifications.id and d.state = 'due')`,
      ),
    )
    .orderBy(n.dueAt, n.id);
  return rows;
}

/** Where a person can be written to, the chat they used last first. */
async function accountsOf(tx: Transaction, userId: number): Promise<ReachableAccount[]> {
  const a = chatAccounts;
  const accounts = await tx
    .select({ platform: a.platform, accountId: a.accountId, chatId: a.chatId })
    .from(a)
    .where(and(eq(a.userId, userId), isNull(a.unreachableAt)))
    .orderBy(a.id);
  if (accounts.length < 2) return accounts;
  const m = inboundMessages;
  const [last] = await tx
    .select({ platform: m.platform })
    .from(m)
    .where(eq(m.userId, userId))
    .orderBy(desc(m.id))
    .limit(1);
  return accounts.sort(
    (one, other) => Number(other.platform === last?.platform) - Number(one.platform === last?.platform),
  );
}

async function quietNow(tx: Transaction, userId: number, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const [row] = await tx
    .select({ timeZone: users.timeZone, quietFrom: users.quietFrom, quietUntil: users.quietUntil })
    .from(users)
    .where(eq(users.id, userId));
  return row ? quietEnd(now, row.timeZone ?? 'UTC', row) : null;
}

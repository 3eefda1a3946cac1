import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, deliveries, notifications } from '../../../db/schema/index.ts';
import { noteCopy } from '../messages/note-copy.ts';
import { isDue, type LeasedDelivery, messageOfDelivery } from './deliveries.ts';

type Lease = Pick<LeasedDelivery, 'id' | 'userId' | 'attempts' | 'notificationId' | 'messageId'>;

/** A lease that was outlived is another process's to settle. */
const stillLeased = ({ id, attempts }: Pick<Lease, 'id' | 'attempts'>) =>
  and(eq(deliveries.id, id), isDue, eq(deliveries.attempts, attempts));

/**
 * Settles a delivery, if it is still ours, and with it what it says. The last word to somebody who has been erased is
 * forgotten with that. Returns the next delivery that waits for the same account: one from another chat of theirs may
 * have been held up.
 */
async function settle(
  db: Database | Transaction,
  lease: Lease,
  change: Partial<typeof deliveries.$inferInsert> & { state: 'sent' | 'failed' },
  now: Temporal.Instant,
): Promise<number | null> {
  const update = async (tx: Database | Transaction) => {
    const set = { ...change, reply: withoutSecret, leasedUntil: null };
    const [row] = await tx.update(deliveries).set(set).where(stillLeased(lease)).returning({ next: nextOfAccount });
    return row;
  };
  if (lease.userId === null) {
    const [row] = await db.delete(deliveries).where(stillLeased(lease)).returning({ next: nextOfAccount });
    return row?.next ?? null;
  }
  const { notificationId } = lease;
  if (notificationId === null) return (await update(db))?.next ?? null;
  return db.transaction(async (tx) => {
    const row = await update(tx);
    if (row && change.state === 'sent') {
      if (lease.messageId !== null) await noteCopy(tx, lease.messageId, lease.id, now);
      await settleSaid(tx, notificationId, now);
    } else if (row) await dropRest(tx, notificationId);
    return row?.next ?? null;
  });
}

/** What opens a door is kept nowhere once it is said; the buttons stay. */
const withoutSecret = sql`case when ${deliveries.reply} @> '{"isSecret": true}'
  then ${deliveries.reply} || '{"text": ""}' else ${deliveries.reply} end`;

/** A notification is sent once the last of its deliveries is. */
async function settleSaid(tx: Transaction, id: number, now: Temporal.Instant): Promise<void> {
  const n = notifications;
  const isWhole = sql`not exists (select from deliveries d where d.notification_id = ${id} and d.state = 'due')`;
  await tx
    .update(n)
    .set({ state: 'sent', settledAt: now })
    .where(and(eq(n.id, id), eq(n.state, 'due'), isWhole));
}

/**
 * Of a notification that cannot be said wholly nothing more is said here, nor are its parts changed; it stays due and is
 * looked at anew.
 */
async function dropRest(tx: Transaction, id: number, why = 'a part of it failed'): Promise<void> {
  const d = deliveries;
  const changesIt = sql`${d.editsId} in (select part.id from deliveries part where part.notification_id = ${id})`;
  const rest = and(or(eq(d.notificationId, id), changesIt), eq(d.state, 'due'));
  await tx.update(d).set({ state: 'suppressed', error: why, leasedUntil: null }).where(rest);
}

/** What waits for the account of the row that is being settled, which its own statement still sees as due. */
const nextOfAccount = sql<number | null>`(select min(n.id) from deliveries n where n.platform = deliveries.platform
  and n.account_id = deliveries.account_id and n.state = 'due' and n.id <> deliveries.id)`.mapWith(
  (id: string | null) => (id === null ? null : Number(id)),
);

/** Settles a delivery as sent. Returns the next one that waits for the same account. */
export const settleSent = (
  db: Database | Transaction,
  lease: Lease,
  sent: { chatId: string; messageId: string },
  now: Temporal.Instant,
): Promise<number | null> => {
  if (lease.userId !== null && lease.notificationId !== null && lease.messageId === null)
    return settleNotified(db, lease, sent, now);
  const { chatId, messageId } = sent;
  return settle(db, lease, { state: 'sent', chatId, platformMessageId: messageId, sentAt: now, error: null }, now);
};

/** As `settle`, in one statement: what we say first is most of what we say. */
async function settleNotified(
  db: Database | Transaction,
  { id, attempts, notificationId }: Lease,
  { chatId, messageId }: { chatId: string; messageId: string },
  now: Temporal.Instant,
): Promise<number | null> {
  const at = now.toString();
  const { rows } = await db.execute<{ next: string | null }>(sql`
    with settled as (
      update ${deliveries} set state = 'sent', chat_id = ${chatId}, platform_message_id = ${messageId}, sent_at = ${at},
        error = null, leased_until = null
      where id = ${id} and state = 'due' and attempts = ${attempts}
      returning ${nextOfAccount} as next
    ), said as (
      update ${notifications} set state = 'sent', settled_at = ${at}
      where id = ${notificationId} and state = 'due' and exists (select from settled) and not exists (
        select from deliveries d where d.notification_id = ${notificationId} and d.state = 'due' and d.id <> ${id})
    )
    select next from settled`);
  const next = rows[0]?.next ?? null;
  return next === null ? null : Number(next);
}

/** Settles a delivery as failed for good. Returns the next one that waits for the same account. */
export const settleFailed = (
  db: Database | Transaction,
  lease: Lease,
  error: string,
  now: Temporal.Instant,
): Promise<number | null> => settle(db, lease, { state: 'failed', error }, now);

/**
 * Gives up a delivery of what is no longer to be said, and its notification with it. Returns the next one that waits for
 * the same account.
 */
export const settleUnwanted = (
  db: Database | Transaction,
  lease: Lease,
  now: Temporal.Instant,
): Promise<number | null> =>
  db.transaction(async (tx) => {
    const why = 'no longer wanted';
    const set = { state: 'suppressed' as const, error: why, leasedUntil: null };
    const [row] = await tx.update(deliveries).set(set).where(stillLeased(lease)).returning({ next: nextOfAccount });
    if (row && lease.notificationId !== null) {
      await dropRest(tx, lease.notificationId, why);
      const n = notifications;
      const isDue = and(eq(n.id, lease.notificationId), eq(n.state, 'due'));
      await tx.update(n).set({ state: 'suppressed', reason: why, settledAt: now }).where(isDue);
    }
    return row?.next ?? null;
  });

/** Puts a delivery off to `dueAt`, for a platform that takes no more just now: that was no attempt. */
export async function putOff(db: Database, lease: Lease, reason: string, dueAt: Temporal.Instant): Promise<void> {
  const attempts = sql`${deliveries.attempts} - 1`;
  await db.update(deliveries).set({ error: reason, dueAt, leasedUntil: null, attempts }).where(stillLeased(lease));
}

/** Puts a delivery back to be tried again at `dueAt`. */
export async function settleLater(db: Database, lease: Lease, error: string, dueAt: Temporal.Instant): Promise<void> {
  await db.update(deliveries).set({ error, dueAt, leasedUntil: null }).where(stillLeased(lease));
}

/**
 * Notes that an account cannot be reached in private, and gives up all that waits for it. Settle the delivery that
 * found out first. Returns the messages between two people that it gave up.
 */
export async function noteUnreachable(
  db: Database | Transaction,
  { platform, accountId }: Pick<LeasedDelivery, 'platform' | 'accountId'>,
  reason: string,
  now: Temporal.Instant,
): Promise<number[]> {
  const d = deliveries;
  return db.transaction(async (tx) => {
    await tx
      .update(chatAccounts)
      .set({ unreachableAt: now, unreachableReason: reason, updatedAt: now })
      .where(and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, accountId)));
    const waiting = and(eq(d.platform, platform), eq(d.accountId, accountId), eq(d.state, 'due'));
    await tx.delete(d).where(and(waiting, isNull(d.userId)));
    const rows = await tx
      .update(d)
      .set({ state: 'suppressed', error: `account unreachable: ${reason}`, leasedUntil: null })
      .where(waiting)
      .returning({ messageId: messageOfDelivery });
    return rows.flatMap((row) => row.messageId ?? []);
  });
}

import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { notifications } from '../../../db/schema/index.ts';

export interface NotificationInput {
  userId: number;
  /** What it is about, such as `reminder-17-2026-03-02-07:10`: of a person's notifications with one key there is one. */
  key: string;
  type: (typeof notifications.$inferSelect)['type'];
  /** A few words, and the whole as plain text: what the inbox shows. */
  title: string;
  message: string;
  /** What is said: a Reply. */
  reply: unknown;
  linkUrl?: string | null;
  aboutUserId?: number | null;
  /** The person named its time, or it cannot wait. */
  ignoresQuietHours?: boolean;
  isSilent?: boolean;
  dueAt: Temporal.Instant;
  now: Temporal.Instant;
}

/**
 * Owes a person something, in the transaction that gives reason to. Runs as owner. Returns its id; null when it was
 * owed before, however often it is found due.
 */
export async function notify(
  tx: Database | Transaction,
  { reply, now, ...input }: NotificationInput,
): Promise<number | null> {
  const [row] = await tx
    .insert(notifications)
    .values({ ...input, payload: { reply }, createdAt: now })
    .onConflictDoNothing({ target: [notifications.userId, notifications.key] })
    .returning({ id: notifications.id });
  return row?.id ?? null;
}

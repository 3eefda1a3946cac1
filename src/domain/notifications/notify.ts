import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { notifications, reminderOccurrences } from '../../../db/schema/index.ts';

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
  /** The time a reminder came that it says: answering the one settles the other. */
  occurrenceId?: number | undefined;
  /** The person named its time, or it cannot wait. */
  ignoresQuietHours?: boolean;
  isSilent?: boolean;
  dueAt: Temporal.Instant;
  now: Temporal.Instant;
}

/**
 * Owes a person something, in the transaction that gives reason to. Runs as owner. Returns its id; null when it was
 * owed before, however often it is found due. Written out, as is all that everything we say takes: building it from
 * columns costs more than sending it.
 */
export async function notify(tx: Database | Transaction, input: NotificationInput): Promise<number | null> {
  const { userId, key, type, title, message, reply, dueAt, now } = input;
  const { linkUrl = null, aboutUserId = null, occurrenceId = null } = input;
  const { ignoresQuietHours = false, isSilent = false } = input;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with owed as (
      insert into ${notifications} (user_id, key, type, title, message, link_url, payload, about_user_id,
        ignores_quiet_hours, is_silent, due_at, created_at)
      values (${userId}, ${key}, ${type}, ${title}, ${message}, ${linkUrl}, ${JSON.stringify({ reply })}, ${aboutUserId},
        ${ignoresQuietHours}, ${isSilent}, ${dueAt.toString()}, ${now.toString()})
      on conflict (user_id, key) do nothing
      returning id
    ), tied as (
      update ${reminderOccurrences} set notification_id = owed.id from owed where reminder_occurrences.id = ${occurrenceId}
    )
    select id from owed`);
  return rows[0] ? Number(rows[0].id) : null;
}

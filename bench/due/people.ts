import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';

/** Ids of different tables differ, so that a replay of statements knows which is which. */
const first = { user: 1_000_000_000, reminder: 2_000_000_000, account: 3_000_000_000 } as const;

/** One of many people, each with an account on Telegram and a reminder. */
export const personAt = (index: number) => ({
  userId: first.user + index,
  reminderId: first.reminder + index,
  accountId: String(first.account + index),
});

/** Adds people to an empty database. */
export async function addPeople(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `insert into users (id, time_zone, created_at, updated_at) overriding system value
     select $1::bigint + i, 'Europe/Madrid', now(), now() from generate_series(0, $2::int - 1) i`,
    [first.user, count],
  );
  await pool.query(
    `insert into chat_accounts (user_id, platform, account_id, chat_id, created_at, updated_at)
     select $1::bigint + i, 'telegram', ($3::bigint + i)::text, ($3::bigint + i)::text, now(), now()
     from generate_series(0, $2::int - 1) i`,
    [first.user, count, first.account],
  );
  await pool.query(
    `insert into reminders (id, user_id, what, once_at, time_zone, created_at, updated_at) overriding system value
     select $3::bigint + i, $1::bigint + i, 'take the pills', now(), 'Europe/Madrid', now() - interval '1 day', now()
     from generate_series(0, $2::int - 1) i`,
    [first.user, count, first.reminder],
  );
  for (const [i, table] of ['reminder_occurrences', 'notifications', 'deliveries'].entries())
    await pool.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, (i + 4) * 1e9]);
  await pool.query('analyze');
}

/** Has everybody's reminder fall due anew, each `everyMs` after the one before; nothing is said yet. */
export async function makeDue(pool: pg.Pool, from: Temporal.Instant, everyMs: number): Promise<void> {
  await pool.query('truncate reminder_occurrences, deliveries, notifications, job_failures cascade');
  await pool.query(
    `update reminders set once_at = due.at, next_due_at = due.at
     from (select id, $1::timestamptz + (id - $2::bigint) * $3::float8 * interval '1 millisecond' as at from reminders) due
     where due.id = reminders.id`,
    [from.toString(), first.reminder, everyMs],
  );
}

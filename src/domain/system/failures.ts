import { type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, deliveries, inboundMessages, jobFailures, notifications } from '../../../db/schema/index.ts';

/** Something that did not work out: a row by its job, `respond 17` or `deliver 4711`. */
export interface Failure {
  readonly job: string;
  readonly row: number;
  /** The kind of error, never words of anybody. */
  readonly error: string;
  readonly attempts: number;
  readonly at: Temporal.Instant;
  /** Null: it is not tried again by itself. */
  readonly nextTryAt: Temporal.Instant | null;
}

/**
 * What ended as failed and is worth another try. Not what nobody can get, as they blocked us; not a change of a card
 * that was changed again since; not a delivery of a notification, which ends as failed itself.
 */
const failed: Readonly<Record<'respond' | 'deliver' | 'notify', SQL>> = {
  respond: sql`${inboundMessages} m where m.state = 'failed'`,
  deliver: sql`${deliveries} m where m.state = 'failed' and m.notification_id is null and m.user_id is not null
    and coalesce(m.error, '') not like 'blocked:%'
    and (m.edits_id is null or not exists (select from ${deliveries} l where l.edits_id = m.edits_id and l.id > m.id))`,
  notify: sql`${notifications} m where m.state = 'failed'
    and exists (select from ${chatAccounts} a where a.user_id = m.user_id and a.unreachable_at is null)`,
};

/** What has failed, the newest first; at most `limit`. Runs as owner. */
export async function listFailures(db: Database | Transaction, limit: number): Promise<Failure[]> {
  const { rows } = await db.execute<{
    job: string;
    row: string;
    error: string;
    attempts: number;
    at: string;
    next_try_at: string | null;
  }>(sql`
    select * from (
      select job, row_id as row, error, attempts, updated_at as at, next_try_at from ${jobFailures}
      union all select 'respond', m.id, coalesce(m.error, ''), m.attempts, coalesce(m.processed_at, m.received_at), null
        from ${failed.respond}
      union all select 'deliver', m.id, split_part(coalesce(m.error, ''), ':', 1), m.attempts, m.due_at, null
        from ${failed.deliver}
      union all select 'notify', m.id, coalesce(m.reason, ''), 1, coalesce(m.settled_at, m.due_at), null
        from ${failed.notify}
    ) failures
    order by at desc, job, row
    limit ${limit}`);
  return rows.map(({ job, row, error, attempts, at, next_try_at: nextTryAt }) => ({
    job,
    row: Number(row),
    error,
    attempts,
    at: Temporal.Instant.from(at),
    nextTryAt: nextTryAt === null ? null : Temporal.Instant.from(nextTryAt),
  }));
}

/** How many there are of each kind. Runs as owner. */
export async function countFailures(db: Database | Transaction) {
  const { rows } = await db.execute<Record<'retrying' | 'dead' | 'respond' | 'deliver' | 'notify', number>>(sql`
    select (select count(*)::int from ${jobFailures} where next_try_at is not null) as retrying,
      (select count(*)::int from ${jobFailures} where next_try_at is null) as dead,
      (select count(*)::int from ${failed.respond}) as respond,
      (select count(*)::int from ${failed.deliver}) as deliver,
      (select count(*)::int from ${failed.notify}) as notify`);
  const [counts] = rows;
  if (!counts) throw new Error('Nothing was counted');
  return counts;
}

/**
 * Has failures tried again at once, with all their attempts: one, or all. Words that failed are understood anew, what
 * could not be said is said. Returns how many. Runs as owner.
 */
export async function retryFailures(
  db: Database | Transaction,
  which: Pick<Failure, 'job' | 'row'> | 'all',
  now: Temporal.Instant,
): Promise<number> {
  const at = now.toString();
  const isOne = (job: keyof typeof failed): SQL =>
    which === 'all' ? sql`` : which.job === job ? sql`and m.id = ${which.row}` : sql`and false`;
  const isSame = which === 'all' ? sql`true` : sql`job = ${which.job} and row_id = ${which.row}`;
  const { rows } = await db.execute<{ count: number }>(sql`
    with forgotten as (delete from ${jobFailures} where ${isSame} returning 1),
    asked as (
      update ${inboundMessages} i set state = 'pending', attempts = 0, error = null, leased_until = null,
        processed_at = null
      where id in (select m.id from ${failed.respond} ${isOne('respond')}) returning 1
    ),
    sent as (
      update ${deliveries} i set state = 'due', attempts = 0, error = null, leased_until = null, due_at = ${at}
      where id in (select m.id from ${failed.deliver} ${isOne('deliver')}) returning 1
    ),
    owed as (
      update ${notifications} i set state = 'due', reason = null, settled_at = null, due_at = ${at}
      where id in (select m.id from ${failed.notify} ${isOne('notify')}) returning i.id
    ),
    -- An account that failed is tried again too.
    untried as (
      update ${deliveries} i set state = 'suppressed', error = 'tried again'
      where state = 'failed' and notification_id in (select id from owed) returning 1
    )
    select ((select count(*) from forgotten) + (select count(*) from asked) + (select count(*) from sent)
      + (select count(*) from owed))::int as count`);
  return rows[0]?.count ?? 0;
}

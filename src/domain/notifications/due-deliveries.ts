import { type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { deliveries } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';

/**
 * Messages of ours that are to be sent, or that a process leased and did not settle in time. Only the oldest of each
 * account, since an account is written to in order. Earliest first.
 */
export function dueDeliveries(db: Database, { until, limit }: DueQuery): Promise<DueRow[]> {
  return select(db, until, limit);
}

/** The delivery to the same account that may go now that this one is settled: one row or none. */
export function deliveriesBehind(db: Database, id: number, now: Temporal.Instant): Promise<DueRow[]> {
  return select(
    db,
    now,
    1,
    sql`and d.id > ${id} and (d.platform, d.account_id) = (select s.platform, s.account_id from ${deliveries} s where s.id = ${id})`,
  );
}

async function select(db: Database, until: Temporal.Instant, limit: number, which: SQL = sql``): Promise<DueRow[]> {
  const at = until.toString();
  const { rows } = await db.execute<{ id: string; due_at: string }>(sql`
    select d.id, greatest(d.due_at, d.leased_until) as due_at
    from ${deliveries} d
    where d.state = 'due' and d.due_at <= ${at} and (d.leased_until is null or d.leased_until <= ${at}) ${which}
      and not exists (
        select from ${deliveries} earlier
        where earlier.state = 'due' and earlier.platform = d.platform and earlier.account_id = d.account_id
          and earlier.id < d.id
      )
    order by greatest(d.due_at, d.leased_until), d.id
    limit ${limit}`);
  return rows.map((row) => ({ id: Number(row.id), dueAt: Temporal.Instant.from(row.due_at) }));
}

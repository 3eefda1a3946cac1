import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { deliveries } from '../../../db/schema/index.ts';
import { type DueQuery, type DueRow, selectDue } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/**
 * Messages of ours that are to be sent, or that a process leased and did not settle in time. Only the oldest of each
 * account, since an account is written to in order. Earliest first.
 */
export function dueDeliveries(db: Database, query: DueQuery): Promise<DueRow[]> {
  return select(db, query, among(sql`d.id`, query));
}

/** How far ahead the one that goes next is looked for: what was put off a little is not left to a sweep. */
const soonMs = 60_000;

/**
 * The delivery that goes next to the account of this one, which has been looked at just now: itself where it was put
 * off, else the one behind it. One row or none.
 */
export function deliveriesBehind(db: Database, id: number, now: Temporal.Instant): Promise<DueRow[]> {
  return select(
    db,
    { until: now.add({ milliseconds: soonMs }), limit: 1 },
    sql`and (d.id > ${id} or (d.id = ${id} and greatest(d.due_at, d.leased_until) > ${now.toString()}))
      and (d.platform, d.account_id) = (select s.platform, s.account_id from ${deliveries} s where s.id = ${id})`,
  );
}

function select(db: Database, query: DueQuery, which: SQL): Promise<DueRow[]> {
  const dueAt = tryAt('deliver', sql`d.id`, sql`greatest(d.due_at, d.leased_until)`, query);
  const heads = sql`
    select d.id, ${dueAt} as due_at, d.inbound_message_id is not null as is_awaited
    from ${deliveries} d
    where d.state = 'due' and d.due_at <= ${query.until.toString()} ${which}
      and not exists (
        select from ${deliveries} earlier
        where earlier.state = 'due' and earlier.platform = d.platform and earlier.account_id = d.account_id
          and earlier.id < d.id
      )`;
  return selectDue(db, heads, query);
}

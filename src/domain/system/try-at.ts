import { type SQL, sql } from 'drizzle-orm';
import { jobFailures } from '../../../db/schema/index.ts';
import type { DueQuery } from '../conversation/due.ts';

/**
 * For a query of what is due: when a row is due, where its job may have failed. A dead one never is. Where certain rows
 * are asked about, it is their own time. `id` and `dueAt` are columns of the query.
 */
export function tryAt(job: string, id: SQL, dueAt: SQL, { rows }: Pick<DueQuery, 'rows'>): SQL {
  if (rows) return dueAt;
  // `greatest` leaves out what is null: of most rows there is no failure.
  return sql`greatest(${dueAt}, (select coalesce(f.next_try_at, 'infinity') from ${jobFailures} f
    where f.job = ${job} and f.row_id = ${id}))`;
}

/** The rows that are asked about, as a further condition; nothing where all are. */
export const among = (id: SQL, { rows }: Pick<DueQuery, 'rows'>): SQL =>
  rows ? sql`and ${id} = any(${`{${rows.join(',')}}`}::bigint[])` : sql``;

import { type SQL, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';

/** Which rows to list: those due at `until` or before, of which the earliest `limit`. */
export interface DueQuery {
  until: Temporal.Instant;
  limit: number;
  /** Only these, whether or not their job has failed; all that have not, or may be tried again, unless given. */
  rows?: readonly number[] | undefined;
}

/** A row that something has to be done about, from `dueAt` on. */
export interface DueRow {
  id: number;
  dueAt: Temporal.Instant;
  /** Whether somebody waits for it: then it goes before all that we say by ourselves. */
  isAwaited?: boolean;
}

/**
 * The rows that `due` selects, as `id`, `due_at` and `is_awaited`, the earliest first. Their moments are rounded up to a
 * millisecond, and read as numbers: a sweep lists thousands, and must not hold up what goes by the clock meanwhile.
 */
export async function selectDue(db: Database, due: SQL, { until, limit }: DueQuery): Promise<DueRow[]> {
  const { rows } = await db.execute<{ id: string; at_ms: number; is_awaited: boolean }>(sql`
    select id, ceil(extract(epoch from due_at) * 1000)::float8 as at_ms, is_awaited
    from (${due}) due
    where due_at <= ${until.toString()}
    order by due_at, id
    limit ${limit}`);
  return rows.map(({ id, at_ms: atMs, is_awaited: isAwaited }) => ({
    id: Number(id),
    dueAt: Temporal.Instant.fromEpochMilliseconds(atMs),
    isAwaited,
  }));
}

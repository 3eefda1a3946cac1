import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { userStatistics } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/** People whose entries have changed since their figures were derived, by their ids. Earliest first. */
export async function dueProgress(db: Database, query: DueQuery): Promise<DueRow[]> {
  const until = query.until.toString();
  const dueAt = tryAt('progress', sql`s.user_id`, sql`s.due_at`, query);
  const { rows } = await db.execute<{ id: string; due_at: string }>(sql`
    select s.user_id as id, ${dueAt} as due_at
    from ${userStatistics} s
    where s.due_at <= ${until} and ${dueAt} <= ${until} ${among(sql`s.user_id`, query)}
    order by 2, 1
    limit ${query.limit}`);
  return rows.map((row) => ({ id: Number(row.id), dueAt: Temporal.Instant.from(row.due_at) }));
}

import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { userStatistics } from '../../../db/schema/index.ts';
import { type DueQuery, type DueRow, selectDue } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/** People whose entries have changed since their figures were derived, by their ids. Earliest first. */
export function dueProgress(db: Database, query: DueQuery): Promise<DueRow[]> {
  const dueAt = tryAt('progress', sql`s.user_id`, sql`s.due_at`, query);
  const due = sql`
    select s.user_id as id, ${dueAt} as due_at, false as is_awaited
    from ${userStatistics} s
    where s.due_at <= ${query.until.toString()} ${among(sql`s.user_id`, query)}`;
  return selectDue(db, due, query);
}

import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { reminders } from '../../../db/schema/index.ts';
import { type DueQuery, type DueRow, selectDue } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/** Reminders whose time has come. Earliest first. */
export function dueReminders(db: Database, query: DueQuery): Promise<DueRow[]> {
  const dueAt = tryAt('remind', sql`r.id`, sql`r.next_due_at`, query);
  const due = sql`
    select r.id, ${dueAt} as due_at, false as is_awaited
    from ${reminders} r
    where r.next_due_at <= ${query.until.toString()} ${among(sql`r.id`, query)}`;
  return selectDue(db, due, query);
}

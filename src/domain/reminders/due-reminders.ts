import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { reminders } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/** Reminders whose time has come. Earliest first. */
export async function dueReminders(db: Database, query: DueQuery): Promise<DueRow[]> {
  const until = query.until.toString();
  const dueAt = tryAt('remind', sql`r.id`, sql`r.next_due_at`, query);
  const { rows } = await db.execute<{ id: string; due_at: string }>(sql`
    select r.id, ${dueAt} as due_at
    from ${reminders} r
    where r.next_due_at <= ${until} and ${dueAt} <= ${until} ${among(sql`r.id`, query)}
    order by 2, 1
    limit ${query.limit}`);
  return rows.map((row) => ({ id: Number(row.id), dueAt: Temporal.Instant.from(row.due_at) }));
}

import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, deliveries, notifications } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/**
 * Notifications that nothing is being sent for, to people who can be reached: new ones, ones held through quiet hours,
 * and ones whose delivery has failed, which are tried elsewhere or settled. Earliest first.
 */
export async function dueNotifications(db: Database, query: DueQuery): Promise<DueRow[]> {
  const until = query.until.toString();
  const dueAt = tryAt('notify', sql`n.id`, sql`n.due_at`, query);
  const { rows } = await db.execute<{ id: string; due_at: string }>(sql`
    select n.id, ${dueAt} as due_at
    from ${notifications} n
    where n.state = 'due' and n.due_at <= ${until} and ${dueAt} <= ${until} ${among(sql`n.id`, query)}
      and not exists (select from ${deliveries} d where d.notification_id = n.id and d.state = 'due')
      and (n.type <> 'message'
        or exists (select from ${chatAccounts} a where a.user_id = n.user_id and a.unreachable_at is null))
    order by 2, 1
    limit ${query.limit}`);
  return rows.map((row) => ({ id: Number(row.id), dueAt: Temporal.Instant.from(row.due_at) }));
}

import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, deliveries, notifications } from '../../../db/schema/index.ts';
import { type DueQuery, type DueRow, selectDue } from '../conversation/due.ts';
import { among, tryAt } from '../system/try-at.ts';

/**
 * Notifications that nothing is being sent for, to people who can be reached: new ones, ones held through quiet hours,
 * and ones whose delivery has failed, which are tried elsewhere or settled. Earliest first.
 */
export function dueNotifications(db: Database, query: DueQuery): Promise<DueRow[]> {
  const dueAt = tryAt('notify', sql`n.id`, sql`n.due_at`, query);
  const due = sql`
    select n.id, ${dueAt} as due_at, false as is_awaited
    from ${notifications} n
    where n.state = 'due' and n.due_at <= ${query.until.toString()} ${among(sql`n.id`, query)}
      and not exists (select from ${deliveries} d where d.notification_id = n.id and d.state = 'due')
      and (n.type <> 'message'
        or exists (select from ${chatAccounts} a where a.user_id = n.user_id and a.unreachable_at is null))`;
  return selectDue(db, due, query);
}

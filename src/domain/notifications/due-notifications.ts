import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, deliveries, notifications } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';

/**
 * Notifications that nothing is being sent for, to people who can be reached: new ones, ones held through quiet hours,
 * and ones whose delivery has failed, which are tried elsewhere or settled. Earliest first.
 */
export async function dueNotifications(db: Database, { until, limit }: DueQuery): Promise<DueRow[]> {
  const { rows } = await db.execute<{ id: string; due_at: string }>(sql`
    select n.id, n.due_at
    from ${notifications} n
    where n.state = 'due' and n.due_at <= ${until.toString()}
      and not exists (select from ${deliveries} d where d.notification_id = n.id and d.state = 'due')
      and (n.type <> 'message'
        or exists (select from ${chatAccounts} a where a.user_id = n.user_id and a.unreachable_at is null))
    order by n.due_at, n.id
    limit ${limit}`);
  return rows.map((row) => ({ id: Number(row.id), dueAt: Temporal.Instant.from(row.due_at) }));
}

import { and, asc, isNotNull, lte } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { reminders } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';

/** Reminders whose time has come. Earliest first. */
export async function dueReminders(db: Database, { until, limit }: DueQuery): Promise<DueRow[]> {
  const r = reminders;
  const rows = await db
    .select({ id: r.id, dueAt: r.nextDueAt })
    .from(r)
    .where(and(isNotNull(r.nextDueAt), lte(r.nextDueAt, until)))
    .orderBy(asc(r.nextDueAt), asc(r.id))
    .limit(limit);
  return rows.flatMap(({ id, dueAt }) => (dueAt ? [{ id, dueAt }] : []));
}

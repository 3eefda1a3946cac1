import { and, asc, isNotNull, lte } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { userStatistics } from '../../../db/schema/index.ts';
import type { DueQuery, DueRow } from '../conversation/due.ts';

/** People whose entries have changed since their figures were derived, by their ids. Earliest first. */
export async function dueProgress(db: Database, { until, limit }: DueQuery): Promise<DueRow[]> {
  const s = userStatistics;
  const rows = await db
    .select({ id: s.userId, dueAt: s.dueAt })
    .from(s)
    .where(and(isNotNull(s.dueAt), lte(s.dueAt, until)))
    .orderBy(asc(s.dueAt), asc(s.userId))
    .limit(limit);
  return rows.flatMap(({ id, dueAt }) => (dueAt ? [{ id, dueAt }] : []));
}

import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { userStatistics } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Whether the asking person's own entries have changed since their figures were derived; never of anybody else's. */
export async function isProgressDue({ db, user }: PersonContext): Promise<boolean> {
  const s = userStatistics;
  const isOwn = sql`${s.userId} = spotter_user_id()`;
  const rows = await db
    .select({ id: s.userId })
    .from(s)
    .where(and(eq(s.userId, user.id), isOwn, isNotNull(s.dueAt)));
  return rows.length > 0;
}

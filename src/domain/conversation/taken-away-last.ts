import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * What was taken away last, where nothing was done since: an action that was undone, or one that removed something. Null
 * where the newest thing they did took nothing away.
 */
export async function takenAwayLast({
  db,
  user,
}: Context): Promise<{ readonly actionId: number; readonly isUndone: boolean } | null> {
  const { rows } = await db.execute<{ actionId: number; isUndone: boolean; isRemoval: boolean }>(sql`
    select a.id::int as "actionId", a.undone_at is not null as "isUndone",
      exists (select from action_changes c where c.action_id = a.id and not c.is_undone and c.before is not null
        and (c.after is null or (c.before ->> 'removed_at') is null and (c.after ->> 'removed_at') is not null)
        and c.table_name <> 'pending_questions') as "isRemoval"
    from actions a where a.user_id = ${user.id}
    order by greatest(a.done_at, a.undone_at) desc, a.id desc limit 1`);
  const [last] = rows;
  return last && (last.isUndone || last.isRemoval) ? { actionId: last.actionId, isUndone: last.isUndone } : null;
}

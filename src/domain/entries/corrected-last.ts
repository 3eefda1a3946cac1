import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** "No, just one" is about what was corrected no longer ago than this. */
const justNowMin = 10;

/** The rows that the newest correction of a message's entry changed, within minutes; none where it has none. */
export async function correctedLast(
  { db, user, now }: Context,
  messageId: number,
): Promise<readonly { readonly table: string; readonly rowId: number }[]> {
  const since = now.subtract({ minutes: justNowMin }).toString();
  const { rows } = await db.execute<{ table: string; rowId: number }>(sql`
    select distinct case c.table_name when 'exercise_sets' then 'exercise_logs' else c.table_name end as table,
      case c.table_name when 'exercise_sets' then coalesce(c.after, c.before) ->> 'exercise_log_id'
        else c.row_id::text end::int as "rowId"
    from action_changes c
    where c.action_id = (select id from actions where user_id = ${user.id} and inbound_message_id = ${messageId}
        and undone_at is null and done_at >= ${since} order by id desc limit 1)
      and (c.table_name = 'exercise_sets' or c.before is not null and c.after is not null) and not c.is_undone`);
  return rows;
}

import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** A table in which something of an action stands, and whom its rows concern. */
export interface TurnedChange extends Record<string, unknown> {
  readonly table: string;
  readonly userId: number;
  /** The sessions, where it is their table. */
  readonly ids: readonly number[];
}

/**
 * What of an action stands as it was just undone or redone, by table and person; none when nothing is left of it. A
 * session concerns both of its two, and a check-in its coach as well where it is handed in by it, or no longer.
 */
export async function turnedChanges(
  { db }: Pick<Context, 'db'>,
  actionId: number,
  isUndone: boolean,
): Promise<TurnedChange[]> {
  const { rows } = await db.execute<TurnedChange>(sql`
    select c.table_name as table, p.id::int as "userId", json_agg(distinct c.row_id) as ids
    from action_changes c
      cross join lateral (select coalesce(c.after, c.before) as row_values) v
      cross join lateral (values (c.user_id),
        (case when c.table_name = 'coaching_sessions' then (v.row_values ->> 'coach_id')::bigint end),
        (case when c.table_name = 'check_ins' and c.before -> 'state' is distinct from c.after -> 'state'
          then (v.row_values ->> 'coach_id')::bigint end)) as p (id)
    where c.action_id = ${actionId} and c.is_undone = ${isUndone} and p.id is not null
    group by 1, 2`);
  return rows;
}

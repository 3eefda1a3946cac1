import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** A table in which something of an action stands, and whom its rows concern. */
export interface TurnedChange extends Record<string, unknown> {
  readonly table: string;
  readonly userId: number;
  /** Whether a person who did not do it was told of it: what is only noted of a session changes nothing for the other one. */
  readonly isTold: boolean;
  /** The sessions, where it is their table. */
  readonly ids: readonly number[];
  /** What they remind of, where it is that table. */
  readonly names: readonly string[];
}

/** What of a session whoever is the other of its two is told of. */
const toldOfSessions = ['starts_at', 'cancelled_at', 'completed_at', 'coach_feedback', 'action_items'];

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
    select c.table_name as table, p.id::int as "userId", json_agg(distinct c.row_id) as ids,
      coalesce(json_agg(distinct v.row_values ->> 'what') filter (where c.table_name = 'reminders'), '[]') as names,
      bool_or(c.table_name <> 'coaching_sessions' or c.before is null or c.after is null
        or spotter_changed(c.before, c.after) ?| ${`{${toldOfSessions.join(',')}}`}::text[]) as "isTold"
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

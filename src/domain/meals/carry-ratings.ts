import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * How a meal was stays with it when its message is told anew: what the open action took away of a message hands its
 * ratings and the note on it to what the message records now, the meal of the same slot, or the only one where there was only one.
 * Journalled like everything else of that action.
 */
export async function carryRatings(ctx: Context, actionId: number): Promise<void> {
  if (ctx.sourceMessageId === null) return;
  await ctx.db.execute(sql`
    with gone as (
      select distinct on (m.slot) m.slot, m.hunger_before, m.hunger_after, m.satisfaction, m.adherence, m.notes,
        coalesce(m.hunger_before, m.hunger_after, m.satisfaction, m.adherence) is not null or m.notes is not null as is_rated
      from action_changes c, jsonb_populate_record(null::meal_logs, c.before) m
      where c.action_id = ${actionId} and c.table_name = 'meal_logs' and c.after is null and not c.is_undone
        and m.inbound_message_id = ${ctx.sourceMessageId}
      order by m.slot, is_rated desc, c.row_id desc
    ), now_there as (
      select distinct on (slot) id, slot from meal_logs
      where inbound_message_id = ${ctx.sourceMessageId} and user_id = ${ctx.user.id}
      order by slot, id desc
    )
    update meal_logs m set hunger_before = gone.hunger_before, hunger_after = gone.hunger_after,
      satisfaction = gone.satisfaction, adherence = gone.adherence, notes = gone.notes, updated_at = ${ctx.now.toString()}
    from now_there, gone
    where m.id = now_there.id and gone.is_rated and (now_there.slot is not distinct from gone.slot
      or ((select count(*) from now_there) = 1 and (select count(*) from gone) = 1))`);
}

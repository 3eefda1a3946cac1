import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * How a training was stays with it when its message is told anew: what the open action took away of a message hands its
 * intensity, fatigue, soreness and note to the training there now, and form, rest, effort and note to the exercises of
 * the same name.
 * Journalled like everything else of that action.
 */
export async function carryWorkoutRatings(ctx: Context, actionId: number, sessionId: number): Promise<void> {
  if (ctx.sourceMessageId === null) return;
  await ctx.db.execute(sql`
    update workout_sessions w set intensity = gone.intensity, fatigue = gone.fatigue, soreness = gone.soreness,
      notes = gone.notes, updated_at = ${ctx.now.toString()}
    from (
      select s.* from action_changes c, jsonb_populate_record(null::workout_sessions, c.before) s
      where c.action_id = ${actionId} and c.table_name = 'workout_sessions' and c.after is null and not c.is_undone
        and s.inbound_message_id = ${ctx.sourceMessageId}
        and (coalesce(s.intensity, s.fatigue, s.soreness) is not null or s.notes is not null)
      order by c.row_id desc limit 1
    ) gone
    where w.id = ${sessionId}`);
  await ctx.db.execute(sql`
    update exercise_logs l set form_quality = gone.form_quality, rest_s = gone.rest_s, rpe = gone.rpe,
      notes = gone.notes
    from (
      select distinct on (e.exercise_name) e.* from action_changes c, jsonb_populate_record(null::exercise_logs, c.before) e
      where c.action_id = ${actionId} and c.table_name = 'exercise_logs' and c.after is null and not c.is_undone
        and (coalesce(e.form_quality, e.rest_s, e.rpe) is not null or e.notes is not null)
      order by e.exercise_name, c.row_id desc
    ) gone
    where l.workout_session_id = ${sessionId} and l.exercise_name = gone.exercise_name`);
}

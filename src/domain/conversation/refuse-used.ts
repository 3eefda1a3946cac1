import { sql } from 'drizzle-orm';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';

/**
 * What others have built on since is not pulled from under them: a template that somebody was given, a plan by which
 * somebody has trained, a check-in that was answered. Throws DomainError `too-late`.
 */
export async function refuseUsed(ctx: Context, actionId: number): Promise<void> {
  const me = ctx.user.id;
  const { rows } = await asOwner(ctx.db, () =>
    ctx.db.execute<{ isGiven: boolean | null; isDone: boolean | null; isAnswered: boolean | null }>(sql`
      select bool_or(c.before is null and (exists (select from client_routine_assignments a
            where c.table_name = 'routine_template_versions' and a.version_id = c.row_id)
          or exists (select from client_diet_assignments a
            where c.table_name = 'diet_template_versions' and a.version_id = c.row_id))) as "isGiven",
        bool_or(c.before is null and exists (select from scheduled_routines s where c.table_name = 'scheduled_routines'
          and s.id = c.row_id and s.user_id <> ${me}
          and (s.completed_at is not null or s.skipped_at is not null))) as "isDone",
        bool_or(c.after ->> 'state' = 'submitted' and exists (select from check_ins i where c.table_name = 'check_ins'
          and i.id = c.row_id and i.client_id = ${me} and i.state = 'reviewed')) as "isAnswered"
      from action_changes c where c.action_id = ${actionId} and not c.is_undone`),
  );
  const [used] = rows;
  if (used?.isGiven)
    throw new DomainError('too-late', 'Somebody has been given it since, so it stays. Undo the giving first.');
  if (used?.isDone)
    throw new DomainError(
      'too-late',
      'Some of that plan is done by now, so it stays. End it instead, and what is done is kept.',
    );
  if (used?.isAnswered)
    throw new DomainError('too-late', 'Your coach has answered that check-in, so it stays as it is.');
}

/**
 * A session is its two's to change: what was changed of it is not turned over what the other one has said of it since.
 * `isUndone`: the action is undone, and about to be done again. Throws DomainError `too-late`.
 */
export async function refuseOutdated(ctx: Context, actionId: number, isUndone: boolean): Promise<void> {
  const { rows } = await asOwner(ctx.db, () =>
    ctx.db.execute<{ isOutdated: boolean; isRated: boolean }>(sql`
      with turned as (
        select c.row_id, jsonb_object_agg(e.key, e.value order by c.id) as became
        from action_changes c cross join lateral jsonb_each(spotter_changed(c.before, c.after) - 'updated_at') e
        where c.action_id = ${actionId} and c.is_undone = ${isUndone} and c.table_name = 'coaching_sessions'
          and c.before is not null and c.after is not null
        group by c.row_id
      )
      select to_jsonb(s) || t.became <> to_jsonb(s) as "isOutdated",
        t.became ->> 'completed_at' is not null and s.rating is not null as "isRated"
      from turned t join coaching_sessions s on s.id = t.row_id
      for update of s`),
  );
  if (rows.some(({ isRated }) => isRated))
    throw new DomainError('too-late', 'Your client has rated that session, so it stays as it is.');
  if (rows.some(({ isOutdated }) => isOutdated))
    throw new DomainError('too-late', 'That session has changed since, so it stays as it is now.');
}

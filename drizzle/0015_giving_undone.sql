-- What a coach writes down, plans and gives can be taken back as well. The argument names whose row it is: a session is
-- its client's, a note and a template are their coach's, a template's version is whoever's who wrote it.
do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('routine_templates', 'coach_id'),
      ('routine_template_versions', null),
      ('diet_templates', 'coach_id'),
      ('diet_template_versions', null),
      ('check_in_forms', 'coach_id'),
      ('coaching_sessions', 'client_id'),
      ('coach_notes', 'coach_id'),
      ('snippets', 'coach_id')
    ) as v (name, owner)
  loop
    execute format(
      'create trigger spotter_journal after insert or update or delete on %I for each row
       when (current_setting(''spotter.action_id'', true) <> ''''
         and current_setting(''spotter.erasing'', true) is distinct from ''on'') execute function spotter_journal(%s)',
      t.name, coalesce(quote_literal(t.owner), ''));
    execute format(
      'create trigger spotter_let_go before delete on %I for each row
       when (current_setting(''spotter.action_id'', true) <> ''''
         and current_setting(''spotter.erasing'', true) is distinct from ''on'') execute function spotter_let_go()',
      t.name);
  end loop;
end
$$;
--> statement-breakpoint
-- Whoever acted reads the journal back in order to undo, as long as they may still change the row it is about: a session
-- as one of its two, a private note as its coach, both while the coaching lasts.
create or replace function spotter_may_replay(action bigint, owner bigint, about text, row_values jsonb) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (select from actions a where a.id = action and a.user_id = spotter_user_id())
      and case
        when about in ('coaching_sessions', 'coach_notes') then
          about = 'coaching_sessions' and (row_values ->> 'client_id')::bigint = spotter_user_id()
          or (row_values ->> 'coach_id')::bigint = spotter_user_id()
            and (row_values ->> 'client_id')::bigint = any (spotter_all_clients())
        else spotter_may_write(owner, case
          when about in ('meal_slots', 'meal_logs', 'meal_items', 'nutrition_targets', 'user_daily_meal_plans',
            'client_diet_assignments') then 'food'
          when about in ('workout_sessions', 'exercise_logs', 'exercise_sets', 'routines', 'routine_exercises',
            'scheduled_routines', 'client_routine_assignments', 'pauses') then 'training'
          when about = 'progress_photos' then 'photos'
          when about in ('check_ins', 'check_in_answers') then 'messages'
          when about = 'measurements' then spotter_metric_scope((row_values ->> 'metric')::metric)
          when about = 'user_goals' then spotter_goal_scope((row_values ->> 'goal_type')::goal_type)
          when about = 'reminders' and row_values ->> 'kind' in ('own', 'weigh_in')
            and row_values -> 'set_by_id' = to_jsonb(spotter_user_id()) then 'messages'
          when about = 'reminders' then spotter_reminder_scope((row_values ->> 'kind')::reminder_kind)
        end::consent_scope)
      end;
  end;
--> statement-breakpoint
alter policy may_read on action_changes using (
  table_name <> 'coach_notes' and user_id = (select spotter_user_id())
  or spotter_may_replay(action_id, user_id, table_name, coalesce(after, before)));
--> statement-breakpoint
alter policy may_remove on action_changes using (
  table_name <> 'coach_notes' and user_id = (select spotter_user_id())
  or spotter_may_replay(action_id, user_id, table_name, coalesce(after, before)));
--> statement-breakpoint
-- Asking for something takes no more than being let to write to them: what a coach gave a client to do, and weigh-ins
-- where they see the weight. Theirs is only what they gave themselves.
create policy given_by_coach on reminders for all to spotter_member
  using (set_by_id = (select spotter_user_id())
    and user_id = any ((select spotter_writable_clients('messages'))::bigint[])
    and (kind = 'own' or kind = 'weigh_in' and user_id = any ((select spotter_clients('body'))::bigint[])))
  with check (set_by_id = (select spotter_user_id())
    and user_id = any ((select spotter_writable_clients('messages'))::bigint[])
    and (kind = 'own' or kind = 'weigh_in' and user_id = any ((select spotter_clients('body'))::bigint[])));
--> statement-breakpoint
-- The local day an entry counts for; null where it has none. What is only planned changes no day's sums.
create or replace function spotter_day_of(table_name text, row_values jsonb) returns date
  language plpgsql stable
as $$
begin
  if table_name in ('scheduled_routines', 'coaching_sessions') then
    return null;
  elsif row_values ? 'day' then
    return (row_values ->> 'day')::date;
  elsif table_name = 'meal_items' then
    return (select day from meal_logs where id = (row_values ->> 'meal_log_id')::bigint);
  elsif table_name = 'exercise_logs' then
    return (select day from workout_sessions where id = (row_values ->> 'workout_session_id')::bigint);
  elsif table_name = 'exercise_sets' then
    return (
      select s.day from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
      where l.id = (row_values ->> 'exercise_log_id')::bigint
    );
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- What others did about somebody is called by that one's name, and keeps what was so: it goes with them.
create function spotter_forget_actions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_setting('spotter.merging', true) is distinct from 'on' then
    delete from actions a using action_changes c
    where c.action_id = a.id and a.user_id <> old.id
      and (c.user_id = old.id or c.table_name in ('coaching_sessions', 'coach_notes')
        and to_jsonb(old.id) in (coalesce(c.after, c.before) -> 'client_id', coalesce(c.after, c.before) -> 'coach_id'));
  end if;
  return old;
end
$$;
--> statement-breakpoint
create trigger spotter_forget_actions before delete on users
  for each row execute function spotter_forget_actions();

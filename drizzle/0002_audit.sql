-- The audit log. Changes of people, coachings, goals, targets and plans are kept whole; of logs, what was corrected or
-- removed. An update keeps the columns that changed.

-- The columns of `after` that differ from `before`.
create function spotter_changed(before jsonb, after jsonb) returns jsonb
  language sql immutable parallel safe
  return (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(after)
    where value is distinct from before -> key
  );

-- A row without what nobody may read back: that a secret changed is kept, its value is not.
create function spotter_without_secrets(row_values jsonb) returns jsonb
  language sql immutable parallel safe
  return row_values || coalesce((
    select jsonb_object_agg(key, 'hidden') from jsonb_each(row_values)
    where key in ('password_hash', 'reset_token_hash') and value <> 'null'
  ), '{}');

-- The argument names the column that says whose row it is.
create function spotter_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  was jsonb;
  became jsonb;
  whole jsonb;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old);
  end if;
  if tg_op <> 'DELETE' then
    became := to_jsonb(new);
  end if;
  whole := coalesce(became, was);
  if tg_op = 'UPDATE' then
    became := spotter_changed(was, became);
    if became - '{updated_at,last_login_at}'::text[] = '{}' then
      return null;
    end if;
    was := spotter_changed(whole, was);
  end if;
  insert into audit_log (user_id, owner_id, action, table_name, record_id, old_values, new_values, created_at)
  values (
    spotter_user_id(), (whole ->> tg_argv[0])::bigint, lower(tg_op)::audit_action, tg_table_name,
    coalesce(whole ->> 'id', whole ->> tg_argv[0])::bigint,
    spotter_without_secrets(was), spotter_without_secrets(became), spotter_now()
  );
  return null;
end
$$;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('users', 'id', 'insert or update or delete'),
      ('user_credentials', 'user_id', 'insert or update or delete'),
      ('coachings', 'client_id', 'insert or update or delete'),
      ('user_goals', 'user_id', 'insert or update or delete'),
      ('goal_milestones', 'user_id', 'insert or update or delete'),
      ('nutrition_targets', 'user_id', 'insert or update or delete'),
      ('user_daily_meal_plans', 'user_id', 'insert or update or delete'),
      ('routines', 'user_id', 'insert or update or delete'),
      ('routine_exercises', 'user_id', 'insert or update or delete'),
      ('scheduled_routines', 'user_id', 'insert or update or delete'),
      ('client_diet_assignments', 'client_id', 'insert or update or delete'),
      ('client_routine_assignments', 'client_id', 'insert or update or delete'),
      ('diet_templates', 'coach_id', 'insert or update or delete'),
      ('routine_templates', 'coach_id', 'insert or update or delete'),
      ('meal_logs', 'user_id', 'update or delete'),
      ('meal_items', 'user_id', 'update or delete'),
      ('measurements', 'user_id', 'update or delete'),
      ('workout_sessions', 'user_id', 'update or delete'),
      ('exercise_logs', 'user_id', 'update or delete'),
      ('exercise_sets', 'user_id', 'update or delete'),
      ('progress_photos', 'user_id', 'update or delete'),
      ('check_ins', 'client_id', 'update or delete'),
      ('check_in_answers', 'client_id', 'update or delete')
    ) as v (name, owner, events)
  loop
    execute format(
      'create trigger spotter_audit after %s on %I for each row
       when (current_setting(''spotter.erasing'', true) is distinct from ''on'') execute function spotter_audit(%L)',
      t.events, t.name, t.owner);
  end loop;
end
$$;

-- Erasing a person. While the statement runs nothing of what falls with them is written down; then their values leave
-- the log, and one entry remains that somebody was erased.
create function spotter_erasing() returns trigger
  language plpgsql
as $$
begin
  perform set_config('spotter.erasing', tg_argv[0], true);
  return null;
end
$$;

create function spotter_erase() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update audit_log
  set old_values = null, new_values = null, record_id = null, owner_id = null, user_id = nullif(user_id, old.id),
    ip_address = null, user_agent = null
  where owner_id = old.id;
  update audit_log set user_id = null, ip_address = null, user_agent = null where user_id = old.id;
  -- Others' rows may name them as the coach, or as who set or ended something.
  update audit_log
  set old_values = spotter_without_person(old_values, old.id), new_values = spotter_without_person(new_values, old.id)
  where table_name in ('coachings', 'user_goals', 'nutrition_targets', 'user_daily_meal_plans', 'routines', 'check_ins',
      'client_diet_assignments', 'client_routine_assignments')
    and (spotter_without_person(old_values, old.id) <> old_values or spotter_without_person(new_values, old.id) <> new_values);
  insert into audit_log (user_id, action, table_name, created_at)
  values (nullif(spotter_user_id(), old.id), 'erase', tg_table_name, spotter_now());
  return null;
end
$$;

create function spotter_without_person(row_values jsonb, person bigint) returns jsonb
  language sql immutable parallel safe
  return row_values || coalesce((
    select jsonb_object_agg(key, null::text) from jsonb_each(row_values)
    where key in ('coach_id', 'client_id', 'set_by_id', 'ended_by_id') and value = to_jsonb(person)
  ), '{}');

create trigger spotter_erasing_begins before delete on users
  for each statement execute function spotter_erasing('on');
create trigger spotter_erase after delete on users
  for each row execute function spotter_erase();
create trigger spotter_erasing_ends after delete on users
  for each statement execute function spotter_erasing('');

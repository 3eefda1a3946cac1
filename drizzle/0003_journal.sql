-- Undo and redo. While `spotter.action_id` is set, every change of the tables below is kept in `action_changes`.

-- Writes the journal as the owner, so that a member can never write it by hand. The argument names the column that says
-- whose row it is; without one it belongs to whoever acts.
create function spotter_journal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  action constant bigint := current_setting('spotter.action_id')::bigint;
  was jsonb;
  became jsonb;
  owner bigint;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old);
  end if;
  if tg_op <> 'DELETE' then
    became := to_jsonb(new);
  end if;
  if was = became then
    return null;
  end if;
  if tg_nargs > 0 then
    owner := (coalesce(became, was) ->> tg_argv[0])::bigint;
  end if;
  insert into action_changes (action_id, user_id, table_name, row_id, before, after, is_undone)
  select id, coalesce(owner, user_id), tg_table_name, (coalesce(became, was) ->> 'id')::bigint, was, became,
    coalesce(current_setting('spotter.replaying', true) = 'undo', false)
  from actions
  where id = action and (spotter_user_id() is null or user_id = spotter_user_id());
  if not found then
    raise exception 'The setting spotter.action_id names no action of the asking person' using errcode = 'no_data_found';
  end if;
  return null;
end
$$;

-- What falls with a row, or lets go of it, does so before the row itself goes, and is journalled before it: put back in
-- the opposite order, everything finds again what it belongs to. The keys themselves would act only afterwards.
create function spotter_let_go() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  link record;
begin
  for link in
    select c.conrelid::regclass as child, a.attname as name, c.confdeltype as rule
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = tg_relid and c.contype = 'f' and c.confdeltype in ('c', 'n')
      and exists (select from pg_trigger t where t.tgrelid = c.conrelid and t.tgname = 'spotter_journal')
  loop
    if link.rule = 'c' then
      execute format('delete from %s where %I = $1', link.child, link.name) using old.id;
    else
      execute format('update %s set %2$I = null where %2$I = $1', link.child, link.name) using old.id;
    end if;
  end loop;
  return old;
end
$$;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('foods', 'owner_id'),
      ('food_names', null),
      ('food_portions', null),
      ('recipe_items', null),
      ('meal_slots', 'user_id'),
      ('meal_logs', 'user_id'),
      ('meal_items', 'user_id'),
      ('measurements', 'user_id'),
      ('workout_sessions', 'user_id'),
      ('exercise_logs', 'user_id'),
      ('exercise_sets', 'user_id'),
      ('exercises', 'created_by_id'),
      ('exercise_names', null),
      ('routines', 'user_id'),
      ('routine_exercises', 'user_id'),
      ('scheduled_routines', 'user_id'),
      ('client_routine_assignments', 'client_id'),
      ('client_diet_assignments', 'client_id'),
      ('user_daily_meal_plans', 'user_id'),
      ('nutrition_targets', 'user_id'),
      ('user_goals', 'user_id'),
      ('goal_milestones', 'user_id'),
      ('reminders', 'user_id'),
      ('reminder_occurrences', 'user_id'),
      ('pauses', 'user_id'),
      ('progress_photos', 'user_id'),
      ('check_ins', 'client_id'),
      ('check_in_answers', 'client_id'),
      ('user_words', 'user_id')
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

-- A row as it can be put back: what it pointed at and let go of is forgotten where it no longer exists.
create function spotter_restorable(target regclass, row_values jsonb) returns jsonb
  language plpgsql stable
as $$
declare
  link record;
  is_there boolean;
begin
  for link in
    select a.attname as name, c.confrelid::regclass as parent
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.conrelid = target and c.contype = 'f' and c.confdeltype = 'n' and cardinality(c.conkey) = 1
  loop
    if row_values ->> link.name is not null then
      execute format('select exists (select from %s where id = $1)', link.parent)
        into is_there using (row_values ->> link.name)::bigint;
      if not is_there then
        row_values := jsonb_set(row_values, array[link.name], 'null');
      end if;
    end if;
  end loop;
  return row_values;
end
$$;

-- The local day an entry counts for; null where it has none.
create function spotter_day_of(table_name text, row_values jsonb) returns date
  language plpgsql stable
as $$
begin
  if row_values ? 'day' then
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

-- The columns of a table that `row_values` has values for, ready to be written into a statement.
create function spotter_columns(target regclass, row_values jsonb) returns text[]
  language sql stable
  return (
    select array_agg(quote_ident(attname)) from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '' and row_values ? attname::text
  );

-- Takes back what an action's journal holds, newest change first. Doing so is journalled in its turn and takes the old
-- journal's place, so that cascades and later corrections come back too when it is reversed once more. Changes whose
-- row has gone since are left alone. Runs as the asker: policies hold.
create function spotter_replay(action bigint, direction text) returns table (user_id bigint, day date)
  language plpgsql
as $$
#variable_conflict use_column
declare
  acting constant text := current_setting('spotter.action_id', true);
  newest constant bigint := (select max(id) from action_changes where action_id = action);
  change record;
  target regclass;
  wanted jsonb;
  names text[];
  touched int;
  applied bigint[] := '{}';
begin
  perform from actions a
  where a.id = action and (spotter_user_id() is null or a.user_id = spotter_user_id()) for update;
  if not found then
    raise exception 'No such action of the asking person' using errcode = 'no_data_found';
  end if;
  perform set_config('spotter.action_id', action::text, true), set_config('spotter.replaying', direction, true);
  for change in
    select * from action_changes c where c.action_id = action and c.is_undone = (direction = 'redo') order by c.id desc
  loop
    target := format('public.%I', change.table_name)::regclass;
    if change.before is null then
      execute format('delete from %s where id = $1', target) using change.row_id;
    elsif change.after is null then
      wanted := spotter_restorable(target, change.before);
      names := spotter_columns(target, wanted);
      execute format('insert into %1$s (%2$s) overriding system value
        select %2$s from jsonb_populate_record(null::%1$s, $1) where not exists (select from %1$s where id = $2)',
        target, array_to_string(names, ', ')) using wanted, change.row_id;
    else
      wanted := spotter_restorable(target, spotter_changed(change.after, change.before));
      names := spotter_columns(target, wanted);
      continue when names is null;
      execute format('update %s t set (%s) = row (%s) from jsonb_populate_record(null::%1$s, $1) r where t.id = $2',
        target, array_to_string(names, ', '), 'r.' || array_to_string(names, ', r.')) using wanted, change.row_id;
    end if;
    get diagnostics touched = row_count;
    if touched > 0 then
      applied := applied || change.id;
    end if;
  end loop;
  perform set_config('spotter.action_id', coalesce(acting, ''), true), set_config('spotter.replaying', '', true);
  delete from action_changes c where c.id = any (applied);
  return query
    select distinct c.user_id, d.day
    from action_changes c
      cross join lateral (values (c.before), (c.after)) as v (row_values)
      cross join lateral spotter_day_of(c.table_name, v.row_values) as d (day)
    where c.action_id = action and c.id > newest and d.day is not null;
exception
  when foreign_key_violation or unique_violation or exclusion_violation then
    raise exception 'Something done later stands in the way' using errcode = 'object_in_use', detail = sqlerrm;
end
$$;

-- Undo and redo answer with the people and local days they changed, to be derived again. Doing either twice is
-- harmless: the second time there is nothing to do. They fail with no_data_found for somebody else's action and with
-- object_in_use when a later change stands in the way.
create function spotter_undo_action(action_id bigint) returns table (user_id bigint, day date)
  language sql
as $$ select * from spotter_replay(action_id, 'undo') $$;

create function spotter_redo_action(action_id bigint) returns table (user_id bigint, day date)
  language sql
as $$ select * from spotter_replay(action_id, 'redo') $$;

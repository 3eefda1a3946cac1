-- What figures, streaks and achievements are derived from has changed: the person's row of statistics falls due. A little
-- later, so that a slip which is undone at once is not celebrated, and several messages in a row are one change. Only
-- the first change writes; the moment stands until what is derived has been derived anew.
create function spotter_progress_due() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  person bigint := (changed ->> tg_argv[0])::bigint;
begin
  -- Of somebody who is being erased nothing is derived any more.
  if person is not null and exists (select from users where id = person) then
    insert into user_statistics as s (user_id, due_at, created_at, updated_at)
    values (person, spotter_now() + interval '20 seconds', spotter_now(), spotter_now())
    on conflict (user_id) do update set due_at = excluded.due_at where s.due_at is null;
  end if;
  return null;
end
$$;
--> statement-breakpoint
do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('meal_logs', 'user_id'),
      ('meal_items', 'user_id'),
      ('measurements', 'user_id'),
      ('workout_sessions', 'user_id'),
      ('exercise_logs', 'user_id'),
      ('exercise_sets', 'user_id'),
      ('scheduled_routines', 'user_id'),
      ('foods', 'owner_id'),
      ('nutrition_targets', 'user_id'),
      ('user_goals', 'user_id'),
      ('goal_milestones', 'user_id'),
      ('pauses', 'user_id'),
      ('check_ins', 'client_id'),
      ('coaching_sessions', 'client_id')
    ) as v (name, person)
  loop
    execute format(
      'create trigger spotter_progress_due after insert or update or delete on %I for each row
        execute function spotter_progress_due(%L)', t.name, t.person);
  end loop;
end
$$;
--> statement-breakpoint
alter table job_failures enable row level security;
--> statement-breakpoint
alter table platform_pace enable row level security;

-- The role under which a person's requests run. Roles belong to the whole cluster, so another database may be making
-- the same one at this moment: whoever comes second finds it there.
do $$
declare
  attempt int := 0;
begin
  loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'spotter_member') then
        create role spotter_member nologin;
      end if;
      if not pg_catalog.pg_has_role(current_user, 'spotter_member', 'SET') then
        execute pg_catalog.format('grant spotter_member to %I with inherit false, set true', current_user);
      end if;
      exit;
    exception
      when insufficient_privilege then
        raise exception using
          errcode = 'insufficient_privilege',
          message = pg_catalog.format(
            'the role spotter_member is missing or not granted; as a superuser run: %sgrant spotter_member to %I with set true;',
            case when exists (select from pg_catalog.pg_roles where rolname = 'spotter_member')
              then '' else 'create role spotter_member nologin; ' end,
            current_user);
      when duplicate_object or unique_violation or internal_error then
        attempt := attempt + 1;
        if attempt > 50 then
          raise;
        end if;
        perform pg_catalog.pg_sleep(0.1);
    end;
  end loop;
end
$$;

grant usage on schema public to spotter_member;

-- Who asks. No setting, no rows.
create function spotter_user_id() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('spotter.user_id', true), '')::bigint;

-- The moment the program works with, where it says so: tests and replays bring their own clock.
create function spotter_now() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('spotter.now', true), '')::timestamptz, now());

-- The clients who let the asking coach read what the scope covers. Null for somebody who has none.
create function spotter_clients(wanted consent_scope) returns bigint[]
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select array_agg(client_id) from coachings
    where coach_id = spotter_user_id() and ended_at is null and wanted = any (can_read)
      and started_at <= spotter_now() and (until is null or until > spotter_now());
  end;

-- The same for writing.
create function spotter_writable_clients(wanted consent_scope) returns bigint[]
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select array_agg(client_id) from coachings
    where coach_id = spotter_user_id() and ended_at is null and wanted = any (can_write)
      and started_at <= spotter_now() and (until is null or until > spotter_now());
  end;

-- Everybody who is coached by the asking person now, whatever the scopes.
create function spotter_all_clients() returns bigint[]
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select array_agg(client_id) from coachings
    where coach_id = spotter_user_id() and ended_at is null
      and started_at <= spotter_now() and (until is null or until > spotter_now());
  end;

-- The asking person's coach, as an array of none or one.
create function spotter_coaches() returns bigint[]
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select array_agg(coach_id) from coachings
    where client_id = spotter_user_id() and ended_at is null
      and started_at <= spotter_now() and (until is null or until > spotter_now());
  end;

-- Whether the asking person may see, or change, what belongs to `owner` and falls under `wanted`.
create function spotter_may_read(owner bigint, wanted consent_scope) returns boolean
  language sql stable parallel safe
  return coalesce(owner = spotter_user_id() or owner = any (spotter_clients(wanted)), false);

create function spotter_may_write(owner bigint, wanted consent_scope) returns boolean
  language sql stable parallel safe
  return coalesce(owner = spotter_user_id() or owner = any (spotter_writable_clients(wanted)), false);

-- Row-level security. Every table has it; what is granted to spotter_member is all that a request can reach. Nothing is
-- granted on audit_log, user_credentials, sessions, link_codes and invite_tokens: the owner alone works with them.
do $$
declare
  t record;
begin
  for t in select tablename as name from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t.name);
  end loop;
end
$$;

-- What belongs to one person. The scopes are those a coach needs, all of them where a row mixes several; without any
-- the row is for its owner alone. The setting and the clients are each looked up once a statement, the clients only
-- when a row is not one's own.
do $$
declare
  t record;
  readable text;
  writable text;
begin
  for t in
    select *, format('%I = (select spotter_user_id())', owner) as mine from (values
      ('meal_slots', 'user_id', '{food}'),
      ('meal_logs', 'user_id', '{food}'),
      ('meal_items', 'user_id', '{food}'),
      ('nutrition_targets', 'user_id', '{food}'),
      ('user_daily_meal_plans', 'user_id', '{food}'),
      ('client_diet_assignments', 'client_id', '{food}'),
      ('workout_sessions', 'user_id', '{training}'),
      ('exercise_logs', 'user_id', '{training}'),
      ('exercise_sets', 'user_id', '{training}'),
      ('routines', 'user_id', '{training}'),
      ('routine_exercises', 'user_id', '{training}'),
      ('scheduled_routines', 'user_id', '{training}'),
      ('client_routine_assignments', 'client_id', '{training}'),
      ('daily_logs', 'user_id', '{food,training,body}'),
      ('health_metrics', 'user_id', '{body,mood}'),
      ('progress_photos', 'user_id', '{photos}'),
      ('check_ins', 'client_id', '{messages}'),
      ('check_in_answers', 'client_id', '{messages}'),
      ('user_statistics', 'user_id', '{food,training}'),
      ('user_achievements', 'user_id', '{food,training}'),
      ('user_words', 'user_id', '{}'),
      ('streaks', 'user_id', '{food,training}'),
      ('pauses', 'user_id', '{training}'),
      ('inbound_messages', 'user_id', '{}'),
      ('actions', 'user_id', '{}'),
      ('pending_questions', 'user_id', '{}'),
      ('notifications', 'user_id', '{}'),
      ('deliveries', 'user_id', '{}'),
      ('reminder_occurrences', 'user_id', '{}'),
      ('routine_templates', 'coach_id', '{}'),
      ('diet_templates', 'coach_id', '{}'),
      ('check_in_forms', 'coach_id', '{}'),
      ('snippets', 'coach_id', '{}'),
      ('client_groups', 'coach_id', '{}')
    ) as v (name, owner, scopes)
  loop
    select
      t.mine || coalesce(' or ' || string_agg(
        format('%I = any ((select spotter_clients(%L))::bigint[])', t.owner, scope), ' and '), ''),
      t.mine || coalesce(' or ' || string_agg(
        format('%I = any ((select spotter_writable_clients(%L))::bigint[])', t.owner, scope), ' and '), '')
    into readable, writable
    from unnest(t.scopes::text[]) as scope;
    execute format('grant select, insert, update, delete on %I to spotter_member', t.name);
    execute format('create policy may_read on %I for select to spotter_member using (%s)', t.name, readable);
    execute format('create policy may_add on %I for insert to spotter_member with check (%s)', t.name, writable);
    execute format('create policy may_change on %I for update to spotter_member using (%s) with check (%s)',
      t.name, writable, writable);
    execute format('create policy may_remove on %I for delete to spotter_member using (%s)', t.name, writable);
  end loop;
end
$$;

-- What a measurement, a goal or a reminder is about decides who else may see it. Null: nobody.
create function spotter_metric_scope(about metric) returns consent_scope
  language sql immutable parallel safe
  return case
    when about in ('energy', 'mood', 'stress', 'sleep-quality') then 'mood'
    when about in ('fatigue', 'soreness', 'steps') then 'training'
    when about = 'water' then 'food'
    else 'body'
  end::consent_scope;

create function spotter_goal_scope(about goal_type) returns consent_scope
  language sql immutable parallel safe
  return case
    when about in ('weight_loss', 'weight_gain', 'maintain', 'body') then 'body'
    when about in ('strength', 'endurance', 'training') then 'training'
    when about = 'nutrition' then 'food'
    when about = 'mood' then 'mood'
  end::consent_scope;

create function spotter_reminder_scope(about reminder_kind) returns consent_scope
  language sql immutable parallel safe
  return case
    when about in ('meal', 'water') then 'food'
    when about = 'weigh_in' then 'body'
    when about = 'workout' then 'training'
    when about in ('check_in', 'coaching_session') then 'messages'
  end::consent_scope;

do $$
declare
  t record;
  readable text;
  writable text;
begin
  for t in
    select * from (values
      ('measurements', 'spotter_metric_scope(metric)'),
      ('user_goals', 'spotter_goal_scope(goal_type)'),
      ('reminders', 'spotter_reminder_scope(kind)')
    ) as v (name, scope)
  loop
    readable := format('user_id = (select spotter_user_id()) or spotter_may_read(user_id, %s)', t.scope);
    writable := format('user_id = (select spotter_user_id()) or spotter_may_write(user_id, %s)', t.scope);
    execute format('grant select, insert, update, delete on %I to spotter_member', t.name);
    execute format('create policy may_read on %I for select to spotter_member using (%s)', t.name, readable);
    execute format('create policy may_add on %I for insert to spotter_member with check (%s)', t.name, writable);
    execute format('create policy may_change on %I for update to spotter_member using (%s) with check (%s)',
      t.name, writable, writable);
    execute format('create policy may_remove on %I for delete to spotter_member using (%s)', t.name, writable);
  end loop;
end
$$;

-- Clients read what their coach's forms ask.
create policy client_may_read on check_in_forms for select to spotter_member
  using (coach_id = any ((select spotter_coaches())::bigint[]));

-- Everybody's to read.
do $$
declare
  name text;
begin
  foreach name in array array['achievements', 'brand_settings', 'app_config'] loop
    execute format('grant select on %I to spotter_member', name);
    execute format('create policy may_read on %I for select to spotter_member using (true)', name);
  end loop;
end
$$;

-- The catalogue is everybody's to read. Own rows are their owner's; a coach's are their clients' to read as well.
do $$
declare
  t record;
begin
  for t in
    select *, format('%I = (select spotter_user_id())', owner) as mine from (values
      ('foods', 'owner_id', 'food'),
      ('exercises', 'created_by_id', 'training')
    ) as v (name, owner, scope)
  loop
    execute format('grant select, insert, update, delete on %I to spotter_member', t.name);
    execute format(
      'create policy may_read on %1$I for select to spotter_member using (%2$I is null or %3$s
        or %2$I = any ((select spotter_coaches())::bigint[]) or %2$I = any ((select spotter_clients(%4$L))::bigint[]))',
      t.name, t.owner, t.mine, t.scope);
    execute format('create policy may_add on %I for insert to spotter_member with check (%s)', t.name, t.mine);
    execute format('create policy may_change on %I for update to spotter_member using (%s) with check (%s)',
      t.name, t.mine, t.mine);
    execute format('create policy may_remove on %I for delete to spotter_member using (%s)', t.name, t.mine);
  end loop;
end
$$;

-- Parts are seen with the row they belong to, under its own policy, and changed by its owner.
do $$
declare
  t record;
  seen text;
  own text;
begin
  for t in
    select * from (values
      ('food_names', 'food_id', 'foods', 'owner_id'),
      ('food_portions', 'food_id', 'foods', 'owner_id'),
      ('recipe_items', 'recipe_id', 'foods', 'owner_id'),
      ('exercise_names', 'exercise_id', 'exercises', 'created_by_id'),
      ('routine_template_versions', 'template_id', 'routine_templates', 'coach_id'),
      ('diet_template_versions', 'template_id', 'diet_templates', 'coach_id')
    ) as v (name, link, parent, owner)
  loop
    seen := format('exists (select from %I p where p.id = %I.%I)', t.parent, t.name, t.link);
    own := format('exists (select from %I p where p.id = %I.%I and p.%I = (select spotter_user_id()))',
      t.parent, t.name, t.link, t.owner);
    execute format('grant select, insert, update, delete on %I to spotter_member', t.name);
    execute format('create policy may_read on %I for select to spotter_member using (%s)', t.name, seen);
    execute format('create policy may_add on %I for insert to spotter_member with check (%s)', t.name, own);
    execute format('create policy may_change on %I for update to spotter_member using (%s) with check (%s)', t.name, own, own);
    execute format('create policy may_remove on %I for delete to spotter_member using (%s)', t.name, own);
  end loop;
end
$$;

-- And the very versions they were given.
create policy client_may_read on routine_template_versions for select to spotter_member using (
  exists (select from client_routine_assignments a where a.version_id = routine_template_versions.id
    and a.client_id = (select spotter_user_id())));
create policy client_may_read on diet_template_versions for select to spotter_member using (
  exists (select from client_diet_assignments a where a.version_id = diet_template_versions.id
    and a.client_id = (select spotter_user_id())));

-- A milestone is seen and changed with its goal.
grant select, insert, update, delete on goal_milestones to spotter_member;
create policy may_read on goal_milestones for select to spotter_member using (
  user_id = (select spotter_user_id()) or exists (select from user_goals g where g.id = goal_id));
create policy may_add on goal_milestones for insert to spotter_member with check (
  user_id = (select spotter_user_id())
  or exists (select from user_goals g where g.id = goal_id and spotter_may_write(g.user_id, spotter_goal_scope(g.goal_type))));
create policy may_change on goal_milestones for update to spotter_member using (
  user_id = (select spotter_user_id())
  or exists (select from user_goals g where g.id = goal_id and spotter_may_write(g.user_id, spotter_goal_scope(g.goal_type))));
create policy may_remove on goal_milestones for delete to spotter_member using (
  user_id = (select spotter_user_id())
  or exists (select from user_goals g where g.id = goal_id and spotter_may_write(g.user_id, spotter_goal_scope(g.goal_type))));

-- People. Everybody sees their own row; what coach and client know of each other is in the view. Nobody changes their
-- own role, and only the owner makes or erases people.
grant select on users to spotter_member;
create policy may_read on users for select to spotter_member using (id = (select spotter_user_id()));
create policy may_change on users for update to spotter_member
  using (id = (select spotter_user_id())) with check (id = (select spotter_user_id()));
do $$
begin
  execute (
    select format('grant update (%s) on users to spotter_member', string_agg(quote_ident(attname), ', '))
    from pg_attribute
    where attrelid = 'users'::regclass and attnum > 0 and not attisdropped
      and attname not in ('id', 'role', 'is_active', 'created_at')
  );
end
$$;

create view known_people with (security_barrier) as
  select id, role, full_name, bio, profile_photo_id, time_zone, day_start_hour, unit_system, locale, office_hours,
    case when spotter_may_read(id, 'body') then gender end as gender,
    case when spotter_may_read(id, 'body') then date_of_birth end as date_of_birth,
    case when spotter_may_read(id, 'body') then height_cm end as height_cm,
    case when spotter_may_read(id, 'food') then health_flags end as health_flags
  from users
  where id = (select spotter_user_id())
    or id = any ((select spotter_all_clients())::bigint[])
    or id = any ((select spotter_coaches())::bigint[]);
grant select on known_people to spotter_member;

-- Coaches see where their clients can be reached, and that they cannot be.
grant select on chat_accounts to spotter_member;
grant update (chat_id, display_name, unreachable_at, unreachable_reason, talking_to_id, updated_at)
  on chat_accounts to spotter_member;
create policy may_read on chat_accounts for select to spotter_member using (
  user_id = (select spotter_user_id()) or user_id = any ((select spotter_clients('messages'))::bigint[]));
create policy may_change on chat_accounts for update to spotter_member
  using (user_id = (select spotter_user_id())) with check (user_id = (select spotter_user_id()));

-- Coachings begin by redeeming an invitation, which the owner does. The client alone changes what the coach may see;
-- either ends it.
create function spotter_keep_coaching() returns trigger
  language plpgsql
as $$
begin
  if spotter_user_id() = old.client_id or current_user <> 'spotter_member' then
    if new.client_id <> old.client_id or new.coach_id <> old.coach_id then
      raise exception 'A coaching does not change hands' using errcode = 'insufficient_privilege';
    end if;
  elsif old.ended_at is not null
    or to_jsonb(new) - '{ended_at,ended_by_id,end_reason,updated_at}'::text[]
      <> to_jsonb(old) - '{ended_at,ended_by_id,end_reason,updated_at}'::text[] then
    raise exception 'A coach may only end a coaching' using errcode = 'insufficient_privilege';
  end if;
  if old.ended_at is not null and new.ended_at is null then
    raise exception 'A coaching that has ended does not start again' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger spotter_keep before update on coachings for each row execute function spotter_keep_coaching();
grant select, update on coachings to spotter_member;
create policy may_read on coachings for select to spotter_member
  using (client_id = (select spotter_user_id()) or coach_id = (select spotter_user_id()));
create policy may_change on coachings for update to spotter_member
  using (client_id = (select spotter_user_id()) or coach_id = (select spotter_user_id()))
  with check (client_id = (select spotter_user_id()) or coach_id = (select spotter_user_id()));

-- Sessions are the client's to read and to rate, and the coach's to keep while the coaching lasts.
grant select, insert, update, delete on coaching_sessions to spotter_member;
create policy may_read on coaching_sessions for select to spotter_member using (
  client_id = (select spotter_user_id())
  or coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[]));
create policy may_add on coaching_sessions for insert to spotter_member with check (
  coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[])
  or client_id = (select spotter_user_id()) and coach_id = any ((select spotter_coaches())::bigint[]));
create policy may_change on coaching_sessions for update to spotter_member using (
  client_id = (select spotter_user_id())
  or coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[]));
create policy may_remove on coaching_sessions for delete to spotter_member using (
  coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[]));

-- A coach's private notes, groups and threads, about clients they have now. No client sees any of it.
do $$
declare
  t record;
  allowed text;
begin
  for t in
    select * from (values
      ('coach_notes', 'coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[])'),
      ('coach_threads', 'coach_id = (select spotter_user_id())
        and (client_id is null or client_id = any ((select spotter_all_clients())::bigint[]))'),
      ('client_group_members', 'client_id = any ((select spotter_all_clients())::bigint[])
        and exists (select from client_groups g where g.id = group_id)')
    ) as v (name, allowed)
  loop
    execute format('grant select, insert, update, delete on %I to spotter_member', t.name);
    execute format('create policy may_all on %I for all to spotter_member using (%s) with check (%s)',
      t.name, t.allowed, t.allowed);
  end loop;
end
$$;

-- Both ends of a message read it, and mark it as read. Editing, deleting and relaying reach into the other's chat: the
-- owner does that.
grant select, insert on messages to spotter_member;
grant update (read_at) on messages to spotter_member;
create policy may_read on messages for select to spotter_member
  using (sender_id = (select spotter_user_id()) or receiver_id = (select spotter_user_id()));
create policy may_add on messages for insert to spotter_member with check (
  sender_id = (select spotter_user_id())
  and (receiver_id = any ((select spotter_clients('messages'))::bigint[])
    or receiver_id = any ((select spotter_coaches())::bigint[])));
create policy may_change on messages for update to spotter_member
  using (receiver_id = (select spotter_user_id())) with check (receiver_id = (select spotter_user_id()));

grant select, insert on message_media to spotter_member;
create policy may_read on message_media for select to spotter_member
  using (exists (select from messages m where m.id = message_id));
create policy may_add on message_media for insert to spotter_member with check (
  exists (select from messages m where m.id = message_id and m.sender_id = (select spotter_user_id()))
  and exists (select from media f where f.id = media_id and f.user_id = (select spotter_user_id())));

grant select on message_copies to spotter_member;
create policy may_read on message_copies for select to spotter_member using (user_id = (select spotter_user_id()));

-- Files are seen with what they were sent for. What is in a message is looked up past the policies, which would
-- otherwise ask each other in a circle.
create function spotter_received_media(file bigint) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (
      select from message_media x join messages m on m.id = x.message_id
      where x.media_id = file and m.receiver_id = spotter_user_id());
  end;

grant select, insert, delete on media to spotter_member;
create policy may_read on media for select to spotter_member using (
  user_id = (select spotter_user_id())
  or kind in ('progress', 'check_in') and user_id = any ((select spotter_clients('photos'))::bigint[])
  or kind = 'meal' and user_id = any ((select spotter_clients('food'))::bigint[])
  or kind = 'workout' and user_id = any ((select spotter_clients('training'))::bigint[])
  or kind = 'profile' and (user_id = any ((select spotter_all_clients())::bigint[])
    or user_id = any ((select spotter_coaches())::bigint[]))
  or kind = 'message' and spotter_received_media(id));
create policy may_add on media for insert to spotter_member with check (user_id = (select spotter_user_id()));
create policy may_remove on media for delete to spotter_member using (user_id = (select spotter_user_id()));

-- The journal of changes is written by triggers. Whoever acted reads it back in order to undo, as long as they may
-- still read the row it is about.
create function spotter_may_replay(action bigint, owner bigint, about text, row_values jsonb) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (select from actions a where a.id = action and a.user_id = spotter_user_id())
      and spotter_may_write(owner, case
        when about in ('meal_slots', 'meal_logs', 'meal_items', 'nutrition_targets', 'user_daily_meal_plans',
          'client_diet_assignments') then 'food'
        when about in ('workout_sessions', 'exercise_logs', 'exercise_sets', 'routines', 'routine_exercises',
          'scheduled_routines', 'client_routine_assignments', 'pauses') then 'training'
        when about = 'progress_photos' then 'photos'
        when about in ('check_ins', 'check_in_answers') then 'messages'
        when about = 'measurements' then spotter_metric_scope((row_values ->> 'metric')::metric)
        when about = 'user_goals' then spotter_goal_scope((row_values ->> 'goal_type')::goal_type)
        when about = 'reminders' then spotter_reminder_scope((row_values ->> 'kind')::reminder_kind)
      end::consent_scope);
  end;

grant select, delete on action_changes to spotter_member;
create policy may_read on action_changes for select to spotter_member using (
  user_id = (select spotter_user_id())
  or spotter_may_replay(action_id, user_id, table_name, coalesce(after, before)));
create policy may_remove on action_changes for delete to spotter_member using (
  user_id = (select spotter_user_id())
  or spotter_may_replay(action_id, user_id, table_name, coalesce(after, before)));

-- A session stays between its two. What was held and said in it is the coach's to write down, what it was worth the
-- client's to say.
create function spotter_keep_session() returns trigger
  language plpgsql
as $$
declare
  of_client constant text[] := '{topics,starts_at,day,cancelled_at,rating,updated_at}';
  changed jsonb;
begin
  if current_user <> 'spotter_member' then
    return new;
  end if;
  changed := spotter_changed(to_jsonb(old), to_jsonb(new));
  if changed ?| array['client_id', 'coach_id']
    or old.client_id = spotter_user_id() and changed - of_client <> '{}'
    or old.client_id <> spotter_user_id() and changed ? 'rating' then
    raise exception 'That part of a session is the other one''s' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger spotter_keep before update on coaching_sessions for each row execute function spotter_keep_session();

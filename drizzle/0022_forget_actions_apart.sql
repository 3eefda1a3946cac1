-- What others did about somebody is called by that one's name, and keeps what was so: it goes with them. Whose rows it
-- was is found by its index; only for rows that name the other one is the journal read.
create or replace function spotter_forget_actions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_setting('spotter.merging', true) is distinct from 'on' then
    delete from actions a using action_changes c
    where c.action_id = a.id and a.user_id <> old.id and c.user_id = old.id;
    delete from actions a using action_changes c
    where c.action_id = a.id and a.user_id <> old.id and c.table_name in ('coaching_sessions', 'coach_notes')
      and to_jsonb(old.id) in (coalesce(c.after, c.before) -> 'client_id', coalesce(c.after, c.before) -> 'coach_id');
  end if;
  return old;
end
$$;

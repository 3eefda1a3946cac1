CREATE TABLE "wrong_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wrong_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"tried_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wrong_codes" ADD CONSTRAINT "wrong_codes_account_id_chat_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."chat_accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wrong_codes_account" ON "wrong_codes" USING btree ("account_id","tried_at");--> statement-breakpoint
CREATE INDEX "wrong_codes_tried" ON "wrong_codes" USING btree ("tried_at");--> statement-breakpoint
alter table wrong_codes enable row level security;
--> statement-breakpoint
-- Coachings begin by redeeming an invitation, which the owner does. The client alone changes what the coach may see and
-- for how long; either ends it, in their own name; how it ended stays. Only where two accounts turn out to be one
-- person's does it change hands.
create or replace function spotter_keep_coaching() returns trigger
  language plpgsql
as $$
declare
  ending constant text[] := '{ended_at,ended_by_id,end_reason,updated_at}';
  consent constant text[] := ending || '{can_read,can_write,until}'::text[];
  theirs text[];
begin
  if current_user <> 'spotter_member' then
    if (new.client_id, new.coach_id) is distinct from (old.client_id, old.coach_id)
      and current_setting('spotter.merging', true) is distinct from 'on' then
      raise exception 'A coaching does not change hands' using errcode = 'insufficient_privilege';
    end if;
    if old.ended_at is not null and new.ended_at is null then
      raise exception 'A coaching that has ended does not start again' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  theirs := case when spotter_user_id() = old.client_id then consent else ending end;
  if to_jsonb(new) - theirs <> to_jsonb(old) - theirs then
    raise exception 'A coach may only end a coaching, a client change what it covers' using errcode = 'insufficient_privilege';
  end if;
  if old.ended_at is not null and new is distinct from old then
    raise exception 'A coaching that has ended stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is not null and new.ended_by_id <> spotter_user_id() then
    raise exception 'A coaching ends in the name of whoever ends it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- What remains of an account that was merged into another is no person who leaves: their values are the other's by now.
create or replace function spotter_erase() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_setting('spotter.merging', true) = 'on' then
    return null;
  end if;
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

ALTER TABLE "users" DROP CONSTRAINT "users_energy_floor_range";--> statement-breakpoint
ALTER TABLE "coachings" ADD COLUMN "floor_offered_kcal" numeric;--> statement-breakpoint
ALTER TABLE "coachings" ADD COLUMN "energy_floor_kcal" numeric;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "health_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "energy_floor_kcal";--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_floor_offered_range" CHECK ("coachings"."floor_offered_kcal" between 1000 and 3000);--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_energy_floor_range" CHECK ("coachings"."energy_floor_kcal" between 1000 and 3000);--> statement-breakpoint
grant update ("health_asked_at") on "users" to spotter_member;
--> statement-breakpoint
-- What somebody says of their health can be undone with what it took away. Nothing else of a person is journalled.
create trigger spotter_journal after update of health_flags on users for each row
  when (old.health_flags is distinct from new.health_flags and current_setting('spotter.action_id', true) <> ''
    and current_setting('spotter.erasing', true) is distinct from 'on')
  execute function spotter_journal('id');
--> statement-breakpoint
-- Coachings begin by redeeming an invitation, which the owner does. The client alone changes what the coach may see and
-- for how long; either ends it, in their own name; how it ended stays. Only where two accounts turn out to be one
-- person's does it change hands. A lower floor for energy is offered by a coach who may write food, and holds once the
-- client agrees to that very figure; either takes it back.
create or replace function spotter_keep_coaching() returns trigger
  language plpgsql
as $$
declare
  shared constant text[] := '{ended_at,ended_by_id,end_reason,updated_at,floor_offered_kcal,energy_floor_kcal}';
  consent constant text[] := shared || '{can_read,can_write,until}'::text[];
  is_client constant boolean := spotter_user_id() = old.client_id;
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
  theirs := case when is_client then consent else shared end;
  if to_jsonb(new) - theirs <> to_jsonb(old) - theirs then
    raise exception 'A coach may only end a coaching, a client change what it covers' using errcode = 'insufficient_privilege';
  end if;
  if old.ended_at is not null and new is distinct from old then
    raise exception 'A coaching that has ended stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is not null and new.ended_by_id <> spotter_user_id() then
    raise exception 'A coaching ends in the name of whoever ends it' using errcode = 'insufficient_privilege';
  end if;
  if new.floor_offered_kcal is distinct from old.floor_offered_kcal and new.floor_offered_kcal is not null
      and (is_client or not 'food' = any (old.can_write))
    or new.energy_floor_kcal is distinct from old.energy_floor_kcal and new.energy_floor_kcal is not null
      and not (is_client and new.energy_floor_kcal is not distinct from old.floor_offered_kcal) then
    raise exception 'A floor is offered by the coach and agreed to by the client' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

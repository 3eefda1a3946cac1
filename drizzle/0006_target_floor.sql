ALTER TABLE "nutrition_targets" DROP CONSTRAINT "nutrition_targets_positive";--> statement-breakpoint
ALTER TABLE "nutrition_targets" ADD CONSTRAINT "nutrition_targets_floor" CHECK ("nutrition_targets"."energy_kcal" >= 800);--> statement-breakpoint
-- A floor of one's own is set by a coach, never by oneself: it is what keeps a target safe.
revoke update (energy_floor_kcal) on users from spotter_member;

ALTER TABLE "users" ADD COLUMN "onboarding_asked_at" timestamp with time zone;--> statement-breakpoint
grant update ("onboarding_asked_at") on "users" to spotter_member;

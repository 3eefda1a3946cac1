ALTER TYPE "public"."reminder_kind" ADD VALUE 'day_summary';--> statement-breakpoint
ALTER TYPE "public"."reminder_kind" ADD VALUE 'week_card';--> statement-breakpoint
ALTER TYPE "public"."reminder_kind" ADD VALUE 'streak_warning';--> statement-breakpoint
ALTER TYPE "public"."reminder_kind" ADD VALUE 'coach_briefing';--> statement-breakpoint
CREATE TABLE "job_failures" (
	"job" text NOT NULL,
	"row_id" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"error" text NOT NULL,
	"next_try_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_failures_job_row_id_pk" PRIMARY KEY("job","row_id"),
	CONSTRAINT "job_failures_attempts_positive" CHECK ("job_failures"."attempts" > 0)
);
--> statement-breakpoint
CREATE TABLE "platform_pace" (
	"platform" "platform" PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "user_statistics" ALTER COLUMN "figures" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "user_statistics" ALTER COLUMN "version" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "user_statistics" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "pace" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "pass_over" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "user_statistics_due" ON "user_statistics" USING btree ("due_at") WHERE "user_statistics"."due_at" is not null;--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "daily_summary_at";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "weekly_card_at";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "is_warned_of_streak_end";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "coach_briefing_at";--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_pace_range" CHECK ("reminders"."pace" between 1 and 32 and "reminders"."pass_over" between 0 and 31);
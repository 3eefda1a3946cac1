CREATE TYPE "public"."check_in_state" AS ENUM('open', 'submitted', 'reviewed');--> statement-breakpoint
CREATE TYPE "public"."question_kind" AS ENUM('number', 'scale', 'choice', 'text', 'yes_no', 'photo');--> statement-breakpoint
CREATE TYPE "public"."consent_scope" AS ENUM('food', 'training', 'body', 'photos', 'mood', 'messages');--> statement-breakpoint
CREATE TYPE "public"."metric" AS ENUM('weight', 'body-fat', 'muscle-mass', 'waist', 'chest', 'hips', 'neck', 'arm', 'thigh', 'calf', 'resting-hr', 'blood-pressure', 'energy', 'mood', 'stress', 'sleep-quality', 'fatigue', 'soreness', 'sleep', 'steps', 'water');--> statement-breakpoint
CREATE TYPE "public"."food_source" AS ENUM('curated', 'sr28', 'own', 'coach');--> statement-breakpoint
CREATE TYPE "public"."goal_status" AS ENUM('active', 'completed', 'paused', 'abandoned');--> statement-breakpoint
CREATE TYPE "public"."goal_type" AS ENUM('weight_loss', 'weight_gain', 'maintain', 'body', 'strength', 'endurance', 'training', 'nutrition', 'mood', 'other');--> statement-breakpoint
CREATE TYPE "public"."media_kind" AS ENUM('profile', 'meal', 'workout', 'progress', 'check_in', 'message');--> statement-breakpoint
CREATE TYPE "public"."achievement_category" AS ENUM('weight', 'exercise', 'nutrition', 'streak', 'milestone', 'coaching');--> statement-breakpoint
CREATE TYPE "public"."rarity" AS ENUM('common', 'rare', 'epic', 'legendary');--> statement-breakpoint
CREATE TYPE "public"."streak_kind" AS ENUM('logging', 'training', 'check_in', 'steps', 'sleep');--> statement-breakpoint
CREATE TYPE "public"."notification_state" AS ENUM('due', 'sent', 'failed', 'suppressed');--> statement-breakpoint
CREATE TYPE "public"."notification_type" AS ENUM('info', 'success', 'warning', 'achievement', 'reminder', 'message', 'digest');--> statement-breakpoint
CREATE TYPE "public"."gender" AS ENUM('male', 'female', 'other');--> statement-breakpoint
CREATE TYPE "public"."platform" AS ENUM('telegram', 'discord', 'terminal');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('client', 'coach', 'admin');--> statement-breakpoint
CREATE TYPE "public"."unit_system" AS ENUM('metric', 'us');--> statement-breakpoint
CREATE TYPE "public"."pose" AS ENUM('front', 'side', 'back', 'other');--> statement-breakpoint
CREATE TYPE "public"."occurrence_state" AS ENUM('due', 'sent', 'done', 'snoozed', 'skipped', 'ignored', 'suppressed');--> statement-breakpoint
CREATE TYPE "public"."reminder_kind" AS ENUM('own', 'meal', 'weigh_in', 'water', 'workout', 'check_in', 'coaching_session');--> statement-breakpoint
CREATE TYPE "public"."zone_rule" AS ENUM('follow', 'fixed');--> statement-breakpoint
CREATE TYPE "public"."delivery_kind" AS ENUM('send', 'edit');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('due', 'sent', 'failed', 'suppressed');--> statement-breakpoint
CREATE TYPE "public"."inbound_state" AS ENUM('pending', 'done', 'failed');--> statement-breakpoint
CREATE TYPE "public"."audit_action" AS ENUM('insert', 'update', 'delete', 'erase');--> statement-breakpoint
CREATE TYPE "public"."difficulty" AS ENUM('beginner', 'intermediate', 'advanced');--> statement-breakpoint
CREATE TYPE "public"."set_kind" AS ENUM('working', 'warmup', 'drop', 'failure');--> statement-breakpoint
CREATE TABLE "check_in_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "check_in_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"check_in_id" bigint NOT NULL,
	"client_id" bigint NOT NULL,
	"question_key" text NOT NULL,
	"kind" "question_kind" NOT NULL,
	"label" text NOT NULL,
	"value" jsonb,
	"media_id" bigint,
	"order_index" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_in_answers_question" UNIQUE("check_in_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "check_in_forms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "check_in_forms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"name" text NOT NULL,
	"questions" jsonb NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "check_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"client_id" bigint NOT NULL,
	"coach_id" bigint,
	"form_id" bigint,
	"week_of" date NOT NULL,
	"state" "check_in_state" DEFAULT 'open' NOT NULL,
	"weight_kg" numeric,
	"feeling" integer,
	"notes" text,
	"photo_front_id" bigint,
	"photo_side_id" bigint,
	"photo_back_id" bigint,
	"submitted_at" timestamp with time zone,
	"coach_reply" text,
	"reviewed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_ins_week" UNIQUE("client_id","week_of"),
	CONSTRAINT "check_ins_owner" UNIQUE("id","client_id"),
	CONSTRAINT "check_ins_week_is_monday" CHECK (extract(isodow from "check_ins"."week_of") = 1),
	CONSTRAINT "check_ins_feeling_range" CHECK ("check_ins"."feeling" between 1 and 5),
	CONSTRAINT "check_ins_weight_range" CHECK ("check_ins"."weight_kg" between 20 and 500)
);
--> statement-breakpoint
CREATE TABLE "coach_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coach_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"client_id" bigint NOT NULL,
	"text" text NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coach_notes_not_oneself" CHECK ("coach_notes"."coach_id" <> "coach_notes"."client_id")
);
--> statement-breakpoint
CREATE TABLE "coaching_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coaching_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"client_id" bigint NOT NULL,
	"coach_id" bigint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"duration_min" integer,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"discussion_notes" text,
	"coach_feedback" text,
	"action_items" text[] DEFAULT '{}' NOT NULL,
	"next_session_day" date,
	"completed_at" timestamp with time zone,
	"completion_notes" text,
	"cancelled_at" timestamp with time zone,
	"rating" integer,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coaching_sessions_not_oneself" CHECK ("coaching_sessions"."coach_id" <> "coaching_sessions"."client_id"),
	CONSTRAINT "coaching_sessions_duration_range" CHECK ("coaching_sessions"."duration_min" between 1 and 1440),
	CONSTRAINT "coaching_sessions_rating_range" CHECK ("coaching_sessions"."rating" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "coachings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coachings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"client_id" bigint NOT NULL,
	"can_read" "consent_scope"[] NOT NULL,
	"can_write" "consent_scope"[] NOT NULL,
	"inbound_message_id" bigint,
	"started_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_id" bigint,
	"end_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coachings_not_oneself" CHECK ("coachings"."coach_id" <> "coachings"."client_id"),
	CONSTRAINT "coachings_write_what_is_read" CHECK ("coachings"."can_write" <@ "coachings"."can_read"),
	CONSTRAINT "coachings_order" CHECK ("coachings"."ended_at" >= "coachings"."started_at" and "coachings"."until" > "coachings"."started_at")
);
--> statement-breakpoint
CREATE TABLE "invite_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invite_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text,
	"name" text,
	"email" text,
	"can_read" "consent_scope"[] NOT NULL,
	"can_write" "consent_scope"[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by_id" bigint,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invite_tokens_write_what_is_read" CHECK ("invite_tokens"."can_write" <@ "invite_tokens"."can_read"),
	CONSTRAINT "invite_tokens_expiry" CHECK ("invite_tokens"."expires_at" > "invite_tokens"."created_at")
);
--> statement-breakpoint
CREATE TABLE "daily_logs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "daily_logs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"day" date NOT NULL,
	"weight_kg" numeric,
	"consumed_kcal" numeric DEFAULT 0 NOT NULL,
	"protein_g" numeric DEFAULT 0 NOT NULL,
	"carbs_g" numeric DEFAULT 0 NOT NULL,
	"fat_g" numeric DEFAULT 0 NOT NULL,
	"water_ml" numeric DEFAULT 0 NOT NULL,
	"burned_kcal" numeric DEFAULT 0 NOT NULL,
	"is_complete" boolean,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "daily_logs_user_day" UNIQUE("user_id","day"),
	CONSTRAINT "daily_logs_weight_range" CHECK ("daily_logs"."weight_kg" between 20 and 500),
	CONSTRAINT "daily_logs_sums_positive" CHECK ("daily_logs"."consumed_kcal" >= 0 and "daily_logs"."burned_kcal" >= 0 and "daily_logs"."water_ml" >= 0),
	CONSTRAINT "daily_logs_macros_positive" CHECK ("daily_logs"."protein_g" >= 0 and "daily_logs"."carbs_g" >= 0 and "daily_logs"."fat_g" >= 0)
);
--> statement-breakpoint
CREATE TABLE "health_metrics" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "health_metrics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"day" date NOT NULL,
	"weight_kg" numeric,
	"body_fat_pct" numeric,
	"muscle_mass_kg" numeric,
	"bmi" numeric,
	"waist_cm" numeric,
	"chest_cm" numeric,
	"hips_cm" numeric,
	"neck_cm" numeric,
	"arm_cm" numeric,
	"thigh_cm" numeric,
	"calf_cm" numeric,
	"resting_hr_bpm" numeric,
	"systolic_mmhg" numeric,
	"diastolic_mmhg" numeric,
	"energy" integer,
	"mood" integer,
	"stress" integer,
	"sleep_quality" integer,
	"fatigue" integer,
	"soreness" integer,
	"sleep_h" numeric,
	"steps" integer,
	"notes" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "health_metrics_user_day" UNIQUE("user_id","day"),
	CONSTRAINT "health_metrics_weight_range" CHECK ("health_metrics"."weight_kg" between 20 and 500),
	CONSTRAINT "health_metrics_body_fat_range" CHECK ("health_metrics"."body_fat_pct" between 1 and 75),
	CONSTRAINT "health_metrics_muscle_mass_range" CHECK ("health_metrics"."muscle_mass_kg" between 5 and 200),
	CONSTRAINT "health_metrics_bmi_range" CHECK ("health_metrics"."bmi" between 5 and 200),
	CONSTRAINT "health_metrics_waist_range" CHECK ("health_metrics"."waist_cm" between 30 and 300),
	CONSTRAINT "health_metrics_chest_range" CHECK ("health_metrics"."chest_cm" between 30 and 300),
	CONSTRAINT "health_metrics_hips_range" CHECK ("health_metrics"."hips_cm" between 30 and 300),
	CONSTRAINT "health_metrics_neck_range" CHECK ("health_metrics"."neck_cm" between 15 and 100),
	CONSTRAINT "health_metrics_arm_range" CHECK ("health_metrics"."arm_cm" between 10 and 100),
	CONSTRAINT "health_metrics_thigh_range" CHECK ("health_metrics"."thigh_cm" between 20 and 150),
	CONSTRAINT "health_metrics_calf_range" CHECK ("health_metrics"."calf_cm" between 15 and 100),
	CONSTRAINT "health_metrics_resting_hr_range" CHECK ("health_metrics"."resting_hr_bpm" between 20 and 250),
	CONSTRAINT "health_metrics_systolic_range" CHECK ("health_metrics"."systolic_mmhg" between 50 and 300),
	CONSTRAINT "health_metrics_diastolic_range" CHECK ("health_metrics"."diastolic_mmhg" between 20 and 200),
	CONSTRAINT "health_metrics_pressure_pair" CHECK ("health_metrics"."diastolic_mmhg" < "health_metrics"."systolic_mmhg"),
	CONSTRAINT "health_metrics_energy_range" CHECK ("health_metrics"."energy" between 1 and 10),
	CONSTRAINT "health_metrics_mood_range" CHECK ("health_metrics"."mood" between 1 and 10),
	CONSTRAINT "health_metrics_stress_range" CHECK ("health_metrics"."stress" between 1 and 10),
	CONSTRAINT "health_metrics_sleep_quality_range" CHECK ("health_metrics"."sleep_quality" between 1 and 10),
	CONSTRAINT "health_metrics_fatigue_range" CHECK ("health_metrics"."fatigue" between 1 and 10),
	CONSTRAINT "health_metrics_soreness_range" CHECK ("health_metrics"."soreness" between 1 and 10),
	CONSTRAINT "health_metrics_sleep_range" CHECK ("health_metrics"."sleep_h" between 0 and 24),
	CONSTRAINT "health_metrics_steps_range" CHECK ("health_metrics"."steps" between 0 and 300000)
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "measurements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"day" date NOT NULL,
	"is_day_said" boolean DEFAULT false NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"metric" "metric" NOT NULL,
	"value" numeric NOT NULL,
	"value2" numeric,
	"typed" jsonb NOT NULL,
	"notes" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "measurements_value_range" CHECK (case "measurements"."metric"
        when 'weight' then "measurements"."value" between 20 and 500
        when 'body-fat' then "measurements"."value" between 1 and 75
        when 'muscle-mass' then "measurements"."value" between 5 and 200
        when 'waist' then "measurements"."value" between 30 and 300
        when 'chest' then "measurements"."value" between 30 and 300
        when 'hips' then "measurements"."value" between 30 and 300
        when 'neck' then "measurements"."value" between 15 and 100
        when 'arm' then "measurements"."value" between 10 and 100
        when 'thigh' then "measurements"."value" between 20 and 150
        when 'calf' then "measurements"."value" between 15 and 100
        when 'resting-hr' then "measurements"."value" between 20 and 250
        when 'blood-pressure' then "measurements"."value" between 50 and 300
        when 'sleep' then "measurements"."value" between 0 and 24
        when 'steps' then "measurements"."value" between 0 and 300000
        when 'water' then "measurements"."value" between 0 and 20000
        else "measurements"."value" between 1 and 10 and "measurements"."value" = trunc("measurements"."value")
      end),
	CONSTRAINT "measurements_pair" CHECK (case when "measurements"."metric" = 'blood-pressure'
        then "measurements"."value2" is not null and "measurements"."value2" between 20 and 200 and "measurements"."value2" < "measurements"."value"
        else "measurements"."value2" is null
      end)
);
--> statement-breakpoint
CREATE TABLE "client_diet_assignments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "client_diet_assignments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"client_id" bigint NOT NULL,
	"coach_id" bigint,
	"template_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"assigned_day" date NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_diet_assignments_once" UNIQUE("client_id","template_id","assigned_day")
);
--> statement-breakpoint
CREATE TABLE "diet_template_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "diet_template_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"template_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"source_text" text NOT NULL,
	"meals" jsonb NOT NULL,
	"target_macros" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "diet_template_versions_version" UNIQUE("template_id","version"),
	CONSTRAINT "diet_template_versions_version_positive" CHECK ("diet_template_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "diet_templates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "diet_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_daily_meal_plans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_daily_meal_plans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"weekday" integer NOT NULL,
	"slot" text NOT NULL,
	"text" text,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"assignment_id" bigint,
	"set_by_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_daily_meal_plans_slot" UNIQUE("user_id","weekday","slot"),
	CONSTRAINT "user_daily_meal_plans_weekday_range" CHECK ("user_daily_meal_plans"."weekday" between 1 and 7),
	CONSTRAINT "user_daily_meal_plans_text_length" CHECK (length("user_daily_meal_plans"."text") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "food_names" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "food_names_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"food_id" bigint NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	CONSTRAINT "food_names_name" UNIQUE("food_id","locale","name")
);
--> statement-breakpoint
CREATE TABLE "food_portions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "food_portions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"food_id" bigint NOT NULL,
	"unit" text,
	"size" text,
	"grams" numeric NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "food_portions_measure" UNIQUE NULLS NOT DISTINCT("food_id","unit","size"),
	CONSTRAINT "food_portions_grams_positive" CHECK ("food_portions"."grams" > 0)
);
--> statement-breakpoint
CREATE TABLE "foods" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "foods_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"source" "food_source" NOT NULL,
	"slug" text,
	"name" text NOT NULL,
	"brand" text,
	"barcode" text,
	"ndb_number" text,
	"default_form" text,
	"energy_kcal" numeric NOT NULL,
	"protein_g" numeric NOT NULL,
	"carbs_g" numeric NOT NULL,
	"fat_g" numeric NOT NULL,
	"nutrients" jsonb NOT NULL,
	"density_g_per_ml" numeric,
	"serving_g" numeric,
	"is_recipe" boolean DEFAULT false NOT NULL,
	"yield_g" numeric,
	"energy_note" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "foods_energy_range" CHECK ("foods"."energy_kcal" between 0 and 902),
	CONSTRAINT "foods_macros_range" CHECK ("foods"."protein_g" between 0 and 100 and "foods"."carbs_g" between 0 and 100 and "foods"."fat_g" between 0 and 100),
	CONSTRAINT "foods_weights_positive" CHECK ("foods"."density_g_per_ml" > 0 and "foods"."serving_g" > 0 and "foods"."yield_g" > 0),
	CONSTRAINT "foods_owner_of_own" CHECK (("foods"."owner_id" is null) = ("foods"."source" in ('curated', 'sr28')))
);
--> statement-breakpoint
CREATE TABLE "recipe_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recipe_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipe_id" bigint NOT NULL,
	"food_id" bigint,
	"food_name" text,
	"grams" numeric NOT NULL,
	"order_index" integer NOT NULL,
	CONSTRAINT "recipe_items_order" UNIQUE("recipe_id","order_index"),
	CONSTRAINT "recipe_items_grams_positive" CHECK ("recipe_items"."grams" > 0)
);
--> statement-breakpoint
CREATE TABLE "goal_milestones" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "goal_milestones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"goal_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"title" text NOT NULL,
	"target_value" numeric,
	"target_day" date,
	"reached_at" timestamp with time zone,
	"order_index" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nutrition_targets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nutrition_targets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"set_by_id" bigint,
	"goal_id" bigint,
	"from_day" date NOT NULL,
	"energy_kcal" numeric,
	"protein_g" numeric,
	"carbs_g" numeric,
	"fat_g" numeric,
	"fiber_g" numeric,
	"water_ml" numeric,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "nutrition_targets_from" UNIQUE("user_id","from_day"),
	CONSTRAINT "nutrition_targets_positive" CHECK ("nutrition_targets"."energy_kcal" > 0),
	CONSTRAINT "nutrition_targets_macros_positive" CHECK ("nutrition_targets"."protein_g" >= 0 and "nutrition_targets"."carbs_g" >= 0 and "nutrition_targets"."fat_g" >= 0),
	CONSTRAINT "nutrition_targets_others_positive" CHECK ("nutrition_targets"."fiber_g" >= 0 and "nutrition_targets"."water_ml" >= 0)
);
--> statement-breakpoint
CREATE TABLE "user_goals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_goals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"set_by_id" bigint,
	"inbound_message_id" bigint,
	"goal_type" "goal_type" DEFAULT 'weight_loss' NOT NULL,
	"metric" "metric",
	"exercise_id" bigint,
	"title" text NOT NULL,
	"description" text,
	"start_value" numeric,
	"current_value" numeric,
	"target_value" numeric,
	"target_unit" text,
	"progress_pct" numeric GENERATED ALWAYS AS (case when target_value <> start_value
        then round(greatest(0, least(100, 100 * (current_value - start_value) / (target_value - start_value))), 1)
      end) STORED,
	"weekly_weight_change_kg" numeric,
	"daily_energy_kcal" numeric,
	"start_day" date NOT NULL,
	"target_day" date,
	"completed_day" date,
	"status" "goal_status" DEFAULT 'active' NOT NULL,
	"notes" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_goals_owner" UNIQUE("id","user_id"),
	CONSTRAINT "user_goals_weekly_change_range" CHECK ("user_goals"."weekly_weight_change_kg" between -2 and 2),
	CONSTRAINT "user_goals_daily_energy_positive" CHECK ("user_goals"."daily_energy_kcal" > 0),
	CONSTRAINT "user_goals_days_order" CHECK ("user_goals"."target_day" >= "user_goals"."start_day" and "user_goals"."completed_day" >= "user_goals"."start_day")
);
--> statement-breakpoint
CREATE TABLE "meal_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meal_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meal_log_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"food_id" bigint,
	"food_version" integer,
	"food_words" text NOT NULL,
	"food_name" text NOT NULL,
	"quantity" numeric,
	"unit" text,
	"grams" numeric,
	"portion_rule" text NOT NULL,
	"is_amount_assumed" boolean DEFAULT false NOT NULL,
	"energy_kcal" numeric NOT NULL,
	"protein_g" numeric NOT NULL,
	"carbs_g" numeric NOT NULL,
	"fat_g" numeric NOT NULL,
	"fiber_g" numeric,
	"sugar_g" numeric,
	"sodium_mg" numeric,
	"nutrients" jsonb NOT NULL,
	"order_index" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meal_items_grams_positive" CHECK ("meal_items"."grams" > 0),
	CONSTRAINT "meal_items_energy_positive" CHECK ("meal_items"."energy_kcal" >= 0),
	CONSTRAINT "meal_items_macros_positive" CHECK ("meal_items"."protein_g" >= 0 and "meal_items"."carbs_g" >= 0 and "meal_items"."fat_g" >= 0),
	CONSTRAINT "meal_items_others_positive" CHECK ("meal_items"."fiber_g" >= 0 and "meal_items"."sugar_g" >= 0 and "meal_items"."sodium_mg" >= 0)
);
--> statement-breakpoint
CREATE TABLE "meal_logs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meal_logs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"day" date NOT NULL,
	"is_day_said" boolean DEFAULT false NOT NULL,
	"time" time,
	"logged_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"slot" text,
	"description" text,
	"recipe_name" text,
	"water_ml" numeric,
	"adherence" integer,
	"is_planned" boolean DEFAULT false NOT NULL,
	"plan_id" bigint,
	"media_id" bigint,
	"satisfaction" integer,
	"hunger_before" integer,
	"hunger_after" integer,
	"notes" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meal_logs_owner" UNIQUE("id","user_id"),
	CONSTRAINT "meal_logs_water_range" CHECK ("meal_logs"."water_ml" between 0 and 20000),
	CONSTRAINT "meal_logs_adherence_range" CHECK ("meal_logs"."adherence" between 1 and 10),
	CONSTRAINT "meal_logs_satisfaction_range" CHECK ("meal_logs"."satisfaction" between 1 and 10),
	CONSTRAINT "meal_logs_hunger_before_range" CHECK ("meal_logs"."hunger_before" between 1 and 10),
	CONSTRAINT "meal_logs_hunger_after_range" CHECK ("meal_logs"."hunger_after" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "meal_slots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meal_slots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"starts_at" time,
	"ends_at" time,
	"order_index" integer NOT NULL,
	CONSTRAINT "meal_slots_name" UNIQUE("user_id","name")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"kind" "media_kind" NOT NULL,
	"path" text NOT NULL,
	"mime" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"width_px" integer,
	"height_px" integer,
	"duration_s" numeric,
	"alt_text" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "media_path" UNIQUE("path"),
	CONSTRAINT "media_owner" UNIQUE("id","user_id"),
	CONSTRAINT "media_sha256_form" CHECK ("media"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "media_size_positive" CHECK ("media"."size_bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "client_group_members" (
	"group_id" bigint NOT NULL,
	"client_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_group_members_group_id_client_id_pk" PRIMARY KEY("group_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "client_groups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "client_groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coach_threads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coach_threads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"client_id" bigint,
	"platform" "platform" NOT NULL,
	"chat_id" text NOT NULL,
	"thread_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coach_threads_one" UNIQUE NULLS NOT DISTINCT("coach_id","platform","client_id"),
	CONSTRAINT "coach_threads_place" UNIQUE NULLS NOT DISTINCT("platform","chat_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "message_copies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_copies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"platform" "platform" NOT NULL,
	"chat_id" text NOT NULL,
	"thread_id" text,
	"platform_message_id" text NOT NULL,
	"delivery_id" bigint,
	"is_original" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_copies_place" UNIQUE("platform","chat_id","platform_message_id")
);
--> statement-breakpoint
CREATE TABLE "message_media" (
	"message_id" bigint NOT NULL,
	"media_id" bigint NOT NULL,
	"order_index" integer NOT NULL,
	CONSTRAINT "message_media_message_id_media_id_pk" PRIMARY KEY("message_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sender_id" bigint NOT NULL,
	"receiver_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"content" text NOT NULL,
	"reply_to_id" bigint,
	"group_id" bigint,
	"due_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_not_to_oneself" CHECK ("messages"."sender_id" <> "messages"."receiver_id")
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snippets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "achievements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "achievements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"icon" text,
	"category" "achievement_category" NOT NULL,
	"condition_type" text NOT NULL,
	"condition_value" numeric NOT NULL,
	"rarity" "rarity" DEFAULT 'common' NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"is_repeatable" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pauses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pauses_order" CHECK ("pauses"."until_day" >= "pauses"."from_day")
);
--> statement-breakpoint
CREATE TABLE "streaks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "streaks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"kind" "streak_kind" NOT NULL,
	"current_days" integer DEFAULT 0 NOT NULL,
	"best_days" integer DEFAULT 0 NOT NULL,
	"started_day" date,
	"last_done_day" date,
	"freezes" integer DEFAULT 2 NOT NULL,
	"strength" numeric DEFAULT 0 NOT NULL,
	"warned_day" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "streaks_kind" UNIQUE("user_id","kind"),
	CONSTRAINT "streaks_days_range" CHECK ("streaks"."current_days" >= 0 and "streaks"."best_days" >= "streaks"."current_days"),
	CONSTRAINT "streaks_freezes_range" CHECK ("streaks"."freezes" between 0 and 3),
	CONSTRAINT "streaks_strength_range" CHECK ("streaks"."strength" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "user_achievements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_achievements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"achievement_id" bigint NOT NULL,
	"occurrence" integer DEFAULT 1 NOT NULL,
	"unlocked_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"evidence" jsonb NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "user_achievements_once" UNIQUE("user_id","achievement_id","occurrence"),
	CONSTRAINT "user_achievements_occurrence_positive" CHECK ("user_achievements"."occurrence" > 0)
);
--> statement-breakpoint
CREATE TABLE "user_statistics" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"key" text NOT NULL,
	"type" "notification_type" DEFAULT 'info' NOT NULL,
	"title" text NOT NULL,
	"message" text NOT NULL,
	"link_url" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"about_user_id" bigint,
	"ignores_quiet_hours" boolean DEFAULT false NOT NULL,
	"is_silent" boolean DEFAULT false NOT NULL,
	"state" "notification_state" DEFAULT 'due' NOT NULL,
	"reason" text,
	"digest_id" bigint,
	"due_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notifications_key" UNIQUE("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "chat_accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chat_accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"platform" "platform" NOT NULL,
	"account_id" text NOT NULL,
	"chat_id" text,
	"display_name" text,
	"unreachable_at" timestamp with time zone,
	"unreachable_reason" text,
	"talking_to_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chat_accounts_account" UNIQUE("platform","account_id")
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "link_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"code_hash" text NOT NULL,
	"from_account_id" bigint NOT NULL,
	"claimed_by_account_id" bigint,
	"claimed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"device_type" text,
	"browser" text,
	"os" text,
	"is_remembered" boolean DEFAULT false NOT NULL,
	"revoked_at" timestamp with time zone,
	"revocation_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_expiry" CHECK ("sessions"."expires_at" > "sessions"."created_at")
);
--> statement-breakpoint
CREATE TABLE "user_credentials" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"password_hash" text,
	"reset_token_hash" text,
	"reset_token_expires_at" timestamp with time zone,
	"failed_login_attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_credentials_failed_logins_range" CHECK ("user_credentials"."failed_login_attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "user_words" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_words_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"word" text NOT NULL,
	"kind" text NOT NULL,
	"meaning" jsonb NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_words_word" UNIQUE("user_id","kind","word")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"role" "role" DEFAULT 'client' NOT NULL,
	"username" text,
	"email" text,
	"full_name" text,
	"bio" text,
	"profile_photo_id" bigint,
	"is_active" boolean DEFAULT true NOT NULL,
	"time_zone" text,
	"zone_asked_at" timestamp with time zone,
	"day_start_hour" integer DEFAULT 3 NOT NULL,
	"unit_system" "unit_system" DEFAULT 'metric' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"gender" "gender",
	"date_of_birth" date,
	"height_cm" numeric,
	"health_flags" text[] DEFAULT '{}' NOT NULL,
	"is_gentle" boolean DEFAULT false NOT NULL,
	"energy_floor_kcal" numeric,
	"onboarding_step" integer DEFAULT 0 NOT NULL,
	"is_onboarded" boolean DEFAULT false NOT NULL,
	"quiet_from" time DEFAULT '22:00' NOT NULL,
	"quiet_until" time DEFAULT '08:00' NOT NULL,
	"daily_summary_at" time,
	"weekly_card_at" time,
	"is_warned_of_streak_end" boolean DEFAULT false NOT NULL,
	"coach_briefing_at" time,
	"office_hours" jsonb,
	"last_login_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_day_start_hour_range" CHECK ("users"."day_start_hour" between 0 and 6),
	CONSTRAINT "users_onboarding_step_range" CHECK ("users"."onboarding_step" between 0 and 4),
	CONSTRAINT "users_height_range" CHECK ("users"."height_cm" between 50 and 275),
	CONSTRAINT "users_date_of_birth_range" CHECK ("users"."date_of_birth" >= '1900-01-01'),
	CONSTRAINT "users_energy_floor_range" CHECK ("users"."energy_floor_kcal" between 1000 and 3000)
);
--> statement-breakpoint
CREATE TABLE "progress_photos" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "progress_photos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"day" date NOT NULL,
	"media_id" bigint NOT NULL,
	"pose" "pose" NOT NULL,
	"weight_kg" numeric,
	"body_fat_pct" numeric,
	"notes" text,
	"is_public" boolean DEFAULT false NOT NULL,
	"check_in_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "progress_photos_weight_range" CHECK ("progress_photos"."weight_kg" between 20 and 500),
	CONSTRAINT "progress_photos_body_fat_range" CHECK ("progress_photos"."body_fat_pct" between 1 and 75)
);
--> statement-breakpoint
CREATE TABLE "reminder_occurrences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminder_occurrences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reminder_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"day" date NOT NULL,
	"slot" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" "occurrence_state" DEFAULT 'due' NOT NULL,
	"reason" text,
	"snoozed_until" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"notification_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_occurrences_once" UNIQUE("reminder_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"set_by_id" bigint,
	"inbound_message_id" bigint,
	"kind" "reminder_kind" DEFAULT 'own' NOT NULL,
	"what" text NOT NULL,
	"subject" jsonb,
	"at_times" time[],
	"weekdays" integer[],
	"every_min" integer,
	"window_from" time,
	"window_until" time,
	"on_day" date,
	"once_at" timestamp with time zone,
	"from_day" date,
	"until_day" date,
	"zone_rule" "zone_rule" DEFAULT 'follow' NOT NULL,
	"time_zone" text NOT NULL,
	"ignores_quiet_hours" boolean DEFAULT true NOT NULL,
	"is_suggested" boolean DEFAULT false NOT NULL,
	"ignored_in_a_row" integer DEFAULT 0 NOT NULL,
	"paused_until" timestamp with time zone,
	"is_paused" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"next_due_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_owner" UNIQUE("id","user_id"),
	CONSTRAINT "reminders_weekdays_range" CHECK ("reminders"."weekdays" <@ array[1, 2, 3, 4, 5, 6, 7]),
	CONSTRAINT "reminders_every_range" CHECK ("reminders"."every_min" between 5 and 1440),
	CONSTRAINT "reminders_ignored_positive" CHECK ("reminders"."ignored_in_a_row" >= 0),
	CONSTRAINT "reminders_has_time" CHECK (num_nonnulls("reminders"."at_times", "reminders"."every_min", "reminders"."once_at") = 1)
);
--> statement-breakpoint
CREATE TABLE "client_routine_assignments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "client_routine_assignments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"client_id" bigint NOT NULL,
	"coach_id" bigint,
	"template_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"routine_id" bigint,
	"assigned_day" date NOT NULL,
	"is_recurring" boolean DEFAULT false NOT NULL,
	"recurring_weekday" integer,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_routine_assignments_once" UNIQUE("client_id","template_id","assigned_day"),
	CONSTRAINT "client_routine_assignments_weekday_range" CHECK ("client_routine_assignments"."recurring_weekday" between 1 and 7),
	CONSTRAINT "client_routine_assignments_weekday_of_recurring" CHECK ("client_routine_assignments"."is_recurring" or "client_routine_assignments"."recurring_weekday" is null)
);
--> statement-breakpoint
CREATE TABLE "routine_exercises" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routine_exercises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"routine_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"exercise_id" bigint,
	"exercise_name" text NOT NULL,
	"sets" integer NOT NULL,
	"reps" integer,
	"reps_max" integer,
	"duration_s" numeric,
	"distance_m" numeric,
	"weight_kg" numeric,
	"rpe" numeric,
	"rest_s" numeric,
	"order_index" integer NOT NULL,
	"weekday" integer,
	"notes" text,
	CONSTRAINT "routine_exercises_line" UNIQUE NULLS NOT DISTINCT("routine_id","exercise_id","weekday","order_index"),
	CONSTRAINT "routine_exercises_sets_range" CHECK ("routine_exercises"."sets" between 1 and 100),
	CONSTRAINT "routine_exercises_reps_range" CHECK ("routine_exercises"."reps" between 1 and 10000 and "routine_exercises"."reps_max" >= "routine_exercises"."reps"),
	CONSTRAINT "routine_exercises_amounts_positive" CHECK ("routine_exercises"."duration_s" > 0 and "routine_exercises"."distance_m" > 0 and "routine_exercises"."rest_s" >= 0),
	CONSTRAINT "routine_exercises_rpe_range" CHECK ("routine_exercises"."rpe" between 1 and 10),
	CONSTRAINT "routine_exercises_weekday_range" CHECK ("routine_exercises"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "routine_template_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routine_template_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"template_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"source_text" text NOT NULL,
	"exercises" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "routine_template_versions_version" UNIQUE("template_id","version"),
	CONSTRAINT "routine_template_versions_version_positive" CHECK ("routine_template_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "routine_templates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routine_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"set_by_id" bigint,
	"name" text NOT NULL,
	"description" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"weekdays" integer[],
	"time" time,
	"from_day" date,
	"until_day" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "routines_owner" UNIQUE("id","user_id"),
	CONSTRAINT "routines_weekdays_range" CHECK ("routines"."weekdays" <@ array[1, 2, 3, 4, 5, 6, 7])
);
--> statement-breakpoint
CREATE TABLE "scheduled_routines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scheduled_routines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"routine_id" bigint NOT NULL,
	"day" date NOT NULL,
	"time" time,
	"assignment_id" bigint,
	"moved_from_day" date,
	"completed_at" timestamp with time zone,
	"skipped_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scheduled_routines_once" UNIQUE("user_id","routine_id","day"),
	CONSTRAINT "scheduled_routines_one_end" CHECK ("scheduled_routines"."completed_at" is null or "scheduled_routines"."skipped_at" is null)
);
--> statement-breakpoint
CREATE TABLE "action_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "action_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"action_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_id" bigint NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"is_undone" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"summary" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint,
	"inbound_message_id" bigint,
	"source_message_id" bigint,
	"platform" "platform" NOT NULL,
	"account_id" text NOT NULL,
	"chat_id" text,
	"kind" "delivery_kind" DEFAULT 'send' NOT NULL,
	"notification_id" bigint,
	"about_user_id" bigint,
	"edits_id" bigint,
	"reply" jsonb NOT NULL,
	"state" "delivery_state" DEFAULT 'due' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"platform_message_id" text,
	"error" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbound_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"platform" "platform" NOT NULL,
	"event_key" text NOT NULL,
	"kind" text NOT NULL,
	"chat_id" text NOT NULL,
	"message_id" text,
	"user_id" bigint,
	"payload" jsonb NOT NULL,
	"state" "inbound_state" DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"error" text,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "inbound_messages_event" UNIQUE("platform","event_key")
);
--> statement-breakpoint
CREATE TABLE "pending_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pending_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"platform" "platform" NOT NULL,
	"chat_id" text,
	"about" text NOT NULL,
	"choices" jsonb NOT NULL,
	"template" text,
	"is_strict" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app_config" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"description" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint,
	"owner_id" bigint,
	"action" "audit_action" NOT NULL,
	"table_name" text NOT NULL,
	"record_id" bigint,
	"old_values" jsonb,
	"new_values" jsonb,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brand_settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"brand_name" text DEFAULT 'Spotter' NOT NULL,
	"tagline" text,
	"logo_url" text,
	"instagram_url" text,
	"facebook_url" text,
	"twitter_url" text,
	"linkedin_url" text,
	"youtube_url" text,
	"tiktok_url" text,
	"website_url" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "brand_settings_one_row" CHECK ("brand_settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "exercise_logs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exercise_logs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workout_session_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"exercise_id" bigint,
	"exercise_words" text NOT NULL,
	"exercise_name" text NOT NULL,
	"order_index" integer NOT NULL,
	"superset" integer,
	"rest_s" numeric,
	"form_quality" integer,
	"rpe" numeric,
	"burned_kcal" numeric,
	"notes" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_logs_owner" UNIQUE("id","user_id"),
	CONSTRAINT "exercise_logs_form_quality_range" CHECK ("exercise_logs"."form_quality" between 1 and 10),
	CONSTRAINT "exercise_logs_rpe_range" CHECK ("exercise_logs"."rpe" between 1 and 10),
	CONSTRAINT "exercise_logs_amounts_positive" CHECK ("exercise_logs"."rest_s" >= 0 and "exercise_logs"."burned_kcal" >= 0)
);
--> statement-breakpoint
CREATE TABLE "exercise_names" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exercise_names_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exercise_id" bigint NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	CONSTRAINT "exercise_names_name" UNIQUE("exercise_id","locale","name")
);
--> statement-breakpoint
CREATE TABLE "exercise_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exercise_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exercise_log_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"order_index" integer NOT NULL,
	"kind" "set_kind" DEFAULT 'working' NOT NULL,
	"reps" integer,
	"load_value" numeric,
	"load_unit" text,
	"weight_kg" numeric,
	"rpe" numeric,
	"rir" numeric,
	"duration_s" numeric,
	"distance_m" numeric,
	"rest_s" numeric,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_sets_reps_range" CHECK ("exercise_sets"."reps" between 0 and 10000),
	CONSTRAINT "exercise_sets_weight_range" CHECK ("exercise_sets"."weight_kg" between -500 and 2000),
	CONSTRAINT "exercise_sets_rpe_range" CHECK ("exercise_sets"."rpe" between 1 and 10),
	CONSTRAINT "exercise_sets_rir_range" CHECK ("exercise_sets"."rir" between 0 and 20),
	CONSTRAINT "exercise_sets_duration_range" CHECK ("exercise_sets"."duration_s" > 0 and "exercise_sets"."duration_s" <= 172800),
	CONSTRAINT "exercise_sets_distance_range" CHECK ("exercise_sets"."distance_m" > 0 and "exercise_sets"."distance_m" <= 1000000),
	CONSTRAINT "exercise_sets_rest_range" CHECK ("exercise_sets"."rest_s" between 0 and 7200)
);
--> statement-breakpoint
CREATE TABLE "exercises" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exercises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_by_id" bigint,
	"slug" text,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"primary_muscles" text[] NOT NULL,
	"secondary_muscles" text[] NOT NULL,
	"equipment" text[] NOT NULL,
	"difficulty" "difficulty" NOT NULL,
	"description" text,
	"instructions" text,
	"tips" text,
	"video_url" text,
	"image_url" text,
	"gif_url" text,
	"wger_id" integer,
	"met" numeric,
	"met_code" text,
	"default_kcal_per_min" numeric,
	"bodyweight_share" numeric,
	"is_active" boolean DEFAULT true NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercises_energy_positive" CHECK ("exercises"."met" > 0 and "exercises"."default_kcal_per_min" >= 0),
	CONSTRAINT "exercises_bodyweight_share_range" CHECK ("exercises"."bodyweight_share" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "workout_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workout_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"inbound_message_id" bigint,
	"day" date NOT NULL,
	"is_day_said" boolean DEFAULT false NOT NULL,
	"time" time,
	"logged_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"title" text,
	"session_type" text,
	"duration_min" numeric,
	"program_phase" text,
	"week_number" integer,
	"day_number" integer,
	"intensity" integer,
	"fatigue" integer,
	"soreness" integer,
	"burned_kcal" numeric,
	"notes" text,
	"coach_notes" text,
	"scheduled_routine_id" bigint,
	"media_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workout_sessions_owner" UNIQUE("id","user_id"),
	CONSTRAINT "workout_sessions_duration_range" CHECK ("workout_sessions"."duration_min" > 0 and "workout_sessions"."duration_min" <= 1440),
	CONSTRAINT "workout_sessions_program_range" CHECK ("workout_sessions"."week_number" > 0 and "workout_sessions"."day_number" > 0),
	CONSTRAINT "workout_sessions_intensity_range" CHECK ("workout_sessions"."intensity" between 1 and 10),
	CONSTRAINT "workout_sessions_fatigue_range" CHECK ("workout_sessions"."fatigue" between 1 and 10),
	CONSTRAINT "workout_sessions_soreness_range" CHECK ("workout_sessions"."soreness" between 1 and 10),
	CONSTRAINT "workout_sessions_burned_range" CHECK ("workout_sessions"."burned_kcal" between 0 and 20000)
);
--> statement-breakpoint
ALTER TABLE "check_in_answers" ADD CONSTRAINT "check_in_answers_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_answers" ADD CONSTRAINT "check_in_answers_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_answers" ADD CONSTRAINT "check_in_answers_check_in_fk" FOREIGN KEY ("check_in_id","client_id") REFERENCES "public"."check_ins"("id","client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_forms" ADD CONSTRAINT "check_in_forms_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_form_id_check_in_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."check_in_forms"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_photo_front_id_media_id_fk" FOREIGN KEY ("photo_front_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_photo_side_id_media_id_fk" FOREIGN KEY ("photo_side_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_photo_back_id_media_id_fk" FOREIGN KEY ("photo_back_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_sessions" ADD CONSTRAINT "coaching_sessions_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_ended_by_id_users_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_tokens" ADD CONSTRAINT "invite_tokens_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite_tokens" ADD CONSTRAINT "invite_tokens_used_by_id_users_id_fk" FOREIGN KEY ("used_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_logs" ADD CONSTRAINT "daily_logs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_metrics" ADD CONSTRAINT "health_metrics_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_diet_assignments" ADD CONSTRAINT "client_diet_assignments_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_diet_assignments" ADD CONSTRAINT "client_diet_assignments_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_diet_assignments" ADD CONSTRAINT "client_diet_assignments_template_id_diet_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."diet_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_diet_assignments" ADD CONSTRAINT "client_diet_assignments_version_id_diet_template_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."diet_template_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diet_template_versions" ADD CONSTRAINT "diet_template_versions_template_id_diet_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."diet_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diet_templates" ADD CONSTRAINT "diet_templates_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_daily_meal_plans" ADD CONSTRAINT "user_daily_meal_plans_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_daily_meal_plans" ADD CONSTRAINT "user_daily_meal_plans_assignment_id_client_diet_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."client_diet_assignments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_daily_meal_plans" ADD CONSTRAINT "user_daily_meal_plans_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "food_names" ADD CONSTRAINT "food_names_food_id_foods_id_fk" FOREIGN KEY ("food_id") REFERENCES "public"."foods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "food_portions" ADD CONSTRAINT "food_portions_food_id_foods_id_fk" FOREIGN KEY ("food_id") REFERENCES "public"."foods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "foods" ADD CONSTRAINT "foods_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipe_items" ADD CONSTRAINT "recipe_items_recipe_id_foods_id_fk" FOREIGN KEY ("recipe_id") REFERENCES "public"."foods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipe_items" ADD CONSTRAINT "recipe_items_food_id_foods_id_fk" FOREIGN KEY ("food_id") REFERENCES "public"."foods"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_milestones" ADD CONSTRAINT "goal_milestones_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_milestones" ADD CONSTRAINT "goal_milestones_goal_fk" FOREIGN KEY ("goal_id","user_id") REFERENCES "public"."user_goals"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nutrition_targets" ADD CONSTRAINT "nutrition_targets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nutrition_targets" ADD CONSTRAINT "nutrition_targets_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nutrition_targets" ADD CONSTRAINT "nutrition_targets_goal_id_user_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."user_goals"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_goals" ADD CONSTRAINT "user_goals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_goals" ADD CONSTRAINT "user_goals_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_goals" ADD CONSTRAINT "user_goals_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_goals" ADD CONSTRAINT "user_goals_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_items" ADD CONSTRAINT "meal_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_items" ADD CONSTRAINT "meal_items_food_id_foods_id_fk" FOREIGN KEY ("food_id") REFERENCES "public"."foods"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_items" ADD CONSTRAINT "meal_items_meal_fk" FOREIGN KEY ("meal_log_id","user_id") REFERENCES "public"."meal_logs"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_logs" ADD CONSTRAINT "meal_logs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_logs" ADD CONSTRAINT "meal_logs_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_logs" ADD CONSTRAINT "meal_logs_plan_id_user_daily_meal_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."user_daily_meal_plans"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_logs" ADD CONSTRAINT "meal_logs_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meal_slots" ADD CONSTRAINT "meal_slots_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_group_members" ADD CONSTRAINT "client_group_members_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_group_members" ADD CONSTRAINT "client_group_members_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_groups" ADD CONSTRAINT "client_groups_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_threads" ADD CONSTRAINT "coach_threads_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_threads" ADD CONSTRAINT "coach_threads_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_copies" ADD CONSTRAINT "message_copies_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_copies" ADD CONSTRAINT "message_copies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_copies" ADD CONSTRAINT "message_copies_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_media" ADD CONSTRAINT "message_media_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_media" ADD CONSTRAINT "message_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_receiver_id_users_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_reply_to_id_messages_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippets" ADD CONSTRAINT "snippets_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streaks" ADD CONSTRAINT "streaks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_achievements" ADD CONSTRAINT "user_achievements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_achievements" ADD CONSTRAINT "user_achievements_achievement_id_achievements_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."achievements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_statistics" ADD CONSTRAINT "user_statistics_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_about_user_id_users_id_fk" FOREIGN KEY ("about_user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_digest_id_notifications_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."notifications"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_accounts" ADD CONSTRAINT "chat_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_accounts" ADD CONSTRAINT "chat_accounts_talking_to_id_users_id_fk" FOREIGN KEY ("talking_to_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_from_account_id_chat_accounts_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."chat_accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_claimed_by_account_id_chat_accounts_id_fk" FOREIGN KEY ("claimed_by_account_id") REFERENCES "public"."chat_accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_credentials" ADD CONSTRAINT "user_credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_words" ADD CONSTRAINT "user_words_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_profile_photo_id_media_id_fk" FOREIGN KEY ("profile_photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_photos" ADD CONSTRAINT "progress_photos_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_photos" ADD CONSTRAINT "progress_photos_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_photos" ADD CONSTRAINT "progress_photos_check_in_id_check_ins_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_ins"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_photos" ADD CONSTRAINT "progress_photos_media_fk" FOREIGN KEY ("media_id","user_id") REFERENCES "public"."media"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_occurrences" ADD CONSTRAINT "reminder_occurrences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_occurrences" ADD CONSTRAINT "reminder_occurrences_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_occurrences" ADD CONSTRAINT "reminder_occurrences_reminder_fk" FOREIGN KEY ("reminder_id","user_id") REFERENCES "public"."reminders"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_routine_assignments" ADD CONSTRAINT "client_routine_assignments_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_routine_assignments" ADD CONSTRAINT "client_routine_assignments_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_routine_assignments" ADD CONSTRAINT "client_routine_assignments_template_id_routine_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."routine_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_routine_assignments" ADD CONSTRAINT "client_routine_assignments_version_id_routine_template_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."routine_template_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_routine_assignments" ADD CONSTRAINT "client_routine_assignments_routine_id_routines_id_fk" FOREIGN KEY ("routine_id") REFERENCES "public"."routines"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_routine_fk" FOREIGN KEY ("routine_id","user_id") REFERENCES "public"."routines"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_template_versions" ADD CONSTRAINT "routine_template_versions_template_id_routine_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."routine_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_templates" ADD CONSTRAINT "routine_templates_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routines" ADD CONSTRAINT "routines_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routines" ADD CONSTRAINT "routines_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD CONSTRAINT "scheduled_routines_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD CONSTRAINT "scheduled_routines_assignment_id_client_routine_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."client_routine_assignments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD CONSTRAINT "scheduled_routines_routine_fk" FOREIGN KEY ("routine_id","user_id") REFERENCES "public"."routines"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_changes" ADD CONSTRAINT "action_changes_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_changes" ADD CONSTRAINT "action_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_source_message_id_inbound_messages_id_fk" FOREIGN KEY ("source_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_about_user_id_users_id_fk" FOREIGN KEY ("about_user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_questions" ADD CONSTRAINT "pending_questions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_questions" ADD CONSTRAINT "pending_questions_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_session_fk" FOREIGN KEY ("workout_session_id","user_id") REFERENCES "public"."workout_sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_names" ADD CONSTRAINT "exercise_names_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_sets" ADD CONSTRAINT "exercise_sets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_sets" ADD CONSTRAINT "exercise_sets_log_fk" FOREIGN KEY ("exercise_log_id","user_id") REFERENCES "public"."exercise_logs"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercises" ADD CONSTRAINT "exercises_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_inbound_message_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_message_id") REFERENCES "public"."inbound_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_scheduled_routine_id_scheduled_routines_id_fk" FOREIGN KEY ("scheduled_routine_id") REFERENCES "public"."scheduled_routines"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_in_answers_client" ON "check_in_answers" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "check_in_answers_media" ON "check_in_answers" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "check_in_forms_name" ON "check_in_forms" USING btree ("coach_id",lower("name"));--> statement-breakpoint
CREATE INDEX "check_ins_coach" ON "check_ins" USING btree ("coach_id","state");--> statement-breakpoint
CREATE INDEX "check_ins_form" ON "check_ins" USING btree ("form_id");--> statement-breakpoint
CREATE INDEX "check_ins_photo_front" ON "check_ins" USING btree ("photo_front_id");--> statement-breakpoint
CREATE INDEX "check_ins_photo_side" ON "check_ins" USING btree ("photo_side_id");--> statement-breakpoint
CREATE INDEX "check_ins_photo_back" ON "check_ins" USING btree ("photo_back_id");--> statement-breakpoint
CREATE INDEX "coach_notes_coach" ON "coach_notes" USING btree ("coach_id","client_id","created_at");--> statement-breakpoint
CREATE INDEX "coach_notes_client" ON "coach_notes" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "coaching_sessions_client" ON "coaching_sessions" USING btree ("client_id","day");--> statement-breakpoint
CREATE INDEX "coaching_sessions_coach" ON "coaching_sessions" USING btree ("coach_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "coachings_one_active" ON "coachings" USING btree ("client_id") WHERE "coachings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "coachings_client" ON "coachings" USING btree ("client_id","started_at");--> statement-breakpoint
CREATE INDEX "coachings_coach" ON "coachings" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "coachings_inbound" ON "coachings" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "coachings_ended_by" ON "coachings" USING btree ("ended_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invite_tokens_token" ON "invite_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invite_tokens_code" ON "invite_tokens" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invite_tokens_coach" ON "invite_tokens" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "invite_tokens_used_by" ON "invite_tokens" USING btree ("used_by_id");--> statement-breakpoint
CREATE INDEX "measurements_user_day" ON "measurements" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "measurements_user_metric" ON "measurements" USING btree ("user_id","metric","day");--> statement-breakpoint
CREATE INDEX "measurements_inbound" ON "measurements" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "client_diet_assignments_day" ON "client_diet_assignments" USING btree ("client_id","assigned_day");--> statement-breakpoint
CREATE INDEX "client_diet_assignments_coach" ON "client_diet_assignments" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "client_diet_assignments_template" ON "client_diet_assignments" USING btree ("template_id");--> statement-breakpoint
CREATE INDEX "client_diet_assignments_version" ON "client_diet_assignments" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "diet_templates_name" ON "diet_templates" USING btree ("coach_id",lower("name"));--> statement-breakpoint
CREATE INDEX "user_daily_meal_plans_assignment" ON "user_daily_meal_plans" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "user_daily_meal_plans_set_by" ON "user_daily_meal_plans" USING btree ("set_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "foods_slug" ON "foods" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "foods_owner" ON "foods" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "foods_barcode" ON "foods" USING btree ("barcode");--> statement-breakpoint
CREATE UNIQUE INDEX "foods_own_name" ON "foods" USING btree ("owner_id",lower("name")) WHERE "foods"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "recipe_items_food" ON "recipe_items" USING btree ("food_id");--> statement-breakpoint
CREATE INDEX "goal_milestones_goal" ON "goal_milestones" USING btree ("goal_id","order_index");--> statement-breakpoint
CREATE INDEX "goal_milestones_user" ON "goal_milestones" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "nutrition_targets_set_by" ON "nutrition_targets" USING btree ("set_by_id");--> statement-breakpoint
CREATE INDEX "nutrition_targets_goal" ON "nutrition_targets" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "user_goals_user" ON "user_goals" USING btree ("user_id","start_day");--> statement-breakpoint
CREATE INDEX "user_goals_set_by" ON "user_goals" USING btree ("set_by_id");--> statement-breakpoint
CREATE INDEX "user_goals_inbound" ON "user_goals" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "user_goals_exercise" ON "user_goals" USING btree ("exercise_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_goals_one_weight" ON "user_goals" USING btree ("user_id") WHERE "user_goals"."status" = 'active' and "user_goals"."goal_type" in ('weight_loss', 'weight_gain', 'maintain');--> statement-breakpoint
CREATE INDEX "meal_items_meal" ON "meal_items" USING btree ("meal_log_id");--> statement-breakpoint
CREATE INDEX "meal_items_user" ON "meal_items" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "meal_items_food" ON "meal_items" USING btree ("food_id");--> statement-breakpoint
CREATE INDEX "meal_logs_user_day" ON "meal_logs" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "meal_logs_inbound" ON "meal_logs" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "meal_logs_plan" ON "meal_logs" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "meal_logs_media" ON "meal_logs" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "media_user" ON "media" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "client_group_members_client" ON "client_group_members" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_groups_name" ON "client_groups" USING btree ("coach_id",lower("name"));--> statement-breakpoint
CREATE INDEX "coach_threads_client" ON "coach_threads" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "message_copies_message" ON "message_copies" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "message_copies_user" ON "message_copies" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "message_copies_delivery" ON "message_copies" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "message_media_media" ON "message_media" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "messages_sender" ON "messages" USING btree ("sender_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_receiver" ON "messages" USING btree ("receiver_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_inbound" ON "messages" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "messages_reply_to" ON "messages" USING btree ("reply_to_id");--> statement-breakpoint
CREATE INDEX "messages_group" ON "messages" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("due_at") WHERE "messages"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "snippets_name" ON "snippets" USING btree ("coach_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "achievements_key" ON "achievements" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "achievements_name" ON "achievements" USING btree ("name");--> statement-breakpoint
CREATE INDEX "pauses_user" ON "pauses" USING btree ("user_id","from_day");--> statement-breakpoint
CREATE INDEX "user_achievements_user_day" ON "user_achievements" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "user_achievements_achievement" ON "user_achievements" USING btree ("achievement_id");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_about" ON "notifications" USING btree ("about_user_id");--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("due_at") WHERE "notifications"."state" = 'due';--> statement-breakpoint
CREATE INDEX "chat_accounts_user" ON "chat_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "chat_accounts_chat" ON "chat_accounts" USING btree ("platform","chat_id");--> statement-breakpoint
CREATE INDEX "chat_accounts_talking_to" ON "chat_accounts" USING btree ("talking_to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_codes_code" ON "link_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "link_codes_user" ON "link_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "link_codes_from" ON "link_codes" USING btree ("from_account_id");--> statement-breakpoint
CREATE INDEX "link_codes_claimed_by" ON "link_codes" USING btree ("claimed_by_account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_credentials_reset_token" ON "user_credentials" USING btree ("reset_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree (lower("username"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_profile_photo" ON "users" USING btree ("profile_photo_id");--> statement-breakpoint
CREATE INDEX "progress_photos_user_day" ON "progress_photos" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "progress_photos_media" ON "progress_photos" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "progress_photos_inbound" ON "progress_photos" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "progress_photos_check_in" ON "progress_photos" USING btree ("check_in_id");--> statement-breakpoint
CREATE INDEX "reminder_occurrences_user_day" ON "reminder_occurrences" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "reminder_occurrences_notification" ON "reminder_occurrences" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "reminder_occurrences_snoozed" ON "reminder_occurrences" USING btree ("snoozed_until") WHERE "reminder_occurrences"."state" = 'snoozed';--> statement-breakpoint
CREATE INDEX "reminders_user" ON "reminders" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "reminders_set_by" ON "reminders" USING btree ("set_by_id");--> statement-breakpoint
CREATE INDEX "reminders_inbound" ON "reminders" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("next_due_at") WHERE "reminders"."next_due_at" is not null;--> statement-breakpoint
CREATE INDEX "client_routine_assignments_day" ON "client_routine_assignments" USING btree ("client_id","assigned_day");--> statement-breakpoint
CREATE INDEX "client_routine_assignments_coach" ON "client_routine_assignments" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "client_routine_assignments_template" ON "client_routine_assignments" USING btree ("template_id");--> statement-breakpoint
CREATE INDEX "client_routine_assignments_version" ON "client_routine_assignments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "client_routine_assignments_routine" ON "client_routine_assignments" USING btree ("routine_id");--> statement-breakpoint
CREATE INDEX "routine_exercises_user" ON "routine_exercises" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "routine_exercises_exercise" ON "routine_exercises" USING btree ("exercise_id");--> statement-breakpoint
CREATE UNIQUE INDEX "routine_templates_name" ON "routine_templates" USING btree ("coach_id",lower("name"));--> statement-breakpoint
CREATE INDEX "routines_user" ON "routines" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "routines_set_by" ON "routines" USING btree ("set_by_id");--> statement-breakpoint
CREATE INDEX "scheduled_routines_user_day" ON "scheduled_routines" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "scheduled_routines_routine" ON "scheduled_routines" USING btree ("routine_id");--> statement-breakpoint
CREATE INDEX "scheduled_routines_assignment" ON "scheduled_routines" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "action_changes_action" ON "action_changes" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "action_changes_user" ON "action_changes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "actions_user" ON "actions" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "actions_inbound" ON "actions" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "deliveries_user" ON "deliveries" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "deliveries_inbound" ON "deliveries" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "deliveries_source" ON "deliveries" USING btree ("source_message_id");--> statement-breakpoint
CREATE INDEX "deliveries_edits" ON "deliveries" USING btree ("edits_id");--> statement-breakpoint
CREATE INDEX "deliveries_notification" ON "deliveries" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "deliveries_about" ON "deliveries" USING btree ("about_user_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at") WHERE "deliveries"."state" = 'due';--> statement-breakpoint
CREATE INDEX "deliveries_order" ON "deliveries" USING btree ("platform","account_id","id") WHERE "deliveries"."state" = 'due';--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_message" ON "deliveries" USING btree ("platform","chat_id","platform_message_id","id") WHERE "deliveries"."platform_message_id" is not null;--> statement-breakpoint
CREATE INDEX "inbound_messages_message" ON "inbound_messages" USING btree ("platform","chat_id","message_id");--> statement-breakpoint
CREATE INDEX "inbound_messages_user" ON "inbound_messages" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "inbound_messages_pending" ON "inbound_messages" USING btree ("platform","chat_id","id") WHERE "inbound_messages"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "pending_questions_user" ON "pending_questions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "pending_questions_inbound" ON "pending_questions" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "pending_questions_open" ON "pending_questions" USING btree ("user_id","platform","id") WHERE "pending_questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "audit_log_user" ON "audit_log" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_owner" ON "audit_log" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_record" ON "audit_log" USING btree ("table_name","record_id");--> statement-breakpoint
CREATE INDEX "audit_log_created" ON "audit_log" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "exercise_logs_session" ON "exercise_logs" USING btree ("workout_session_id");--> statement-breakpoint
CREATE INDEX "exercise_logs_user" ON "exercise_logs" USING btree ("user_id","exercise_id");--> statement-breakpoint
CREATE INDEX "exercise_logs_exercise" ON "exercise_logs" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "exercise_sets_log" ON "exercise_sets" USING btree ("exercise_log_id");--> statement-breakpoint
CREATE INDEX "exercise_sets_user" ON "exercise_sets" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exercises_slug" ON "exercises" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "exercises_created_by" ON "exercises" USING btree ("created_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exercises_own_name" ON "exercises" USING btree ("created_by_id",lower("name")) WHERE "exercises"."created_by_id" is not null;--> statement-breakpoint
CREATE INDEX "workout_sessions_user_day" ON "workout_sessions" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "workout_sessions_inbound" ON "workout_sessions" USING btree ("inbound_message_id");--> statement-breakpoint
CREATE INDEX "workout_sessions_scheduled" ON "workout_sessions" USING btree ("scheduled_routine_id");--> statement-breakpoint
CREATE INDEX "workout_sessions_media" ON "workout_sessions" USING btree ("media_id");
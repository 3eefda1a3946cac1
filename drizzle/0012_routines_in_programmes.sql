ALTER TABLE "routine_exercises" ADD COLUMN "week_number" integer;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD COLUMN "is_amrap" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD COLUMN "percent" numeric;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD COLUMN "superset" text;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD COLUMN "program_phase" text;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD COLUMN "week_number" integer;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD COLUMN "day_number" integer;--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD COLUMN "is_done_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_program_range" CHECK ("routine_exercises"."week_number" > 0 and "routine_exercises"."percent" between 1 and 200);--> statement-breakpoint
ALTER TABLE "scheduled_routines" ADD CONSTRAINT "scheduled_routines_program_range" CHECK ("scheduled_routines"."week_number" > 0 and "scheduled_routines"."day_number" > 0);--> statement-breakpoint
-- The local day an entry counts for; null where it has none. What is only planned changes no day's sums.
create or replace function spotter_day_of(table_name text, row_values jsonb) returns date
  language plpgsql stable
as $$
begin
  if table_name = 'scheduled_routines' then
    return null;
  elsif row_values ? 'day' then
    return (row_values ->> 'day')::date;
  elsif table_name = 'meal_items' then
    return (select day from meal_logs where id = (row_values ->> 'meal_log_id')::bigint);
  elsif table_name = 'exercise_logs' then
    return (select day from workout_sessions where id = (row_values ->> 'workout_session_id')::bigint);
  elsif table_name = 'exercise_sets' then
    return (
      select s.day from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
      where l.id = (row_values ->> 'exercise_log_id')::bigint
    );
  end if;
  return null;
end
$$;

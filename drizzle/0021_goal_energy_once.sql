ALTER TABLE "user_goals" DROP CONSTRAINT "user_goals_daily_energy_positive";--> statement-breakpoint
ALTER TABLE "user_goals" DROP COLUMN "daily_energy_kcal";
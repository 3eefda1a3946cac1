DROP INDEX "reminder_occurrences_snoozed";--> statement-breakpoint
CREATE INDEX "notifications_owed" ON "notifications" USING btree ("user_id") WHERE "notifications"."state" = 'due';--> statement-breakpoint
CREATE INDEX "reminder_occurrences_open" ON "reminder_occurrences" USING btree ("reminder_id") WHERE "reminder_occurrences"."state" in ('due', 'sent', 'snoozed');
CREATE TABLE "attention_dismissals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attention_dismissals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" bigint NOT NULL,
	"client_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"dismissed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attention_dismissals_reason" UNIQUE("coach_id","client_id","reason"),
	CONSTRAINT "attention_dismissals_not_oneself" CHECK ("attention_dismissals"."coach_id" <> "attention_dismissals"."client_id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "is_drafted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attention_dismissals" ADD CONSTRAINT "attention_dismissals_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attention_dismissals" ADD CONSTRAINT "attention_dismissals_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attention_dismissals_client" ON "attention_dismissals" USING btree ("client_id");--> statement-breakpoint
alter table attention_dismissals enable row level security;--> statement-breakpoint
grant select, insert, update, delete on attention_dismissals to spotter_member;--> statement-breakpoint
create policy may_all on attention_dismissals for all to spotter_member
  using (coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[]))
  with check (coach_id = (select spotter_user_id()) and client_id = any ((select spotter_all_clients())::bigint[]));

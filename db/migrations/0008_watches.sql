CREATE TABLE "access_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"delivery_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"watch_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"event_key" text NOT NULL,
	"channel" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lost" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"subscriber_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "subscribers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unmatched_runs" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unmatched_runs_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" text NOT NULL,
	"observed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_filters" (
	"filter_id" serial PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"key" text NOT NULL,
	"params" jsonb NOT NULL,
	CONSTRAINT "watch_filters_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "watch_memories" (
	"watch_id" uuid NOT NULL,
	"plan_id" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"own_micros" bigint,
	"own_currency" text,
	"until" timestamp with time zone,
	CONSTRAINT "watch_memories_watch_id_plan_id_pk" PRIMARY KEY("watch_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"watch_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"rule" text NOT NULL,
	"params" jsonb,
	"filter_id" integer,
	"plan_id" text,
	"offer_id" text,
	"threshold_micros" bigint,
	"threshold_ppm" integer,
	"currency" text NOT NULL,
	"channel" text NOT NULL,
	"webhook_url" text,
	"template" text,
	"delivery" text NOT NULL,
	"digest_weekday" integer,
	"digest_hour" integer,
	"digest_zone" text,
	"next_digest_at" timestamp with time zone,
	"digested_change" bigint DEFAULT 0 NOT NULL,
	"since_change" bigint DEFAULT 0 NOT NULL,
	"digest_risks" jsonb,
	"seeded" boolean DEFAULT true NOT NULL,
	"failing_since" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "access_tokens_subscriber" ON "access_tokens" USING btree ("subscriber_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("subject","event_key","channel");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "deliveries_watch" ON "deliveries" USING btree ("watch_id","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_subscriber" ON "deliveries" USING btree ("subscriber_id","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "watch_memories_plan" ON "watch_memories" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "watches_subscriber" ON "watches" USING btree ("subscriber_id","created_at");--> statement-breakpoint
CREATE INDEX "watches_filter" ON "watches" USING btree ("filter_id") WHERE state = 'active' and filter_id is not null;--> statement-breakpoint
CREATE INDEX "watches_plan" ON "watches" USING btree ("plan_id") WHERE state = 'active' and plan_id is not null;--> statement-breakpoint
CREATE INDEX "watches_digest" ON "watches" USING btree ("next_digest_at") WHERE state = 'active' and next_digest_at is not null;--> statement-breakpoint
CREATE INDEX "watches_expiry" ON "watches" USING btree ("expires_at") WHERE state = 'active' and expires_at is not null;
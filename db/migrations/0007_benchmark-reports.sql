CREATE TABLE "benchmark_reports" (
	"report_id" text PRIMARY KEY NOT NULL,
	"plan_id" text,
	"provider_id" text,
	"offer_id" text,
	"report" jsonb NOT NULL,
	"ran_on" text,
	"run_url" text,
	"received_at" timestamp with time zone NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"key_hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "benchmark_reports_plan" ON "benchmark_reports" USING btree ("plan_id","received_at");--> statement-breakpoint
CREATE INDEX "benchmark_reports_run" ON "benchmark_reports" USING btree ("run_url");
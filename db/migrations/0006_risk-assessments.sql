CREATE TABLE "market_peers" (
	"row_id" text collate "C" PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"family" text NOT NULL,
	"dedicated" boolean NOT NULL,
	"regions" text[] NOT NULL,
	"memory_mib" integer,
	"vcpu" double precision,
	"storage_gb" double precision,
	"per_month_usd" double precision NOT NULL,
	"observed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"report_id" text PRIMARY KEY NOT NULL,
	"about" text NOT NULL,
	"provider_id" text NOT NULL,
	"offer_id" text,
	"field" text,
	"kind" text,
	"happened_on" date,
	"url" text,
	"author" text NOT NULL,
	"said" text NOT NULL,
	"words" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"reviewed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "risk_assessments" (
	"row_id" text collate "C" PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"row_hash" text NOT NULL,
	"score" integer,
	"assessment" json NOT NULL,
	"model_version" text NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "market_peers_plan" ON "market_peers" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "reports_provider" ON "reports" USING btree ("provider_id","state");--> statement-breakpoint
CREATE INDEX "reports_state" ON "reports" USING btree ("state","reported_at");--> statement-breakpoint
CREATE INDEX "risk_assessments_provider" ON "risk_assessments" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "risk_assessments_assessed" ON "risk_assessments" USING btree ("assessed_at");
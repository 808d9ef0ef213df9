CREATE TABLE "catalogue_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"location_id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"name" text,
	"city" text,
	"country" text
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"website" text,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"date" text PRIMARY KEY NOT NULL,
	"per_euro" jsonb NOT NULL,
	"url" text NOT NULL,
	"observed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"change_id" bigserial PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"offer_id" text,
	"source_id" text NOT NULL,
	"run_id" text NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"observed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"provider_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"source_id" text NOT NULL,
	"location_id" text,
	"availability" jsonb NOT NULL,
	"prices" jsonb NOT NULL,
	"price_hash" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"missed_runs" integer DEFAULT 0 NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "offers_provider_id_offer_id_pk" PRIMARY KEY("provider_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"provider_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"source_id" text NOT NULL,
	"plan_key" text,
	"name" text,
	"url" text,
	"spec" jsonb NOT NULL,
	"spec_hash" text NOT NULL,
	"provenance" jsonb NOT NULL,
	"observation" text NOT NULL,
	"run_id" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_provider_id_plan_id_pk" PRIMARY KEY("provider_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "price_periods" (
	"provider_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"prices" jsonb NOT NULL,
	"price_hash" text NOT NULL,
	"machine_hash" text NOT NULL,
	"run_id" text NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"voided_at" timestamp with time zone,
	CONSTRAINT "price_periods_provider_id_offer_id_first_seen_at_pk" PRIMARY KEY("provider_id","offer_id","first_seen_at")
);
--> statement-breakpoint
CREATE TABLE "scrape_runs" (
	"run_id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"trigger" text NOT NULL,
	"state" text NOT NULL,
	"failure_code" text,
	"message" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"observed_at" timestamp with time zone NOT NULL,
	"content_hash" text,
	"batch_hash" text,
	"counts" jsonb,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rejections" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot_bodies" (
	"content_hash" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"snapshot_id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"source_id" text NOT NULL,
	"role" text NOT NULL,
	"place" text,
	"number" integer NOT NULL,
	"url" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"source_id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"last_run_id" text,
	"last_state" text,
	"last_run_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"published_hash" text,
	"published_run_id" text,
	"published_coverage" jsonb,
	"observation" text,
	"not_before" timestamp with time zone,
	"next_run_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_options" (
	"row_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"term_months" integer NOT NULL,
	"regular_micros" bigint NOT NULL,
	"introductory_micros" bigint,
	"setup_fee_micros" bigint NOT NULL,
	"setup_fee_known" boolean NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "search_options_row_id_position_pk" PRIMARY KEY("row_id","position")
);
--> statement-breakpoint
CREATE TABLE "search_rows" (
	"row_id" text collate "C" PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"source_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"text" text NOT NULL,
	"product_type" text,
	"technology" text,
	"resource_model" text,
	"cpu_name" text,
	"vcpu" double precision,
	"architecture" text,
	"memory_mib" integer,
	"storage_gb" double precision,
	"storage_type" text,
	"transfer_gb" double precision,
	"unmetered" boolean,
	"port_mbps" double precision,
	"ipv4" integer,
	"has_ipv6" boolean,
	"nat_ipv4" boolean,
	"ddos" boolean,
	"has_gpu" boolean,
	"guests" text[],
	"countries" text[] NOT NULL,
	"regions" text[] NOT NULL,
	"cities" text[] NOT NULL,
	"location_ids" text[] NOT NULL,
	"countries_unknown" boolean NOT NULL,
	"regions_unknown" boolean NOT NULL,
	"cities_unknown" boolean NOT NULL,
	"location_ids_unknown" boolean NOT NULL,
	"offer_count" integer NOT NULL,
	"availability" text,
	"hourly" boolean NOT NULL,
	"has_promo" boolean NOT NULL,
	"term_months" integer[] NOT NULL,
	"withdrawn" boolean NOT NULL,
	"observation" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"stale_at" timestamp with time zone NOT NULL,
	"price_euro_micros" bigint,
	"setup_fee_euro_micros" bigint,
	"drop_ppm" integer,
	"drop_until" timestamp with time zone,
	"row" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "changes_plan" ON "changes" USING btree ("plan_id","observed_at");--> statement-breakpoint
CREATE INDEX "changes_time" ON "changes" USING btree ("observed_at");--> statement-breakpoint
CREATE INDEX "offers_source" ON "offers" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "offers_plan" ON "offers" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plans_source" ON "plans" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_periods_open" ON "price_periods" USING btree ("provider_id","offer_id") WHERE open;--> statement-breakpoint
CREATE INDEX "scrape_runs_source" ON "scrape_runs" USING btree ("source_id","started_at");--> statement-breakpoint
CREATE INDEX "snapshots_run" ON "snapshots" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "snapshots_source_url" ON "snapshots" USING btree ("source_id","url","snapshot_id");--> statement-breakpoint
CREATE INDEX "search_rows_plan" ON "search_rows" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "search_rows_source" ON "search_rows" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "search_rows_price" ON "search_rows" USING btree ("price_euro_micros","row_id") WHERE not withdrawn;--> statement-breakpoint
CREATE INDEX "search_rows_technology" ON "search_rows" USING btree ("technology","price_euro_micros","row_id") WHERE not withdrawn;--> statement-breakpoint
CREATE INDEX "search_rows_memory" ON "search_rows" USING btree ("memory_mib","price_euro_micros","row_id") WHERE not withdrawn;--> statement-breakpoint
CREATE INDEX "search_rows_countries" ON "search_rows" USING gin ("countries");
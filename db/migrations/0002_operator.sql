ALTER TABLE "price_periods" ADD COLUMN "voided_by" text;--> statement-breakpoint
ALTER TABLE "price_periods" ADD COLUMN "void_reason" text;--> statement-breakpoint
ALTER TABLE "scrape_runs" ADD COLUMN "release" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "off_reason" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "off_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "price_periods_voided" ON "price_periods" USING btree ("provider_id","offer_id") WHERE voided_at is not null;--> statement-breakpoint
CREATE INDEX "scrape_runs_time" ON "scrape_runs" USING btree ("started_at","run_id");
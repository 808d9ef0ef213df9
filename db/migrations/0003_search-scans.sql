-- Every search reads the facts of many rows: kept out of line, a text or a list of places costs two more reads a row. Only the
-- public JSON belongs there, of which few rows are read.
ALTER TABLE "search_rows" SET (toast_tuple_target = 1024);--> statement-breakpoint
ALTER TABLE "search_rows"
  ALTER COLUMN "row_id" SET STORAGE MAIN,
  ALTER COLUMN "plan_id" SET STORAGE MAIN,
  ALTER COLUMN "source_id" SET STORAGE MAIN,
  ALTER COLUMN "provider_id" SET STORAGE MAIN,
  ALTER COLUMN "text" SET STORAGE MAIN,
  ALTER COLUMN "product_type" SET STORAGE MAIN,
  ALTER COLUMN "technology" SET STORAGE MAIN,
  ALTER COLUMN "resource_model" SET STORAGE MAIN,
  ALTER COLUMN "cpu_name" SET STORAGE MAIN,
  ALTER COLUMN "architecture" SET STORAGE MAIN,
  ALTER COLUMN "storage_type" SET STORAGE MAIN,
  ALTER COLUMN "guests" SET STORAGE MAIN,
  ALTER COLUMN "countries" SET STORAGE MAIN,
  ALTER COLUMN "regions" SET STORAGE MAIN,
  ALTER COLUMN "cities" SET STORAGE MAIN,
  ALTER COLUMN "location_ids" SET STORAGE MAIN,
  ALTER COLUMN "availability" SET STORAGE MAIN,
  ALTER COLUMN "term_months" SET STORAGE MAIN,
  ALTER COLUMN "observation" SET STORAGE MAIN;--> statement-breakpoint
CREATE INDEX "search_rows_newest" ON "search_rows" USING btree ("first_seen_at" DESC NULLS FIRST,"row_id") WHERE not withdrawn;--> statement-breakpoint
CREATE INDEX "search_rows_changed" ON "search_rows" USING btree ("last_changed_at" DESC NULLS FIRST,"row_id") WHERE not withdrawn;--> statement-breakpoint
CREATE INDEX "search_rows_countries_unknown" ON "search_rows" USING btree ("row_id") WHERE countries_unknown;
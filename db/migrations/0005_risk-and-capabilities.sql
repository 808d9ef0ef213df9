ALTER TABLE "past_search_rows" ADD COLUMN "stated_capabilities" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "past_search_rows" ADD COLUMN "risk_level" text;--> statement-breakpoint
ALTER TABLE "past_search_rows" ADD COLUMN "risk_score" integer;--> statement-breakpoint
ALTER TABLE "past_search_rows" ADD COLUMN "risk" json;--> statement-breakpoint
ALTER TABLE "search_rows" ADD COLUMN "stated_capabilities" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_rows" ADD COLUMN "risk_level" text;--> statement-breakpoint
ALTER TABLE "search_rows" ADD COLUMN "risk_score" integer;--> statement-breakpoint
ALTER TABLE "search_rows" ADD COLUMN "risk" json;--> statement-breakpoint
-- Facts that searches scan stay with the row (0001); the assessment is only shown.
ALTER TABLE "search_rows"
  ALTER COLUMN "stated_capabilities" SET STORAGE MAIN,
  ALTER COLUMN "risk_level" SET STORAGE MAIN;

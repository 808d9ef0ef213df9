-- Searches scan the facts of many rows and read the public JSON of few: kept out of line, it makes the table a third as large,
-- and a run that moves `observed_at` does not write it again.
ALTER TABLE "search_rows" SET (toast_tuple_target = 128);

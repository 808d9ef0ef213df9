/** What the catalogue as a whole holds. */
import type { Db } from '../bulk.ts';
import type { Sql, TransactionSql } from '../client.ts';
import { isoTime } from '../time.ts';

/** Rows for sale and the offers they stand for, of one source. */
export interface SourceCounts {
  readonly rows: number;
  readonly offers: number;
}

/** Runs `work` on one state of the database, so that everything in an answer is of the same catalogue. */
export async function consistentRead<T>(sql: Sql, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const result = await sql.begin('isolation level repeatable read read only', (tx) => work(tx).then((value) => ({ value })));
  return result.value;
}

/** Version of the catalogue: raised by every publication, 0 before the first. Rejects where the schema is not there. */
export async function catalogueVersionNumber(db: Db): Promise<number> {
  const [row] = await db<{ version: number }[]>`select version from catalogue_version`;
  return row?.version ?? 0;
}

/** Counts by source of what is not withdrawn. */
export async function countsBySource(db: Db): Promise<Map<string, SourceCounts>> {
  const rows = await db<(SourceCounts & { sourceId: string })[]>`
    select source_id as "sourceId", count(*)::int as rows, sum(offer_count)::int as offers
    from search_rows where not withdrawn group by source_id`;
  return new Map(rows.map(({ sourceId, ...counts }) => [sourceId, counts]));
}

/** Day of the newest exchange rates (YYYY-MM-DD); null without any. */
export async function newestRateDate(db: Db): Promise<string | null> {
  const [row] = await db<{ date: string | null }[]>`select max(date) as date from rates`;
  return row?.date ?? null;
}

/** When anything was last published (ISO time); the begin of time where nothing was. */
export async function newestPublication(db: Db): Promise<string> {
  const [row] = await db<{ at: string | null }[]>`select max(published_at) as at from sources`;
  return isoTime(row?.at ?? new Date(0));
}

import type { Db } from '../bulk.ts';

/** Snapshot ids by page key behind the rows of plans, as of the run that saw each of them last; by plan id. */
export async function storedSnapshots(
  db: Db,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (planIds.length === 0) return new Map();
  const rows = await db<{ planId: string; snapshots: Record<string, string> }[]>`
    select distinct on (plan_id) plan_id as "planId", "row" -> 'snapshots' as snapshots from search_rows
    where plan_id = any(${[...planIds]}::text[]) order by plan_id, row_id`;
  return new Map(rows.map(({ planId, snapshots }) => [planId, snapshots]));
}

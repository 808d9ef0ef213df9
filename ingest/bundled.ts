/** The bundled catalogue stands in for sources that were never read; a first reading takes its place. */
import type { Db } from '../db/bulk.ts';
import { raiseVersion } from '../db/queries/publications.ts';
import { retireSearchRows } from '../db/queries/retire-search-rows.ts';

/**
 * Drops what the bundled catalogue said of a source where it is newer than the reading that replaces it; older history stays,
 * for that is what was observed before.
 */
export async function forgetBundled(db: Db, sourceId: string, observedAt: string): Promise<void> {
  const [source] = await db<
    { newer: boolean }[]
  >`select published_at > ${observedAt} as newer from sources where source_id = ${sourceId}`;
  if (!source?.newer) return;
  await raiseVersion(db);
  await retireSearchRows(db, (bind) => `r.source_id = ${bind(sourceId, 'text')}`);
  await db`delete from price_periods p using offers o where o.source_id = ${sourceId} and p.provider_id = o.provider_id and p.offer_id = o.offer_id`;
  for (const table of ['changes', 'offers', 'plans'] as const) await db`delete from ${db(table)} where source_id = ${sourceId}`;
}

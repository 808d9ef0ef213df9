/** Voids a price that was wrong, or lifts that: what readers were told, falls and rows follow in the same transaction. */
import type { VoidMark } from '../../domain/price-history.ts';
import type { StoredRowProvider, StoredRowSource } from '../../domain/stored-row.ts';
import type { Db } from '../bulk.ts';
import type { Database } from '../client.ts';
import { markPeriods, type PeriodsAt, voidStateAt } from './price-voids.ts';
import { lockPublishing, raiseVersion } from './publications.ts';
import { loadPublished } from './published-batch.ts';
import { settleChanges } from './settle-changes.ts';
import { forgetVoided } from './watches/matching.ts';
import { type RowSurroundings, writeSearchRows } from './write-search-rows.ts';

/** Prices of offers of one plan at one observation. */
export interface PricesAt extends PeriodsAt {
  readonly sourceId: string;
  readonly planId: string;
}

/** What came of it: the offers whose period changed, or why none did. */
export type Voided =
  | { readonly ok: true; readonly offerIds: readonly string[] }
  | { readonly ok: false; readonly code: 'no-such-period' | 'voided-already' | 'not-voided' };

/** Voids the prices observed then (null: lifts it). Publications of the source wait, and come after. */
export function setVoid(database: Pick<Database, 'transaction'>, at: PricesAt, mark: VoidMark | null): Promise<Voided> {
  return database.transaction(async ({ sql }): Promise<Voided> => {
    await lockPublishing(sql, at.sourceId);
    const found = await voidStateAt(sql, at);
    if (found.voided + found.standing === 0) return { ok: false, code: 'no-such-period' };
    const offerIds = await markPeriods(sql, at, mark);
    if (offerIds.length === 0) return { ok: false, code: mark ? 'voided-already' : 'not-voided' };
    await settleChanges(sql, at.providerId, offerIds);
    if (mark) await forgetVoided(sql, at.planId, { ...at, offerIds });
    await raiseVersion(sql);
    await rewriteRows(sql, at.sourceId, at.planId);
    return { ok: true, offerIds };
  });
}

async function rewriteRows(sql: Db, sourceId: string, planId: string): Promise<void> {
  const [entry] = await loadPublished(sql, sourceId, planId);
  const shown = await shownNow(sql, planId);
  if (!entry || !shown) return;
  const { plan, offers } = entry;
  const observedAt = offers.reduce((latest, { lastSeenAt }) => (lastSeenAt > latest ? lastSeenAt : latest), plan.firstSeenAt);
  await writeSearchRows(sql, [{ plan, offers, snapshots: shown.snapshots }], shown, observedAt);
}

/** What the rows of a plan show around it: as of the run that wrote them. */
async function shownNow(
  sql: Db,
  planId: string,
): Promise<(RowSurroundings & { readonly snapshots: Readonly<Record<string, string>> }) | null> {
  const [row] = await sql<
    { provider: StoredRowProvider; source: StoredRowSource; snapshots: Record<string, string>; staleAfterHours: number }[]
  >`
    select "row" -> 'provider' as provider, "row" -> 'source' as source, "row" -> 'snapshots' as snapshots,
      (extract(epoch from stale_at - observed_at) / 3600)::float8 as "staleAfterHours"
    from search_rows where plan_id = ${planId} order by row_id limit 1`;
  return row ?? null;
}

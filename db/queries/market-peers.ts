/** Prices as peers: what the market is made of. */
import type { Peer } from '../../domain/market/peer.ts';
import { bulkInsert, type Db } from '../bulk.ts';

/** A peer with whose it is. */
export interface StoredPeer extends Peer {
  readonly planId: string;
  readonly providerId: string;
}

const COLUMNS = {
  row_id: 'text',
  plan_id: 'text',
  provider_id: 'text',
  family: 'text',
  dedicated: 'bool',
  regions: 'text[]',
  memory_mib: 'int4',
  vcpu: 'float8',
  storage_gb: 'float8',
  per_month_usd: 'float8',
  observed_at: 'timestamptz',
} as const;

/** Stores the peers of some rows in the place of those before; rows without one have none. */
export async function replacePeers(db: Db, rowIds: readonly string[], peers: readonly StoredPeer[]): Promise<void> {
  // Another process may be assessing the same rows.
  await db`select pg_advisory_xact_lock(hashtextextended('market peers', 0))`;
  await db`delete from market_peers where row_id = any(${[...rowIds]}::text[])`;
  await bulkInsert(
    db,
    'market_peers',
    COLUMNS,
    peers.map((peer) => ({
      row_id: peer.id,
      plan_id: peer.planId,
      provider_id: peer.providerId,
      family: peer.family,
      dedicated: peer.dedicated,
      regions: peer.regions,
      memory_mib: peer.memoryMib,
      vcpu: peer.vcpu,
      storage_gb: peer.storageGb,
      per_month_usd: peer.perMonthUsd,
      observed_at: peer.observedAt,
    })),
  );
}

/** Drops peers and assessments of rows that are gone, and brings the times of the others to when they were last seen. */
export async function tidyPeers(db: Db): Promise<void> {
  for (const table of ['market_peers', 'risk_assessments'] as const)
    await db`delete from ${db(table)} p where not exists (select from search_rows r where r.row_id = p.row_id)`;
  await db`update market_peers p set observed_at = r.observed_at from search_rows r
    where r.row_id = p.row_id and r.observed_at > p.observed_at + interval '1 day'`;
}

/** All peers. */
export async function loadPeers(db: Db): Promise<Peer[]> {
  const rows = await db<(Omit<Peer, 'observedAt'> & { observedAt: Date | string })[]>`
    select row_id as id, family, dedicated, regions, memory_mib as "memoryMib", vcpu, storage_gb as "storageGb",
      per_month_usd as "perMonthUsd", to_char(observed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "observedAt"
    from market_peers order by row_id`;
  return rows.map((row) => ({ ...row, observedAt: String(row.observedAt) }));
}

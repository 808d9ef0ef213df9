/** Providers with what is known of them and how much of theirs is for sale. */
import type { Provider } from '../../domain/provider-facts.ts';
import type { Db } from '../bulk.ts';
import { isoTimeOrNull } from '../time.ts';

/** A provider with its counts. */
export interface ListedProvider {
  readonly facts: Provider;
  /** Search rows that are not withdrawn, and the offers they stand for. */
  readonly rows: number;
  readonly offers: number;
  /** When anything of theirs was last seen: ISO time; null: never. */
  readonly observedAt: string | null;
  readonly sourceIds: readonly string[];
}

/** All providers in order of their ids; of one id, that one or none. */
export async function listProviders(db: Db, providerId: string | null = null): Promise<ListedProvider[]> {
  const rows = await db<(Omit<ListedProvider, 'observedAt'> & { observedAt: string | null })[]>`
    select p.facts, coalesce(r.rows, 0) as rows, coalesce(r.offers, 0) as offers, r.observed_at as "observedAt",
      array(select source_id from sources s where s.provider_id = p.provider_id order by 1) as "sourceIds"
    from providers p left join (
      select provider_id, (count(*) filter (where not withdrawn))::int as rows,
        (sum(offer_count) filter (where not withdrawn))::int as offers, max(observed_at) as observed_at
      from search_rows where ${providerId}::text is null or provider_id = ${providerId} group by provider_id
    ) r using (provider_id)
    where ${providerId}::text is null or p.provider_id = ${providerId} order by p.provider_id`;
  return rows.map((row) => ({ ...row, observedAt: isoTimeOrNull(row.observedAt) }));
}

/** Earlier prices of offers, for falls and lows: never voided ones, never those of another machine under the same id. */
import type { EarlierPrice } from '../../domain/price-drop.ts';
import { type PriceJson, priceFromJson } from '../../domain/price-json.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';

/** Closed periods of a source's offers that were still seen after `since` (ISO time), by offer id. */
export async function earlierPrices(db: Db, sourceId: string, since: string): Promise<Map<string, EarlierPrice[]>> {
  const rows = await db<{ offerId: string; prices: readonly PriceJson[]; lastSeenAt: string }[]>`
    select p.offer_id as "offerId", p.prices, p.last_seen_at as "lastSeenAt"
    from offers o
    join price_periods p on p.provider_id = o.provider_id and p.offer_id = o.offer_id and not p.open and p.voided_at is null
    join price_periods current on current.provider_id = o.provider_id and current.offer_id = o.offer_id and current.open
      and current.machine_hash = p.machine_hash
    where o.source_id = ${sourceId} and p.last_seen_at >= ${since}`;
  const found = new Map<string, EarlierPrice[]>();
  for (const row of rows) {
    const earlier = { prices: row.prices.map(priceFromJson), lastSeenAt: isoTime(row.lastSeenAt) };
    found.set(row.offerId, [...(found.get(row.offerId) ?? []), earlier]);
  }
  return found;
}

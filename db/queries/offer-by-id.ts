/** One row, or one offer, by its id. */
import type { Availability } from '../../domain/offer.ts';
import { type PriceJson, priceFromJson } from '../../domain/price-json.ts';
import type { RiskJson } from '../../domain/risk/risk-json.ts';
import { currentAvailability } from '../../domain/row.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';

/** A row as stored, with what says how fresh it is, and the offers that it stands for. Times are ISO. */
export interface FoundRow {
  readonly stored: StoredRow;
  /** The last assessment of the row; null: none yet. */
  readonly risk: RiskJson | null;
  readonly planId: string;
  readonly providerId: string;
  readonly sourceId: string;
  readonly offerIds: readonly string[];
  readonly observation: 'live' | 'recorded';
  readonly withdrawn: boolean;
  readonly observedAt: string;
  readonly staleAt: string;
}

type FoundRecord = Omit<FoundRow, 'offerIds' | 'observedAt' | 'staleAt'> & {
  offerIds: string[] | null;
  observedAt: string;
  staleAt: string;
};

interface OfferRecord extends Omit<FoundRecord, 'offerIds'> {
  locationId: string | null;
  locationName: string | null;
  city: string | null;
  country: string | null;
  availability: Availability;
  prices: readonly PriceJson[];
  firstSeenAt: string;
  missedRuns: number;
  /** Whether the joined row is the one that sells the offer at its prices. */
  sold: boolean;
}

/** What an id of a row or of an offer stands for; null for an unknown id. */
export async function findByAnyId(db: Db, id: string): Promise<FoundRow | null> {
  return id.includes('@') ? findOffer(db, id) : findRow(db, id);
}

async function findRow(db: Db, rowId: string): Promise<FoundRow | null> {
  // Which offers a row stands for follows from what made it one: its prices.
  const [found] = await db<FoundRecord[]>`
    select r.row as stored, r.risk, r.plan_id as "planId", r.provider_id as "providerId", r.source_id as "sourceId", r.observation,
      r.withdrawn, r.observed_at as "observedAt", r.stale_at as "staleAt",
      (select array_agg(o.offer_id order by o.offer_id) from offers o ${priceShown(db)} where o.plan_id = r.plan_id
        and o.withdrawn = r.withdrawn and shown.prices = (r.row -> 'prices')::jsonb) as "offerIds"
    from search_rows r where r.row_id = ${rowId}`;
  return found
    ? { ...found, offerIds: found.offerIds ?? [], observedAt: isoTime(found.observedAt), staleAt: isoTime(found.staleAt) }
    : null;
}

/** The row of an offer, narrowed to its one location: what other locations have in stock says nothing about it. */
async function findOffer(db: Db, offerId: string): Promise<FoundRow | null> {
  const planId = offerId.slice(0, offerId.indexOf('@'));
  const [found] = await db<OfferRecord[]>`
    select r.row as stored, r.risk, r.plan_id as "planId", r.provider_id as "providerId", r.source_id as "sourceId", r.observation,
      o.withdrawn, o.last_seen_at as "observedAt", o.last_seen_at + (r.stale_at - r.observed_at) as "staleAt",
      o.location_id as "locationId", l.name as "locationName", l.city, l.country, o.availability, shown.prices,
      o.first_seen_at as "firstSeenAt", o.missed_runs as "missedRuns",
      o.withdrawn = r.withdrawn and shown.prices = (r.row -> 'prices')::jsonb as sold
    from offers o ${priceShown(db)} left join locations l on l.location_id = o.location_id join search_rows r on r.plan_id = o.plan_id
    where o.plan_id = ${planId} and o.offer_id = ${offerId} order by sold desc, r.row_id limit 1`;
  if (!found) return null;
  const { planId: plan, providerId, sourceId, observation, withdrawn } = found;
  return {
    stored: narrowed(offerId, found),
    // Another set of prices than the row's was not assessed.
    risk: found.sold ? found.risk : null,
    planId: plan,
    providerId,
    sourceId,
    offerIds: [offerId],
    observation,
    withdrawn,
    observedAt: isoTime(found.observedAt),
    staleAt: isoTime(found.staleAt),
  };
}

/** Joins what is shown as the price of an offer `o`: nothing where the price of now is voided. */
function priceShown(db: Db) {
  return db`cross join lateral (select case when exists (
    select 1 from price_periods v where v.provider_id = o.provider_id and v.offer_id = o.offer_id and v.open and v.voided_at is not null
  ) then '[]'::jsonb else o.prices end as prices) shown`;
}

function narrowed(offerId: string, found: OfferRecord): StoredRow {
  const { locationId, locationName, city, country, prices } = found;
  const location = locationId === null ? null : { id: locationId, name: locationName, city, country };
  const availability = currentAvailability({
    offerId,
    location,
    availability: found.availability,
    prices: prices.map(priceFromJson),
    firstSeenAt: found.firstSeenAt,
    lastSeenAt: found.observedAt,
    missedRuns: found.missedRuns,
    withdrawn: found.withdrawn,
  });
  return {
    ...found.stored,
    id: found.sold ? found.stored.id : offerId,
    firstSeenAt: isoTime(found.firstSeenAt),
    availability,
    locations: location ? [{ ...location, offerId, availability }] : [],
    prices,
  };
}

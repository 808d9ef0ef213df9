/** The published state of one source, as the diff and the gate work on it. */
import type { PublishedEntry } from '../../domain/batch-diff.ts';
import type { Availability, Location } from '../../domain/offer.ts';
import type { PlanSpec, Provenance } from '../../domain/plan.ts';
import { type PriceJson, priceFromJson } from '../../domain/price-json.ts';
import type { PublishedOffer } from '../../domain/row.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';

interface PlanRecord {
  providerId: string;
  planId: string;
  sourceId: string;
  planKey: string | null;
  name: string | null;
  url: string | null;
  spec: PlanSpec;
  provenance: Provenance;
  observation: 'live' | 'recorded';
  firstSeenAt: Date | string;
  lastChangedAt: Date | string;
}

interface OfferRecord {
  offerId: string;
  planId: string;
  locationId: string | null;
  locationName: string | null;
  city: string | null;
  country: string | null;
  availability: Availability;
  prices: readonly PriceJson[];
  firstSeenAt: Date | string;
  lastSeenAt: Date | string;
  missedRuns: number;
  withdrawn: boolean;
  machineHash: string | null;
}

/** Every plan of a source (or one of them) with all of its offers, withdrawn ones too, in order of their ids. */
export async function loadPublished(db: Db, sourceId: string, planId: string | null = null): Promise<PublishedEntry[]> {
  const plans = await db<PlanRecord[]>`
    select provider_id as "providerId", plan_id as "planId", source_id as "sourceId", plan_key as "planKey", name, url, spec,
      provenance, observation, first_seen_at as "firstSeenAt", last_changed_at as "lastChangedAt"
    from plans where source_id = ${sourceId} and (${planId}::text is null or plan_id = ${planId}) order by plan_id`;
  const offers = await db<OfferRecord[]>`
    select o.offer_id as "offerId", o.plan_id as "planId", o.location_id as "locationId", l.name as "locationName", l.city,
      l.country, o.availability, o.prices, o.first_seen_at as "firstSeenAt", o.last_seen_at as "lastSeenAt",
      o.missed_runs as "missedRuns", o.withdrawn, p.machine_hash as "machineHash"
    from offers o left join locations l on l.location_id = o.location_id
    left join price_periods p on p.provider_id = o.provider_id and p.offer_id = o.offer_id and p.open
    where o.source_id = ${sourceId} and (${planId}::text is null or o.plan_id = ${planId}) order by o.offer_id`;
  const byPlan = new Map<string, OfferRecord[]>(plans.map((plan) => [plan.planId, []]));
  for (const offer of offers) byPlan.get(offer.planId)?.push(offer);
  return plans.map((plan) => {
    const own = byPlan.get(plan.planId) ?? [];
    return {
      plan: { ...plan, firstSeenAt: isoTime(plan.firstSeenAt), lastChangedAt: isoTime(plan.lastChangedAt) },
      offers: own.map(publishedOffer),
      machines: new Map(
        own.flatMap(({ offerId, machineHash }) => (machineHash === null ? [] : [[offerId, machineHash] as const])),
      ),
    };
  });
}

function publishedOffer(record: OfferRecord): PublishedOffer {
  return {
    offerId: record.offerId,
    location: record.locationId === null ? null : location(record.locationId, record),
    availability: record.availability,
    prices: record.prices.map(priceFromJson),
    firstSeenAt: isoTime(record.firstSeenAt),
    lastSeenAt: isoTime(record.lastSeenAt),
    missedRuns: record.missedRuns,
    withdrawn: record.withdrawn,
  };
}

function location(id: string, record: OfferRecord): Location {
  return { id, name: record.locationName, city: record.city, country: record.country };
}

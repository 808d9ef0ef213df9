/** Search facts of one offer: what a search would know of it if it were a row of its own. */
import { priceFromJson } from './price-json.ts';
import type { RiskJson } from './risk/risk-json.ts';
import type { PublishedOffer, Row } from './row.ts';
import { type SearchFacts, searchFacts } from './search-facts.ts';
import type { StoredRow } from './stored-row.ts';
import { utcTime } from './utc-time.ts';

/** An offer with the row that it stands in, narrowed to its one place. Times are ISO. */
export interface NarrowedOffer {
  readonly stored: StoredRow;
  readonly offerId: string;
  readonly planId: string;
  readonly sourceId: string;
  readonly observation: 'live' | 'recorded';
  readonly withdrawn: boolean;
  /** The last assessment of the row. */
  readonly risk?: RiskJson | null;
  readonly observedAt: string;
  readonly staleAt: string;
}

/** The facts of an offer. Throws a RangeError where a time is none. */
export function offerFacts(narrowed: NarrowedOffer): SearchFacts {
  const { stored, planId, sourceId, observation, withdrawn, observedAt, staleAt } = narrowed;
  const prices = stored.prices.map(priceFromJson);
  const [place] = stored.locations;
  const offer: PublishedOffer = {
    offerId: narrowed.offerId,
    location: place ? { id: place.id, name: place.name, city: place.city, country: place.country } : null,
    availability: stored.availability,
    prices,
    firstSeenAt: stored.firstSeenAt,
    lastSeenAt: observedAt,
    missedRuns: 0,
    withdrawn,
  };
  const plan: Row['plan'] = {
    planId,
    planKey: stored.planKey,
    providerId: stored.provider.id,
    sourceId,
    name: stored.name,
    url: stored.url,
    spec: stored,
    provenance: stored.provenance,
    observation,
    firstSeenAt: stored.firstSeenAt,
    lastChangedAt: stored.lastChangedAt,
  };
  const row: Row = { rowId: stored.id, plan, offers: [offer], prices, availability: offer.availability, withdrawn, observedAt };
  const facts = searchFacts(row, {
    providerName: stored.provider.name,
    staleAfterHours: 0,
    riskLevel: narrowed.risk && narrowed.risk.level !== 'unknown' ? narrowed.risk.level : null,
  });
  return { ...facts, staleAt: utcTime(staleAt) ?? staleAt };
}

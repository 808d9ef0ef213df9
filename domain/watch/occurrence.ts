/** A change of one plan as watches see it: what happened, to which offers, and what a search would find of them now. */
import type { OfferFilter } from '../filter/criteria.ts';
import type { ChangeKind } from '../offer-changes.ts';
import { type PriceJson, priceFromJson } from '../price-json.ts';
import type { RiskJson } from '../risk/risk-json.ts';
import { currentAvailability, type PublishedOffer, type Row } from '../row.ts';
import { type SearchFacts, searchFacts } from '../search-facts.ts';
import type { StoredRow } from '../stored-row.ts';
import { msBetween, utcTime } from '../utc-time.ts';

/** A row as stored, with what watches need of it. Times are canonical UTC. */
export interface WatchedRow {
  readonly facts: SearchFacts;
  readonly stored: StoredRow;
  /** Fall from the highest price of the last 30 days, in millionths, and until when it counts. */
  readonly drop: { readonly ppm: number; readonly until: string } | null;
  /** The last assessment; null: none yet. */
  readonly risk: RiskJson | null;
}

/** A row, or the part of it that a change is about. */
export type View = WatchedRow;

/** What happened to a plan, in all the places where the same happened at once. */
export interface Occurrence {
  /** Changes are numbered as they are published. */
  readonly number: bigint;
  readonly kind: ChangeKind;
  readonly planId: string;
  /** Empty: the plan as a whole. */
  readonly offerIds: readonly string[];
  /** ISO time. */
  readonly observedAt: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What it is about, as it stands now. */
  readonly views: readonly View[];
}

/** A change as it is read from the database. */
export type PlainChange = Omit<Occurrence, 'views'>;

/** A change with what it is about. Rows are those of its plan. */
export function occurrenceOf(change: PlainChange, rows: readonly WatchedRow[]): Occurrence {
  const views = rows.flatMap((row) => (change.offerIds.length === 0 ? row : (narrowed(row, new Set(change.offerIds)) ?? [])));
  // An offer that is gone stands in no row; what it was is told by its plan.
  return { ...change, views: views.length > 0 || change.kind !== 'withdrawn' ? views : rows };
}

/** Offer without a named place: it is sold, but nobody says where. */
const NOWHERE = '@-';

/** The part of a row that some offers are; null: none of them stands in it. */
export function narrowed(row: WatchedRow, offerIds: ReadonlySet<string>): View | null {
  const { facts, stored } = row;
  const places = stored.locations.filter(({ offerId }) => offerIds.has(offerId));
  const nowhere = [...offerIds].some((id) => id.endsWith(NOWHERE)) && stored.locations.length < facts.offerCount;
  if (places.length === stored.locations.length && nowhere === stored.locations.length < facts.offerCount) return row;
  if (places.length === 0 && !nowhere) return null;
  const prices = stored.prices.map(priceFromJson);
  const offer = (offerId: string, place: StoredRow['locations'][number] | null): PublishedOffer => ({
    offerId,
    location: place && { id: place.id, name: place.name, city: place.city, country: place.country },
    availability: place?.availability ?? stored.availability,
    prices,
    firstSeenAt: facts.firstSeenAt,
    lastSeenAt: facts.observedAt,
    missedRuns: 0,
    withdrawn: facts.withdrawn,
  });
  const offers = [
    ...places.map((place) => offer(place.offerId, place)),
    ...(nowhere ? [offer(`${facts.planId}${NOWHERE}`, null)] : []),
  ];
  const part = partOf(row, offers, prices);
  const narrow = searchFacts(part, {
    providerName: stored.provider.name,
    staleAfterHours: msBetween(facts.observedAt, facts.staleAt) / 3_600_000,
    riskLevel: facts.riskLevel,
  });
  return {
    facts: narrow,
    stored: { ...stored, availability: part.availability, locations: places },
    drop: row.drop,
    risk: row.risk,
  };
}

const BEST_FIRST = ['in-stock', 'limited', 'pre-order', 'unknown', 'sold-out'] as const;

function partOf({ facts, stored }: WatchedRow, offers: readonly PublishedOffer[], prices: Row['prices']): Row {
  const states = offers.map((offer) => currentAvailability(offer));
  const state = BEST_FIRST.find((one) => states.some((known) => known.state === one)) ?? 'unknown';
  return {
    rowId: facts.rowId,
    plan: {
      planId: facts.planId,
      planKey: stored.planKey,
      providerId: facts.providerId,
      sourceId: facts.sourceId,
      name: stored.name,
      url: stored.url,
      spec: stored,
      provenance: stored.provenance,
      observation: facts.observation,
      firstSeenAt: facts.firstSeenAt,
      lastChangedAt: facts.lastChangedAt,
    },
    offers,
    prices,
    availability: { state, quantity: states.length === 1 ? (states[0]?.quantity ?? null) : null },
    withdrawn: facts.withdrawn,
    observedAt: facts.observedAt,
  };
}

/** Prices that a side of a change tells. */
export function pricesOf(side: unknown): readonly PriceJson[] {
  const prices = typeof side === 'object' && side !== null && 'prices' in side ? side.prices : null;
  return Array.isArray(prices) ? (prices as readonly PriceJson[]) : [];
}

/**
 * Of changes that take rows out of a search's default (sold out, withdrawn) only what was asked for counts, as in the list of
 * changes: nobody would hear of them otherwise.
 */
export function filterForLosses(filter: OfferFilter): OfferFilter {
  return {
    ...filter,
    availability: filter.availability ?? ['in-stock', 'limited', 'pre-order', 'sold-out', 'unknown'],
    state: filter.state ?? ['live', 'recorded', 'stale', 'withdrawn'],
  };
}

/** Whether an observation is too old to be news: its source should have been read several times since. */
export function isOldNews(observedAt: string, { facts }: WatchedRow, now: string): boolean {
  const patience = msBetween(facts.observedAt, facts.staleAt);
  const seen = utcTime(observedAt);
  return seen === null || msBetween(seen, now) > patience;
}

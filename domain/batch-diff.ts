/**
 * What a batch changes against what is published: which plans and offers are new, changed, missing, withdrawn or back, and
 * which changes readers are told. Pure; `ingest/publish.ts` writes the result in one transaction.
 */
import { type Coverage, spokenFor } from './coverage.ts';
import type { Location, Place, PlanOffers } from './offer.ts';
import { type Change, changeOfPlan, changesOfOffer, isRenamed, withdrawal } from './offer-changes.ts';
import { machineOf } from './plan-machine.ts';
import { priceToJson } from './price-json.ts';
import type { PublishedOffer, PublishedPlan } from './row.ts';
import { differs, fillLocation, priceHash } from './sameness.ts';

/** A published plan with its offers. */
export interface PublishedEntry {
  readonly plan: PublishedPlan;
  readonly offers: readonly PublishedOffer[];
  /** Hash of the machine that each offer was last seen to sell, by offer id. */
  readonly machines: ReadonlyMap<string, string>;
}

/** Complete published runs without an offer that withdraw it. */
export const RUNS_TO_WITHDRAW = 2;

/** An offer after the batch, and what has to happen to its history. */
export interface OfferOutcome {
  readonly offer: PublishedOffer;
  /** `new`: open a first period; `changed`: close the open one and open another; `same`: extend; `missing`: not seen, leave as it is. */
  readonly prices: 'new' | 'changed' | 'same' | 'missing';
  /** Hash of what is sold, under which its prices are compared; of a missing offer the last known. */
  readonly machine: string;
  /** True where stock, prices, presence or withdrawal differ from what is stored. */
  readonly dirty: boolean;
}

/** A plan after the batch. */
export interface PlanOutcome {
  readonly plan: PublishedPlan;
  readonly offers: readonly OfferOutcome[];
  /** Whether the batch holds the plan. */
  readonly seen: boolean;
  /** True where the plan's own record differs from what is stored. */
  readonly dirty: boolean;
  /** True where its search rows have to be built anew. */
  readonly rowsDirty: boolean;
}

export interface BatchDiff {
  readonly plans: readonly PlanOutcome[];
  readonly changes: readonly Change[];
}

/** When and how a batch was observed. */
export interface Observation {
  /** ISO time. */
  readonly observedAt: string;
  readonly kind: 'live' | 'recorded';
  readonly coverage: Coverage;
  /** True where a batch of this very observation is published already: what it lacks was missed then, not once more. */
  readonly repeated: boolean;
}

/** The offers that the last published run showed, read again: what an unchanged run amounts to. */
export function sameAgain(published: readonly PublishedEntry[], publishedAt: string): PlanOffers[] {
  return published.flatMap(({ plan, offers }) => {
    const seen = offers.filter((offer) => !offer.withdrawn && offer.missedRuns === 0 && offer.lastSeenAt >= publishedAt);
    return seen.length > 0 ? [{ ...plan, places: seen }] : [];
  });
}

/** What all plans of a comparison share. */
interface BatchUnderDiff {
  readonly observation: Observation;
  /** Locations as known before, by id. */
  readonly locations: ReadonlyMap<string, Location>;
  /** Filled as plans are compared. */
  readonly changes: Change[];
}

/** Compares a batch with what is published. */
export function diffBatch(
  published: readonly PublishedEntry[],
  next: readonly PlanOffers[],
  observation: Observation,
): BatchDiff {
  const before = new Map(published.map((entry) => [entry.plan.planId, entry]));
  const known = published.flatMap(({ offers }) => offers.flatMap(({ location }) => location ?? []));
  const batch: BatchUnderDiff = { observation, changes: [], locations: new Map(known.map((place) => [place.id, place])) };
  const plans: PlanOutcome[] = next.map((plan) => {
    const entry = before.get(plan.planId);
    before.delete(plan.planId);
    return seenPlan(plan, entry, batch);
  });
  for (const entry of before.values()) plans.push(absentPlan(entry, batch));
  return { plans, changes: batch.changes };
}

function seenPlan(plan: PlanOffers, entry: PublishedEntry | undefined, batch: BatchUnderDiff): PlanOutcome {
  const { observation } = batch;
  const { places, ...rest } = plan;
  const renamed = entry !== undefined && isRenamed(entry.plan.name, plan.name);
  const other = entry && changeOfPlan(entry.plan, plan, renamed);
  const told: Change[] = other ? [other] : [];
  const machine = machineOf(plan, entry, renamed);
  const stored = new Map(entry?.offers.map((offer) => [offer.offerId, offer]));
  const seen = places.map((place) => {
    const old = stored.get(place.offerId);
    stored.delete(place.offerId);
    const otherMachine = (entry?.machines.get(place.offerId) ?? machine) !== machine;
    return seenOffer(plan.planId, place, old, { machine, otherMachine }, batch);
  });
  if (entry) told.push(...seen.flatMap(({ told }) => told));
  const offers: OfferOutcome[] = seen.map(({ outcome }) => outcome);
  for (const old of stored.values()) offers.push(absentOffer(plan.planId, old, entry, observation, told));

  const news = { name: plan.name, offers: places.length };
  if (!entry) told.push({ kind: 'new', planId: plan.planId, offerId: null, before: null, after: news });
  batch.changes.push(...told);
  const moved = !entry || told.length > 0 || seen.some(({ stockMoved }) => stockMoved);
  const published: PublishedPlan = {
    ...rest,
    observation: observation.kind,
    firstSeenAt: entry?.plan.firstSeenAt ?? observation.observedAt,
    lastChangedAt: moved ? observation.observedAt : entry.plan.lastChangedAt,
  };
  const dirty = moved || planDiffers(entry.plan, published);
  // Rows of a plan that was seen in some places only have times of their own.
  const rowsDirty = dirty || offers.some((one) => one.dirty || (one.prices === 'missing' && !one.offer.withdrawn));
  return { plan: published, offers, seen: true, dirty, rowsDirty };
}

function seenOffer(
  planId: string,
  place: Place,
  old: PublishedOffer | undefined,
  { machine, otherMachine }: { readonly machine: string; readonly otherMachine: boolean },
  { observation, locations }: BatchUnderDiff,
) {
  const offer: PublishedOffer = {
    ...place,
    location: fillLocation(place.location, locations.get(place.location?.id ?? '')),
    firstSeenAt: old?.firstSeenAt ?? observation.observedAt,
    lastSeenAt: observation.observedAt,
    missedRuns: 0,
    withdrawn: false,
  };
  const moved = old !== undefined && shownOf(old) !== shownOf(offer);
  const repriced = moved && priceHash(old.prices) !== priceHash(place.prices);
  // What was not on sale in between was not observed at that price: its history goes on with a new period.
  const prices = old === undefined ? 'new' : repriced || otherMachine || old.withdrawn ? 'changed' : 'same';
  const dirty = prices !== 'same' || old === undefined || old.missedRuns > 0 || moved;
  return {
    outcome: { offer, prices, machine, dirty } satisfies OfferOutcome,
    told: changesOfOffer(planId, old, offer, repriced && !otherMachine),
    stockMoved: moved && differs(old.availability, offer.availability),
  };
}

/** Everything about an offer that is shown, as text in one order: comparing texts is cheap where nearly all are equal. */
function shownOf({ location, availability, prices }: PublishedOffer): string {
  const place = [location?.id, location?.name, location?.city, location?.country];
  return JSON.stringify([place, availability.state, availability.quantity, prices.map(priceToJson)]);
}

function absentPlan(entry: PublishedEntry, { observation, changes }: BatchUnderDiff): PlanOutcome {
  const told: Change[] = [];
  const offers = entry.offers.map((old) => absentOffer(entry.plan.planId, old, entry, observation, told));
  changes.push(...told);
  const plan = told.length > 0 ? { ...entry.plan, lastChangedAt: observation.observedAt } : entry.plan;
  return { plan, offers, seen: false, dirty: told.length > 0, rowsDirty: offers.some((outcome) => outcome.dirty) };
}

function absentOffer(
  planId: string,
  old: PublishedOffer,
  entry: Pick<PublishedEntry, 'machines'> | undefined,
  observation: Observation,
  told: Change[],
): OfferOutcome {
  const machine = entry?.machines.get(old.offerId) ?? '';
  const unmoved: OfferOutcome = { offer: old, prices: 'missing', machine, dirty: false };
  if (old.withdrawn || !observation.coverage.complete || !spokenFor(planId, old, observation.coverage)) return unmoved;
  const missedRuns = observation.repeated ? Math.max(1, old.missedRuns) : old.missedRuns + 1;
  if (missedRuns === old.missedRuns) return unmoved;
  const withdrawn = missedRuns >= RUNS_TO_WITHDRAW;
  if (withdrawn) told.push(withdrawal(planId, old));
  return { offer: { ...old, missedRuns, withdrawn }, prices: 'missing', machine, dirty: true };
}

function planDiffers(old: PublishedPlan, next: PublishedPlan): boolean {
  const facts = (plan: PublishedPlan) => [plan.name, plan.url, plan.spec, plan.observation, plan.provenance];
  return differs(facts(old), facts(next));
}

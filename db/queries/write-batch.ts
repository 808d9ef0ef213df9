/** Writes a batch's outcome: plans, offers, locations, price periods (`write-periods.ts`) and changes. Runs inside the publishing transaction. */
import type { BatchDiff, PlanOutcome } from '../../domain/batch-diff.ts';
import { valueHash } from '../../domain/identity.ts';
import type { Location } from '../../domain/offer.ts';
import { priceToJson } from '../../domain/price-json.ts';
import { priceHash } from '../../domain/sameness.ts';
import { bulkInsert, bulkUpdate, type Db } from '../bulk.ts';
import { type BatchRun, outcomesOf, writePeriods } from './write-periods.ts';

/** Writes everything but search rows; unchanged offers only move their `last_seen_at`. */
export async function writeBatch(db: Db, diff: BatchDiff, run: BatchRun): Promise<void> {
  await writeLocations(db, diff.plans);
  await writePlans(db, diff.plans, run);
  await writeOffers(db, diff.plans, run);
  await writePeriods(db, diff.plans, run);
  const providers = new Map(diff.plans.map(({ plan }) => [plan.planId, plan.providerId]));
  await bulkInsert(
    db,
    'changes',
    {
      provider_id: 'text',
      plan_id: 'text',
      offer_id: 'text',
      source_id: 'text',
      run_id: 'text',
      kind: 'text',
      before: 'jsonb',
      after: 'jsonb',
      observed_at: 'timestamptz',
    },
    diff.changes.map((change) => ({
      provider_id: providers.get(change.planId),
      plan_id: change.planId,
      offer_id: change.offerId,
      source_id: run.sourceId,
      run_id: run.runId,
      kind: change.kind,
      before: change.before,
      after: change.after,
      observed_at: run.observedAt,
    })),
  );
}

async function writeLocations(db: Db, plans: readonly PlanOutcome[]): Promise<void> {
  const found = new Map<string, Location & { providerId: string }>();
  for (const { plan, offers } of plans) {
    for (const { offer, prices } of offers) {
      if (offer.location && prices !== 'missing')
        found.set(offer.location.id, { ...offer.location, providerId: plan.providerId });
    }
  }
  await bulkInsert(
    db,
    'locations',
    { location_id: 'text', provider_id: 'text', name: 'text', city: 'text', country: 'text' },
    [...found.values()].map((place) => ({
      location_id: place.id,
      provider_id: place.providerId,
      name: place.name,
      city: place.city,
      country: place.country,
    })),
    // A run whose pages lacked the location list knows only the key: what was known stays.
    `on conflict (location_id) do update set name = coalesce(excluded.name, locations.name),
     city = coalesce(excluded.city, locations.city), country = coalesce(excluded.country, locations.country)`,
  );
}

async function writePlans(db: Db, plans: readonly PlanOutcome[], run: BatchRun): Promise<void> {
  await bulkInsert(
    db,
    'plans',
    {
      provider_id: 'text',
      plan_id: 'text',
      source_id: 'text',
      plan_key: 'text',
      name: 'text',
      url: 'text',
      spec: 'jsonb',
      spec_hash: 'text',
      provenance: 'jsonb',
      observation: 'text',
      run_id: 'text',
      first_seen_at: 'timestamptz',
      last_changed_at: 'timestamptz',
    },
    plans
      .filter((outcome) => outcome.dirty && outcome.seen)
      .map(({ plan }) => ({
        provider_id: plan.providerId,
        plan_id: plan.planId,
        source_id: plan.sourceId,
        plan_key: plan.planKey,
        name: plan.name,
        url: plan.url,
        spec: plan.spec,
        spec_hash: valueHash(plan.spec),
        provenance: plan.provenance,
        observation: plan.observation,
        run_id: run.runId,
        first_seen_at: plan.firstSeenAt,
        last_changed_at: plan.lastChangedAt,
      })),
    `on conflict (provider_id, plan_id) do update set name = excluded.name, url = excluded.url, spec = excluded.spec,
     spec_hash = excluded.spec_hash, provenance = excluded.provenance, observation = excluded.observation,
     run_id = excluded.run_id, last_changed_at = excluded.last_changed_at`,
  );
  // What is known of an absent plan still stands on the pages of the run that saw it.
  await bulkUpdate(
    db,
    'plans',
    { provider_id: 'text', plan_id: 'text' },
    { last_changed_at: 'timestamptz' },
    plans
      .filter((outcome) => outcome.dirty && !outcome.seen)
      .map(({ plan }) => ({ provider_id: plan.providerId, plan_id: plan.planId, last_changed_at: plan.lastChangedAt })),
  );
}

async function writeOffers(db: Db, plans: readonly PlanOutcome[], run: BatchRun): Promise<void> {
  await bulkInsert(
    db,
    'offers',
    {
      provider_id: 'text',
      offer_id: 'text',
      plan_id: 'text',
      source_id: 'text',
      location_id: 'text',
      availability: 'jsonb',
      prices: 'jsonb',
      price_hash: 'text',
      first_seen_at: 'timestamptz',
      last_seen_at: 'timestamptz',
      missed_runs: 'integer',
      withdrawn: 'boolean',
    },
    outcomesOf(plans)
      .filter(({ outcome }) => outcome.dirty)
      .map(({ plan, outcome: { offer } }) => ({
        provider_id: plan.providerId,
        offer_id: offer.offerId,
        plan_id: plan.planId,
        source_id: run.sourceId,
        location_id: offer.location?.id ?? null,
        availability: offer.availability,
        prices: offer.prices.map(priceToJson),
        price_hash: priceHash(offer.prices),
        first_seen_at: offer.firstSeenAt,
        last_seen_at: offer.lastSeenAt,
        missed_runs: offer.missedRuns,
        withdrawn: offer.withdrawn,
      })),
    `on conflict (provider_id, offer_id) do update set location_id = excluded.location_id, availability = excluded.availability,
     prices = excluded.prices, price_hash = excluded.price_hash, last_seen_at = excluded.last_seen_at,
     missed_runs = excluded.missed_runs, withdrawn = excluded.withdrawn`,
  );
  // Neither seen nor missed: offers that this batch does not speak for.
  const unseen = outcomesOf(plans).filter(({ outcome: { prices, offer } }) => prices === 'missing' && offer.missedRuns === 0);
  const unseenIds = unseen.map(({ outcome }) => outcome.offer.offerId);
  await db`update offers set last_seen_at = ${run.observedAt} where source_id = ${run.sourceId} and missed_runs = 0
    and not withdrawn and last_seen_at < ${run.observedAt} and offer_id <> all(${unseenIds}::text[])`;
}

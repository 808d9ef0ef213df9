/**
 * The project's own format for read offers: what the bundled catalogue is written in. One file a source, batches oldest first.
 * Prices that many places share are written once.
 */
import { z } from 'zod';
import { idPart, offerIdOf, planIdOf, valueHash } from './identity.ts';
import { AVAILABILITY_STATES, type Location, type Place, type PlanOffers } from './offer.ts';
import type { PlanSpec, Provenance } from './plan.ts';
import { type PriceJson, priceFromJson, priceToJson } from './price-json.ts';

/** Version of the format; a reader refuses any other. */
export const CATALOGUE_FORMAT = 'stealtime-catalogue/1';

const place = z.tuple([z.string().nullable(), z.enum(AVAILABILITY_STATES), z.int().nullable()]);

const plan = z.object({
  planKey: z.string(),
  name: z.string().nullable(),
  url: z.string().nullable(),
  spec: z.custom<PlanSpec>((value) => typeof value === 'object' && value !== null),
  provenance: z.custom<Provenance>((value) => typeof value === 'object' && value !== null),
  groups: z.array(
    z.object({
      prices: z.array(z.custom<PriceJson>((value) => typeof value === 'object' && value !== null)),
      places: z.array(place),
    }),
  ),
});

/** Schema of a catalogue file. */
export const catalogueSchema = z.object({
  format: z.literal(CATALOGUE_FORMAT),
  source: z.string(),
  provider: z.string(),
  /** Where the recordings behind the batches come from. */
  recordings: z.array(
    z.object({ role: z.string(), recordedAt: z.string(), address: z.string(), recordedBy: z.string(), licence: z.string() }),
  ),
  /** Location key → [name, city, country]. */
  locations: z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()])),
  batches: z.array(z.object({ observedAt: z.iso.datetime(), plans: z.array(plan) })),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
type CataloguePlan = z.infer<typeof plan>;

/** One observed batch of a source. */
export interface Batch {
  /** ISO time. */
  readonly observedAt: string;
  readonly plans: readonly PlanOffers[];
}

/** Writes batches of one source, oldest first. */
export function writeCatalogue(
  source: { readonly sourceId: string; readonly providerId: string; readonly recordings: Catalogue['recordings'] },
  batches: readonly Batch[],
): Catalogue {
  const locations: Catalogue['locations'] = {};
  const prefix = `${source.providerId}/`;
  const keyOf = (location: Location | null): string | null => {
    if (location === null) return null;
    const key = location.id.slice(prefix.length);
    locations[key] = [location.name, location.city, location.country];
    return key;
  };
  return {
    format: CATALOGUE_FORMAT,
    source: source.sourceId,
    provider: source.providerId,
    recordings: source.recordings,
    batches: batches.map((batch) => ({ observedAt: batch.observedAt, plans: batch.plans.map((one) => writePlan(one, keyOf)) })),
    locations,
  };
}

function writePlan(one: PlanOffers, keyOf: (location: Location | null) => string | null): CataloguePlan {
  const groups = new Map<string, CataloguePlan['groups'][number]>();
  for (const { location, availability, prices } of one.places) {
    const json = prices.map(priceToJson);
    const group = groups.get(valueHash(json)) ?? { prices: json, places: [] };
    group.places.push([keyOf(location), availability.state, availability.quantity]);
    groups.set(valueHash(json), group);
  }
  const { planKey, name, url, spec, provenance } = one;
  return { planKey: planKey ?? '', name, url, spec, provenance, groups: [...groups.values()] };
}

/** Reads a catalogue file's batches back. */
export function readCatalogue(catalogue: Catalogue): Batch[] {
  return catalogue.batches.map((batch) => ({
    observedAt: batch.observedAt,
    plans: batch.plans.map((one) => readPlan(one, catalogue)),
  }));
}

function readPlan(one: CataloguePlan, catalogue: Catalogue): PlanOffers {
  const planId = planIdOf(catalogue.source, one.planKey);
  const places = one.groups.flatMap((group) => {
    const prices = group.prices.map(priceFromJson);
    return group.places.map(([key, state, quantity]): Place => {
      const [name = null, city = null, country = null] = (key === null ? undefined : catalogue.locations[key]) ?? [];
      const location = key === null ? null : { id: `${catalogue.provider}/${idPart(key)}`, name, city, country };
      return { offerId: offerIdOf(planId, key), location, availability: { state, quantity }, prices };
    });
  });
  const { planKey, name, url, spec, provenance } = one;
  return { planId, planKey, providerId: catalogue.provider, sourceId: catalogue.source, name, url, spec, places, provenance };
}

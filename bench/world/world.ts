/**
 * The benchmark's catalogue: providers with plans shaped like the recorded ones (their specs, prices and gaps of knowledge),
 * sold in many places, some of them at prices of their own. The same seed, the same catalogue.
 */
import { offerIdOf, planIdOf } from '../../domain/identity.ts';
import type { AvailabilityState, Place, PlanOffers } from '../../domain/offer.ts';
import type { PlanSpec } from '../../domain/plan.ts';
import type { Provider } from '../../domain/provider-facts.ts';
import type { Technology } from '../../domain/technology.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';
import { type Random, randomOf } from '../random.ts';
import { type City, someCities } from './cities.ts';
import { type PriceHabits, priceHabits, pricesAfter } from './prices.ts';
import { readShapes, type Shape } from './templates.ts';

/** A provider with the one source that it is read from. */
export interface Seller {
  readonly provider: Provider;
  readonly manifest: SourceManifest;
  /** Its plans; the same each time. */
  plans(): readonly PlanOffers[];
}

/** How large a catalogue is wanted. */
export interface WorldSize {
  readonly sellers: number;
  readonly plansEach: number;
  /** Places of every plan; absent: from one to 27, few being commonest, as in the recordings. */
  readonly placesEach?: number;
  readonly seed: number;
}

const TECHNOLOGIES: readonly (readonly [Technology, number])[] = [
  ['kvm', 82],
  ['openvz', 3],
  ['openvz7', 3],
  ['lxc', 4],
  ['xen-hvm', 3],
  ['vmware', 3],
  ['hyper-v', 2],
];
const STOCK: readonly (readonly [AvailabilityState, number])[] = [
  ['unknown', 50],
  ['in-stock', 40],
  ['limited', 4],
  ['sold-out', 6],
];

/** The sellers of a catalogue. */
export async function worldOf(size: WorldSize): Promise<readonly Seller[]> {
  const shapes = await readShapes();
  return Array.from({ length: size.sellers }, (_, index) => sellerOf(index, shapes, size));
}

function sellerOf(index: number, shapes: readonly Shape[], size: WorldSize): Seller {
  const id = `bench-${String(index).padStart(4, '0')}`;
  const website = `https://www.${id}.example`;
  return {
    provider: { id, name: `Bench ${index} Hosting`, country: null, website, founded: null, sources: [], facts: [] },
    manifest: {
      sourceId: id,
      providerId: id,
      kind: 'provider-api',
      title: `${id}: plans`,
      documentation: `${website}/api`,
      hosts: [`api.${id}.example`],
      cadence: 'daily',
      credential: null,
      evidence: { url: `${website}/api`, said: 'made up', seen: '2026-11-23' },
      verified: '2026-11-23',
      conventions: { currency: 'USD', taxIncluded: null },
      readerVersion: 1,
      roles: { plans: { holds: 'plans', perPlace: false, main: true } },
    },
    plans: () => plansOf(id, randomOf(size.seed + index * 7919), shapes, size),
  };
}

function plansOf(id: string, random: Random, shapes: readonly Shape[], size: WorldSize): readonly PlanOffers[] {
  const shape = random.pick(shapes);
  const cities = someCities(size.placesEach ?? Math.ceil(27 * random.next() ** 3), random);
  const habits = priceHabits(random);
  const level = random.between(50, 160);
  return Array.from({ length: size.plansEach }, (_, index): PlanOffers => {
    const recorded = shape[index % shape.length] ?? shape[0];
    const planKey = `${recorded.planKey}-${index}`;
    const plan = { ...recorded, planKey, planId: planIdOf(id, planKey), name: `${recorded.name} ${index}` };
    const pct = (level * random.between(80, 125)) / 100;
    const places = placesOf(plan, size.placesEach ? cities : sold(cities, random), { pct: Math.round(pct), habits, random, id });
    return {
      ...plan,
      providerId: id,
      sourceId: id,
      url: `https://www.${id}.example`,
      spec: specAfter(plan.spec, random),
      places,
    };
  });
}

/** Most plans are sold everywhere, some in a part of the places. */
function sold(cities: readonly City[], random: Random): readonly City[] {
  return random.chance(0.7) ? cities : cities.slice(0, random.between(1, cities.length));
}

interface Selling {
  readonly id: string;
  readonly pct: number;
  readonly habits: PriceHabits;
  readonly random: Random;
}

function placesOf(plan: PlanOffers, cities: readonly City[], { id, pct, habits, random }: Selling): readonly Place[] {
  const recorded = plan.places[0]?.prices ?? [];
  const prices = pricesAfter(recorded, pct, habits);
  // Two or three far places ask a fifth more, in every eighth plan: a second row of the plan.
  const dearer = cities.length > 4 && random.chance(1 / 8) ? pricesAfter(recorded, Math.round(pct * 1.2), habits) : prices;
  return cities.map(({ name, country }, index): Place => {
    const key = name.toLowerCase().replaceAll(' ', '-');
    return {
      offerId: offerIdOf(plan.planId, key),
      location: { id: `${id}/${key}`, name, city: name, country },
      availability: { state: random.weighted(STOCK), quantity: null },
      prices: index < cities.length - 3 ? prices : dearer,
    };
  });
}

/** What nobody knows stays unknown; the recorded providers are all on KVM, the market is not. */
function specAfter(spec: PlanSpec, random: Random): PlanSpec {
  if (spec.technology.value === 'unknown') return spec;
  return { ...spec, technology: { ...spec.technology, value: random.weighted(TECHNOLOGIES) } };
}

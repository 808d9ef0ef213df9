/** Which machine an id stands for from one observation to the next. */
import type { PlanOffers } from './offer.ts';
import type { PublishedOffer } from './row.ts';
import { machineHash, priceHash, renamedMachine, sameMachine } from './sameness.ts';

/** What is published under an id. */
interface Known {
  readonly offers: readonly PublishedOffer[];
  /** Hash of the machine that each offer was last seen to sell, by offer id. */
  readonly machines: ReadonlyMap<string, string>;
}

/** Hash under which the prices of a plan are compared from now on. `renamed`: it had another name before. */
export function machineOf(plan: PlanOffers, known: Known | undefined, renamed: boolean): string {
  const machine = machineHash(plan.spec);
  const named = renamedMachine(machine, plan.name);
  // Another name at another price is another plan under the old id, for all anybody can tell: never a price that fell.
  if (renamed && repricedAnywhere(plan, known)) return named;
  const stored = [...(known?.machines.values() ?? [])].filter((hash) => sameMachine(hash, machine));
  return stored.includes(named) ? named : (stored[0] ?? machine);
}

function repricedAnywhere(plan: PlanOffers, known: Known | undefined): boolean {
  const stored = new Map(known?.offers.map((offer) => [offer.offerId, priceHash(offer.prices)]));
  return plan.places.some(({ offerId, prices }) => stored.has(offerId) && stored.get(offerId) !== priceHash(prices));
}

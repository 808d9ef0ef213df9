/** What counts as the same when an observation is compared with an earlier one. */
import { canonicalJson, shortHash, valueHash } from './identity.ts';
import type { Location, Price } from './offer.ts';
import type { PlanSpec } from './plan.ts';
import { priceToJson } from './price-json.ts';

/** Hash of what is sold under a plan's name: prices of different machines are never compared with each other. */
export function machineHash(spec: PlanSpec): string {
  return valueHash([spec.productType, spec.cpu.vcpu, spec.memory.mib, spec.storage.gb, spec.gpu?.count ?? 0]).slice(0, 16);
}

/** Hash of a machine that took over an id with another name and other prices: its sizes may be the same, its prices begin anew. */
export function renamedMachine(machine: string, name: string | null): string {
  return `${machine}+${shortHash(name ?? '')}`;
}

/** Whether a stored hash is that of this machine, under whatever name it took the id over. */
export function sameMachine(stored: string, machine: string): boolean {
  return stored === machine || stored.startsWith(`${machine}+`);
}

/** Hash of what a set of prices asks of a buyer: their order on the page, and how we know them, are no part of it. */
export function priceHash(prices: readonly Price[]): string {
  const asked = prices.map((price) => canonicalJson({ ...priceToJson(price), how: null }));
  return valueHash(asked.toSorted()).slice(0, 16);
}

/** Whether two values differ once written as JSON. */
export function differs(a: unknown, b: unknown): boolean {
  return valueHash(a) !== valueHash(b);
}

/** A location as read now, its gaps filled with what was known before: a run whose pages lacked the list of locations unlearns nothing. */
export function fillLocation(now: Location | null, before: Location | undefined): Location | null {
  if (now === null || before === undefined) return now;
  return {
    id: now.id,
    name: now.name ?? before.name,
    city: now.city ?? before.city,
    country: now.country ?? before.country,
  };
}

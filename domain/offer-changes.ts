/** The changes of offers that readers are told, with before and after in public JSON. */
import type { AvailabilityState } from './offer.ts';
import { priceToJson } from './price-json.ts';
import type { PublishedOffer, PublishedPlan } from './row.ts';
import { differs } from './sameness.ts';

/** Kinds of change that readers are told. */
export const CHANGE_KINDS = ['new', 'price', 'restocked', 'sold-out', 'spec', 'withdrawn', 'returned'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change, with before and after in public JSON. */
export interface Change {
  readonly kind: ChangeKind;
  readonly planId: string;
  /** Null for a change of the plan itself. */
  readonly offerId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** What readers are told of a plan that was seen under an id known before: another machine, or another name. Null: nothing. */
export function changeOfPlan(
  old: PublishedPlan,
  now: Pick<PublishedPlan, 'planId' | 'name' | 'spec'>,
  renamed: boolean,
): Change | null {
  const machine = differs(old.spec, now.spec);
  if (!machine && !renamed) return null;
  const told = (plan: Pick<PublishedPlan, 'name' | 'spec'>) => ({
    ...(renamed ? { name: plan.name } : {}),
    ...(machine ? plan.spec : {}),
  });
  return { kind: 'spec', planId: now.planId, offerId: null, before: told(old), after: told(now) };
}

/** Whether a plan goes by another name now: a name that was learnt or lost, or is written otherwise, is none. */
export function isRenamed(before: string | null, after: string | null): boolean {
  const plain = (name: string | null) => name?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim() ?? null;
  return before !== null && after !== null && plain(before) !== plain(after);
}

/**
 * What readers are told of an offer that was seen. Stock is compared with what was last said of it: a run that missed the
 * offer said nothing.
 */
export function changesOfOffer(
  planId: string,
  old: PublishedOffer | undefined,
  now: PublishedOffer,
  repriced: boolean,
): Change[] {
  const change = (kind: ChangeKind, before: unknown, after: unknown): Change => ({
    kind,
    planId,
    offerId: now.offerId,
    before,
    after,
  });
  const prices = now.prices.map(priceToJson);
  if (!old) return [change('new', null, { location: now.location, prices })];
  const found: Change[] = [];
  if (old.withdrawn) found.push(change('returned', null, { prices }));
  if (repriced) found.push(change('price', { prices: old.prices.map(priceToJson) }, { prices }));
  const stock = stockChange(old.availability.state, now.availability.state);
  if (stock) found.push(change(stock, { availability: old.availability }, { availability: now.availability }));
  return found;
}

/** What readers are told of an offer that is gone. */
export function withdrawal(planId: string, old: PublishedOffer): Change {
  return { kind: 'withdrawn', planId, offerId: old.offerId, before: { prices: old.prices.map(priceToJson) }, after: null };
}

function stockChange(from: AvailabilityState, to: AvailabilityState): 'sold-out' | 'restocked' | null {
  if (to === 'sold-out') return from === 'sold-out' ? null : 'sold-out';
  return from === 'sold-out' && (to === 'in-stock' || to === 'limited') ? 'restocked' : null;
}

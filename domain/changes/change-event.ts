/** Changes as a stream of events: what happened to one plan, in all the places where the same happened at once. */
import { valueHash } from '../identity.ts';
import type { ChangeKind } from '../offer-changes.ts';
import type { PriceJson } from '../price-json.ts';
import { presentChange } from '../told-change.ts';
import { type PriceMove, priceMove } from './price-move.ts';

/** An event as stored: identical changes of one plan in one run. */
export interface StoredEvent {
  readonly kind: ChangeKind;
  readonly runId: string;
  readonly planId: string;
  readonly planName: string | null;
  readonly providerId: string;
  readonly providerName: string;
  readonly sourceId: string;
  /** ISO time. */
  readonly observedAt: string;
  /** The offers it happened to, sorted; empty: the plan as a whole. */
  readonly offerIds: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** The public form of an event. */
export interface ChangeEvent {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly observedAt: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly plan: { readonly id: string; readonly name: string | null };
  readonly offerIds: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly price: PriceMove | null;
}

/** Presents an event. Its id is the same whatever filter it was found by. */
export function presentEvent(event: StoredEvent): ChangeEvent {
  const { kind, runId, planId, planName, providerId, providerName, sourceId, observedAt, offerIds } = event;
  const { before, after } = presentChange({ kind, observedAt, offerId: null, before: event.before, after: event.after });
  return {
    id: valueHash([runId, observedAt, planId, kind, event.before, event.after]).slice(0, 16),
    kind,
    observedAt,
    provider: { id: providerId, name: providerName },
    source: sourceId,
    plan: { id: planId, name: planName },
    offerIds,
    before,
    after,
    price: kind === 'price' ? priceMove(pricesOf(before), pricesOf(after)) : null,
  };
}

function pricesOf(side: ChangeEvent['before']): readonly PriceJson[] {
  return Array.isArray(side?.prices) ? (side.prices as readonly PriceJson[]) : [];
}

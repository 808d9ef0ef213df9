/** One event as a subscriber is told it: what changed, from what to what, in the seller's and in the subscriber's currency. */
import { convert } from '../exchange-rates.ts';
import { type Currency, divideRounded, formatMicros, type Micros } from '../money.ts';
import type { AvailabilityState } from '../offer.ts';
import type { ChangeKind } from '../offer-changes.ts';
import { NOT_ASSESSED, type RiskJson } from '../risk/risk-json.ts';
import { presentChange } from '../told-change.ts';
import type { Occurrence, View } from './occurrence.ts';
import { ownBefore, ownPrice, type WatchPrices } from './sighting.ts';

/** A move of a price per month; amounts are decimals. `from` null: there was none before. */
export interface ToldMove {
  readonly currency: Currency;
  readonly from: string | null;
  readonly to: string;
}

/** An event. */
export interface ToldItem {
  readonly kind: ChangeKind;
  readonly planId: string;
  /** Empty: the plan as a whole. */
  readonly offerIds: readonly string[];
  /** Row that it stands in now. */
  readonly rowId: string;
  readonly name: string | null;
  readonly provider: { readonly id: string; readonly name: string };
  /** Where it is sold, as far as the event is about it. */
  readonly places: readonly string[];
  /** The seller's page. */
  readonly url: string | null;
  /** ISO time. */
  readonly observedAt: string;
  readonly observation: 'live' | 'recorded';
  /** Comparable price a month as the seller quotes it, and in the watch's currency (null: no rate). Null: no comparable price. */
  readonly price: { readonly own: ToldMove; readonly asked: ToldMove | null; readonly percent: number | null } | null;
  readonly stock: { readonly state: AvailabilityState; readonly quantity: number | null };
  readonly risk: Pick<RiskJson, 'level' | 'summary'>;
  /** Of a changed machine or name: what differs. */
  readonly spec: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  /** Whether it is the lowest price ever observed of it; absent: not looked for. */
  readonly lowest?: boolean;
}

/** Tells an occurrence. */
export function toldItem(occurrence: Occurrence, view: View, prices: WatchPrices): ToldItem {
  const { facts, stored, risk } = view;
  const { level, summary } = risk ?? NOT_ASSESSED;
  return {
    kind: occurrence.kind,
    planId: occurrence.planId,
    offerIds: occurrence.offerIds,
    rowId: stored.id,
    name: stored.name,
    provider: { id: stored.provider.id, name: stored.provider.name },
    places: placesOf(view),
    url: stored.url,
    observedAt: occurrence.observedAt,
    observation: facts.observation,
    price: moveOf(occurrence, view, prices),
    stock: stored.availability,
    risk: { level, summary },
    spec: occurrence.kind === 'spec' ? specOf(occurrence) : [],
  };
}

/** Names of places, each once, in order. */
function placesOf({ stored }: View): string[] {
  const names = stored.locations.map(({ city, name, country }) => {
    const place = city ?? name;
    return place === null ? country : country === null ? place : `${place}, ${country}`;
  });
  return [...new Set(names.filter((name) => name !== null))].toSorted();
}

function moveOf(occurrence: Occurrence, view: View, prices: WatchPrices): ToldItem['price'] {
  const own = ownPrice(view.facts.options, prices);
  if (own === null) return null;
  const before = ownBefore(occurrence, own, prices);
  const asked = (micros: Micros) => convert(micros, own.currency, prices.currency, prices.rates);
  const [to, from] = [asked(own.micros), before === null ? null : asked(before)];
  return {
    own: { currency: own.currency, from: before === null ? null : formatMicros(before), to: formatMicros(own.micros) },
    asked:
      to === null ? null : { currency: prices.currency, from: from === null ? null : formatCents(from), to: formatCents(to) },
    percent: before === null || before === 0n ? null : Number(divideRounded((own.micros - before) * 1000n, before)) / 10,
  };
}

/** A converted amount is an estimate: more than cents would say what nobody knows. */
function formatCents(micros: Micros): string {
  return formatMicros(micros >= 10_000n ? divideRounded(micros, 10_000n) * 10_000n : micros);
}

/** Fields of a change told at most: a machine that is another one altogether is seen on its page. */
const MOST_FIELDS = 8;

function specOf({ kind, observedAt, before, after }: Occurrence): ToldItem['spec'] {
  const change = presentChange({ kind, observedAt, offerId: null, before, after });
  return Object.keys(change.after ?? {})
    .slice(0, MOST_FIELDS)
    .map((field) => ({ field, from: wordsOf(change.before?.[field]), to: wordsOf(change.after?.[field]) }));
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);
}

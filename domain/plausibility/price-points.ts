/** The single amounts of an offer, each with a key: only amounts of the same key are ever compared with each other. */
import type { Currency, Micros } from '../money.ts';
import type { Price } from '../offer.ts';

/** One amount of an offer. Renewals of introductory prices are regular amounts where no other regular one is listed. */
export interface PricePoint {
  readonly kind: 'regular' | 'introductory' | 'setup';
  /** Months; null for an hour. */
  readonly termMonths: number | null;
  readonly currency: Currency;
  readonly micros: Micros;
  /** Kind, term, currency and promotion; several amounts of one key are numbered from the cheapest. */
  readonly key: string;
}

/** The amounts in a set of prices, the most telling first: the regular month, longer regular terms, the hour, the rest. */
export function pricePoints(prices: readonly Price[]): PricePoint[] {
  const points: PricePoint[] = [];
  for (const price of prices) {
    points.push(pointOf(price.phase, price, price.micros));
    if (price.setupFeeMicros !== null && price.setupFeeMicros > 0n) points.push(pointOf('setup', price, price.setupFeeMicros));
    if (price.renewalMicros !== null && price.phase === 'introductory' && !prices.some((other) => isRegularOf(other, price))) {
      points.push(pointOf('regular', price, price.renewalMicros));
    }
  }
  points.sort(mostTellingFirst);
  return points.map((point, index) => {
    const cheaper = points.slice(0, index).filter((other) => other.key === point.key).length;
    return cheaper === 0 ? point : { ...point, key: `${point.key}|${cheaper}` };
  });
}

/** "a month", "an hour", "for 12 months", "a month at first", "to set up (a month)". */
export function termWords(point: Pick<PricePoint, 'kind' | 'termMonths'>): string {
  const term = point.termMonths === null ? 'an hour' : point.termMonths === 1 ? 'a month' : `for ${point.termMonths} months`;
  if (point.kind === 'setup') return `to set up (${term})`;
  return point.kind === 'introductory' ? `${term} at first` : term;
}

function pointOf(kind: PricePoint['kind'], price: Price, micros: Micros): PricePoint {
  const termMonths = price.hourly ? null : price.termMonths;
  const key = `${kind}|${price.hourly ? 'hour' : (termMonths ?? '?')}|${price.currency}|${price.promoCode ?? ''}`;
  return { kind, termMonths, currency: price.currency, micros, key };
}

function isRegularOf(other: Price, price: Price): boolean {
  return other.phase === 'regular' && other.termMonths === price.termMonths && other.currency === price.currency;
}

const KINDS = ['regular', 'introductory', 'setup'] as const;

function mostTellingFirst(a: PricePoint, b: PricePoint): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.termMonths ?? 1e6) - (b.termMonths ?? 1e6) ||
    (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0) ||
    (a.micros < b.micros ? -1 : a.micros > b.micros ? 1 : 0)
  );
}

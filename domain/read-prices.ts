/** Listed prices into prices: exact micros, a currency, a term; hourly quotes also get their month. */
import type { ListedPrice } from './listing.ts';
import { type Micros, parseMicros } from './money.ts';
import type { Price } from './offer.ts';
import type { How } from './plan.ts';
import { utcTime } from './utc-time.ts';

/** A month in hours for prices quoted by the hour, unless the provider caps it (365 × 24 / 12). */
export const HOURS_PER_MONTH = 730n;

/** What holds for prices that do not say otherwise. */
export interface PriceConventions {
  readonly currency: string;
  readonly taxIncluded: boolean | null;
  /** Hours that a month of an hourly price costs at most; absent: no cap, a month has {@link HOURS_PER_MONTH}. */
  readonly hoursPerMonth?: number;
}

/** Prices, or what was wrong with the first that could not be read. */
export type PricesRead =
  | { readonly ok: true; readonly prices: readonly Price[] }
  | { readonly ok: false; readonly code: 'no-price' | 'bad-price' | 'bad-currency'; readonly said: string };

/**
 * Reads the prices of a plan or of one of its places, in the source's order. After them, each currency that is quoted by the hour
 * only is given its month (`inferred`): as many hours as the source charges at most, else 730.
 */
export function readPrices(listed: readonly ListedPrice[], conventions: PriceConventions): PricesRead {
  const prices: Price[] = [];
  for (const price of listed) {
    const read = readPrice(price, conventions);
    if (!read.ok) return read;
    prices.push(read.price);
  }
  if (prices.length === 0) return { ok: false, code: 'no-price', said: '' };
  const hours = conventions.hoursPerMonth === undefined ? HOURS_PER_MONTH : BigInt(conventions.hoursPerMonth);
  return { ok: true, prices: [...prices, ...monthsOfHours(prices, hours)] };
}

function monthsOfHours(prices: readonly Price[], hours: bigint): Price[] {
  const regular = prices.filter((price) => price.phase === 'regular');
  return [...new Set(regular.map(({ currency }) => currency))].flatMap((currency) => {
    const own = regular.filter((price) => price.currency === currency);
    const hourly = own.find((price) => price.hourly);
    if (!hourly || own.some((price) => price.termMonths === 1)) return [];
    return [{ ...hourly, hourly: false, termMonths: 1, micros: hourly.micros * hours, how: 'inferred' as const }];
  });
}

type PriceRead = { readonly ok: true; readonly price: Price } | Extract<PricesRead, { ok: false }>;

function readPrice(listed: ListedPrice, conventions: PriceConventions): PriceRead {
  const bad = (said: string): PriceRead => ({ ok: false, code: 'bad-price', said });
  const { scale } = listed;
  const micros = amountOf(listed.amount.is, scale);
  if (micros === null) return bad(listed.amount.said);
  const currency = listed.currency?.is ?? conventions.currency;
  if (!/^[A-Z]{3}$/.test(currency)) return { ok: false, code: 'bad-currency', said: listed.currency?.said ?? currency };
  const hourly = 'hours' in listed.per;
  const termMonths = 'months' in listed.per ? listed.per.months : null;
  if (termMonths !== null && !(Number.isInteger(termMonths) && termMonths > 0 && termMonths <= 120))
    return bad(`${termMonths} months`);
  const setupFeeMicros = listed.setupFee ? amountOf(listed.setupFee.is, scale) : null;
  if (listed.setupFee && setupFeeMicros === null) return bad(listed.setupFee.said);
  const renewalMicros = listed.renewal ? amountOf(listed.renewal.is, scale) : null;
  if (listed.renewal && renewalMicros === null) return bad(listed.renewal.said);
  const how: How = listed.amount.how;
  return {
    ok: true,
    price: {
      termMonths,
      hourly,
      micros,
      currency,
      setupFeeMicros,
      phase: listed.phase,
      renewalMicros,
      taxIncluded: listed.taxIncluded?.is ?? conventions.taxIncluded,
      promoCode: listed.promoCode?.is ?? null,
      expiresAt: listed.expiresAt ? utcTime(listed.expiresAt.is) : null,
      how,
    },
  };
}

/** Up to a billion: beyond that a field holds something else than a price. */
function amountOf(amount: string | number, scale: number | undefined): Micros | null {
  const micros = parseMicros(amount, scale);
  return micros === null || micros < 0n || micros > 1_000_000_000_000_000n ? null : micros;
}

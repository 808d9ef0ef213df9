import { describe, expect, it } from 'vitest';
import type { CostOption } from '../../domain/comparable.ts';
import { all, any, type Kleene, not } from '../../domain/filter/kleene.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { matches, passes } from '../../domain/filter/predicate.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import { generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const monthly: CostOption = {
  termMonths: 1,
  regularMicros: 5_000_000n,
  introductoryMicros: null,
  setupFeeMicros: 0n,
  setupFeeKnown: false,
  currency: 'EUR',
  taxIncluded: null,
};
const [base] = generatedRows(1, 1);

/** A plain row in Germany, live, in stock, 2 GB of memory, 5 EUR a month. */
function row(facts: Partial<SearchFacts> = {}): SearchFacts {
  if (!base) throw new Error('no row was generated');
  return {
    ...base,
    ...{
      productType: 'vps',
      technology: 'kvm',
      memoryMib: 2048,
      availability: 'in-stock',
      withdrawn: false,
      observation: 'live',
    },
    ...{ countries: ['DE'], regions: ['europe'], cities: ['berlin'], locationIds: ['acme/ber'] },
    ...{ countriesUnknown: false, regionsUnknown: false, citiesUnknown: false, locationIdsUnknown: false },
    ...{ options: [monthly], termMonths: [1], staleAt: '2026-11-24T00:00:00.000Z' },
    ...facts,
  };
}

function ask(params: Readonly<Record<string, string>>, facts: Partial<SearchFacts> = {}): Kleene {
  const parsed = parseFilter(params, { rates: RATES });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return matches(parsed.value, row(facts), context);
}

describe("Kleene's logic", () => {
  const values: Kleene[] = [true, false, null];
  it('orders false, unknown, true: all is the least, any the greatest, not turns it round', () => {
    const rank = (value: Kleene) => (value === null ? 0 : value ? 1 : -1);
    for (const a of values) {
      expect(rank(not(a))).toBe(-rank(a) + 0);
      for (const b of values) {
        expect(rank(all([a, b]))).toBe(Math.min(rank(a), rank(b)));
        expect(rank(any([a, b]))).toBe(Math.max(rank(a), rank(b)));
      }
    }
    expect([all([]), any([])]).toEqual([true, false]);
  });
});

describe('unknown', () => {
  it('is not a no, and passes only where it is let in', () => {
    expect(ask({ minMemory: '2GB' })).toBe(true);
    expect(ask({ minMemory: '2GB' }, { memoryMib: null })).toBeNull();
    expect(ask({ minMemory: '2GB', technology: 'xen' }, { memoryMib: null })).toBe(false);
    expect(passes({ minMemory: 2048 }, row({ memoryMib: null }), context)).toBe(false);
    expect(passes({ minMemory: 2048, includeUnknown: true }, row({ memoryMib: null }), context)).toBe(true);
    expect(passes({ minMemory: 2048, includeUnknown: true }, row({ memoryMib: 1024 }), context)).toBe(false);
  });

  it('can be asked for', () => {
    expect(ask({ technology: 'unknown' }, { technology: null })).toBe(true);
    expect(ask({ technology: 'unknown' })).toBe(false);
    expect(ask({ technology: 'kvm,unknown' }, { technology: null })).toBe(true);
    expect(ask({ availability: 'unknown' }, { availability: null })).toBe(true);
  });

  it('of a place stands only where that place could be the one', () => {
    expect(ask({ country: 'NL' })).toBe(false);
    expect(ask({ country: 'NL' }, { countriesUnknown: true })).toBeNull();
    expect(ask({ country: 'de' }, { countriesUnknown: true })).toBe(true);
    expect(ask({ country: 'NL' }, { citiesUnknown: true })).toBe(false);
    expect(ask({ region: 'EU', city: 'Berlin' })).toBe(true);
  });
});

describe('defaults', () => {
  it('leave out withdrawn, sold-out and dedicated rows, as a no', () => {
    expect(ask({}, { withdrawn: true })).toBe(false);
    expect(ask({}, { availability: 'sold-out' })).toBe(false);
    expect(ask({}, { productType: 'dedicated' })).toBe(false);
    expect(ask({}, { availability: null, productType: null })).toBe(true);
  });

  it('give way to what is asked', () => {
    expect(ask({ state: 'withdrawn' }, { withdrawn: true })).toBe(true);
    expect(ask({ availability: 'sold-out' }, { availability: 'sold-out' })).toBe(true);
    expect(ask({ productType: 'dedicated' }, { productType: 'dedicated' })).toBe(true);
    expect(ask({ technology: 'none' }, { productType: 'dedicated', technology: 'none' })).toBe(true);
  });
});

describe('criteria that are more than one comparison', () => {
  it('take versions and modes in', () => {
    expect(ask({ technology: 'openvz' }, { technology: 'openvz7' })).toBe(true);
    expect(ask({ technology: 'openvz7' }, { technology: 'openvz' })).toBe(false);
    expect(ask({ technology: 'xen' }, { technology: 'xen-pvh' })).toBe(true);
  });

  it('count unmetered as enough transfer', () => {
    expect(ask({ minTransfer: '2TB' }, { transferGb: null, unmetered: true })).toBe(true);
    expect(ask({ minTransfer: '2TB' }, { transferGb: null, unmetered: null })).toBeNull();
    expect(ask({ minTransfer: '2TB' }, { transferGb: 1000, unmetered: false })).toBe(false);
  });

  it('tell the state by the hour', () => {
    expect(ask({ state: 'live' }, { staleAt: NOW })).toBe(true);
    expect(ask({ state: 'stale' }, { staleAt: '2026-11-23T11:59:59.999Z' })).toBe(true);
    expect(ask({ state: 'stale' }, { staleAt: '2026-01-01T00:00:00.000Z', observation: 'recorded' })).toBe(false);
  });

  it('count ages back from now', () => {
    expect(ask({ newSince: '7d' }, { firstSeenAt: '2026-11-16T12:00:00.000Z' })).toBe(true);
    expect(ask({ newSince: '7d' }, { firstSeenAt: '2026-11-16T11:59:59.999Z' })).toBe(false);
  });

  it('compare prices exactly at the limit, in any currency, and never without a rate', () => {
    const dollars = { options: [{ ...monthly, currency: 'USD' }] };
    expect(ask({ maxPrice: '5', currency: 'EUR' })).toBe(true);
    expect(ask({ maxPrice: '4.99', currency: 'EUR' })).toBe(false);
    expect(ask({ maxPrice: '5' }, dollars)).toBe(true);
    expect(ask({ minPrice: '5' }, dollars)).toBe(true);
    expect(ask({ maxPrice: '4.999999' }, dollars)).toBe(false);
    expect(ask({ maxPrice: '100' }, { options: [{ ...monthly, currency: 'XXP' }] })).toBeNull();
    expect(ask({ maxPrice: '100' }, { options: [] })).toBeNull();
  });

  it('compare the asked term and horizon only', () => {
    const yearly = { ...monthly, termMonths: 12, regularMicros: 24_000_000n, setupFeeMicros: 12_000_000n, setupFeeKnown: true };
    const both = { options: [monthly, yearly], termMonths: [1, 12] };
    expect(ask({ maxPrice: '3', currency: 'EUR' }, both)).toBe(true);
    expect(ask({ maxPrice: '3', currency: 'EUR', term: '1' }, both)).toBe(false);
    expect(ask({ maxPrice: '2.5', currency: 'EUR', horizon: '24' }, both)).toBe(true);
    expect(ask({ maxPrice: '3', currency: 'EUR', horizon: '6' }, both)).toBe(false);
    expect(ask({ term: '36' }, both)).toBe(false);
    expect(ask({ maxSetupFee: '0', currency: 'EUR' }, both)).toBe(false);
    expect(ask({ maxSetupFee: '0', currency: 'EUR', term: '1' }, both)).toBeNull();
  });
});

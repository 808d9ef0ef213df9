import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateTable } from '../../domain/exchange-rates.ts';
import { CRITERIA } from '../../domain/filter/criteria.ts';
import type { ParamInput } from '../../domain/filter/params.ts';
import { filterHash, filterToParams, parseFilter } from '../../domain/filter/parse.ts';
import { parseSearch } from '../../domain/filter/search-params.ts';
import { filterParams, RATES } from '../support/generated-rows.ts';

const errorsOf = (input: ParamInput, rates = RATES) => {
  const parsed = parseFilter(input, { rates });
  return parsed.ok ? [] : parsed.errors;
};
const read = (input: ParamInput) => {
  const parsed = parseFilter(input, { rates: RATES });
  return parsed.ok ? parsed.value : parsed.errors;
};

describe('reading a filter', () => {
  it('reads every kind of parameter', () => {
    const query =
      'technology=kvm,openvz&country=de,NL&region=EU,north-america&minMemory=1.5GB&minDisk=1.5TB&minTransfer=2TB&minPort=1Gbps' +
      '&maxPrice=20&currency=eur&unmetered=true&ipv4=1&newSince=2026-11-01&changedSince=07d&q=%20Big%20%20CPU%20&term=12&includeUnknown=false';
    expect(read(new URLSearchParams(query))).toEqual({
      technology: ['kvm', 'openvz'],
      country: ['DE', 'NL'],
      region: ['europe', 'north-america'],
      minMemory: 1536,
      minDisk: 1500,
      minTransfer: 2000,
      minPort: 1000,
      maxPrice: '20.00',
      currency: 'EUR',
      unmetered: true,
      ipv4: 1,
      newSince: '2026-11-01T00:00:00.000Z',
      changedSince: '7d',
      q: 'big cpu',
      term: 12,
      includeUnknown: false,
    });
  });

  it.each([
    ['512MB', 512],
    ['2gb', 2048],
    ['2GiB', 2048],
    ['1.5TB', 1_572_864],
  ])('reads memory %s as %d MiB', (minMemory, mib) => {
    expect(read({ minMemory })).toEqual({ minMemory: mib });
  });

  it('takes an object with numbers, booleans and lists, as watches have', () => {
    const given = { minVcpu: 2, unmetered: true, country: ['DE', 'FR'], maxPrice: 4.5, q: undefined, city: null };
    expect(read(given)).toEqual({ minVcpu: 2, unmetered: true, country: ['DE', 'FR'], maxPrice: '4.50' });
  });

  it('is plain JSON', () => {
    const filter = read({ maxPrice: '4.99', minMemory: '2GB', newSince: '7d' });
    expect(JSON.parse(JSON.stringify(filter))).toEqual(filter);
  });
});

describe('what is wrong is said', () => {
  it.each([
    [{ minmemory: '2GB' }, 'minmemory', 'is not a parameter of this search'],
    [{ technology: 'kvm,virtuozzo' }, 'technology', '"virtuozzo" is not one of openvz6,'],
    [{ minMemory: '2048' }, 'minMemory', '"2048" is not a size such as 512MB or 2GB'],
    [{ minMemory: '-1GB' }, 'minMemory', 'is not a size'],
    [{ minMemory: 'Infinity' }, 'minMemory', 'is not a size'],
    [{ minMemory: '1e3GB' }, 'minMemory', 'is not a size'],
    [{ minMemory: '999999TB' }, 'minMemory', 'is not a size'],
    [{ minVcpu: Number.POSITIVE_INFINITY }, 'minVcpu', '"Infinity" is not a number of vCPUs'],
    [{ minVcpu: '1e2' }, 'minVcpu', 'is not a number of vCPUs'],
    [{ maxPrice: '-1' }, 'maxPrice', 'is not an amount'],
    [{ maxPrice: '1e400' }, 'maxPrice', 'is not an amount'],
    [{ horizon: '0' }, 'horizon', 'is not a whole number from 1 to 60'],
    [{ horizon: '61' }, 'horizon', 'is not a whole number from 1 to 60'],
    [{ unmetered: 'yes' }, 'unmetered', '"yes" is not true or false'],
    [{ country: 'DE,Germany' }, 'country', '"Germany" is not a country code'],
    [{ country: 'XX' }, 'country', '"XX" is not a country code'],
    [{ region: 'atlantis' }, 'region', 'europe (EU)'],
    [{ currency: 'ZZZ' }, 'currency', 'is not a currency code of ISO 4217'],
    [{ currency: 'CHF' }, 'currency', 'there is no exchange rate for CHF: use one of EUR, GBP, JPY, USD'],
    [{ newSince: '2026-02-30' }, 'newSince', 'is not a date'],
    [{ newSince: '0000-01-01' }, 'newSince', 'is not a date'],
    [{ newSince: '9999d' }, 'newSince', 'is not a date'],
    [{ q: '' }, 'q', 'is empty'],
    [{ q: 'a\0b' }, 'q', 'cannot be printed'],
    [{ provider: 'linode,' }, 'provider', '"" is not a name'],
    [{ q: { nested: true } }, 'q', 'is not a text'],
    [{ minMemory: '4GB', maxMemory: '2GB' }, 'minMemory', '4GB is above maxMemory (2GB)'],
    [{ minPrice: '10', maxPrice: '9.99' }, 'minPrice', '10.00 is above maxPrice (9.99)'],
    [{ minVcpu: '2', maxVcpu: '1' }, 'minVcpu', '2 is above maxVcpu (1)'],
    [{ provider: 'acme', excludeProvider: 'acme,zeta' }, 'excludeProvider', 'excludes every provider'],
    [{ toString: 'x' }, 'toString', 'is not a parameter'],
  ])('%o', (input, field, message) => {
    expect(errorsOf(input)).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  it('of repeated parameters', () => {
    expect(errorsOf(new URLSearchParams('country=DE&country=NL'))).toEqual([
      { field: 'country', message: expect.stringContaining('more than once') },
    ]);
    expect(errorsOf(new URLSearchParams('__proto__=1'))).toHaveLength(1);
  });

  it('all at once', () => {
    expect(errorsOf({ bogus: '1', minMemory: 'x', ipv6: 'no' }).map(({ field }) => field)).toEqual([
      'bogus',
      'minMemory',
      'ipv6',
    ]);
  });

  it('of amounts in a currency without a rate, also the one by default', () => {
    expect(errorsOf({ maxPrice: '5' }, rateTable('', {}))).toEqual([
      { field: 'currency', message: expect.stringContaining('USD') },
    ]);
    expect(errorsOf({ maxPrice: '5', currency: 'EUR' }, rateTable('', {}))).toEqual([]);
  });
});

describe('writing a filter', () => {
  it('reads back to the same filter, canonically', () => {
    fc.assert(
      fc.property(filterParams, (params) => {
        const parsed = parseFilter(params);
        fc.pre(parsed.ok);
        const written = filterToParams(parsed.value);
        expect(parseFilter(written)).toEqual(parsed);
        expect(parseFilter(new URLSearchParams(written))).toEqual(parsed);
        expect(filterToParams(parsed.value)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same thing the same way', () => {
    const [a, b] = [
      parseFilter({ country: 'nl,DE,nl', minMemory: '2048MB' }),
      parseFilter({ minMemory: '2gb', country: 'DE,NL' }),
    ];
    expect(a.ok && b.ok && filterHash(a.value) === filterHash(b.value)).toBe(true);
    expect(a.ok && filterToParams(a.value)).toEqual({ minMemory: '2GB', country: 'DE,NL' });
  });
});

describe('a whole search', () => {
  it('has an order, a page and facets', () => {
    const parsed = parseSearch({
      technology: 'kvm',
      sort: '-price-per-vcpu',
      limit: '10',
      cursor: 'abc',
      facets: 'country,technology',
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        filter: { technology: ['kvm'] },
        sort: { name: 'price-per-vcpu', reversed: true },
        limit: 10,
        cursor: 'abc',
        facets: ['country', 'technology'],
      },
    });
    expect(parseSearch({})).toMatchObject({
      ok: true,
      value: { sort: { name: 'price', reversed: false }, limit: 50, cursor: null },
    });
  });

  it.each([
    [{ sort: 'cheapest' }, 'sort'],
    [{ sort: '--price' }, 'sort'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '201' }, 'limit'],
    [{ facets: 'technology,colour' }, 'facets'],
    [{ cursor: '' }, 'cursor'],
    [{ view: 'full' }, 'view'],
  ])('says what is wrong with %o', (input, field) => {
    const parsed = parseSearch(input);
    expect(!parsed.ok && parsed.errors.map((error) => error.field)).toEqual([field]);
  });

  it('leaves parameters of others alone', () => {
    expect(parseSearch({ view: 'full' }, { others: ['view'] }).ok).toBe(true);
  });
});

it('describes every parameter in a sentence', () => {
  for (const { means, kind } of Object.values(CRITERIA)) {
    expect(means).toMatch(/^[A-Zv].*\.$/);
    expect(kind.says).not.toBe('');
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/explain/explain.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { matches, passes } from '../../domain/filter/predicate.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import { filterParams, generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const rows = generatedRows(200, 31);
const [sample] = rows;
const option = {
  termMonths: 1,
  regularMicros: 11_000_000n,
  introductoryMicros: null,
  setupFeeMicros: 0n,
  setupFeeKnown: true,
  currency: 'EUR',
  taxIncluded: false,
};
const base: SearchFacts = {
  ...(sample as SearchFacts),
  memoryMib: 2048,
  vcpu: null,
  productType: 'vps',
  availability: 'in-stock',
  withdrawn: false,
  transferGb: 900,
  unmetered: false,
  countries: ['DE'],
  countriesUnknown: false,
  options: [option],
};

function explained(params: Record<string, string>, more: Partial<SearchFacts> = {}) {
  const filter = parseFilter(params, { rates: RATES });
  if (!filter.ok) throw new Error(JSON.stringify(filter.errors));
  return explain(filter.value, { ...base, ...more }, context);
}

describe('explain', () => {
  it('says of each criterion what was asked, what there is, and whether it is met', () => {
    const told = explained({ minMemory: '2GB', minVcpu: '2', country: 'NL', currency: 'EUR' });
    expect(told.criteria.map(({ parameter, asked, has, verdict }) => [parameter, asked, has, verdict])).toEqual([
      ['minVcpu', '2', null, 'unknown'],
      ['minMemory', '2GB', '2GB', 'met'],
      ['country', 'NL', 'DE', 'not-met'],
    ]);
    expect(told).toMatchObject({ verdict: 'not-met', shown: false, nearMiss: false });
    expect(told.criteria[2]?.words).toBe('country=NL: not met; it has DE');
  });

  it('measures how near a miss is: prices, sizes, and the nearest of several ways', () => {
    const miss = (params: Record<string, string>) => explained({ currency: 'EUR', ...params }).criteria[0]?.miss;
    expect(miss({ maxPrice: '10' })).toEqual({ percent: 10, words: '10 % over', near: true });
    expect(miss({ minMemory: '4GB' })).toEqual({ percent: 50, words: '50 % short', near: false });
    expect(miss({ minTransfer: '1TB' })).toEqual({ percent: 10, words: '10 % short', near: true });
    expect(miss({ maxPrice: '10.999999' })?.percent).toBe(0.1);
    expect(miss({ maxPrice: '0' })).toBeNull();
    expect(miss({ country: 'NL' })).toBeNull();
    expect(explained({ maxPrice: '10', minTransfer: '1TB', currency: 'EUR' })).toMatchObject({
      verdict: 'not-met',
      nearMiss: true,
    });
    expect(explained({ maxPrice: '10', country: 'NL', currency: 'EUR' }).nearMiss).toBe(false);
  });

  it('tells prices in the asked currency', () => {
    expect(explained({ maxPrice: '20', currency: 'USD' }).criteria[0]?.has).toBe('12.6874 USD a month');
  });

  it('says what searches leave out by default, and whether that leaves this row out', () => {
    const applying = (more: Partial<SearchFacts>, params = {}) =>
      explained(params, more).exclusions.flatMap(({ parameter, applies }) => (applies ? [parameter] : []));
    expect(applying({})).toEqual([]);
    expect(applying({ availability: 'sold-out' })).toEqual(['availability']);
    expect(applying({ productType: 'dedicated', withdrawn: true })).toEqual(['productType', 'state']);
    expect(
      explained({ availability: 'sold-out' }, { availability: 'sold-out' }).exclusions.map(({ parameter }) => parameter),
    ).toEqual(['productType', 'state']);
    expect(explained({}, { withdrawn: true })).toMatchObject({ verdict: 'not-met', shown: false, nearMiss: false });
  });

  it('agrees with the search about every row and filter', () => {
    fc.assert(
      fc.property(filterParams, fc.constantFrom(...rows), (params, row) => {
        const parsed = parseFilter(params, { rates: RATES });
        if (!parsed.ok) return;
        const told = explain(parsed.value, row, context);
        const met = matches(parsed.value, row, context);
        expect(told.verdict).toBe(met === null ? 'unknown' : met ? 'met' : 'not-met');
        expect(told.shown).toBe(passes(parsed.value, row, context));
        for (const { verdict, miss } of told.criteria) if (miss) expect([verdict, miss.percent > 0]).toEqual(['not-met', true]);
      }),
      { numRuns: 500 },
    );
  });
});

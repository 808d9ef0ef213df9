import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferFilter } from '../../../domain/filter/criteria.ts';
import { filterToParams, parseFilter } from '../../../domain/filter/parse.ts';
import { passes } from '../../../domain/filter/predicate.ts';
import { createFilterIndex } from '../../../domain/watch/filter-index.ts';
import { filterParams, generatedRows, NOW, RATES } from '../../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const rows = generatedRows(300, 7);

const filters: fc.Arbitrary<OfferFilter[]> = fc.array(filterParams, { minLength: 1, maxLength: 60 }).map((all) =>
  all.flatMap((params) => {
    const read = parseFilter(params, { rates: RATES });
    return read.ok ? [read.value] : [];
  }),
);

describe('an index of filters', () => {
  it('finds for a row exactly the filters whose search shows it', () => {
    let found = 0;
    fc.assert(
      fc.property(filters, (all) => {
        const index = createFilterIndex(context);
        for (const [id, filter] of all.entries()) index.add(id, filter);
        for (const row of rows) {
          const wanted = all.flatMap((filter, id) => (passes(filter, row, context) ? [id] : []));
          expect(index.match(row).toSorted((a, b) => a - b)).toEqual(wanted);
          found += wanted.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(10_000);
  });

  it('takes filters in while rows are asked for', () => {
    const index = createFilterIndex(context);
    const [row] = rows.filter(
      ({ withdrawn, availability, productType }) => !withdrawn && availability === 'in-stock' && productType === 'vps',
    );
    if (!row) throw new Error('no such row');
    expect(index.match(row)).toEqual([]);
    index.add(1, {});
    index.add(2, { productType: ['dedicated'] });
    expect(index.match(row)).toEqual([1]);
    index.add(3, { provider: [row.providerId, 'other'] });
    expect(index.match(row).toSorted()).toEqual([1, 3]);
    expect(index.size).toBe(3);
  });

  it('asks of equal filters once, whatever they are called by', () => {
    const index = createFilterIndex(context);
    const read = parseFilter(filterToParams({ country: ['DE'] }));
    if (!read.ok) throw new Error('no filter');
    for (let id = 0; id < 100; id++) index.add(id, read.value);
    const inGermany = rows.find((row) => passes(read.value, row, context));
    if (!inGermany) throw new Error('no such row');
    expect(index.match(inGermany)).toHaveLength(100);
  });
});

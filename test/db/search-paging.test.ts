import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { passes } from '../../domain/filter/predicate.ts';
import { SORT_NAMES, type Sort, sorted, writeSort } from '../../domain/filter/sort.ts';
import { useDatabase } from '../support/database.ts';
import { filterParams, generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const rows = generatedRows(300, 7);
const database = useDatabase();
const sorts = SORT_NAMES.flatMap((name) => [
  { name, reversed: false },
  { name, reversed: true },
]);

beforeAll(async () => {
  await replaceSearchRows(database.sql, [...new Set(rows.map((row) => row.planId))], rows);
});

async function allPages(filter: OfferFilter, sort: Sort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const answer = await searchOffers(database.sql, { filter, sort, limit, cursor }, context);
    if (answer === 'bad-cursor') throw new Error('its own cursor was refused');
    expect(answer.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...answer.rows.map(({ row }) => row.id));
    cursor = answer.next;
  } while (cursor !== null);
  return ids;
}

describe('paging', () => {
  it.each(sorts.map((sort) => [writeSort(sort), sort] as const))(
    'by %s meets each row once, in order, unknown last',
    async (_, sort) => {
      for (const filter of [{}, { includeUnknown: true, horizon: 1 }, { horizon: 24, term: 12 }]) {
        const expected = sorted(
          rows.filter((row) => passes(filter, row, context)),
          sort,
          filter,
          context,
        );
        expect(await allPages(filter, sort, 37)).toEqual(expected.map((row) => row.rowId));
      }
    },
  );

  it('meets each row once for any filter, order and size of page', async () => {
    const sort = fc.constantFrom(...sorts);
    await fc.assert(
      fc.asyncProperty(filterParams, sort, fc.integer({ min: 5, max: 200 }), async (params, order, limit) => {
        const parsed = parseFilter(params, { rates: RATES });
        if (!parsed.ok) return;
        const filter = parsed.value;
        const passing = rows.filter((row) => passes(filter, row, context));
        const expected = sorted(passing, order, filter, context).map((row) => row.rowId);
        expect(await allPages(filter, order, limit)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('ends where a page is exactly full', async () => {
    const filter = { provider: ['acme'], includeUnknown: true };
    const count = rows.filter((row) => passes(filter, row, context)).length;
    const answer = await searchOffers(
      database.sql,
      { filter, sort: { name: 'memory', reversed: false }, limit: count, cursor: null },
      context,
    );
    expect(answer).toMatchObject({ next: null, total: count });
  });
});

describe('cursors', () => {
  const price: Sort = { name: 'price', reversed: false };
  const ask = (filter: OfferFilter, sort: Sort, cursor: string | null) =>
    searchOffers(database.sql, { filter, sort, limit: 2, cursor }, context);

  it('belong to one order and one filter', async () => {
    const first = await ask({}, price, null);
    const cursor = first === 'bad-cursor' ? null : first.next;
    expect(cursor).not.toBeNull();
    expect(await ask({}, price, cursor)).not.toBe('bad-cursor');
    expect(await ask({}, { ...price, reversed: true }, cursor)).toBe('bad-cursor');
    expect(await ask({ minMemory: 512 }, price, cursor)).toBe('bad-cursor');
  });

  it.each([
    ['nonsense', '%%%'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['another shape', Buffer.from('{"k":1}').toString('base64url')],
  ])('that are %s are refused', async (_, cursor) => {
    expect(await ask({}, price, cursor)).toBe('bad-cursor');
  });

  it.each([
    [price, '1e5'],
    [price, '9223372036854775808'],
    [price, "1'; drop table search_rows; --"],
    [{ name: 'vcpu', reversed: false } as Sort, 'NaN'],
    [{ name: 'newest', reversed: false } as Sort, 'yesterday'],
    [{ name: 'newest', reversed: false } as Sort, '2026-13-01 00:00:00+00'],
  ])('with a forged key are refused (%o)', async (sort, key) => {
    const first = await ask({}, sort, null);
    const cursor = first === 'bad-cursor' || first.next === null ? '' : first.next;
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, unknown>;
    expect(await ask({}, sort, Buffer.from(JSON.stringify({ ...parts, key })).toString('base64url'))).toBe('bad-cursor');
  });
});

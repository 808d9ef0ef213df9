/** Paging while the catalogue changes: every page is of the catalogue that the first one was of. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { facetCounts } from '../../db/queries/facet-counts.ts';
import { moveObservation, raiseVersion } from '../../db/queries/publications.ts';
import { storeRates } from '../../db/queries/rates.ts';
import { recomputePrices } from '../../db/queries/recompute-prices.ts';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import type { SearchRowRecord } from '../../db/queries/search-row-values.ts';
import { type RateTable, rateTable } from '../../domain/exchange-rates.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { passes } from '../../domain/filter/predicate.ts';
import { SORT_NAMES, type Sort, sorted } from '../../domain/filter/sort.ts';
import { useDatabase } from '../support/database.ts';
import { filterParams, generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const database = useDatabase();
/** The same plans in three states; a shorter one lacks some, a longer one has more. */
const STATES = [generatedRows(60, 7), generatedRows(48, 8), generatedRows(72, 9)];
const planIds = [...new Set(STATES.flat().map((row) => row.planId))];
const LATER_RATES = { USD: '1.2001', GBP: '0.8001', JPY: '160.7' };
const perEuro = { USD: '1.1534', GBP: '0.8813', JPY: '178.05' };

beforeEach(async () => {
  await database.sql`truncate rates, search_rows, search_options, past_search_rows, catalogue_version`;
  await storeRates(database.sql, { date: '2026-11-20', perEuro, url: 'https://rates.example', observedAt: NOW });
  await publish(planIds, STATES[0] ?? []);
});

/** What a publication does to search. */
function publish(plans: readonly string[], rows: readonly SearchRowRecord[]): Promise<void> {
  return database.transaction(async ({ sql }) => {
    await raiseVersion(sql);
    await replaceSearchRows(
      sql,
      plans,
      rows.filter((row) => plans.includes(row.planId)),
    );
  });
}

/** What new rates do to search. */
function changeRates(): Promise<void> {
  return database.transaction(async ({ sql }) => {
    await storeRates(sql, { date: '2026-11-23', perEuro: LATER_RATES, url: 'https://rates.example', observedAt: NOW });
    await raiseVersion(sql);
    await recomputePrices(sql, rateTable('2026-11-23', LATER_RATES));
  });
}

const ask = (
  filter: OfferFilter,
  sort: Sort,
  page: { limit: number; cursor: string | null },
  at: { now: string; rates: RateTable },
) => consistentRead(database.sql, (sql) => searchOffers(sql, { filter, sort, ...page }, at));

/** Pages to the end; something happens after each page, and the hour goes on. */
async function walk(filter: OfferFilter, sort: Sort, limit: number, meanwhile: (page: number) => Promise<RateTable>) {
  const pages: { ids: string[]; total: number; version: number }[] = [];
  let cursor: string | null = null;
  let rates = RATES;
  do {
    const now = new Date(Date.parse(NOW) + pages.length * 60_000).toISOString();
    const answer = await ask(filter, sort, { limit, cursor }, { now, rates });
    if (answer === 'bad-cursor') throw new Error('its own cursor was refused');
    pages.push({ ids: answer.rows.map(({ row }) => row.id), total: answer.total, version: answer.context.asOf.version });
    cursor = answer.next;
    rates = await meanwhile(pages.length);
  } while (cursor !== null);
  return pages;
}

const inOrder = (rows: readonly SearchRowRecord[], filter: OfferFilter, sort: Sort) => {
  const context = { now: NOW, rates: RATES };
  return sorted(
    rows.filter((row) => passes(filter, row, context)),
    sort,
    filter,
    context,
  ).map((row) => row.rowId);
};

describe('paging while something is published', () => {
  it('meets each row of the first catalogue once and in order, whatever is replaced, withdrawn, added or converted anew', async () => {
    const sorts = SORT_NAMES.flatMap((name) => [
      { name, reversed: false },
      { name, reversed: true },
    ]);
    const event = fc.record({
      state: fc.constantFrom(0, 1, 2),
      plans: fc.subarray(planIds),
      rates: fc.nat(3).map((n) => n === 0),
    });
    const run = fc.tuple(
      filterParams,
      fc.constantFrom(...sorts),
      fc.integer({ min: 3, max: 12 }),
      fc.array(event, { minLength: 2, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(run, async ([params, sort, limit, events]) => {
        await database.sql`truncate search_rows, search_options, past_search_rows, catalogue_version`;
        await database.sql`delete from rates where date > '2026-11-20'`;
        await publish(planIds, STATES[0] ?? []);
        const parsed = parseFilter(params, { rates: RATES });
        if (!parsed.ok) return;
        let rates = RATES;
        const pages = await walk(parsed.value, sort, limit, async (page) => {
          const happens = events[page % events.length];
          if (happens?.rates) {
            await changeRates();
            rates = rateTable('2026-11-23', LATER_RATES);
          } else if (happens) await publish(happens.plans, STATES[happens.state] ?? []);
          return rates;
        });
        const expected = inOrder(STATES[0] ?? [], parsed.value, sort);
        expect(pages.flatMap(({ ids }) => ids)).toEqual(expected);
        expect(new Set(pages.map(({ total, version }) => `${total} of ${version}`))).toEqual(
          new Set([`${expected.length} of 1`]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('does so through an empty catalogue in between', async () => {
    const sort: Sort = { name: 'price', reversed: false };
    const filter = { includeUnknown: true };
    const pages = await walk(filter, sort, 7, async (page) => {
      await publish(planIds, page % 2 === 1 ? [] : (STATES[2] ?? []));
      return RATES;
    });
    expect(pages.flatMap(({ ids }) => ids)).toEqual(inOrder(STATES[0] ?? [], filter, sort));
    expect((await ask(filter, sort, { limit: 200, cursor: null }, { now: NOW, rates: RATES })) as object).toMatchObject({
      total: inOrder(pages.length % 2 === 1 ? [] : (STATES[2] ?? []), filter, sort).length,
    });
  });

  it('keeps what was stale on the first page stale, when the source is read again meanwhile', async () => {
    const { sql } = database;
    const filter: OfferFilter = { state: ['stale'], includeUnknown: true };
    const sort: Sort = { name: 'memory', reversed: false };
    await sql`update search_rows set source_id = 'acme', observation = 'live', withdrawn = false, product_type = 'vps', availability = 'in-stock',
      observed_at = '2026-11-01T00:00:00Z', stale_at = '2026-11-02T00:00:00Z'`;
    await sql`insert into offers (provider_id, offer_id, plan_id, source_id, availability, prices, price_hash, first_seen_at, last_seen_at)
      select distinct 'acme', plan_id || '@-', plan_id, 'acme', '{}'::jsonb, '[]'::jsonb, '', now(), ${NOW}::timestamptz from search_rows`;
    const first = await ask(filter, sort, { limit: 200, cursor: null }, { now: NOW, rates: RATES });
    const stale = first === 'bad-cursor' ? [] : first.rows.map(({ row }) => row.id);
    const pages = await walk(filter, sort, 9, async () => {
      await database.transaction(async (tx) => {
        await raiseVersion(tx.sql);
        await moveObservation(tx.sql, { sourceId: 'acme', observedAt: NOW }, 72);
      });
      return RATES;
    });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap(({ ids }) => ids)).toEqual(stale);
    expect(await ask(filter, sort, { limit: 9, cursor: null }, { now: NOW, rates: RATES })).toMatchObject({ total: 0 });
    await sql`truncate offers`;
  });

  it('counts facets over the same catalogue', async () => {
    const filter = { includeUnknown: true };
    const read = (cursor: string | null) =>
      consistentRead(database.sql, async (sql) => {
        const question = { filter, sort: { name: 'price', reversed: false }, limit: 5, cursor } as const;
        const answer = await searchOffers(sql, question, { now: NOW, rates: RATES });
        if (answer === 'bad-cursor') throw new Error('its own cursor was refused');
        return { next: answer.next, facets: await facetCounts(sql, filter, ['technology', 'country'], answer.context) };
      });
    const first = await read(null);
    await publish(planIds, STATES[1] ?? []);
    expect((await read(first.next)).facets).toEqual(first.facets);
  });
});

describe('a cursor', () => {
  const sort: Sort = { name: 'price', reversed: false };
  const page = async (cursor: string | null, now = NOW) => ask({}, sort, { limit: 5, cursor }, { now, rates: RATES });
  const firstCursor = async () => {
    const first = await page(null);
    return first === 'bad-cursor' ? null : first.next;
  };

  it('lives an hour from its first page', async () => {
    const cursor = await firstCursor();
    expect(await page(cursor, '2026-11-23T13:00:00.000Z')).not.toBe('bad-cursor');
    expect(await page(cursor, '2026-11-23T13:00:00.001Z')).toBe('bad-cursor');
  });

  it('is refused of a catalogue that never was, and where its rates were corrected', async () => {
    const cursor = (await firstCursor()) ?? '';
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, unknown>;
    const forged = (more: object) => Buffer.from(JSON.stringify({ ...parts, ...more })).toString('base64url');
    expect(await page(forged({}))).not.toBe('bad-cursor');
    for (const more of [
      { version: 99 },
      { version: -1 },
      { version: 'x' },
      { now: 'noon' },
      { rates: ['2026-11-20', 'other'] },
      { rates: ['2020-01-01', 'x'] },
    ]) {
      expect(await page(forged(more))).toBe('bad-cursor');
    }
  });

  it('leaves nothing behind: what no cursor can ask for any more is purged', async () => {
    await publish(planIds, STATES[1] ?? []);
    const past = async () =>
      (await database.sql<{ count: number }[]>`select count(*)::int as count from past_search_rows`)[0]?.count;
    expect(await past()).toBe(60);
    await database.sql`update past_search_rows set retired_at = now() - interval '3 hours'`;
    await publish(['plan-0'], STATES[2] ?? []);
    expect(await past()).toBe(3);
  });
});

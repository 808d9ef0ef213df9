import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { streamOffers } from '../../db/queries/stream-offers.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { passes } from '../../domain/filter/predicate.ts';
import { SORT_NAMES, type Sort, sorted } from '../../domain/filter/sort.ts';
import { useDatabase } from '../support/database.ts';
import { filterParams, generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const context = { now: NOW, rates: RATES };
const rows = generatedRows(500, 11);
const database = useDatabase();
const price: Sort = { name: 'price', reversed: false };
const sorts = SORT_NAMES.flatMap((name) => [
  { name, reversed: false },
  { name, reversed: true },
]);

beforeAll(async () => {
  await replaceSearchRows(database.sql, [...new Set(rows.map((row) => row.planId))], rows);
});

const never = () => new AbortController().signal;

async function streamed(filter: OfferFilter, sort: Sort): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of streamOffers(database.sql, { filter, sort }, context, never()))
    ids.push(...batch.map(({ row }) => row.id));
  return ids;
}

/** Transactions that are open on this database by other connections. */
async function openTransactions(): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`select count(*)::int4 as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend'`;
  return row?.count ?? 0;
}

describe('streaming', () => {
  it('gives each row once, in order, unknown last, for any filter and order', async () => {
    await fc.assert(
      fc.asyncProperty(filterParams, fc.constantFrom(...sorts), async (params, sort) => {
        const parsed = parseFilter(params, { rates: RATES });
        if (!parsed.ok) return;
        const filter = parsed.value;
        const expected = sorted(
          rows.filter((row) => passes(filter, row, context)),
          sort,
          filter,
          context,
        );
        expect(await streamed(filter, sort)).toEqual(expected.map((row) => row.rowId));
      }),
      { numRuns: 60 },
    );
  });

  it('shows one state of the database, whatever is published meanwhile', async () => {
    const all = {
      includeUnknown: true,
      state: ['live', 'recorded', 'stale', 'withdrawn'],
      availability: ['in-stock', 'limited', 'sold-out', 'pre-order', 'unknown'],
    };
    const before = await streamed(all, price);
    expect(before.length).toBeGreaterThan(300);
    const stream = streamOffers(database.sql, { filter: all, sort: price }, context, never());
    const first = await stream.next();
    const gone = rows.slice(0, 300);
    await replaceSearchRows(database.sql, [...new Set(gone.map((row) => row.planId))], []);
    const ids = (first.value ?? []).map(({ row }) => row.id);
    for await (const batch of stream) ids.push(...batch.map(({ row }) => row.id));
    await replaceSearchRows(database.sql, [...new Set(gone.map((row) => row.planId))], gone);
    expect(ids).toEqual(before);
  });

  it('leaves nothing open when its reader ends early', async () => {
    for await (const _ of streamOffers(database.sql, { filter: { includeUnknown: true }, sort: price }, context, never())) break;
    expect(await openTransactions()).toBe(0);
    expect(await streamed({ provider: ['acme'] }, price)).not.toEqual([]);
  });

  it('cancels a statement under way when it is told to stop', async () => {
    const controller = new AbortController();
    const stream = streamOffers(database.sql, { filter: { includeUnknown: true }, sort: price }, context, controller.signal);
    const locker = await database.sql.reserve();
    await locker`begin`;
    await locker`lock table search_rows in access exclusive mode`;
    const reading = stream.next().then(
      () => 'read',
      (error: { code?: string }) => error.code,
    );
    await delay(100);
    controller.abort();
    expect(await reading).toBe('57014');
    await locker`rollback`;
    locker.release();
    expect(await openTransactions()).toBe(0);
  });

  it('does not begin when it was already told to stop', async () => {
    const stream = streamOffers(database.sql, { filter: {}, sort: price }, context, AbortSignal.abort());
    await expect(stream.next()).rejects.toThrow();
    expect(await openTransactions()).toBe(0);
  });
});

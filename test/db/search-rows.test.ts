import { beforeAll, describe, expect, it } from 'vitest';
import { facetCounts } from '../../db/queries/facet-counts.ts';
import { recomputePrices } from '../../db/queries/recompute-prices.ts';
import { replaceSearchRows } from '../../db/queries/replace-search-rows.ts';
import { cheapestCost, lowestSetupFee } from '../../domain/comparable.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import { passes } from '../../domain/filter/predicate.ts';
import { useDatabase } from '../support/database.ts';
import { generatedRows, NOW, RATES } from '../support/generated-rows.ts';

const rows = generatedRows(200, 99);
const database = useDatabase();

beforeAll(async () => {
  await replaceSearchRows(database.sql, [...new Set(rows.map((row) => row.planId))], rows);
});

describe('replaceSearchRows', () => {
  it('keeps every value as given', async () => {
    const found = await database.sql<Record<string, unknown>[]>`select * from search_rows order by row_id`;
    expect(found).toHaveLength(rows.length);
    for (const [index, row] of rows.entries()) {
      expect(found[index]).toMatchObject({
        row_id: row.rowId,
        vcpu: row.vcpu,
        unmetered: row.unmetered,
        guests: row.guests,
        countries: row.countries,
        term_months: row.termMonths,
        price_euro_micros: row.priceEuroMicros,
        row: row.row,
      });
    }
  });

  it('replaces rows and options of the given plans, and no others', async () => {
    const options = () => database.sql<{ count: bigint }[]>`select count(*) from search_options`;
    const [before] = await options();
    const some = rows.filter((row) => row.planId === 'plan-0');
    const [one] = some;
    await replaceSearchRows(database.sql, ['plan-0'], one ? [{ ...one, memoryMib: 77 }] : []);
    const found = await database.sql`select row_id, memory_mib from search_rows where plan_id = 'plan-0'`;
    expect([...found]).toEqual([{ row_id: one?.rowId, memory_mib: 77 }]);
    const lost = some.slice(1).reduce((sum, row) => sum + row.options.length, 0);
    expect((await options())[0]?.count).toBe((before?.count ?? 0n) - BigInt(lost));
    await replaceSearchRows(database.sql, ['plan-0'], some);
  });
});

it('search scans facts without the public JSON', async () => {
  const apart = await database.sql`select attname from pg_attribute
    where attrelid = 'search_rows'::regclass and attnum > 0 and not attisdropped and attstorage in ('x', 'e') order by 1`;
  expect(apart).toEqual([{ attname: 'risk' }, { attname: 'row' }]);
  const [table] = await database.sql`select reloptions from pg_class where relname = 'search_rows'`;
  expect(table?.reloptions).toContain('toast_tuple_target=1024');
});

describe('recomputePrices', () => {
  it('brings stored prices and fees to new rates, exactly as the rules compute them', async () => {
    const fresh = rateTable('2026-11-23', { USD: '1.0001', JPY: '160.7', XXP: '3' });
    expect(await recomputePrices(database.sql, fresh)).toBeGreaterThan(50);
    const found =
      await database.sql`select row_id, price_euro_micros as price, setup_fee_euro_micros as fee from search_rows order by row_id`;
    const expected = rows.map((row) => ({
      row_id: row.rowId,
      price: cheapestCost(row.options, { horizonMonths: 12, termMonths: null }, fresh)?.perMonthEuroMicros ?? null,
      fee: lowestSetupFee(row.options, null, fresh),
    }));
    expect([...found]).toEqual(expected);
    expect(await recomputePrices(database.sql, fresh)).toBe(0);
    await recomputePrices(database.sql, RATES);
  });
});

describe('facetCounts', () => {
  it('counts single values and lists over what the filter finds, unknown among them', async () => {
    const filter = { minMemory: 1024 };
    const context = { now: NOW, rates: RATES };
    const found = rows.filter((row) => passes(filter, row, context));
    const counts = await facetCounts(database.sql, filter, ['technology', 'country'], context);
    const count = (values: readonly string[]) =>
      Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((other) => other === value).length]));
    const told = (facet: 'technology' | 'country') =>
      Object.fromEntries((counts[facet] ?? []).map((one) => [one.value, one.count]));
    expect(told('technology')).toEqual(count(found.map((row) => row.technology ?? 'unknown')));
    expect(told('country')).toEqual(count(found.flatMap((row) => (row.countries.length > 0 ? row.countries : ['unknown']))));
    expect(counts.technology?.map((one) => one.count)).toEqual(
      counts.technology?.map((one) => one.count).toSorted((a, b) => b - a),
    );
  });
});

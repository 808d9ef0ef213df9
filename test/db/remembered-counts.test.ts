import { beforeEach, describe, expect, it } from 'vitest';
import { contextNow } from '../../db/queries/as-of.ts';
import { type CountFilter, rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';

const database = useDatabase();
const RATES = rateTable('2026-11-20', { USD: '1.25' });
const HOUR = '2026-11-22T13:00:00.000Z';

beforeEach(async () => {
  await database.sql`truncate plans, offers, price_periods, changes, search_rows, search_options, past_search_rows, catalogue_version, scrape_runs`;
  await seedAcme(database);
  await publishPlans(
    database,
    '2026-11-22T12:00:00.000Z',
    ['a', 'b'].map((key) => ({ key, sold: { fsn: '5.00 EUR' } })),
  );
});

async function total(count: CountFilter, filter: OfferFilter = {}, now = HOUR): Promise<number> {
  const context = await contextNow(database.sql, { now, rates: RATES });
  return (await count(database.sql, filter, context)).total;
}

describe('remembered counts', () => {
  it('are those of the catalogue, until the next one', async () => {
    const count = rememberedCounts();
    expect(await total(count)).toBe(2);
    await publishPlans(
      database,
      '2026-11-22T12:30:00.000Z',
      ['a', 'b', 'c'].map((key) => ({ key, sold: { fsn: '5.00 EUR' } })),
    );
    expect(await total(count)).toBe(3);
  });

  it('ask the database once for a filter, and once for each other', async () => {
    const count = rememberedCounts();
    expect(await total(count)).toBe(2);
    // Behind the catalogue's back: whoever counts again sees it.
    await database.sql`delete from search_rows where plan_id like '%:b'`;
    expect(await total(count)).toBe(2);
    expect(await total(count, { provider: ['acme'] })).toBe(1);
    expect(await total(count, { includeUnknown: true })).toBe(1);
    expect(await total(rememberedCounts())).toBe(1);
  });

  it('that depend on the hour are not those of another', async () => {
    const count = rememberedCounts();
    const filter: OfferFilter = { state: ['stale'] };
    expect(await total(count, filter)).toBe(0);
    expect(await total(count, filter, '2027-11-22T13:00:00.000Z')).toBe(2);
  });
});

/** What fires is what search would have found: watches for any change, and search, asked the same of the same publications. */
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { newestRates } from '../../db/queries/rates.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import { parseFilter } from '../../domain/filter/parse.ts';
import { DEFAULT_SORT } from '../../domain/filter/sort.ts';
import { useDatabase } from '../support/database.ts';
import { filterParams } from '../support/generated-rows.ts';
import { publishPlans, type SmallPlan, seedAcme } from '../support/publish-fixture.ts';
import { emptyAll, watching } from './support/watching.ts';

const database = useDatabase();
const noMailer = { send: () => Promise.reject(new Error('nothing is sent here')), close: () => undefined };
const START = Date.parse('2026-11-23T00:00:00.000Z');
const hour = (hours: number) => new Date(START + hours * 3_600_000).toISOString();

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

/** A plan but for its prices. */
const plan = fc.record({
  memoryMib: fc.constantFrom(null, 512, 1024, 2048, 4096),
  vcpu: fc.constantFrom(1, 2, 4),
  technology: fc.constantFrom('kvm' as const, 'unknown' as const),
  places: fc.subarray(['fsn', 'ams', 'dal', '-'], { minLength: 1 }),
  stock: fc.constantFrom('in-stock' as const, 'sold-out' as const, 'unknown' as const, 'limited' as const),
  currency: fc.constantFrom('EUR', 'USD', 'GBP', 'XXP'),
  /** In hundredths, one for each publication; equal ones are no change. */
  prices: fc.array(fc.constantFrom(200, 499, 500, 2300, 2400, 6000), { minLength: 3, maxLength: 3 }),
});
type Generated = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const sold = ({ places, stock, currency, prices, ...more }: Generated, index: number, round: number): SmallPlan => ({
  key: `p${index}`,
  ...more,
  sold: Object.fromEntries(places.map((place) => [place, `${((prices[round] ?? 0) / 100).toFixed(2)} ${currency}`])),
  stock: Object.fromEntries(places.map((place) => [place, stock])),
});

/** Filters of every make, and everyday ones that find something. */
const everyday = fc
  .record(
    {
      country: fc.constantFrom('DE', 'NL', 'US,DE'),
      minMemory: fc.constantFrom('1GB', '2GB'),
      maxPrice: fc.constantFrom('5.00', '24.00', '4.99'),
      currency: fc.constantFrom('EUR', 'USD', 'GBP'),
      availability: fc.constantFrom('in-stock,sold-out', 'unknown'),
      includeUnknown: fc.constantFrom('true', 'false'),
    },
    { requiredKeys: [] },
  )
  .map((params) => Object.fromEntries(Object.entries(params)));

it('any change of what a search shows is told, and nothing else', async () => {
  const seen = { told: 0, untold: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(plan, { minLength: 4, maxLength: 10 }),
      fc.array(fc.oneof(filterParams, everyday, everyday), { minLength: 20, maxLength: 30 }),
      async (plans, filters) => {
        await emptyAll(database);
        await seedAcme(database);
        const world = watching(database, hour(0), { mailer: noMailer });
        await publishPlans(
          database,
          hour(0),
          plans.map((one, index) => sold(one, index, 0)),
        );
        await world.match();
        const subscriber = await world.subscriber('ann@example.org');
        const rates = await newestRates(database.sql);
        const watches = [];
        for (const params of filters) {
          const filter = parseFilter(params, { rates });
          if (!filter.ok) continue;
          const { id } = await world.watch(subscriber, { filter: params, rule: 'any-change' });
          watches.push({ id, params, filter: filter.value });
        }
        for (const round of [1, 2]) {
          await publishPlans(
            database,
            hour(round),
            plans.map((one, index) => sold(one, index, round)),
          );
          world.clock.now = Date.parse(hour(round));
          await world.match();
          const moved = new Set(
            plans.flatMap(({ prices }, index) => (prices[round] === prices[round - 1] ? [] : [`acme:p${index}`])),
          );
          const alerts = await database.sql<{ id: string; content: { items: { planId: string }[] } }[]>`
            select watch_id as id, content from deliveries where kind = 'alert' and created_at = ${hour(round)}`;
          const told = new Map(
            alerts.map(({ id, content }) => [id, [...new Set(content.items.map(({ planId }) => planId))].toSorted()]),
          );
          for (const { id, params, filter } of watches) {
            const question = { filter, sort: DEFAULT_SORT, limit: 200, cursor: null };
            const found = await searchOffers(database.sql, question, { now: hour(round), rates });
            if (found === 'bad-cursor') throw new Error('the first page has no cursor');
            const planIds = new Set(found.rows.map(({ row }) => row.id.split('~')[0] ?? ''));
            const expected = [...planIds].filter((planId) => moved.has(planId)).toSorted();
            expect({ round, params, told: told.get(id) ?? [] }).toEqual({ round, params, told: expected });
            seen[expected.length > 0 ? 'told' : 'untold'] += 1;
          }
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
  expect(Math.min(seen.told, seen.untold)).toBeGreaterThan(50);
});

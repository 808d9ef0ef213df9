/** News waits for its assessment: searches by risk find it, and messages tell the level and its main reason. */
import { beforeEach, expect, it } from 'vitest';
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import { assessRows } from '../../jobs/risk/assess-rows.ts';
import { useDatabase } from '../support/database.ts';
import { type SmallPlan, seedAcme } from '../support/publish-fixture.ts';
import { acmeWorld, inFalkenstein } from './support/acme-world.ts';
import { emptyAll } from './support/watching.ts';

const database = useDatabase();
const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const AN_HOUR = 3600;

beforeEach(async () => {
  await emptyAll(database);
  await database.sql`truncate risk_assessments, market_peers`;
  await seedAcme(database);
});

/** Fourteen usual prices, and one plan among them. */
const shelf = (price: string): SmallPlan[] => [
  inFalkenstein(price),
  ...Array.from({ length: 14 }, (_, index) => inFalkenstein(`${(5 + index / 10).toFixed(2)} EUR`, { key: `p${index}` })),
];

async function setUp() {
  const world = await acmeWorld(database, at(1));
  const assess = async () =>
    assessRows({ database, costRates: await readCostRates(), cpuScores: [], now: () => world.clock.now });
  await world.publish(at(1), ...shelf('6.00 EUR'));
  await assess();
  await world.match(AN_HOUR);
  const subscriber = await world.subscriber('ann@example.org');
  return { world, subscriber, assess };
}

it('an alert tells the risk of the offer as it is now, not that it is not known yet', async () => {
  const { world, subscriber, assess } = await setUp();
  await world.watch(subscriber, { filter: {}, rule: 'price-below', threshold: 5, currency: 'EUR' });
  await world.watch(subscriber, { filter: { maxRisk: 'elevated' }, rule: 'any-change' });
  await world.watch(subscriber, { filter: { maxRisk: 'guarded' }, rule: 'any-change' });
  await world.publish(at(2), ...shelf('0.40 EUR'));
  world.goTo(at(2));
  expect(await world.match(AN_HOUR)).toMatchObject({ runs: 0 });
  await assess();
  expect(await world.match(AN_HOUR)).toMatchObject({ runs: 1, alerts: 2 });
  await world.deliver();
  const [mail] = world.office.mails;
  expect(mail?.text).toMatch(/^ {2}Risk: elevated: [a-z].+/m);
  expect(mail?.html).toMatch(/<dt>Risk<\/dt><dd>elevated: [a-z].+?<\/dd>/);
});

it('where no assessment comes it goes without, once it has waited long enough', async () => {
  const { world, subscriber } = await setUp();
  await world.watch(subscriber, { filter: {}, rule: 'any-change' });
  await world.publish(at(2), ...shelf('0.40 EUR'));
  world.goTo(at(2));
  expect(await world.match(AN_HOUR)).toMatchObject({ runs: 0 });
  await database.sql`update unmatched_runs set noted_at = noted_at - interval '2 hours'`;
  expect(await world.match(AN_HOUR)).toMatchObject({ runs: 1, alerts: 1 });
  await world.deliver();
  expect(world.office.mails[0]?.text).toContain('Risk: not known');
});

it('what needs no new assessment waits for none', async () => {
  const { world, subscriber } = await setUp();
  await world.watch(subscriber, { filter: {}, rule: 'any-change' });
  await world.publish(
    at(2),
    ...shelf('6.00 EUR').map((plan, index) => (index === 0 ? { ...plan, stock: { fsn: 'sold-out' as const } } : plan)),
  );
  world.goTo(at(2));
  expect(await world.match(AN_HOUR)).toMatchObject({ runs: 1, alerts: 1 });
});

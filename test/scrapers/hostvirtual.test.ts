import { expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { hostvirtual } from '../../scrapers/sources/hostvirtual.ts';
import { page } from './support.ts';

const vr256 = { plan_id: '31', plan: 'VR256', ram: '256MB', disk: '10GB', transfer: '200GB', price: '10.00', available: '1167' };
const read = (...changes: object[]) =>
  readPages(
    hostvirtual,
    [
      page(
        'sizes',
        changes.map((change) => ({ ...vr256, ...change })),
      ),
    ],
    null,
  );

test('the count of what is left is stock and quantity', () => {
  const stock = read({}, { plan_id: '2', available: '0' }, { plan_id: '3', available: null }, { plan_id: '4', available: '-1' });
  expect(stock.plans.map((plan) => plan.places[0]?.availability)).toEqual([
    { state: 'in-stock', quantity: 1167 },
    { state: 'sold-out', quantity: 0 },
    { state: 'unknown', quantity: null },
    { state: 'unknown', quantity: null },
  ]);
});

test('a size in other words rejects the plan with the field', () => {
  expect(read({ ram: 'plenty' }).rejections).toEqual([
    { code: 'unreadable-plan', field: 'sizes.0.ram', said: 'plenty', listing: { planKey: '31', name: 'VR256' } },
  ]);
  expect(read({ price: '0.00' }).rejections).toMatchObject([{ code: 'no-price' }]);
});

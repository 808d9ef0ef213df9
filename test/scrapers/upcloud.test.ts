import { describe, expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { upcloud } from '../../scrapers/sources/upcloud.ts';
import { page } from './support.ts';

const zone = (name: string, price: number, more: object = {}) => ({
  name,
  'server_plan_1xCPU-1GB': { amount: 1, price, ...more },
});
const prices = (...zones: object[]) => page('prices', { prices: { zone: zones } });
const plans = page('plans', { plans: { plan: [{ name: '1xCPU-1GB', core_number: 1, memory_amount: 1024 }] } });
const zones = (...list: object[]) => page('zones', { zones: { zone: list } });
const soldIn = (...pages: ReturnType<typeof page>[]) => {
  const read = readPages(upcloud, [plans, ...pages], null);
  const skipped = read.findings.filter(({ code }) => code === 'skipped').map(({ message }) => message);
  return [read.plans.flatMap((plan) => plan.places.map(({ location }) => location?.id)), skipped];
};

describe('zones that are no offer', () => {
  test('a free one', () => {
    expect(soldIn(prices(zone('de-fra1', 1.488), zone('fi-hel9', 0)))).toEqual([
      ['upcloud/de-fra1'],
      ['zone fi-hel9: every plan is free: no zone for customers'],
    ]);
  });

  test('one that the list of zones leaves out or calls private', () => {
    const listed = zones({ id: 'de-fra1', public: 'yes' }, { id: 'de-own1', public: 'no' });
    expect(soldIn(prices(zone('de-fra1', 1.488), zone('de-own1', 1), zone('fi-hel2', 2)), listed)).toEqual([
      ['upcloud/de-fra1'],
      ['zone de-own1: private', 'zone fi-hel2: not on the list of zones'],
    ]);
  });

  test('without that list, one that is internal by its name', () => {
    expect(soldIn(prices(zone('de-fra1', 1.488), zone('fi-dev2', 2.232)))).toEqual([
      ['upcloud/de-fra1'],
      ['zone fi-dev2: internal by its name'],
    ]);
  });

  test('a plan that nobody can buy is rejected, not lost', () => {
    const read = readPages(upcloud, [plans, prices(zone('fi-dev2', 2.232))], null);
    expect(read.plans).toEqual([]);
    expect(read.rejections).toMatchObject([{ code: 'no-price', listing: { planKey: '1xCPU-1GB' } }]);
  });
});

test('cents by the hour, 672 hours a month', () => {
  const [plan] = readPages(upcloud, [plans, prices(zone('de-fra1', 0.744))], null).plans;
  expect(plan?.places[0]?.prices).toMatchObject([
    { hourly: true, micros: 7440n, currency: 'EUR', how: 'given' },
    { termMonths: 1, micros: 4_999_680n, how: 'inferred' },
  ]);
});

test('a price of several at once is none of one', () => {
  const read = readPages(upcloud, [plans, prices(zone('de-fra1', 1.488), zone('uk-lon1', 3, { amount: 2 }))], null);
  expect(read.plans[0]?.places.map(({ location }) => location?.id)).toEqual(['upcloud/de-fra1']);
  expect(read.findings.map(({ message }) => message)).toContain('1xCPU-1GB: no price in uk-lon1');
});

import { describe, expect, test } from 'vitest';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { atlanticCloud } from '../../scrapers/sources/atlantic-cloud.ts';
import { page } from './support.ts';

const codes = (read: PagesRead) => read.rejections.map(({ code }) => code);

describe('atlantic-cloud', () => {
  const config = {
    cpuOptions: [4, 2, 2],
    ramOptions: [8, 4],
    diskOptions: [60, 120, 500],
    cpuPricePerMonth: 1.3,
    ramPricePerGbPerMonth: 0.4,
    diskPricePerGbPerMonth: '0.03',
  };
  const read = (change: object) => readPages(atlanticCloud, [page('vps-config', { ...config, ...change })], null);

  test('reads the corners of the grid, each once, whatever the order of the options', () => {
    const { plans, findings } = read({});
    expect(plans.map((plan) => plan.planKey)).toEqual(['2c-4g-60', '2c-8g-500', '4c-4g-60', '4c-8g-120', '4c-8g-500']);
    expect(plans[0]?.places[0]?.prices.map(({ micros, termMonths, how }) => [micros, termMonths, how])).toEqual([
      [6_000_000n, 1, 'inferred'],
    ]);
    expect(findings[0]?.message).toMatch(/^5 of 12 machines/);
  });

  test('a long grid gives the same step in all three only', () => {
    const many = Array.from({ length: 30 }, (_, index) => index + 1);
    const { plans } = read({ cpuOptions: many, ramOptions: many, diskOptions: many });
    expect(plans).toHaveLength(20);
    expect(plans.at(-1)?.planKey).toBe('20c-20g-20');
  });

  test('a part without a price is not free', () => {
    expect(new Set(codes(read({ diskPricePerGbPerMonth: 0 })))).toEqual(new Set(['no-price']));
    expect(codes(read({ ramOptions: ['8 GB'] }))).toEqual(['unreadable-plan']);
  });
});

import { describe, expect, test } from 'vitest';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { vultrV1 } from '../../scrapers/sources/vultr-v1.ts';
import { page } from './support.ts';

const codes = (read: PagesRead) => read.rejections.map(({ code }) => code);

describe('vultr-v1', () => {
  test('is an object of plans by number, never one of errors', () => {
    const plans = { '201': { vcpu_count: '1', price_per_month: '5.00', available_locations: [1, 1] } };
    const read = readPages(vultrV1, [page('plans_list', plans)], null);
    expect(read.plans[0]?.places.map(({ offerId }) => offerId)).toEqual(['vultr-v1:201@1']);
    expect(readPages(vultrV1, [page('plans_list', { error: { status: 410 } })], null).plans).toEqual([]);
    expect(codes(readPages(vultrV1, [page('plans_list', { '7': { price_per_month: '0.00' } })], null))).toEqual(['no-price']);
  });
});

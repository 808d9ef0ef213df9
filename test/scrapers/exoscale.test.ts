import { expect, test } from 'vitest';
import { readPages } from '../../scrapers/read-pages.ts';
import { exoscale } from '../../scrapers/sources/exoscale.ts';
import { page } from './support.ts';

test('types are named as the API names them', () => {
  const keys = ['running_micro', 'running_extra_large', 'running_storage_extra_large', 'running_gpu_3080ti_small', 'running_X9'];
  const read = readPages(exoscale, [page('prices', { chf: Object.fromEntries(keys.map((key) => [key, '0.1'])) })], null);
  expect(read.plans.map(({ planKey, name }) => [planKey, name])).toEqual([
    ['running_micro', 'standard.micro'],
    ['running_extra_large', 'standard.extra-large'],
    ['running_storage_extra_large', 'storage.extra-large'],
    ['running_gpu_3080ti_small', 'gpu3080ti.small'],
    ['running_X9', null],
  ]);
});

test('a type has the currencies that price it, and is rejected where one cannot be read', () => {
  const body = { chf: { running_a: '0.1', running_b: '0E-8' }, eur: { running_a: null, running_b: '0.2' } };
  const read = readPages(exoscale, [page('prices', body)], null);
  expect(read.plans[0]?.places[0]?.prices.map(({ currency, hourly }) => [currency, hourly])).toEqual([
    ['CHF', true],
    ['CHF', false],
  ]);
  expect(read.rejections).toMatchObject([{ code: 'unreadable-plan', field: 'running_b.chf', said: '0E-8' }]);
});

import { expect, test } from 'vitest';
import { advertised, memory, sizeText } from '../../scrapers/read/size-text.ts';

test.each([
  ['256MB', { amount: 256, unit: 'MiB' }, { amount: 256, unit: 'MB' }],
  ['1.5 TB', { amount: 1.5, unit: 'TiB' }, { amount: 1.5, unit: 'TB' }],
  [' 10gb ', { amount: 10, unit: 'GiB' }, { amount: 10, unit: 'GB' }],
  ['2GiB', { amount: 2, unit: 'GiB' }, { amount: 2, unit: 'GB' }],
])('%s as memory and as advertised', (text, asMemory, asAdvertised) => {
  expect(sizeText.safeParse(text).success).toBe(true);
  expect(memory(text)).toEqual(asMemory);
  expect(advertised(text)).toEqual(asAdvertised);
});

test.each(['', 'lots', '10', '-1GB', '1e3GB', '1,000GB', '10 GB / month', 'GB'])('%j is no size', (text) => {
  expect(sizeText.safeParse(text).success).toBe(false);
  expect(memory(text)).toBeUndefined();
});

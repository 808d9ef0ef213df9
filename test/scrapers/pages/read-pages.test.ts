import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHtml, summaryOf } from './support.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));

interface Expected {
  readonly offers: readonly Record<string, unknown>[];
  readonly rejections?: readonly string[];
}

/** "4.50" and "4.5" are one amount. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Of what was read, the fields that the expectation names. */
function same(read: Record<string, unknown>, asked: Record<string, unknown>): unknown {
  const prices = Array.isArray(read.prices) ? read.prices : [];
  const named = Array.isArray(asked.prices) ? asked.prices : [];
  const picked = prices.map((price: Record<string, unknown>, index) =>
    Object.fromEntries(Object.keys(named[index] ?? price).map((key) => [key, price[key]])),
  );
  const fields = Object.fromEntries(Object.keys(asked).map((key) => [key, read[key]]));
  return plain({ ...fields, prices: picked });
}

describe('plan pages of many shapes', () => {
  it.each(fixtures)('%s: every offer wholly right, nothing else', (name) => {
    const expected: Expected = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
    const read = readHtml(readFileSync(join(FOLDER, `${name}.html`), 'utf8'));
    const offers = read.plans.map(summaryOf);
    expect(offers.map((offer, index) => same(offer, expected.offers[index] ?? offer))).toEqual(expected.offers.map(plain));
    expect(read.rejections.map(({ code }) => code)).toEqual(expected.rejections ?? []);
  });
});

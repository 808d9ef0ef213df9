import { expect, it } from 'vitest';
import { readProviders } from '../../db/catalog/read-catalog.ts';
import { fairUseLimits } from '../../domain/resource-model/fair-use.ts';
import { SOURCES } from '../../scrapers/registry.ts';

const providers = await readProviders();

it('every source has its provider, and every file is named like what it holds', () => {
  for (const { manifest } of SOURCES)
    expect([manifest.sourceId, providers.has(manifest.providerId)]).toEqual([manifest.sourceId, true]);
  for (const [id, provider] of providers) expect(provider.id).toBe(id);
});

it('what is said of a provider stands in a document that the file names, with the day it was read', () => {
  for (const { id, country, founded, sources, facts } of providers.values()) {
    const read = new Set(sources.map(({ url }) => url));
    for (const fact of facts) expect([id, fact.url, read.has(fact.url)]).toEqual([id, fact.url, true]);
    if (founded) expect([id, read.has(founded.url)]).toEqual([id, true]);
    // A seat without a document would be our own guess.
    if (country !== null) expect([id, sources.length > 0]).toEqual([id, true]);
    for (const { quote } of sources) expect(quote.trim()).not.toBe('');
  }
});

it('words of terms are whole sentences that can be read again', () => {
  const terms = [...providers.values()].flatMap(({ terms = [] }) => terms);
  expect(terms.length).toBeGreaterThan(10);
  for (const { said, url } of terms) {
    expect(said).toMatch(/^\S.{19,400}$/);
    expect(url).toMatch(/^https?:\/\//);
  }
  // They are kept for what the reader of limits makes of them.
  const limits = terms.flatMap(({ said }) => fairUseLimits(said)).map(({ pct }) => pct);
  expect(limits).toEqual(expect.arrayContaining([30, 50, 75]));
});

/** Readers: what extracting and normalizing a page of a thousand plans costs against parsing its JSON, the least it can cost. */
import { readProviders } from '../db/catalog/read-catalog.ts';
import type { Provider } from '../domain/provider-facts.ts';
import { readPages } from '../scrapers/read-pages.ts';
import { type FixtureCase, fixtureCases } from '../test/support/source-fixtures.ts';
import { inTurns, type Limit } from './measure.ts';
import { widenPages } from './read/widen.ts';
import { type BenchReport, type BenchSize, fixed, ratio } from './report.ts';

const PLANS = 1000;

/** Measures every source whose fixture can be widened to a thousand plans. */
export async function benchRead({ limit }: BenchSize): Promise<BenchReport> {
  const providers = await readProviders();
  const largest = new Map<string, FixtureCase>();
  for (const one of fixtureCases()) {
    const { sourceId } = one.adapter.manifest;
    if (bytesOf(one) > bytesOf(largest.get(sourceId))) largest.set(sourceId, one);
  }
  const measured = [];
  for (const [sourceId, one] of largest) {
    const found = await measure(one, providers.get(one.adapter.manifest.providerId) ?? null, limit);
    if (found) measured.push({ sourceId, ...found });
  }
  return {
    title: `read: pages widened to ${PLANS} plans, one thread`,
    head: ['source', 'plans', 'offers', 'KB', 'JSON.parse ms', 'read ms', 'plans a second', '× JSON.parse'],
    rows: measured.map(({ sourceId, plans, offers, bytes, parse, read }) => [
      sourceId,
      String(plans),
      String(offers),
      fixed(bytes / 1000, 0),
      fixed(parse),
      fixed(read, 0),
      fixed((plans * 1000) / read, 0),
      ratio(read, parse),
    ]),
    figures: measured,
  };
}

async function measure({ adapter, pages }: FixtureCase, provider: Provider | null, limit: Limit) {
  const wide = widenPages(adapter, pages, PLANS);
  const once = readPages(adapter, wide, provider);
  if (once.plans.length < PLANS / 2) return null;
  const times = await inTurns(limit, {
    parse: async () => wide.map(({ body }) => JSON.parse(body)),
    read: async () => readPages(adapter, wide, provider),
  });
  return {
    plans: once.plans.length,
    offers: once.plans.reduce((sum, { places }) => sum + places.length, 0),
    bytes: wide.reduce((sum, { body }) => sum + body.length, 0),
    parse: times.parse.p50,
    read: times.read.p50,
  };
}

function bytesOf(one: FixtureCase | undefined): number {
  return one?.pages.reduce((sum, { body }) => sum + body.length, 0) ?? 0;
}

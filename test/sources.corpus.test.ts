import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatMicros } from '../domain/money.ts';
import type { PlanOffers, Price } from '../domain/offer.ts';
import type { Page, SourceAdapter } from '../scrapers/contract.ts';
import { type PagesRead, readPages } from '../scrapers/read-pages.ts';
import { linode } from '../scrapers/sources/linode.ts';
import { scaleway } from '../scrapers/sources/scaleway.ts';
import { vultr } from '../scrapers/sources/vultr.ts';
import { hasCorpus, load, recorded } from './support/corpus.ts';
import { type Json, rawPlans } from './support/payloads.ts';

if (!hasCorpus) process.stderr.write('sources.corpus: skipped, STEALTIME_CORPUS is not set\n');

/** Plans and offers of the payload, counted without the readers. */
function expectAllRead({ manifest }: SourceAdapter, read: PagesRead, plans: readonly Page[]): void {
  const raw = plans.flatMap((page) => rawPlans(manifest.sourceId, page));
  expect(raw.length).toBeGreaterThan(0);
  expect(read.plans.length + read.rejections.length).toBe(raw.length);
  expect(read.plans.map((plan) => plan.planKey)).toEqual(raw.map(({ key }) => key));
}

const prices = (given: readonly Price[] | undefined) =>
  Object.fromEntries(
    (given ?? []).map((price) => [
      price.hourly ? 'hour' : 'month',
      `${Number(formatMicros(price.micros))} ${price.currency} ${price.how}`,
    ]),
  );
const priceAt = (plan: PlanOffers | undefined, key: string | null) =>
  prices(plan?.places.find((place) => (place.location?.id.split('/')[1] ?? null) === key)?.prices);
const quoted = (hour: number | null | undefined, month: number | null | undefined, currency: string) => ({
  ...(hour == null ? {} : { hour: `${hour} ${currency} given` }),
  ...(month == null
    ? { month: `${Number(((hour ?? 0) * 730).toFixed(6))} ${currency} inferred` }
    : { month: `${month} ${currency} given` }),
});

describe.skipIf(!hasCorpus)('recorded answers', () => {
  const linodeTypes = recorded(/^linode\/types-[^/]*(?<!meta)\.json$/);
  const linodeRegions = [null, ...recorded(/^linode\/regions-.*\d\.json$/)];
  const pairs = linodeTypes.flatMap((types) => linodeRegions.map((regions) => ({ types, regions })));
  test.each(pairs)('linode $types × $regions', ({ types, regions }) => {
    const page = load(linode, types, 'types');
    const read = readPages(linode, [page, ...(regions ? [load(linode, regions, 'regions')] : [])], null);
    expectAllRead(linode, read, [page]);
    expect(read.complete).toBe(regions !== null);
    const known: Json[] = regions ? JSON.parse(readFileSync(regions, 'utf8')).data : [];
    for (const [index, { raw }] of rawPlans('linode', page).entries()) {
      const plan = read.plans[index];
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: raw.vcpus },
        memory: { mib: raw.memory },
        storage: { gb: raw.disk / 1024 },
        network: { transferGb: raw.transfer, portMbps: raw.network_out },
        gpu: raw.gpus === undefined ? null : { count: raw.gpus },
      });
      const word = { gpu: 'GPU Linodes', premium: 'Premium Plans', metal: 'Bare Metal' }[raw.class as string] ?? 'Linodes';
      const able = known.filter((region) => region.capabilities.includes(word)).map((region) => `linode/${region.id}`);
      const own: Json[] = raw.region_prices ?? [];
      const expected = new Set([...(able.length > 0 ? able : [undefined]), ...own.map((region) => `linode/${region.id}`)]);
      expect(new Set(plan?.places.map((place) => place.location?.id))).toEqual(expected);
      for (const region of own) expect(priceAt(plan, region.id)).toEqual(quoted(region.hourly, region.monthly, 'USD'));
      const plain = plan?.places.find((place) => !own.some((region) => place.location?.id === `linode/${region.id}`));
      expect(prices(plain?.prices)).toEqual(quoted(raw.price.hourly, raw.price.monthly, 'USD'));
    }
  });

  const vultrRegions = [null, ...recorded(/^vultr\/v2\/regions-.*\d\.json$/)];
  const vultrPairs = recorded(/^vultr\/v2\/plans-\d[^/]*(?<!meta)\.json$/).flatMap((plans) =>
    vultrRegions.map((regions) => ({ plans, regions })),
  );
  test.each(vultrPairs)('vultr $plans × $regions', ({ plans, regions }) => {
    const page = load(vultr, plans, 'plans');
    const read = readPages(vultr, [page, ...(regions ? [load(vultr, regions, 'regions')] : [])], null);
    expectAllRead(vultr, read, [page]);
    for (const [index, { raw }] of rawPlans('vultr', page).entries()) {
      const plan = read.plans[index];
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: raw.vcpu_count },
        memory: { mib: raw.ram },
        storage: { gb: raw.disk * raw.disk_count, type: raw.disk_type?.toLowerCase() ?? 'unknown' },
        network: { transferGb: Number(((raw.bandwidth / 1024) * 1000).toFixed(3)) },
      });
      const locations: string[] = raw.locations;
      expect(plan?.places.map((place) => place.location?.id ?? null)).toEqual(
        locations.length ? locations.map((key) => `vultr/${key}`) : [null],
      );
      expect(plan?.places[0]?.availability.state).toBe(locations.length ? 'unknown' : 'sold-out');
      expect(priceAt(plan, locations[0] ?? null)).toEqual(quoted(raw.hourly_cost, raw.monthly_cost, 'USD'));
    }
  });

  const days = [...new Set(recorded(/^scaleway\/.*\/servers\.page\d+\.json$/).map((file) => dirname(file)))];
  test.each(days)('scaleway %s', (folder) => {
    const zone = basename(dirname(folder));
    const pages = (role: string) =>
      recorded(/\.page\d+\.json$/)
        .filter((file) => file.startsWith(join(folder, `${role}.page`)))
        .map((file, index) => load(scaleway, file, role, zone, index + 1));
    const read = readPages(scaleway, [...pages('servers'), ...pages('availability')], null);
    expectAllRead(scaleway, read, pages('servers'));
    expect(read).toMatchObject({ complete: true, covers: [`scaleway/${zone}`] });
    const stock: Json = Object.assign({}, ...pages('availability').map((page) => JSON.parse(page.body).servers));
    for (const [index, { key, raw }] of pages('servers')
      .flatMap((page) => rawPlans('scaleway', page))
      .entries()) {
      const plan = read.plans[index];
      const { min_size: least, max_size: most } = raw.volumes_constraint;
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: raw.ncpus, architecture: raw.arch },
        memory: { mib: raw.ram / 1024 / 1024 },
        storage: { gb: most === 0 ? 0 : least > 0 ? least / 1e9 : null },
        network: { portMbps: Number((raw.network.sum_internet_bandwidth / 1e6).toFixed(3)), hasIpv6: raw.network.ipv6_support },
        gpu: raw.gpu === null ? null : { count: raw.gpu },
      });
      const word: string | undefined = raw.end_of_service ? 'shortage' : stock[key ?? '']?.availability;
      const state = { available: 'in-stock', scarce: 'limited', shortage: 'sold-out' }[word ?? ''] ?? 'unknown';
      expect(plan?.places).toMatchObject([{ location: { id: `scaleway/${zone}` }, availability: { state } }]);
      expect(priceAt(plan, zone)).toEqual(quoted(raw.hourly_price, raw.monthly_price, 'EUR'));
    }
  });

  test('there are recordings of every source', () => {
    expect([linodeTypes.length, vultrPairs.length, days.length].every((count) => count >= 2)).toBe(true);
  });
});

/** Recorded plan and price lists against their own payloads: every plan read, in every place that sells it, at its price. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatMicros } from '../domain/money.ts';
import type { PlanOffers } from '../domain/offer.ts';
import type { SourceAdapter } from '../scrapers/contract.ts';
import { readPages } from '../scrapers/read-pages.ts';
import { digitalocean } from '../scrapers/sources/digitalocean.ts';
import { exoscale } from '../scrapers/sources/exoscale.ts';
import { hetznerCloud } from '../scrapers/sources/hetzner-cloud.ts';
import { hostvirtual } from '../scrapers/sources/hostvirtual.ts';
import { upcloud } from '../scrapers/sources/upcloud.ts';
import { hasCorpus, load, recorded } from './support/corpus.ts';
import { type Json, rawPlans } from './support/payloads.ts';

if (!hasCorpus) process.stderr.write('sources.corpus-lists: skipped, STEALTIME_CORPUS is not set\n');

const newest = (folder: string, name: string): string =>
  recorded(new RegExp(`^${folder}/${name}[^/]*(?<!meta)\\.json$`)).at(-1) ?? '';
const json = (file: string): Json => JSON.parse(readFileSync(file, 'utf8'));
const readFiles = (adapter: SourceAdapter, files: Readonly<Record<string, string>>, planRole: string) => {
  const pages = Object.entries(files).map(([role, file]) => load(adapter, file, role));
  const plans = pages.filter((page) => page.role === planRole);
  return { raw: plans.flatMap((page) => rawPlans(adapter.manifest.sourceId, page)), read: readPages(adapter, pages, null) };
};
const idsOf = (plan: PlanOffers | undefined) => plan?.places.map((place) => place.location?.id.split('/')[1] ?? null);
/** "5.00 USD / 1" for a month, "… / hour" for an hour. */
const pricesIn = (plan: PlanOffers | undefined, place: string | null) =>
  plan?.places
    .find(({ location }) => (location?.id.split('/')[1] ?? null) === place)
    ?.prices.map(
      ({ micros, currency, hourly, termMonths }) => `${formatMicros(micros)} ${currency} / ${hourly ? 'hour' : termMonths}`,
    );
const decimal = (value: number): string => {
  const [whole, fraction = ''] = value.toFixed(6).split('.');
  return `${whole}.${fraction.replace(/0{1,4}$/, '')}`;
};

describe.skipIf(!hasCorpus)('recorded lists', () => {
  test.each([true, false])('digitalocean, with its regions: %s', (withRegions) => {
    const sizes = newest('digitalocean', 'sizes-');
    const regionsFile = newest('digitalocean', 'regions-');
    const { raw, read } = readFiles(digitalocean, withRegions ? { sizes, regions: regionsFile } : { sizes }, 'sizes');
    expect(raw).toHaveLength(94);
    expect(read.rejections).toEqual([]);
    expect(read.plans.map(({ planKey }) => planKey)).toEqual(raw.map(({ key }) => key));
    expect(read.complete).toBe(withRegions);
    const regions: Json[] = withRegions ? json(regionsFile).regions : [];
    for (const [index, { raw: size }] of raw.entries()) {
      const plan = read.plans[index];
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: size.vcpus },
        memory: { mib: size.memory },
        storage: { gb: size.disk },
        network: { transferGb: size.transfer * 1000 },
      });
      expect(new Set(idsOf(plan))).toEqual(
        new Set([...size.regions, ...regions.filter(({ sizes: own }) => own.includes(size.slug)).map(({ slug }) => slug)]),
      );
      for (const { location, availability } of plan?.places ?? []) {
        const region = regions.find(({ slug }) => location?.id === `digitalocean/${slug}`);
        const state = region ? (region.available ? 'in-stock' : 'sold-out') : 'unknown';
        expect([size.slug, location?.id, availability.state]).toEqual([size.slug, location?.id, state]);
      }
      const expected = [`${decimal(size.price_hourly)} USD / hour`, `${decimal(size.price_monthly)} USD / 1`];
      expect(pricesIn(plan, size.regions[0])).toEqual(expected);
    }
  });

  test('hetzner-cloud', () => {
    const files = { 'server-types': newest('hetzner-cloud', 'server_types'), locations: newest('hetzner-cloud', 'locations') };
    const { raw, read } = readFiles(hetznerCloud, files, 'server-types');
    expect(raw).toHaveLength(24);
    expect(read).toMatchObject({ rejections: [], complete: true });
    expect(read.plans.map(({ planKey }) => planKey)).toEqual(raw.map(({ key }) => key));
    for (const [index, { raw: type }] of raw.entries()) {
      const plan = read.plans[index];
      const traffic = new Set<number>(type.prices.map((price: Json) => price.included_traffic));
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: type.cores, resourceModel: type.cpu_type, architecture: type.architecture === 'arm' ? 'arm64' : 'x86_64' },
        memory: { mib: type.memory * 1024 },
        storage: { gb: type.disk },
        network: { transferGb: traffic.size === 1 ? ([...traffic][0] ?? 0) / 2 ** 30 / 1.024 : null },
      });
      expect(idsOf(plan)).toEqual(type.prices.map((price: Json) => price.location));
      for (const price of type.prices) {
        const hour = decimal(Number(price.price_hourly.net));
        expect(pricesIn(plan, price.location)).toEqual([
          `${hour} EUR / hour`,
          `${decimal(Number(price.price_monthly.net))} EUR / 1`,
        ]);
      }
      const end = type.deprecation && new Date(type.deprecation.unavailable_after).toISOString();
      expect(plan?.places[0]?.prices[0]?.expiresAt).toBe(end);
    }
    expect(read.plans.filter((plan) => plan.spec.network.transferGb === null)).toHaveLength(11);
  });

  test.each([true, false])('upcloud, with its plans: %s', (withPlans) => {
    const files = { prices: newest('upcloud', 'price-'), ...(withPlans ? { plans: newest('upcloud', 'plan-') } : {}) };
    const { raw, read } = readFiles(upcloud, files, 'prices');
    expect(raw).toHaveLength(8);
    expect(read.rejections).toEqual([]);
    expect(new Set(read.plans.map(({ planKey }) => planKey))).toEqual(new Set(raw.map(({ key }) => key)));
    expect(read.findings.map(({ message }) => message)).toContain('zone fi-dev2: internal by its name');
    const described: Json[] = withPlans ? json(newest('upcloud', 'plan-')).plans.plan : [];
    for (const { key, raw: byZone } of raw) {
      const plan = read.plans.find(({ planKey }) => planKey === key);
      expect(idsOf(plan)).toEqual(Object.keys(byZone).filter((zone) => zone !== 'fi-dev2'));
      for (const zone of idsOf(plan) ?? []) {
        const hour = Math.round(byZone[zone ?? ''].price * 1e4);
        expect(pricesIn(plan, zone)).toEqual([`${decimal(hour / 1e6)} EUR / hour`, `${decimal((hour * 672) / 1e6)} EUR / 1`]);
      }
      const [cores, gib] = (key ?? '').split('xCPU-').map((part) => Number.parseInt(part, 10));
      const own = described.find(({ name }) => name === key);
      expect(plan?.spec).toMatchObject({
        cpu: { vcpu: cores },
        memory: { mib: (gib ?? 0) * 1024 },
        storage: { gb: own?.storage_size ?? null },
        network: { transferGb: own ? (own.public_traffic_out / 1024) * 1000 : null },
      });
      expect(plan?.provenance['memory.mib']?.how).toBe(own ? 'given' : 'inferred');
    }
  });

  test('exoscale', () => {
    const { raw, read } = readFiles(exoscale, { prices: newest('exoscale', 'prices-') }, 'prices');
    expect(raw.map(({ key }) => key)).toEqual(read.plans.map(({ planKey }) => planKey));
    expect(read).toMatchObject({ rejections: [], complete: true });
    const all = Object.keys(json(newest('exoscale', 'prices-')).chf);
    expect(read.findings).toMatchObject([
      { code: 'skipped', message: expect.stringContaining(`${all.length - raw.length} keys`) },
    ]);
    for (const [index, { raw: prices }] of raw.entries()) {
      const hours = Object.entries(prices).map(([code, price]) => ({ code: code.toUpperCase(), price: Number(price) }));
      expect(pricesIn(read.plans[index], null)).toEqual([
        ...hours.map(({ code, price }) => `${decimal(price)} ${code} / hour`),
        ...hours.map(({ code, price }) => `${decimal(price * 730)} ${code} / 1`),
      ]);
    }
  });

  test('hostvirtual', () => {
    const { raw, read } = readFiles(hostvirtual, { sizes: newest('hostvirtual', 'list_sizes') }, 'sizes');
    expect(raw).toHaveLength(14);
    expect(read).toMatchObject({ rejections: [], findings: [], complete: true });
    for (const [index, { key, raw: size }] of raw.entries()) {
      expect(read.plans[index]).toMatchObject({
        planKey: key,
        name: size.plan,
        spec: {
          memory: { mib: Number.parseInt(size.ram, 10) },
          storage: { gb: Number.parseInt(size.disk, 10) },
          network: { transferGb: Number.parseInt(size.transfer, 10) },
        },
        places: [{ location: null, availability: { state: 'in-stock', quantity: Number(size.available) } }],
      });
      expect(pricesIn(read.plans[index], null)).toEqual([`${size.price} USD / 1`]);
    }
  });
});

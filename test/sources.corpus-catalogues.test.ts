/** Recorded catalogues, auctions and configurators against their own payloads: nothing lost, prices and sizes as written there. */
import { describe, expect, test } from 'vitest';
import { formatMicros } from '../domain/money.ts';
import type { PlanOffers } from '../domain/offer.ts';
import type { SourceAdapter } from '../scrapers/contract.ts';
import { readPages } from '../scrapers/read-pages.ts';
import { atlanticCloud } from '../scrapers/sources/atlantic-cloud.ts';
import { hetznerAuction } from '../scrapers/sources/hetzner-auction.ts';
import { ovhcloudCloud } from '../scrapers/sources/ovhcloud-cloud.ts';
import { ovhcloudUsEco } from '../scrapers/sources/ovhcloud-us-eco.ts';
import { ovhcloudUsVps } from '../scrapers/sources/ovhcloud-us-vps.ts';
import { vultrMetal } from '../scrapers/sources/vultr-metal.ts';
import { vultrV1 } from '../scrapers/sources/vultr-v1.ts';
import { hasCorpus, load, recorded } from './support/corpus.ts';
import { type Json, rawPlans } from './support/payloads.ts';

if (!hasCorpus) process.stderr.write('sources.corpus-catalogues: skipped, STEALTIME_CORPUS is not set\n');

const readFile = (adapter: SourceAdapter, file: string, role: string) => {
  const page = load(adapter, file, role);
  return {
    body: JSON.parse(page.body) as Json,
    raw: rawPlans(adapter.manifest.sourceId, page),
    read: readPages(adapter, [page], null),
  };
};
/** "7.60 USD / 1" for a month, "… / hour" for an hour, with the set-up fee where one is told, in the order of the first place. */
const pricesOf = (plan: PlanOffers | undefined, place = 0) =>
  plan?.places[place]?.prices.map((price) => {
    const setup = price.setupFeeMicros ? ` + ${formatMicros(price.setupFeeMicros)}` : '';
    return `${formatMicros(price.micros)} ${price.currency} / ${price.hourly ? 'hour' : price.termMonths}${setup}`;
  });
/** 1e-8 as a decimal with two to six digits, told without the reader's code. */
const units = (value: number) => formatMicros(BigInt(value) / 100n);

describe.skipIf(!hasCorpus)('recorded catalogues', () => {
  test.each(recorded(/^ovhcloud\/order-catalog-vps-[^/]*(?<!meta)\.json$/))('ovhcloud-us-vps %s', (file) => {
    const { body, raw, read } = readFile(ovhcloudUsVps, file, 'catalog');
    expect(raw.length).toBeGreaterThan(0);
    expect(read.plans.length + read.rejections.length).toBe(raw.length);
    const planOf = new Map(read.plans.map((plan) => [plan.planKey, plan]));
    for (const { key, raw: plan } of raw) {
      const words: string = body.products.find((product: Json) => product.name === plan.product).description;
      const [, vcpu, gib, gb] = /(\d+) vCPU (\d+) GB RAM (\d+) GB disk/.exec(words) ?? [];
      const isSold = vcpu !== undefined && !/degressivity/.test(key ?? '');
      expect([key, planOf.has(key)]).toEqual([key, isSold]);
      if (!isSold) continue;
      const spec = { cpu: { vcpu: Number(vcpu) }, memory: { mib: Number(gib) * 1024 }, storage: { gb: Number(gb) } };
      expect(planOf.get(key)?.spec).toMatchObject(spec);
      const month = plan.pricings.find((one: Json) => one.mode === 'default' && one.capacities.includes('renew'));
      expect(pricesOf(planOf.get(key))?.[0]).toBe(`${units(month.price)} ${body.locale.currencyCode} / 1`);
    }
    const refused = read.rejections.map(({ code, listing }) => `${code} ${listing.planKey}`);
    expect(refused.every((one) => one.startsWith('not-a-plan'))).toBe(true);
  });

  test.each(recorded(/^vultr\/v2\/plans-metal-[^/]*(?<!meta)\.json$/))('vultr-metal %s', (file) => {
    const { raw, read } = readFile(vultrMetal, file, 'plans');
    expect(read.plans.map((plan) => plan.planKey)).toEqual(raw.map(({ key }) => key));
    // The recorder kept a part of the list, and its count.
    expect(read.complete).toBe(false);
    for (const [index, { raw: plan }] of raw.entries()) {
      expect(read.plans[index]?.spec).toMatchObject({
        productType: 'dedicated',
        cpu: { vcpu: plan.cpu_threads, model: `${plan.cpu_manufacturer} ${plan.cpu_model}`, frequencyMhz: plan.cpu_mhz },
        memory: { mib: plan.ram },
        storage: { gb: plan.disk * plan.disk_count, type: plan.type.toLowerCase() },
        network: { transferGb: (plan.bandwidth / 1024) * 1000 },
      });
      expect(read.plans[index]?.places.map((place) => place.location?.id)).toEqual(
        plan.locations.map((key: string) => `vultr/${key}`),
      );
      expect(pricesOf(read.plans[index])).toEqual([`${plan.monthly_cost}.00 USD / 1`, `${plan.hourly_cost} USD / hour`]);
    }
  });

  test.each(recorded(/^ovhcloud\/order-catalog-eco-[^/]*(?<!meta)\.json$/))('ovhcloud-us-eco %s', (file) => {
    const { body, raw, read } = readFile(ovhcloudUsEco, file, 'catalog');
    expect(read).toMatchObject({ rejections: [], complete: true });
    expect(read.plans.map((plan) => plan.planKey)).toEqual(raw.map(({ key }) => key));
    const optionOf = new Map<string, Json>(body.addons.map((option: Json) => [option.planCode, option]));
    for (const [index, { raw: plan }] of raw.entries()) {
      const options = plan.addonFamilies
        .filter((family: Json) => family.mandatory)
        .map((family: Json) => optionOf.get(family.default));
      const priceOf = (offer: Json, mode: string, capacity: string) =>
        offer.pricings.find((one: Json) => one.mode === mode && one.capacities.includes(capacity))?.price ?? 0;
      const total = (mode: string, capacity: string) =>
        [plan, ...options].reduce((sum: number, offer: Json) => sum + priceOf(offer, mode, capacity), 0);
      const setup = (mode: string) => (total(mode, 'installation') ? ` + ${units(total(mode, 'installation'))}` : '');
      const currency = body.locale.currencyCode;
      expect(pricesOf(read.plans[index])).toEqual(
        expect.arrayContaining([
          `${units(total('default', 'renew'))} ${currency} / 1${setup('default')}`,
          // Here a prepaid year is quoted as one sum.
          `${units(total('upfront12', 'renew'))} ${currency} / 12${setup('upfront12')}`,
        ]),
      );
      const { spec, places, provenance } = read.plans[index] ?? {};
      expect(spec).toMatchObject({
        productType: 'dedicated',
        technology: { value: 'none', how: 'given' },
        network: { unmetered: true },
      });
      expect(spec?.memory.mib).toBeGreaterThanOrEqual(16 * 1024);
      expect(spec?.storage.gb).toBeGreaterThan(0);
      expect(provenance?.prices).toMatchObject({ how: 'inferred', rule: 'ovh-default-options' });
      const centres = plan.configurations.find((one: Json) => one.name === 'dedicated_datacenter').values;
      expect(places?.map((place) => place.location?.id)).toEqual(centres.map((key: string) => `ovhcloud/${key}`));
      expect(places?.every((place) => place.location?.country)).toBe(true);
    }
    const ks1 = read.plans.find((plan) => plan.planKey === '24sk10-us');
    expect(pricesOf(ks1)?.slice(0, 1)).toEqual(['20.00 USD / 1 + 20.00']);
    const sys5 = read.plans.find((plan) => plan.planKey === '24sys05-ca');
    expect(sys5?.spec).toMatchObject({ cpu: { vcpu: 48 }, memory: { mib: 96 * 1024 }, storage: { gb: 1920, type: 'nvme' } });
  });

  test.each(recorded(/^ovhcloud\/order-catalog-cloud-[^/]*(?<!meta)\.json$/))('ovhcloud-cloud %s', (file) => {
    const { raw, read } = readFile(ovhcloudCloud, file, 'catalog');
    const flavours = [...new Set(raw.map(({ key }) => key))];
    expect(read).toMatchObject({ rejections: [], complete: true });
    expect(read.plans.map((plan) => plan.planKey)).toEqual(flavours);
    for (const plan of read.plans) {
      const codes = raw.filter(({ key }) => key === plan.planKey).map((one) => one.raw);
      const [{ technical }] = codes.map((one: Json) => one.blobs);
      expect(plan.spec).toMatchObject({
        cpu: { vcpu: technical.cpu.cores },
        memory: { mib: technical.memory.size * 1024 },
        storage: { gb: technical.storage.disks[0].capacity, type: 'nvme' },
        network: { portMbps: technical.bandwidth.level },
      });
      for (const code of codes) {
        const tier: string | null = code.planCode.split(/\.(?:consumption|monthly\.postpaid)\.?/)[1] || null;
        const place = plan.places.findIndex(({ location }) => (location?.id ?? null) === (tier && `ovhcloud/${tier}`));
        const [{ price, intervalUnit }] = code.pricings;
        expect(pricesOf(plan, place)).toContain(`${units(price)} EUR / ${intervalUnit === 'hour' ? 'hour' : 1}`);
      }
    }
  });

  test.each(recorded(/^hetzner-auction\/.*(?<!meta)\.json(?:\.gz)?$/))('hetzner-auction %s', (file) => {
    const { raw, read } = readFile(hetznerAuction, file, 'servers');
    expect(raw.length).toBeGreaterThan(1000);
    expect(read).toMatchObject({ rejections: [], complete: true });
    expect(read.plans.map((plan) => plan.planKey)).toEqual(raw.map(({ key }) => key));
    for (const [index, { raw: server }] of raw.entries()) {
      const plan = read.plans[index];
      const { nvme, sata, hdd } = server.serverDiskData;
      const gb = [...nvme, ...sata, ...hdd].reduce((sum: number, size: number) => sum + size, 0);
      expect([plan?.planKey, plan?.spec]).toMatchObject([
        String(server.id),
        {
          productType: 'dedicated',
          technology: { value: 'none' },
          cpu: { vcpu: null, model: server.cpu },
          memory: { mib: server.ram_size * 1024 },
          storage: { gb, disks: { length: server.hdd_count } },
          network: { unmetered: true, portMbps: server.bandwidth },
        },
      ]);
      expect(pricesOf(plan)?.[0]).toBe(`${server.price}.00 EUR / 1`);
      expect(plan?.places).toMatchObject([{ location: { id: `hetzner/${server.datacenter}` } }]);
      expect(plan?.places[0]?.location?.city).toMatch(/^(?:Falkenstein|Nuremberg|Helsinki)$/);
    }
  });

  test.each(recorded(/^vultr\/v1\/plans_list-[^/]*(?<!meta)\.json$/))('vultr-v1 %s', (file) => {
    const { raw, read } = readFile(vultrV1, file, 'plans_list');
    expect(read).toMatchObject({ rejections: [], complete: true });
    expect(read.plans.map((plan) => plan.planKey)).toEqual(raw.map(({ key }) => key));
    for (const [index, { raw: plan }] of raw.entries()) {
      expect(read.plans[index]?.spec).toMatchObject({
        cpu: { vcpu: Number(plan.vcpu_count), resourceModel: plan.plan_type === 'DEDICATED' ? 'dedicated' : 'unknown' },
        memory: { mib: Number(plan.ram) },
        storage: { gb: Number(plan.disk), type: plan.plan_type === 'SATA' ? 'hdd' : 'ssd' },
        network: { transferGb: Number(plan.bandwidth) * 1000 },
      });
      expect(pricesOf(read.plans[index])).toEqual([`${plan.price_per_month} USD / 1`]);
      const keys: number[] = plan.available_locations;
      expect(read.plans[index]?.places).toHaveLength(Math.max(1, keys.length));
      expect(read.plans[index]?.places[0]?.availability.state).toBe(keys.length > 0 ? 'unknown' : 'sold-out');
    }
  });

  test.each(recorded(/^atlantic\.cloud\/.*(?<!meta)\.json$/))('atlantic-cloud %s', (file) => {
    const { body, read } = readFile(atlanticCloud, file, 'vps-config');
    expect(read.plans.length).toBeGreaterThanOrEqual(body.cpuOptions.length);
    expect(read.plans.length).toBeLessThanOrEqual(20);
    const cores = read.plans.map((plan) => plan.spec.cpu.vcpu);
    expect(new Set(cores)).toEqual(new Set(body.cpuOptions));
    for (const { planKey, spec, ...plan } of read.plans) {
      const [vcpu, mib, gb] = [spec.cpu.vcpu ?? 0, spec.memory.mib ?? 0, spec.storage.gb ?? 0];
      expect(planKey).toBe(`${vcpu}c-${mib / 1024}g-${gb}`);
      expect([body.ramOptions.includes(mib / 1024), body.diskOptions.includes(gb)]).toEqual([true, true]);
      const cents = vcpu * 130 + (mib / 1024) * 40 + gb * 3;
      const first = plan.places[0]?.prices.map(({ micros, termMonths }) => [Number(micros) / 1e4, termMonths]);
      expect(first).toEqual([
        [cents, 1],
        [cents * 12, 12],
      ]);
    }
    expect(read.findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^17 of 252 machines/)]);
  });

  test('there are recordings of every source', () => {
    const patterns = [
      /^ovhcloud\/.*-vps-/,
      /^ovhcloud\/.*-eco-/,
      /^ovhcloud\/.*-cloud-/,
      /^hetzner-auction\//,
      /^vultr\/v1\//,
      /^atlantic/,
    ];
    for (const pattern of patterns) expect([pattern, recorded(pattern).length > 0]).toEqual([pattern, true]);
  });
});

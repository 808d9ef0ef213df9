import { describe, expect, test } from 'vitest';
import { formatMicros } from '../../domain/money.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { ovhcloudCloud } from '../../scrapers/sources/ovhcloud-cloud.ts';
import { ovhcloudEco } from '../../scrapers/sources/ovhcloud-eco.ts';
import { ovhcloudVps } from '../../scrapers/sources/ovhcloud-vps.ts';
import { page as pageOf } from './support.ts';

const page = (body: unknown) => pageOf('catalog', body);
const codes = (read: PagesRead) => read.rejections.map(({ code }) => code);
const quotes = (plan: PlanOffers | undefined) =>
  plan?.places[0]?.prices.map(({ micros, currency, phase, termMonths, how, setupFeeMicros }) =>
    [formatMicros(micros), currency, phase, termMonths, how, formatMicros(setupFeeMicros ?? 0n)].join(' '),
  );

const installation = (mode: string, price = 0) => ({
  capacities: ['installation'],
  mode,
  commitment: 0,
  interval: 0,
  intervalUnit: 'none',
  price,
});
const renew = (mode: string, price: number, commitment = 0, interval = 1, more: object = {}) => ({
  capacities: ['renew'],
  mode,
  commitment,
  interval,
  intervalUnit: 'month',
  price,
  promotions: [],
  ...more,
});

describe('ovhcloud-vps', () => {
  const plan = {
    planCode: 'vps-2025-model1',
    product: 'model1',
    pricings: [installation('default'), renew('default', 760000000)],
    configurations: [{ name: 'vps_datacenter', values: ['GRA'] }],
  };
  const catalogue = (change: object, more: object = {}) =>
    readPages(
      ovhcloudVps,
      [
        page({
          locale: { currencyCode: 'EUR' },
          plans: [{ ...plan, ...change }],
          products: [{ name: 'model1', description: 'VPS 4 vCPU 8 GB RAM 75 GB disk' }],
          ...more,
        }),
      ],
      null,
    );

  test('a commitment costs its whole term, prepaid or paid by the month', () => {
    const pricings = [
      ...plan.pricings,
      installation('upfront12'),
      renew('upfront12', 646000000, 12),
      installation('upfront24', 100000000),
      renew('upfront24', 14400000000, 24, 24),
      installation('degressivity6'),
      renew('degressivity6', 700000000, 6),
    ];
    expect(quotes(catalogue({ pricings }).plans[0])).toEqual([
      '7.60 EUR regular 1 given 0.00',
      '77.52 EUR regular 12 inferred 0.00',
      '144.00 EUR regular 24 given 1.00',
      '42.00 EUR regular 6 inferred 0.00',
    ]);
  });

  test('a mode without installation is for those who have the plan already', () => {
    const pricings = [...plan.pricings, renew('upfront12', 646000000, 12)];
    expect(quotes(catalogue({ pricings }).plans[0])).toEqual(['7.60 EUR regular 1 given 0.00']);
    expect(codes(catalogue({ pricings: [renew('default', 760000000)] }))).toEqual(['no-price']);
  });

  const promotion = {
    name: 'first-month',
    startDate: '2026-09-01T00:00:00+02:00',
    endDate: '2026-10-01T00:00:00+02:00',
    discount: { value: 380000000 },
    total: { value: 380000000 },
  };
  const promoted = (change: object) =>
    catalogue({
      pricings: [installation('default'), renew('default', 760000000, 0, 1, { promotions: [{ ...promotion, ...change }] })],
    });

  test('a promotion is an introductory price until its end', () => {
    const [introductory, regular] = promoted({}).plans[0]?.places[0]?.prices ?? [];
    expect(introductory).toMatchObject({
      micros: 3_800_000n,
      phase: 'introductory',
      renewalMicros: 7_600_000n,
      expiresAt: '2026-09-30T22:00:00.000Z',
    });
    expect(regular).toMatchObject({ micros: 7_600_000n, phase: 'regular', expiresAt: null });
  });

  test.each([
    ['does not add up', { total: { value: 1 } }],
    ['is a test', { isForTestingPurpose: true }],
    ['ends at a time that nobody can read', { endDate: 'soon' }],
    ['takes nothing off', { discount: { value: 0 }, total: { value: 760000000 } }],
  ])('a promotion that %s is none', (_, change) => {
    expect(quotes(promoted(change).plans[0])).toEqual(['7.60 EUR regular 1 given 0.00']);
  });

  test('mandatory options are part of the price: the default, else the cheapest, and without any there is none', () => {
    const option = (planCode: string, price: number) => ({
      planCode,
      pricings: [installation('default'), renew('default', price)],
    });
    const addons = [option('backup-dear', 140000000), option('backup', 50000000)];
    const family = { name: 'automatedBackup', mandatory: true, addons: ['backup-dear', 'backup'] };
    const preset = catalogue({ addonFamilies: [{ ...family, default: 'backup-dear' }] }, { addons }).plans[0];
    expect(quotes(preset)).toEqual(['9.00 EUR regular 1 inferred 0.00']);
    expect(preset?.provenance.prices).toMatchObject({
      rule: 'ovh-default-options',
      said: 'mode default: plan 7.60 + automatedBackup backup-dear 1.40 for 1 month',
    });
    const cheapest = catalogue({ addonFamilies: [family] }, { addons }).plans[0];
    expect(quotes(cheapest)).toEqual(['8.10 EUR regular 1 inferred 0.00']);
    expect(cheapest?.provenance.prices?.rule).toBe('ovh-cheapest-options');
    expect(quotes(catalogue({ addonFamilies: [{ ...family, mandatory: false }] }, { addons }).plans[0])).toEqual([
      '7.60 EUR regular 1 given 0.00',
    ]);
    const [missing] = catalogue({ addonFamilies: [family] }).rejections;
    expect(missing).toMatchObject({ code: 'no-price', field: 'plans.0.addonFamilies' });
  });

  test('technical data outrank the words; digits of the code are not read', () => {
    const technical = {
      cpu: { cores: 2 },
      memory: { size: 4 },
      storage: { disks: [{ capacity: 40, number: 1, technology: 'NVMe' }] },
    };
    const read = catalogue({ planCode: 'vps-comfort-4-16-160', blobs: { technical } });
    expect(read.plans[0]?.spec).toMatchObject({ cpu: { vcpu: 2 }, memory: { mib: 4096 }, storage: { gb: 40, type: 'nvme' } });
    expect(catalogue({ product: 'nothing' }).plans[0]?.spec).toMatchObject({ cpu: { vcpu: null }, memory: { mib: null } });
  });

  test('a currency that cannot be one is said, not replaced', () => {
    expect(codes(catalogue({}, { locale: { currencyCode: 978 } }))).toEqual(['bad-currency']);
    expect(quotes(catalogue({}, { locale: {} }).plans[0])).toEqual(['7.60 EUR regular 1 given 0.00']);
  });

  test('a campus that nobody knows is a finding, and stays a place', () => {
    const read = catalogue({ configurations: [{ name: 'vps_datacenter', values: ['GRA', 'XYZ'] }] });
    expect(read.plans[0]?.places.map((place) => [place.location?.id, place.location?.country])).toEqual([
      ['ovhcloud/GRA', 'FR'],
      ['ovhcloud/XYZ', null],
    ]);
    expect(read.findings.map(({ code }) => code)).toEqual(['unknown-location']);
  });
});

describe('ovhcloud-eco', () => {
  test('options that are sold in other terms than the plan leave those terms out', () => {
    const plan = {
      planCode: '24sk10-eu',
      product: '24sk10',
      addonFamilies: [{ name: 'memory', mandatory: true, default: 'ram', addons: ['ram'] }],
      pricings: [
        installation('default', 2000000000),
        renew('default', 2000000000),
        installation('upfront12'),
        renew('upfront12', 24000000000, 12, 12),
      ],
    };
    const addons = [{ planCode: 'ram', pricings: [installation('default', 100000000), renew('default', 150000000)] }];
    const read = readPages(ovhcloudEco, [page({ locale: { currencyCode: 'USD' }, plans: [plan], addons })], null);
    expect(quotes(read.plans[0])).toEqual(['21.50 USD regular 1 inferred 21.00']);
    expect(read.plans[0]?.spec).toMatchObject({ productType: 'dedicated', technology: { value: 'none' } });
  });
});

describe('ovhcloud-cloud', () => {
  const code = (planCode: string, intervalUnit: string, price: number, more: object = {}) => ({
    planCode,
    invoiceName: 'b3-8',
    product: 'publiccloud-instance',
    pricings: [{ capacities: ['consumption'], mode: 'default', commitment: 0, interval: 1, intervalUnit, price }],
    ...more,
  });
  const read = (...addons: object[]) => readPages(ovhcloudCloud, [page({ addons })], null);

  test('codes of one flavour are one plan, in its regions and in each tier', () => {
    const { plans } = read(
      code('b3-8.consumption', 'hour', 5120000),
      code('b3-8.monthly.postpaid', 'month', 2500000000),
      code('b3-8.consumption.LZ.AF', 'hour', 9300000),
    );
    expect(plans).toHaveLength(1);
    expect(
      plans[0]?.places.map(({ offerId, prices }) => [offerId, prices.length, formatMicros(prices[0]?.micros ?? 0n)]),
    ).toEqual([
      ['ovhcloud-cloud:b3-8@-', 2, '0.0512'],
      ['ovhcloud-cloud:b3-8@LZ.AF', 2, '0.093'],
    ]);
  });

  test('a tier quoted twice is no offer, the others stay', () => {
    const twice = read(
      code('b3-8.consumption', 'hour', 5120000),
      code('b3-8.consumption.3AZ', 'hour', 5120000),
      code('b3-8.consumption.3AZ', 'hour', 6000000),
    );
    expect(twice.plans[0]?.places.map(({ offerId }) => offerId)).toEqual(['ovhcloud-cloud:b3-8@-']);
    expect(codes(twice)).toEqual(['ambiguous-price', 'ambiguous-price']);
  });

  test('codes that describe different machines leave the sizes unknown', () => {
    const of = (cores: number) => ({ blobs: { technical: { cpu: { cores } } } });
    const differing = read(code('b3-8.consumption', 'hour', 1, of(2)), code('b3-8.monthly.postpaid', 'month', 1, of(4)));
    expect(differing.plans[0]?.spec.cpu.vcpu).toBeNull();
    expect(differing.findings.map((finding) => finding.code)).toEqual(['spec-mismatch']);
    const silent = read(code('b3-8.consumption', 'hour', 1), code('b3-8.monthly.postpaid', 'month', 1, of(4)));
    expect(silent.plans[0]?.spec.cpu.vcpu).toBe(4);
  });

  test('other add-ons are counted, codes without a flavour rejected', () => {
    const odd = read(
      code('b3-8.consumption', 'hour', 5120000),
      code('instance.windows-vcore-license.hour.consumption', 'hour', 1),
      code('volume.classic.consumption', 'hour', 1, { product: 'publiccloud-volume' }),
    );
    expect(codes(odd)).toEqual(['not-a-plan']);
    expect(odd.findings).toMatchObject([{ code: 'skipped', message: '1 add-ons that are no instances: publiccloud-volume 1' }]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Page } from '../scrapers/contract.ts';
import { readPages } from '../scrapers/read-pages.ts';
import { linode } from '../scrapers/sources/linode.ts';
import { scaleway } from '../scrapers/sources/scaleway.ts';
import { vultr } from '../scrapers/sources/vultr.ts';

const page = (role: string, body: unknown, more: Partial<Page> = {}): Page => ({
  role,
  place: null,
  number: 1,
  url: 'https://example.com',
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
const codes = (read: { rejections: readonly { code: string }[] }) => read.rejections.map(({ code }) => code);

describe('linode', () => {
  const type = {
    id: 'g6-nanode-1',
    label: 'Nanode 1GB',
    class: 'nanode',
    memory: 1024,
    vcpus: 1,
    price: { hourly: 0.0075, monthly: 5 },
  };
  const types = (...data: object[]) => page('types', { data, page: 1, pages: 1, results: data.length });
  const regions = (...data: object[]) => page('regions', { data, page: 1, pages: 1, results: data.length });
  const newark = { id: 'us-east', label: 'Newark, NJ', country: 'us', capabilities: ['Linodes'] };

  test('asks for the next page while the body counts more', () => {
    const first = page('types', { data: [], page: 1, pages: 3, results: 9 });
    expect(linode.next(first)).toEqual([
      { role: 'types', number: 2, url: 'https://api.linode.com/v4/linode/types?page_size=500&page=2' },
    ]);
    expect(linode.next(page('types', { data: [], page: 3, pages: 3 }, { number: 3 }))).toEqual([]);
    expect(linode.next(page('types', '<html>'))).toEqual([]);
    expect(linode.next(page('types', { data: [], page: 1, pages: 1e9 }, { number: 100 }))).toEqual([]);
  });

  test('is complete when both lists are, by their own count', () => {
    expect(readPages(linode, [types(type), regions(newark)], null).complete).toBe(true);
    expect(readPages(linode, [types(type)], null).complete).toBe(false);
    const short = readPages(linode, [page('types', { data: [type], page: 1, pages: 2, results: 2 }), regions(newark)], null);
    expect(short).toMatchObject({ complete: false, findings: [{ code: 'incomplete', message: 'types: 1 of 2 entries' }] });
  });

  test('a zero is no price: priced only where a region says so, else rejected', () => {
    const zero = { ...type, price: { hourly: 0, monthly: 0 } };
    expect(codes(readPages(linode, [types(zero), regions(newark)], null))).toEqual(['no-price']);
    const somewhere = { ...zero, region_prices: [{ id: 'us-ord', hourly: 0.01, monthly: 7 }] };
    const read = readPages(linode, [types(somewhere), regions(newark)], null);
    expect(read.plans[0]?.places.map(({ offerId }) => offerId)).toEqual(['linode:g6-nanode-1@us-ord']);
    expect(read.findings.map(({ message }) => message)).toContain('g6-nanode-1: no price in us-east');
  });

  test('numbers in strings are read where they are plain, else the plan is rejected with the field', () => {
    const text = { ...type, memory: '2048', price: { hourly: '0.0075', monthly: '5.00' } };
    const read = readPages(linode, [types(text, { ...type, id: 'x', memory: '2 GB' })], null);
    expect(read.plans[0]?.spec.memory.mib).toBe(2048);
    expect(read.plans[0]?.places[0]?.prices.map(({ micros }) => micros)).toEqual([7500n, 5_000_000n]);
    expect(read.rejections).toEqual([
      { code: 'unreadable-plan', field: 'data.1.memory', said: '2 GB', listing: { planKey: 'x', name: 'Nanode 1GB' } },
    ]);
  });

  test('absurd values are rejected one by one', () => {
    const bad = [
      { memory: -1 },
      { vcpus: 1e9 },
      { disk: -5 },
      { transfer: 1e300 },
      { gpus: -1 },
      { price: { monthly: -5 } },
      { price: { monthly: 1e12 } },
    ];
    const read = readPages(linode, [types(...bad.map((change, index) => ({ ...type, ...change, id: `p${index}` })))], null);
    expect(codes(read)).toEqual(['bad-size', 'bad-count', 'bad-size', 'bad-size', 'bad-count', 'bad-price', 'bad-price']);
    expect(read.findings.map(({ code }) => code)).not.toContain('empty');
  });

  test('the same plan twice is one plan; twice with other values it is nobody knows which', () => {
    const again = [types(type), page('types', { data: [type], page: 2, pages: 2, results: 2, note: 1 }, { number: 2 })];
    expect(readPages(linode, again, null).plans).toHaveLength(1);
    expect(readPages(linode, again, null).complete).toBe(false);
    const other = readPages(linode, [types(type, { ...type, memory: 2048 })], null);
    expect(other.plans).toEqual([]);
    expect(codes(other)).toEqual(['duplicate-key', 'duplicate-key']);
    expect(other.rejectedPlanIds).toEqual(['linode:g6-nanode-1']);
  });

  test('a rejected plan without a key leaves the run incomplete: nobody knows which plan is not gone', () => {
    const read = readPages(linode, [types(type, { ...type, id: 7 }), regions(newark)], null);
    expect(read.complete).toBe(false);
    expect(read.rejections[0]).toMatchObject({ code: 'unreadable-plan', field: 'data.1.id', said: '7' });
  });

  test('keys of the prototype are keys like any other', () => {
    const body = `{"data":[{"id":"__proto__","price":{"hourly":1},"__proto__":{"memory":5}}],"page":1,"pages":1,"results":1}`;
    const read = readPages(linode, [page('types', body)], null);
    expect(read.plans[0]).toMatchObject({ planKey: '__proto__', spec: { memory: { mib: null } } });
  });

  test.each([
    ['Dedicated 32GB + RTX6000 GPU x1', 'RTX6000'],
    ['RTX4000 Ada x2 Small', 'RTX4000 Ada'],
    ['Something else', null],
  ])('GPU of "%s"', (label, name) => {
    expect(readPages(linode, [types({ ...type, label, gpus: 2 })], null).plans[0]?.spec.gpu).toEqual({
      name,
      count: 2,
      memoryMib: null,
    });
  });
});

describe('vultr', () => {
  const plan = { id: 'vc2-1c-1gb', type: 'vc2', ram: 1024, monthly_cost: 5, locations: ['ewr'] };
  const plans = (...list: object[]) =>
    page('plans', { plans: list, meta: { total: list.length, links: { next: '', prev: '' } } });

  test('follows the cursor', () => {
    const first = page('plans', { plans: [], meta: { total: 9, links: { next: 'a+b=', prev: '' } } });
    expect(vultr.next(first)).toEqual([
      { role: 'plans', number: 2, url: 'https://api.vultr.com/v2/plans?per_page=500&cursor=a%2Bb%3D' },
    ]);
    expect(vultr.next(plans(plan))).toEqual([]);
  });

  test('prices of a location replace the plan’s; an unknown shape of them rejects the plan', () => {
    const own = { ...plan, locations: ['ewr', 'sao'], location_cost: { sao: { monthly_cost: 7.5 } } };
    const places = readPages(vultr, [plans(own)], null).plans[0]?.places;
    expect(places?.map((place) => [place.location?.id, place.prices[0]?.micros])).toEqual([
      ['vultr/ewr', 5_000_000n],
      ['vultr/sao', 7_500_000n],
    ]);
    for (const location_cost of [{ ewr: 7.5 }, { ewr: { monthly_cost: 'cheap' } }, ['ewr']]) {
      expect(codes(readPages(vultr, [plans({ ...plan, location_cost })], null))).toEqual(['unreadable-plan']);
    }
  });

  test('a location without a price in its own list is left out and said', () => {
    const own = { ...plan, locations: ['ewr', 'sao'], location_cost: { sao: { monthly_cost: null } } };
    const read = readPages(vultr, [plans(own)], null);
    expect(read.plans[0]?.places.map((place) => place.location?.id)).toEqual(['vultr/ewr']);
    expect(read.findings.map(({ message }) => message)).toContain('vc2-1c-1gb: no price in sao');
  });

  test('only the plan that says so is free', () => {
    expect(codes(readPages(vultr, [plans({ ...plan, monthly_cost: 0, hourly_cost: 0 })], null))).toEqual(['no-price']);
    const free = readPages(vultr, [plans({ ...plan, id: 'vc2-1c-0.5gb-free', monthly_cost: 0 })], null);
    expect(free.plans[0]?.places[0]?.prices[0]?.micros).toBe(0n);
  });

  test('stock is never claimed; nowhere and not on demand are sold out', () => {
    const state = (change: object) =>
      readPages(vultr, [plans({ ...plan, ...change })], null).plans[0]?.places.map((place) => place.availability.state);
    expect(state({})).toEqual(['unknown']);
    expect(state({ locations: [] })).toEqual(['sold-out']);
    expect(state({ locations: undefined })).toEqual(['unknown']);
    expect(state({ deploy_ondemand: false, locations: ['ewr', 'sea', 'ewr'] })).toEqual(['sold-out', 'sold-out']);
  });

  test('the list of bare metal is not the list of plans', () => {
    const metal = readPages(vultr, [page('plans', { plans_metal: [{ id: 'vbm-4c-32gb' }], meta: { total: 1 } })], null);
    expect(metal.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['unreadable-page', 'empty']));
  });
});

describe('scaleway', () => {
  const server = { ncpus: 2, ram: 2 ** 31, arch: 'x86_64', hourly_price: 0.01, monthly_price: 7.3 };
  const servers = (place: string, list: object, more: Partial<Page> = {}) =>
    page('servers', { servers: list }, { place, ...more });
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`DEV1-${index}S`, server]));

  test('asks every zone for both roles, and the next page where the Link header says so', () => {
    expect(scaleway.start()).toHaveLength(20);
    const link = '</products/servers?page=2&per_page=50&>; rel="next",</products/servers?page=3&per_page=50&>; rel="last"';
    expect(scaleway.next(servers('fr-par-1', {}, { headers: { link } }))).toEqual([
      {
        role: 'servers',
        place: 'fr-par-1',
        number: 2,
        url: 'https://api.scaleway.com/instance/v1/zones/fr-par-1/products/servers?per_page=100&page=2',
      },
    ]);
    const last = '</products/servers?page=1&per_page=50&>; rel="first",</products/servers?page=2&per_page=50&>; rel="last"';
    expect(scaleway.next(servers('fr-par-1', {}, { headers: { link: last } }))).toEqual([]);
  });

  test('covers the zones that are whole: by the count of the header, or by a page that is not full', () => {
    const covers = (...pages: Page[]) => readPages(scaleway, pages, null).covers;
    expect(covers(servers('fr-par-1', many(3)))).toEqual(['scaleway/fr-par-1']);
    expect(covers(servers('fr-par-1', many(50)))).toEqual([]);
    expect(covers(servers('fr-par-1', many(50), { headers: { 'x-total-count': '50' } }))).toEqual(['scaleway/fr-par-1']);
    expect(covers(servers('fr-par-1', many(3), { headers: { 'x-total-count': '4' } }), servers('nl-ams-1', many(3)))).toEqual([
      'scaleway/nl-ams-1',
    ]);
    expect(readPages(scaleway, [servers('fr-par-1', many(100))], null)).toMatchObject({ complete: false });
  });

  test('zones that disagree on a plan leave the field unknown, and a finding', () => {
    const read = readPages(
      scaleway,
      [servers('fr-par-1', { X: server }), servers('nl-ams-1', { X: { ...server, ram: 2 ** 32 } })],
      null,
    );
    expect(read.plans[0]).toMatchObject({ planKey: 'X', spec: { memory: { mib: null }, cpu: { vcpu: 2 } } });
    expect(read.findings).toContainEqual({
      code: 'spec-mismatch',
      severity: 'info',
      message: 'X: ram not the same in fr-par-1, nl-ams-1',
    });
  });

  test('a zone without a price is rejected, the others are sold', () => {
    const read = readPages(
      scaleway,
      [servers('fr-par-1', { X: server }), servers('nl-ams-1', { X: { ...server, hourly_price: 0, monthly_price: null } })],
      null,
    );
    expect(read.plans[0]?.places.map((place) => place.location?.id)).toEqual(['scaleway/fr-par-1']);
    expect(read.rejections).toMatchObject([{ code: 'no-price', said: 'hourly_price = 0, monthly_price = null' }]);
  });

  test('a type twice in one zone: the same once, different ones rejected', () => {
    const twice = (second: object) =>
      readPages(
        scaleway,
        [servers('fr-par-1', { X: server }), servers('fr-par-1', { X: second, Y: server }, { number: 2 })],
        null,
      );
    expect(twice(server).plans.map((plan) => plan.planKey)).toEqual(['X', 'Y']);
    expect(twice({ ...server, hourly_price: 5 })).toMatchObject({
      plans: [{ planKey: 'Y' }],
      rejections: [{ code: 'duplicate-key' }],
    });
  });

  test('a page without its zone is read, in a place nobody names', () => {
    const read = readPages(scaleway, [page('servers', { servers: { X: server } })], null);
    expect(read.plans[0]?.places[0]).toMatchObject({ offerId: 'scaleway:X@-', location: null });
    expect(read.complete).toBe(false);
  });

  test.each([
    ['DEV1-S', 'DEV1'],
    ['GP1-VIZ', 'GP1'],
    ['PLAY2-PICO', 'PLAY2'],
    ['POP2-2C-8G', 'POP2'],
    ['POP2-2C-8G-WIN', 'POP2'],
    ['POP2-HC-2C-4G', 'POP2-HC'],
    ['POP2-HN-10', 'POP2-HN'],
    ['PRO2-XXS', 'PRO2'],
    ['ENT1-2XL', 'ENT1'],
    ['STARDUST1-S', 'STARDUST1'],
    ['L4-1-24G', 'L4'],
    ['L40S-1-48G', 'L40S'],
    ['H100-SXM-2-80G', 'H100-SXM'],
    ['GPU-3070-S', 'GPU-3070'],
    ['X64-15GB', 'X64'],
    ['C2M', 'C2'],
    ['C1', 'C1'],
    ['VC1S', 'VC1'],
    ['STANDARD3-X2C-8G', 'STANDARD3'],
    ['BASIC2-A16C-32G', 'BASIC2'],
    ['COPARM1-16C-64G', 'COPARM1'],
    ['START1-XS', 'START1'],
    ['RENDER-S', 'RENDER'],
  ])('%s is of the family %s', (key, family) => {
    expect(scaleway.extract([servers('fr-par-1', { [key]: server })]).listings[0]?.words.class).toBe(family);
  });
});

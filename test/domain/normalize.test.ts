import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedPrice, Listing, Reading } from '../../domain/listing.ts';
import { type NormalizeContext, normalizeListing } from '../../domain/normalize.ts';

const given = <T>(is: T, said = String(is)): Reading<T> => ({ is, said, how: 'given', page: 'plans' });
const monthly = (amount: string | number): ListedPrice => ({ amount: given(amount), per: { months: 1 }, phase: 'regular' });
const hourly = (amount: string | number): ListedPrice => ({ amount: given(amount), per: { hours: 1 }, phase: 'regular' });
const listing = (more: Partial<Listing> = {}): Listing => ({
  planKey: 'p1',
  words: { class: 'standard' },
  prices: [monthly(5)],
  places: [],
  ...more,
});
const cited = { said: 'All standard plans are KVM.', url: 'https://example.com/kvm' };

const context: NormalizeContext = {
  sourceId: 'some',
  providerId: 'some',
  website: 'https://example.com',
  conventions: { currency: 'USD', taxIncluded: null },
  facts: [
    { field: 'technology', value: 'kvm', confidence: 'high', when: { class: ['standard'] }, ...cited },
    { field: 'network.ipv4', value: 1, when: {}, ...cited },
    { field: 'storage.type', value: 'nvme', when: { class: ['other'] }, ...cited },
  ],
  locations: new Map([['fra', { key: 'fra', name: 'Frankfurt 1', city: 'Frankfurt', country: 'de' }]]),
  pageUrl: (page) => `https://example.com/${page}`,
};
const read = (more: Partial<Listing> = {}) => normalizeListing(listing(more), context);
const plan = (more: Partial<Listing> = {}) => {
  const result = read(more);
  if (!result.ok) throw new Error(`rejected: ${result.rejection.code}`);
  return result.plan;
};
const rejection = (more: Partial<Listing>) => {
  const result = read(more);
  return result.ok ? null : result.rejection;
};

describe('a listing', () => {
  test('without a key of the provider is told apart by its identity, and says that it has no key', () => {
    expect(plan({ planKey: null, identity: 'post-12 VPS-1' })).toMatchObject({
      planId: expect.stringMatching(/^some:post-12-VPS-1\.[0-9a-f]{10}$/),
      planKey: null,
    });
    expect(plan({ planKey: null, identity: 'a' }).planId).not.toBe(plan({ planKey: null, identity: 'b' }).planId);
  });

  test('that says nothing but a key and a price has everything else unknown, or as documented', () => {
    expect(plan()).toMatchObject({
      planId: 'some:p1',
      url: 'https://example.com',
      spec: {
        productType: 'unknown',
        technology: { value: 'kvm', how: 'provider-fact', evidence: [cited] },
        cpu: { vcpu: null, resourceModel: 'unknown' },
        memory: { mib: null },
        storage: { gb: null, type: 'unknown' },
        network: { ipv4: 1, transferGb: null, unmetered: null },
        gpu: null,
      },
      places: [{ offerId: 'some:p1@-', location: null, availability: { state: 'unknown', quantity: null } }],
    });
    expect(plan().provenance['network.ipv4']).toEqual({
      how: 'provider-fact',
      said: cited.said,
      url: cited.url,
      rule: null,
      page: null,
    });
  });

  test('is believed before the documents of its provider', () => {
    const stated = plan({
      technology: { is: { value: 'lxc', confidence: 'high' }, said: 'LXC', how: 'stated', page: 'plans' },
      ipv4: given(0),
    });
    expect(stated.spec).toMatchObject({ technology: { value: 'lxc', how: 'stated' }, network: { ipv4: 0 } });
    expect(stated.provenance['network.ipv4']?.how).toBe('given');
  });

  test('with memory that is lent has memory that bursts, by the words that say so', () => {
    const lent = { is: { amount: 1, unit: 'GiB' as const }, said: '1GB vSwap', how: 'stated' as const, page: 'plans' };
    const { spec, provenance } = plan({ vswap: lent });
    expect(spec.memory).toMatchObject({ vswapMib: 1024, resourceModel: 'burst' });
    expect(provenance['memory.resourceModel']).toMatchObject({ how: 'inferred', said: '1GB vSwap', rule: 'burst-memory' });
    expect(plan({}).spec.memory.resourceModel).toBe('unknown');
  });

  test('of another class is not what the fact is about', () => {
    expect(plan({ words: {} }).spec.technology).toEqual({ value: 'unknown', confidence: 'none', how: 'unknown', evidence: [] });
  });

  test('sold by the hour also gets its month, inferred; a listed month stays', () => {
    const terms = (prices: ListedPrice[]) =>
      plan({ prices }).places[0]?.prices.map((price) => [price.hourly, price.termMonths, price.micros, price.how]);
    expect(terms([hourly('0.01')])).toEqual([
      [true, null, 10_000n, 'given'],
      [false, 1, 7_300_000n, 'inferred'],
    ]);
    expect(terms([hourly('0.01'), monthly(5)])).toEqual([
      [true, null, 10_000n, 'given'],
      [false, 1, 5_000_000n, 'given'],
    ]);
  });

  test('has the prices of the place where the place has its own', () => {
    const places = plan({ places: [{ location: 'fra' }, { location: 'São Paulo', prices: [monthly(7)] }] }).places;
    expect(places.map((place) => [place.offerId, place.location, place.prices[0]?.micros])).toEqual([
      ['some:p1@fra', { id: 'some/fra', name: 'Frankfurt 1', city: 'Frankfurt', country: 'DE' }, 5_000_000n],
      [
        expect.stringMatching(/^some:p1@Sa-?o-Paulo\.[0-9a-f]{10}$/),
        expect.objectContaining({ name: null, city: null, country: null }),
        7_000_000n,
      ],
    ]);
  });

  test.each([
    ['no-key', 'planKey', { planKey: null }],
    ['no-key', 'planKey', { planKey: ' ' }],
    ['no-price', 'prices', { prices: [] }],
    ['bad-price', 'prices', { prices: [monthly('1.234,56')] }],
    ['bad-price', 'prices', { prices: [monthly(-1)] }],
    ['bad-price', 'prices', { prices: [{ ...monthly(1), per: { months: 0 } }] }],
    ['bad-currency', 'prices', { prices: [{ ...monthly(1), currency: given('euro') }] }],
    ['bad-price', 'prices at fra', { places: [{ location: 'fra', prices: [monthly('x')] }] }],
    ['duplicate-key', 'places', { places: [{ location: 'fra' }, { location: 'fra' }] }],
    ['bad-size', 'memory.mib', { memory: given({ amount: -1, unit: 'MiB' as const }) }],
    ['bad-count', 'cpu.vcpu', { vcpu: given(Number.NaN) }],
    ['bad-count', 'gpu.count', { gpu: given({ name: null, count: -1 }) }],
    [
      'bad-size',
      'storage.gb',
      { disks: given([{ size: { amount: 5, unit: 'GB' as const }, count: 1.5, type: 'ssd' as const }]) },
    ],
  ])('is rejected: %s in %s', (code, field, more) => {
    expect(rejection(more)).toMatchObject({ code, field });
  });

  test('is unmetered or has a figure, never both', () => {
    expect(plan({ transfer: given('unmetered') }).spec.network).toMatchObject({ unmetered: true, transferGb: null });
    expect(plan({ transfer: given({ amount: 1024, unit: 'GiB' }) }).spec.network).toMatchObject({
      unmetered: false,
      transferGb: 1000,
    });
  });

  test('without a disk has 0 GB, with several their sum', () => {
    expect(plan({ disks: given([]) }).spec.storage).toMatchObject({ gb: 0, disks: [] });
    const two = plan({ disks: given([{ size: { amount: 110, unit: 'GB' }, count: 2, type: 'ssd' }]) }).spec.storage;
    expect(two).toEqual({
      gb: 220,
      type: 'ssd',
      raid: null,
      disks: [
        { gb: 110, type: 'ssd' },
        { gb: 110, type: 'ssd' },
      ],
    });
  });

  test('becomes a plan or a rejection whatever its figures are, and a plan has sound figures', () => {
    const figure = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1e300, Number.NaN));
    fc.assert(
      fc.property(figure, figure, figure, fc.oneof(fc.double(), fc.string()), (vcpu, memory, disk, price) => {
        const result = read({
          vcpu: given(vcpu),
          memory: given({ amount: memory, unit: 'MiB' }),
          disks: given([{ size: { amount: disk, unit: 'GB' }, count: 1, type: 'unknown' }]),
          prices: [monthly(price)],
        });
        if (!result.ok) {
          expect(result.rejection.said).toBeTypeOf('string');
          return;
        }
        expect(result.plan.spec.cpu.vcpu).toBeGreaterThan(0);
        expect(result.plan.spec.memory.mib).toBeGreaterThan(0);
        expect(result.plan.spec.storage.gb).toBeGreaterThanOrEqual(0);
        expect(result.plan.places[0]?.prices[0]?.micros).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});

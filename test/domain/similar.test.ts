import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distancesOf, rankSimilar, weighted } from '../../domain/similar/rank-similar.ts';
import type { Traits } from '../../domain/similar/traits.ts';

const base: Traits = {
  rowId: 'a',
  planId: 'a',
  memoryMib: 2048,
  vcpu: 2,
  storageGb: 40,
  technology: 'kvm',
  resourceModel: 'shared',
  countries: ['DE'],
  regions: ['europe'],
  priceEuroMicros: 5_000_000n,
};
const like = (rowId: string, more: Partial<Traits> = {}): Traits => ({ ...base, rowId, planId: rowId, ...more });

describe('likeness', () => {
  it('puts the nearest first, other plans before the same one, and never the row itself', () => {
    const ranked = rankSimilar(
      base,
      [
        like('far', { memoryMib: 4096, priceEuroMicros: 12_000_000n }),
        like('a~ams', { planId: 'a', countries: ['NL'] }),
        base,
        like('near', { storageGb: 50 }),
        like('twin'),
      ],
      10,
    );
    expect(ranked.map(({ rowId, distance }) => [rowId, distance > 0])).toEqual([
      ['twin', false],
      ['near', true],
      ['far', true],
      ['a~ams', true],
    ]);
    expect(rankSimilar(base, [like('b'), like('c')], 1).map(({ rowId }) => rowId)).toEqual(['b']);
  });

  it('says why in words', () => {
    const [one] = rankSimilar(
      base,
      [like('b', { priceEuroMicros: 4_500_000n, vcpu: 1, technology: 'openvz', resourceModel: null, countries: ['NL'] })],
      1,
    );
    expect(one?.why).toEqual([
      'price: 10 % lower',
      'memory: the same, 2GB',
      'vCPUs: 1 against 2',
      'technology: openvz instead of kvm',
      'resource model: not known',
      'storage: the same, 40GB',
      'place: also in europe',
    ]);
  });

  it('knows families of technologies, and places by country and continent', () => {
    expect(distancesOf(like('b', { technology: 'openvz6' }), like('c', { technology: 'openvz7' })).technology).toBe(0.25);
    expect(distancesOf(base, like('c', { technology: 'lxc' })).technology).toBe(1);
    const place = (countries: string[], regions: string[]) => distancesOf(base, like('b', { countries, regions })).place;
    expect([
      place(['DE', 'US'], ['europe', 'north-america']),
      place(['NL'], ['europe']),
      place(['US'], ['north-america']),
      place([], []),
    ]).toEqual([0, 0.4, 1, null]);
  });

  it('counts what is not known as neither near nor far', () => {
    const [known, unknown, far] = [like('b'), like('b', { memoryMib: null }), like('b', { memoryMib: 8192 })].map((one) =>
      weighted(distancesOf(base, one)),
    );
    expect([known, unknown, far].toSorted()).toEqual([known, unknown, far]);
  });

  it('is the same both ways, between 0 and 1, and nothing of itself where all is known', () => {
    const maybe = <T>(...values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
    const traits: fc.Arbitrary<Traits> = fc.record({
      rowId: fc.string(),
      planId: fc.string(),
      memoryMib: maybe(0, 512, 2048, 3072),
      vcpu: maybe(0.5, 1, 8),
      storageGb: maybe(0, 25, 1000),
      technology: maybe('kvm' as const, 'xen' as const, 'xen-pv' as const),
      resourceModel: maybe('dedicated' as const, 'shared' as const),
      countries: fc.subarray(['DE', 'US']),
      regions: fc.subarray(['europe', 'asia']),
      priceEuroMicros: maybe(0n, 1n, 5_000_000n),
    });
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const distance = weighted(distancesOf(a, b));
        expect(weighted(distancesOf(b, a))).toBe(distance);
        expect(distance >= 0 && distance <= 1).toBe(true);
      }),
    );
    expect(weighted(distancesOf(base, base))).toBe(0);
  });
});

/** Where prices stand among their peers, against a plain count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarket } from '../../../domain/market/market.ts';
import type { Peer } from '../../../domain/market/peer.ts';
import { percentileOf, robustZ, spreadOf, weightedMedian } from '../../../domain/market/robust.ts';

const peer = (id: number, more: Partial<Peer> = {}): Peer => ({
  id: `p${id}`,
  family: 'kvm',
  dedicated: false,
  regions: ['europe'],
  memoryMib: 2048,
  vcpu: 1,
  storageGb: 20,
  perMonthUsd: 4 + id / 10,
  observedAt: '2026-10-01T00:00:00.000Z',
  ...more,
});
const peers = (count: number, more: Partial<Peer> = {}) => Array.from({ length: count }, (_, id) => peer(id, more));
const placed = (more: Partial<Peer> = {}) => ({ ...peer(0), id: null, observedAt: '2026-11-26T00:00:00.000Z', ...more });

describe('a market', () => {
  it('places a price, with the number of peers and who they are', () => {
    const position = createMarket(peers(41)).position(placed({ perMonthUsd: 1 }));
    expect(position).toMatchObject({ n: 41, percentile: 0, perGbMemoryUsd: 0.5, reason: null });
    expect(position.z).toBeLessThan(-2.5);
    expect(position.group).toEqual({
      family: 'kvm',
      dedicated: false,
      regions: ['europe'],
      memoryFactor: 2,
      from: '2025-11-26',
      to: '2026-11-26',
      widened: [],
    });
  });

  it('widens memory, then region, then model, and says so', () => {
    const widened = (more: Partial<Peer>) => createMarket(peers(12, more)).position(placed()).group.widened;
    expect(widened({ memoryMib: 8192 })).toEqual(['memory']);
    expect(widened({ regions: ['asia'] })).toEqual(['memory', 'region']);
    expect(widened({ dedicated: true })).toEqual(['memory', 'region', 'model']);
  });

  it('never widens technology or time, and answers unknown under twelve peers', () => {
    for (const more of [
      { family: 'lxc' as const },
      { observedAt: '2025-11-01T00:00:00.000Z' },
      { observedAt: '2026-12-01T00:00:00.000Z' },
    ]) {
      const position = createMarket(peers(30, more)).position(placed());
      expect(position).toMatchObject({ n: 0, percentile: null, z: null });
      expect(position.reason).toContain('no offers like it');
    }
    expect(createMarket(peers(11)).position(placed()).percentile).toBeNull();
  });

  it('does not count an offer among its own peers', () => {
    const market = createMarket(peers(12));
    expect(market.position({ ...placed(), id: 'p3' }).percentile).toBeNull();
    expect(market.position(placed()).n).toBe(12);
  });

  it('has a percentile but no z where all peers cost the same', () => {
    const position = createMarket(peers(20, { perMonthUsd: 5 })).position(placed({ perMonthUsd: 4 }));
    expect(position).toMatchObject({ percentile: 0, z: null });
  });

  it('gives the same percentile as counting does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 50, noNaN: true }), { minLength: 12, maxLength: 80 }),
        fc.nat(79),
        (prices, at) => {
          const own = prices[at % prices.length] ?? 1;
          const market = createMarket(prices.map((perMonthUsd, id) => peer(id, { perMonthUsd })));
          const below = prices.filter((price) => price < own - 1e-6).length;
          const notAbove = prices.filter((price) => price <= own + 1e-6).length;
          const { percentile } = market.position(placed({ perMonthUsd: own }));
          expect(percentile).toBeGreaterThanOrEqual((below / prices.length) * 100 - 0.1);
          expect(percentile).toBeLessThanOrEqual((notAbove / prices.length) * 100 + 0.1);
        },
      ),
    );
  });

  it('does not care for the currency: a factor on all prices moves nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (factor) => {
        const at = (scale: number) =>
          createMarket(peers(30).map((one) => ({ ...one, perMonthUsd: one.perMonthUsd * scale }))).position(
            placed({ perMonthUsd: 3 * scale }),
          );
        expect(at(factor).z).toBeCloseTo(at(1).z ?? Number.NaN, 2);
      }),
    );
  });
});

describe('robust statistics', () => {
  it('are not moved by one wild value', () => {
    const spread = spreadOf([1, 2, 3, 4, 1000]);
    expect(spread).toMatchObject({ median: 3, mad: 1 });
    expect(spread && robustZ(1, spread)).toBeCloseTo(-1.349, 3);
    expect(spread && percentileOf(3, spread)).toBe(50);
  });

  it('weigh', () => {
    expect(
      weightedMedian([
        { value: 1, weight: 2 },
        { value: 5, weight: 1 },
        { value: 9, weight: 1 },
      ]),
    ).toBe(3);
    expect(weightedMedian([])).toBeNull();
  });
});

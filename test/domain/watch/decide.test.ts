import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deciding, decide, isArmedAgain, type Sighting, type WatchMemory } from '../../../domain/watch/decide.ts';
import { RULES, rulesTriggeredBy, WATCH_RULES } from '../../../domain/watch/rules.ts';

const T = 5_000_000n;
const below: Deciding & { thresholdMicros: bigint } = {
  rule: 'price-below',
  thresholdPpm: null,
  seeded: true,
  thresholdMicros: T,
};
const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;

const seen = (micros: bigint, more: Partial<Sighting> = {}): Sighting => ({
  kind: 'price',
  observedAt: at(1),
  own: { micros, currency: 'USD' },
  fell: true,
  dropPpm: null,
  heldBefore: false,
  ...more,
});

/** Lives through prices as a matcher would: settles, then decides where the price is at or below the threshold. */
function told(prices: readonly bigint[], watch = below): number {
  let memory: WatchMemory | null = null;
  let times = 0;
  let last = prices[0] ?? 0n;
  for (const micros of prices.slice(1)) {
    const own = { micros, currency: 'USD' };
    if (memory !== null && isArmedAgain(watch, memory, { own, micros, dropPpm: null })) memory = null;
    if (micros !== last && micros <= watch.thresholdMicros) {
      const decision = decide(watch, memory, seen(micros, { fell: micros < last }));
      times += decision.fires ? 1 : 0;
      memory = decision.memory;
    }
    last = micros;
  }
  return times;
}

describe('a watch for a price', () => {
  it('fires once however long the price dances by one per cent around the threshold', () => {
    const step = fc.integer({ min: -10, max: 10 }).map((permille) => (T * BigInt(1000 + permille)) / 1000n);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (prices) => {
        expect(told([6_000_000n, ...prices])).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('fires again after the price has clearly left, and never twice without that', () => {
    expect(told([6_000_000n, 4_900_000n, 4_500_000n, 4_000_000n])).toBe(1);
    expect(told([6_000_000n, 4_900_000n, 5_500_000n, 4_900_000n])).toBe(2);
    const price = fc.integer({ min: 1, max: 1000 }).map((cents) => BigInt(cents) * 10_000n);
    fc.assert(
      fc.property(fc.array(price, { maxLength: 40 }), (prices) => {
        const all = [10_000_000n, ...prices];
        const departures = all.filter((micros) => micros > (T * 103n) / 100n).length;
        expect(told(all)).toBeLessThanOrEqual(departures);
      }),
    );
  });

  it('is not fired by an exchange rate: the seller has to have lowered the price', () => {
    expect(decide(below, null, seen(4_900_000n, { fell: false })).fires).toBe(false);
    expect(decide(below, null, seen(4_900_000n, { fell: true })).fires).toBe(true);
    const memory: WatchMemory = { state: 'fired', at: at(0), told: { micros: 4_900_000n, currency: 'EUR' } };
    const rateOnly = { own: { micros: 4_900_000n, currency: 'EUR' }, micros: 9_000_000n, dropPpm: null };
    expect(isArmedAgain(below, memory, rateOnly)).toBe(false);
  });

  it('that could not remember all that met it at first fires at a crossing only', () => {
    const unseeded = { ...below, seeded: false };
    expect(decide(unseeded, null, seen(4_000_000n, { heldBefore: true })).fires).toBe(false);
    expect(decide(unseeded, null, seen(4_000_000n, { heldBefore: false })).fires).toBe(true);
    expect(decide(unseeded, null, seen(4_000_000n, { kind: 'spec', fell: false })).fires).toBe(false);
    expect(decide(unseeded, null, seen(4_000_000n, { kind: 'restocked', fell: false })).fires).toBe(true);
  });

  it('is not armed again by what is sold out or gone', () => {
    const memory: WatchMemory = { state: 'fired', at: at(0), told: { micros: 4_900_000n, currency: 'USD' } };
    expect(isArmedAgain(below, memory, { own: null, micros: null, dropPpm: null })).toBe(false);
  });
});

describe('a watch for a fall', () => {
  const fall: Deciding = { rule: 'price-drop-pct', thresholdPpm: 200_000, seeded: true };
  it('fires at its share, then at the next such fall only', () => {
    expect(decide(fall, null, seen(8_100_000n, { dropPpm: 190_000 })).fires).toBe(false);
    const first = decide(fall, null, seen(8_000_000n, { dropPpm: 200_000 }));
    expect(first.fires).toBe(true);
    expect(decide(fall, first.memory, seen(7_000_000n, { dropPpm: 300_000 })).fires).toBe(false);
    expect(decide(fall, first.memory, seen(6_400_000n, { dropPpm: 360_000 })).fires).toBe(true);
    expect(decide(fall, null, seen(8_000_000n, { dropPpm: 300_000, fell: false })).fires).toBe(false);
  });
});

describe('stock', () => {
  it('that comes and goes is told once in six hours', () => {
    const watch: Deciding = { rule: 'restock', thresholdPpm: null, seeded: true };
    const stock = (hour: number) => seen(1n, { kind: 'restocked', fell: false, observedAt: at(hour) });
    const first = decide(watch, null, stock(1));
    expect(first).toMatchObject({ fires: true, memory: { state: 'cooling', until: at(7) } });
    expect(decide(watch, first.memory, stock(6)).fires).toBe(false);
    expect(decide(watch, first.memory, stock(7)).fires).toBe(true);
  });
});

describe('rules', () => {
  it('say what they do, and are triggered by the kinds they name', () => {
    for (const rule of WATCH_RULES) {
      expect(RULES[rule].again.length).toBeGreaterThan(20);
      for (const kind of RULES[rule].triggers) expect(rulesTriggeredBy(kind)).toContain(rule);
    }
    expect(rulesTriggeredBy('withdrawn')).toEqual(['any-change']);
  });
});

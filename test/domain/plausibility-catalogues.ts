/** Generated catalogues for the tests of the plausibility gate, and ways to change them. */
import fc from 'fast-check';
import type { Place, PlanOffers, Price } from '../../domain/offer.ts';
import type { PlanSpec } from '../../domain/plan.ts';
import type { BatchToJudge, Judgement } from '../../domain/plausibility/batch.ts';
import { judgeBatch } from '../../domain/plausibility/judge-batch.ts';
import { judgedHash } from '../../domain/plausibility/judged-hash.ts';

/** Sizes of a plan; everything else of a configuration is of no interest to the gate. */
export interface Sizes {
  readonly vcpu: number | null;
  readonly mib: number | null;
  readonly gb: number | null;
}

/** A configuration of the given sizes. */
export function specOf({ vcpu, mib, gb }: Sizes): PlanSpec {
  return {
    productType: 'vps',
    technology: { value: 'kvm', confidence: 'high', how: 'given', evidence: [] },
    cpu: {
      vcpu,
      resourceModel: 'shared',
      said: null,
      baselinePct: null,
      model: null,
      architecture: 'x86_64',
      frequencyMhz: null,
    },
    memory: { mib, guaranteedMib: null, burstMib: null, vswapMib: null, resourceModel: 'unknown' },
    storage: { gb, type: 'ssd', raid: null, disks: [] },
    network: {
      transferGb: null,
      unmetered: null,
      portMbps: null,
      ipv4: 1,
      hasIpv6: null,
      ipv6: null,
      ipv6Prefix: null,
      natIpv4: null,
      ddos: null,
      overage: 'unknown',
    },
    gpu: null,
    guests: null,
    managed: null,
  };
}

/** A regular price; `termMonths` null is an hour. */
export function price(micros: bigint, termMonths: number | null = 1, rest: Partial<Price> = {}): Price {
  return {
    termMonths,
    hourly: termMonths === null,
    micros,
    currency: 'USD',
    setupFeeMicros: null,
    phase: 'regular',
    renewalMicros: null,
    taxIncluded: null,
    promoCode: null,
    expiresAt: null,
    how: 'given',
    ...rest,
  };
}

/** One location of a plan. */
export function place(planId: string, location: string, prices: readonly Price[]): Place {
  return {
    offerId: `${planId}@${location}`,
    location: { id: `shop/${location}`, name: null, city: null, country: null },
    availability: { state: 'in-stock', quantity: null },
    prices,
  };
}

/** A plan "shop:<key>" sold in the given locations at the same prices. */
export function plan(
  key: string,
  prices: readonly Price[],
  sizes: Sizes = { vcpu: 1, mib: 1024, gb: 25 },
  locations = ['a'],
): PlanOffers {
  const planId = `shop:${key}`;
  return {
    planId,
    planKey: key,
    providerId: 'shop',
    sourceId: 'shop',
    name: key,
    url: null,
    spec: specOf(sizes),
    places: locations.map((location) => place(planId, location, prices)),
    provenance: {},
  };
}

/** Plans "p1" to "pN" of rising sizes at USD 5, 10, 15 … a month. */
export function shop(plans: number): PlanOffers[] {
  return Array.from({ length: plans }, (_, index) =>
    plan(`p${index + 1}`, [price(BigInt(index + 1) * 5_000_000n)], { vcpu: index + 1, mib: 1024 * (index + 1), gb: 25 }),
  );
}

/** A catalogue as sources have them: by the month and mostly by the hour, some by the year, set-up fees, dearer places. */
export function catalogue(plans: { min: number; max: number } = { min: 1, max: 40 }): fc.Arbitrary<PlanOffers[]> {
  const one = fc.record({
    cents: fc.integer({ min: 100, max: 500_000 }),
    vcpu: fc.integer({ min: 1, max: 64 }),
    gb: fc.integer({ min: 5, max: 5000 }),
    hourly: fc.boolean(),
    yearly: fc.boolean(),
    setupFee: fc.boolean(),
    locations: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 5 }),
    dearer: fc.boolean(),
  });
  const currency = fc.constantFrom('USD', 'EUR', 'JPY');
  return fc.tuple(fc.array(one, { minLength: plans.min, maxLength: plans.max }), currency).map(([all, money]) =>
    all.map((from, index) => {
      const prices = (percent: bigint) => {
        const month = (BigInt(from.cents) * 10_000n * percent) / 100n;
        const setupFeeMicros = from.setupFee ? 9_000_000n : null;
        return [
          ...(from.hourly ? [price(month / 672n, null, { currency: money })] : []),
          price(month, 1, { currency: money, setupFeeMicros }),
          ...(from.yearly ? [price(month * 11n, 12, { currency: money })] : []),
        ];
      };
      const base = plan(`p${index}`, prices(100n), { vcpu: from.vcpu, mib: 512 * (index + 1), gb: from.gb }, from.locations);
      if (!from.dearer) return base;
      return { ...base, places: [...base.places.slice(0, -1), place(base.planId, from.locations.at(-1) ?? 'a', prices(120n))] };
    }),
  );
}

/** Every amount of the chosen plans changed. */
export function repriced(
  plans: readonly PlanOffers[],
  chosen: (index: number) => boolean,
  change: (micros: bigint) => bigint,
): PlanOffers[] {
  return plans.map((one, index) => (chosen(index) ? withPrices(one, (old) => ({ ...old, micros: change(old.micros) })) : one));
}

/** A plan with every price changed. */
export function withPrices(one: PlanOffers, change: (price: Price) => Price): PlanOffers {
  return { ...one, places: one.places.map((where) => ({ ...where, prices: where.prices.map(change) })) };
}

/** Judges against a published catalogue, all listings read, the batch complete and not seen before; `over` says otherwise. */
export function judge(before: readonly PlanOffers[], next: readonly PlanOffers[], over: Partial<BatchToJudge> = {}): Judgement {
  return judgeBatch({
    next,
    rejections: 0,
    complete: true,
    baseline: { kind: 'published', plans: before, rejections: 0 },
    batchHash: judgedHash(next),
    heldHash: null,
    ...over,
  });
}

/** The same judged by the second run that reads it. */
export function judgeAgain(before: readonly PlanOffers[], next: readonly PlanOffers[]): Judgement {
  return judge(before, next, { heldHash: judgedHash(next) });
}

/** "hard price-slip": severity and code of every finding. */
export function codes(judgement: Judgement): string[] {
  return judgement.findings.map((one) => `${one.severity} ${one.code}`);
}

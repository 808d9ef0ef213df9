import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../domain/listing.ts';
import { planIdentities } from '../../../scrapers/feeds/plan-identity.ts';

interface Words {
  readonly name?: string | undefined;
  readonly gib?: number;
  readonly price?: string;
  readonly place?: string;
}

function plan({ name, gib = 1, price = '5', place }: Words): Listing {
  const page = 'posts';
  const at = { said: 'x', how: 'stated' as const, page };
  return {
    planKey: null,
    words: {},
    ...(name === undefined ? {} : { name: { ...at, is: name } }),
    memory: { ...at, is: { amount: gib, unit: 'GiB' } },
    prices: [{ amount: { ...at, is: price }, per: { months: 1 }, phase: 'regular' }],
    places: [{ location: place ?? null }],
  };
}
const of = (...plans: readonly Words[]) => planIdentities('1', plans.map(plan));

describe('what tells plans of a post apart', () => {
  it('is their names, whatever else is edited', () => {
    expect(of({ name: 'Plan A' }, { name: 'Plan B' })).toEqual(['1+plan-a', '1+plan-b']);
    expect(of({ name: 'Plan A – SOLD OUT', gib: 2, price: '7' }, { name: 'PLAN B (limited stock)' })).toEqual([
      '1+plan-a',
      '1+plan-b',
    ]);
  });

  it('is what they are made of, where names do not tell', () => {
    const [small, large] = of({ gib: 1 }, { gib: 2 });
    expect(small).not.toBe(large);
    expect(of({ gib: 2, price: '9' }, { gib: 1, price: '1' })).toEqual([large, small]);
    const same = of({ name: 'KVM', gib: 1 }, { name: 'KVM', gib: 2 });
    expect(new Set(same).size).toBe(2);
    expect(same.every((identity) => identity.startsWith('1+kvm.'))).toBe(true);
  });

  it('is where they are, and last of all what they cost', () => {
    expect(new Set(of({ name: 'KVM', place: 'Paris' }, { name: 'KVM', place: 'Oslo' })).size).toBe(2);
    expect(new Set(of({ name: 'KVM', price: '1' }, { name: 'KVM', price: '2' })).size).toBe(2);
    expect(new Set(of({ name: 'KVM' }, { name: 'KVM' })).size).toBe(1);
  });

  it('is there in any script, and fits an id', () => {
    expect(of({ name: '香港特价' })).not.toEqual(of({ name: '东京特价' }));
    const names = fc.array(fc.record({ name: fc.option(fc.string(), { nil: undefined }), gib: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, (plans) => {
        const identities = of(...plans);
        expect(of(...plans)).toEqual(identities);
        for (const identity of identities) expect(identity).toMatch(/^1\+[a-z0-9][a-z0-9.-]{0,60}$/);
      }),
    );
  });

  it('does not depend on the order of the post', () => {
    const plans = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', ''), gib: fc.integer({ min: 1, max: 9 }) }), {
      selector: ({ name, gib }) => `${name}${gib}`,
      maxLength: 8,
    });
    fc.assert(fc.property(plans, (list) => void expect(of(...list.toReversed()).toReversed()).toEqual(of(...list))));
  });
});

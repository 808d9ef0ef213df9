import { describe, expect, it } from 'vitest';
import { type Presentation, presentRow } from '../../domain/present-row.ts';
import type { PriceJson } from '../../domain/price-json.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { RATES } from '../support/generated-rows.ts';

const price: PriceJson = {
  termMonths: 12,
  hourly: false,
  amount: '24.00',
  currency: 'USD',
  setupFee: null,
  phase: 'regular',
  renewal: null,
  taxIncluded: null,
  promoCode: null,
  expiresAt: null,
  how: 'stated',
};

const asked: Presentation = {
  observedAt: '2026-11-22T00:00:00.000Z',
  state: 'live',
  horizonMonths: 12,
  termMonths: null,
  currency: 'USD',
  rates: RATES,
};

function stored(prices: readonly PriceJson[]): StoredRow {
  return {
    id: 'acme:small',
    prices,
    technology: { value: 'openvz6' },
    guests: null,
    statedCapabilities: [{ capability: 'docker', value: 'yes', said: 'Docker: yes' }],
    cpu: { vcpu: 2 },
    memory: { mib: 4096 },
    storage: { gb: 0 },
    gpu: { name: null, count: 0, memoryMib: null },
    provenance: {
      'memory.mib': { how: 'given', said: 'memory: 4096', url: 'https://acme.example/plans', rule: null, page: 'plans' },
      technology: { how: 'provider-fact', said: 'KVM', url: 'https://acme.example/docs', rule: null, page: null },
    },
    snapshots: { plans: '17' },
  } as unknown as StoredRow;
}

describe('presentRow', () => {
  it('answers what is comparable, and says how it was computed', () => {
    const row = presentRow(stored([price]), asked);
    expect(row.comparable).toEqual({
      currency: 'USD',
      perMonth: '2.00',
      rateDate: '2026-11-20',
      basis: '12-month price of 24.00 USD / 12; set-up fee not stated; tax not stated',
      horizonMonths: 12,
      perGbMemory: '0.50',
      perVcpu: '1.00',
      perTbDisk: null,
    });
    expect(row).toMatchObject({
      state: 'live',
      gpu: null,
      capabilities: { docker: 'yes', windows: 'no' },
      risk: { level: 'unknown', modelVersion: null },
    });
    expect(row).not.toHaveProperty('provenance');
    expect(row).not.toHaveProperty('snapshots');
    expect(row).not.toHaveProperty('statedCapabilities');
  });

  it('spreads set-up fees and introductory months over the horizon', () => {
    const first = {
      ...price,
      termMonths: 1,
      amount: '1.00',
      phase: 'introductory',
      setupFee: '12.00',
      taxIncluded: true,
    } as const;
    const then = { ...first, amount: '5.00', phase: 'regular' } as const;
    const { comparable } = presentRow(stored([first, then]), { ...asked, currency: 'EUR' });
    expect(comparable?.perMonth).toBe('4.91301');
    expect(comparable?.basis).toBe(
      '1-month price of 5.00 USD; first 1 of 12 months at 1.00 USD; set-up fee of 12.00 USD / 12; tax included; converted by the reference rates of 2026-11-20',
    );
  });

  it('compares nothing without a rate, or without a price of the asked term', () => {
    expect(presentRow(stored([{ ...price, currency: 'XXP' }]), asked).comparable).toBeNull();
    expect(presentRow(stored([price]), { ...asked, currency: 'XXP' }).comparable).toBeNull();
    expect(presentRow(stored([price]), { ...asked, termMonths: 1 }).comparable).toBeNull();
  });

  it('tells where fields come from, where asked', () => {
    const { provenance } = presentRow(stored([price]), { ...asked, provenance: true });
    expect(provenance?.['memory.mib']).toEqual({
      how: 'given',
      said: 'memory: 4096',
      url: 'https://acme.example/plans',
      snapshotId: '17',
      observedAt: asked.observedAt,
    });
    expect(provenance?.technology?.snapshotId).toBeNull();
  });
});

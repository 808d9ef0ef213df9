/** Public rows by hand, for tests of what is made of them. */
import type { RowJson } from '../../domain/present-row.ts';
import type { PriceJson } from '../../domain/price-json.ts';

/** A monthly regular price, or what is said otherwise. */
export function priceJson(amount: string, more: Partial<PriceJson> = {}): PriceJson {
  return {
    termMonths: 1,
    hourly: false,
    amount,
    currency: 'EUR',
    setupFee: '0.00',
    phase: 'regular',
    renewal: null,
    taxIncluded: false,
    promoCode: null,
    expiresAt: null,
    how: 'given',
    ...more,
  };
}

/** A row of a small KVM server in Falkenstein at 5.00 EUR a month, or what is said otherwise. */
export function rowJson(more: Partial<RowJson> = {}): RowJson {
  const availability = { state: 'in-stock', quantity: null } as const;
  return {
    id: 'acme:a',
    planKey: 'a',
    url: null,
    state: 'live',
    observedAt: '2026-11-22T12:00:00.000Z',
    firstSeenAt: '2026-11-01T12:00:00.000Z',
    lastChangedAt: '2026-11-01T12:00:00.000Z',
    provider: { id: 'acme', name: 'Acme Hosting', country: 'DE', website: null },
    source: { id: 'acme', kind: 'provider-api', url: 'https://acme.example', snapshotId: null },
    name: 'Acme a',
    productType: 'vps',
    technology: { value: 'kvm', confidence: 'high', how: 'stated', evidence: [] },
    cpu: {
      vcpu: 1,
      resourceModel: 'shared',
      said: null,
      baselinePct: null,
      model: null,
      architecture: 'x86_64',
      frequencyMhz: null,
    },
    memory: { mib: 2048, guaranteedMib: null, burstMib: null, vswapMib: null, resourceModel: 'unknown' },
    storage: { gb: 40, type: 'nvme', raid: null, disks: [] },
    network: {
      transferGb: 1000,
      unmetered: false,
      portMbps: 1000,
      ipv4: 1,
      hasIpv6: true,
      ipv6: null,
      ipv6Prefix: null,
      natIpv4: false,
      ddos: null,
      overage: 'unknown',
    },
    gpu: null,
    guests: null,
    managed: null,
    availability,
    locations: [{ id: 'acme/fsn', name: 'fsn', city: 'Falkenstein', country: 'DE', offerId: 'acme:a@fsn', availability }],
    prices: [priceJson('5.00')],
    comparable: {
      currency: 'EUR',
      perMonth: '5.00',
      rateDate: '2026-11-20',
      basis: '',
      horizonMonths: 12,
      perGbMemory: '2.50',
      perVcpu: '5.00',
      perTbDisk: '125.00',
    },
    capabilities: {},
    risk: { level: 'unknown', confidence: 'none', summary: 'not assessed', modelVersion: null },
    ...more,
  };
}

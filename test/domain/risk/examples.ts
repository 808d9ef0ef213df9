/** Twelve documented plans with what is known of them. Figures and quotes are those of the documents named in `docs/risk-model.md`. */

import type { ReferenceOf } from '../../../domain/benchmark/reference.ts';
import { asOf, checkPlan } from '../../../domain/check/check-offer.ts';
import { type Offered, offeredPlan, offeredSchema } from '../../../domain/check/offered-plan.ts';
import { rateTable } from '../../../domain/exchange-rates.ts';
import { createMarket } from '../../../domain/market/market.ts';
import type { ExperienceReport, RiskInput } from '../../../domain/risk/assess-input.ts';
import { assessable } from '../../../domain/risk/input-of.ts';
import type { Measured } from '../../../domain/risk/measured.ts';
import { costRates, measured } from './support.ts';

/** A plan, how its resources are labelled, and the levels that it may come out as. */
export interface Example {
  readonly id: string;
  /** What the documents say of it, or what people report. */
  readonly label: 'dedicated' | 'shared' | 'burst' | 'oversold-reported';
  readonly offer: Offered;
  readonly measurements?: readonly Measured[];
  readonly reports?: readonly ExperienceReport[];
  readonly cpu: readonly [model: string, baselinePct: number | null];
  readonly levels: readonly string[];
}

const usd = (amount: string, termMonths = 1) => ({ amount, currency: 'USD', termMonths });

/** The twelve. */
export const EXAMPLES: readonly Example[] = [
  {
    id: 'shared droplet, KVM',
    label: 'shared',
    offer: {
      technology: 'kvm',
      words: [
        'With shared CPU Droplets, the hyperthread allocated to the Droplet may be shared between multiple other Droplets.',
        'Resources like RAM, disk storage, and network bandwidth are always dedicated',
      ],
    },
    cpu: ['shared', null],
    levels: ['guarded'],
  },
  {
    id: 'dedicated droplet',
    label: 'dedicated',
    offer: { words: 'Dedicated CPU Droplets have guaranteed access to the full hyperthread at all times.' },
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 'dedicated instance, 2 vCPU, 4 GB, 80 GB, 36 USD',
    label: 'dedicated',
    offer: {
      cpu: { vcpu: 2 },
      memory: { mib: 4096 },
      storage: { gb: 80 },
      prices: [usd('36.00')],
      words: 'Because the vCPU cores are not shared, no other Compute Instances can utilize them.',
    },
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 't3.nano, 2 vCPU, 0.5 GB',
    label: 'burst',
    offer: {
      name: 't3.nano',
      cpu: { vcpu: 2 },
      memory: { mib: 512 },
      words: 'earns 6 credits per hour, resulting in a baseline utilization of 5%',
    },
    cpu: ['burst', 5],
    levels: ['unknown', 'guarded'],
  },
  {
    id: 'shared-cpu class with a 1/16 quota',
    label: 'burst',
    offer: {
      name: 'shared-cpu-1x',
      words: 'we instruct the Linux scheduler to run shared vCPUs for no more than 5ms and performance vCPUs no more than 50ms',
    },
    cpu: ['burst', 6.25],
    levels: ['unknown', 'guarded'],
  },
  {
    id: 'shared 8 vCPU with a 75 % clause',
    label: 'shared',
    offer: {
      cpu: { vcpu: 8 },
      memory: { mib: 16_384 },
      storage: { gb: 128, type: 'nvme' },
      terms: 'you should maintain under a 75% average CPU usage on virtual private servers',
      words: 'you should maintain under a 75% average CPU usage on virtual private servers',
    },
    measurements: [measured({ geekbench: [{ version: 6, single: 1318, multi: 7012, url: null }], cores: 8 })],
    cpu: ['shared', null],
    levels: ['unknown', 'guarded'],
  },
  {
    id: 'four dedicated cores',
    label: 'dedicated',
    offer: { cpu: { vcpu: 4 }, memory: { mib: 8192 }, storage: { gb: 320 }, words: '4 Dedicated CPUs' },
    measurements: [
      measured({ model: 'AMD EPYC 7702P', cores: 4, geekbench: [{ version: 5, single: 1048, multi: 4031, url: null }] }),
    ],
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 'a core limited to 25 %, IPv6 only, 6 EUR a year',
    label: 'shared',
    offer: {
      cpu: { vcpu: 1 },
      memory: { mib: 1024 },
      storage: { gb: 10 },
      network: { ipv4: 0 },
      prices: [{ amount: '6.00', currency: 'EUR', termMonths: 12 }],
      words: 'CPU: 1 Core limited to 25% usage',
      observedAt: '2022-11-25',
    },
    measurements: [
      measured({ model: 'AMD EPYC 7702P', cores: 1, geekbench: [{ version: 5, single: 209, multi: 209, url: null }] }),
    ],
    cpu: ['capped', 25],
    levels: ['unknown', 'guarded'],
  },
  {
    id: 'one dedicated core on Xen',
    label: 'dedicated',
    offer: { technology: 'xen', cpu: { vcpu: 1 }, memory: { mib: 4096 }, words: '1 Dedicated Core AMD EPYC 7551P' },
    measurements: [
      measured({
        cores: 1,
        geekbench: [{ version: 6, single: 799, multi: 805, url: null }],
        steal: { averagePct: 0.31, maxPct: 0.31, underLoad: false },
      }),
    ],
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 'OpenVZ 6 pool, 4 GB with burst to 8 GB, 36 USD a year',
    label: 'burst',
    offer: {
      technology: 'openvz6',
      memory: { mib: 4096, burstMib: 8192 },
      prices: [usd('36.00', 12)],
      words: 'Max Burst Memory / Swap : 8 GB',
      observedAt: '2018-06-01',
    },
    cpu: ['unknown', null],
    levels: ['elevated'],
  },
  {
    id: '8-core VPS, one remark of a user',
    label: 'oversold-reported',
    offer: { name: '8-core VPS', cpu: { vcpu: 8 } },
    reports: [
      {
        kind: 'slowness',
        date: '2026-05-01',
        author: 'a',
        url: 'https://github.com/AzuraCast/AzuraCast/issues/6484',
        words: 'The user takes steal for a sign of a full node.',
      },
    ],
    cpu: ['unknown', null],
    levels: ['unknown', 'guarded'],
  },
  {
    id: '1 vCPU E5-2690 v4 measured slow, 11.50 USD a year',
    label: 'oversold-reported',
    offer: {
      technology: 'kvm',
      cpu: { vcpu: 1 },
      memory: { mib: 1024 },
      storage: { gb: 10 },
      network: { unmetered: true, portMbps: 100 },
      prices: [usd('11.50', 12)],
    },
    measurements: [
      measured({
        model: 'Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz',
        cores: 1,
        elapsedS: 64 * 60,
        geekbench: [
          { version: 4, single: null, multi: null, url: null },
          { version: 5, single: 263, multi: 263, url: null },
          { version: 6, single: 244, multi: 182, url: null },
        ],
      }),
    ],
    cpu: ['unknown', null],
    levels: ['high'],
  },
];

const REFERENCES: ReferenceOf = (model, version) => {
  if (model.includes('7702P') && version === 5)
    return { median: 1048, reports: 5, providers: 3, of: 'EPYC 7702P', source: 'fixture' };
  if (model.includes('E5-2690 v4') && version === 6)
    return { median: 880, reports: 7, providers: 3, of: 'Xeon E5-26xx v4', source: 'fixture' };
  return null;
};

const around = {
  market: createMarket([]),
  costRates,
  rates: rateTable('2026-11-20', { USD: '1.07' }),
  referenceOf: REFERENCES,
  now: '2026-11-26T00:00:00.000Z',
};

/** What an assessment makes of an example. */
export function check({ offer, measurements = [], reports = [] }: Example) {
  const { plan, terms, unread } = offeredPlan(offeredSchema.parse(offer));
  const provider = { ageYears: null, ageSource: null, openness: null, offers: null };
  return checkPlan(plan, offer, unread, { ...around, terms, provider, reports, measurements });
}

/** What an assessment of an example looks at. */
export function inputOf({ offer, measurements = [], reports = [] }: Example): RiskInput {
  const { plan, terms } = offeredPlan(offeredSchema.parse(offer));
  const provider = { ageYears: null, ageSource: null, openness: null, offers: null };
  const now = asOf(plan, measurements, around.now);
  return assessable(plan, { ...around, terms, provider, reports, measurements, now }).input;
}

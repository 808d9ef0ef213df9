/**
 * Twelve documented plans with what is known of them, and what an assessment makes of it. Figures and quotes are those of the
 * documents named; weights were chosen with these plans in view, so this shows that the rules say what they should, no more.
 */
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/check/check-offer.ts';
import { type Offered, offeredPlan, offeredSchema } from '../../../domain/check/offered-plan.ts';
import { rateTable } from '../../../domain/exchange-rates.ts';
import { createMarket } from '../../../domain/market/market.ts';
import type { ExperienceReport } from '../../../domain/risk/assess-input.ts';
import type { Measured, ReferenceOf } from '../../../domain/risk/measured.ts';
import { costRates, measured } from './support.ts';

interface Example {
  readonly id: string;
  readonly offer: Offered;
  readonly measurements?: readonly Measured[];
  readonly reports?: readonly ExperienceReport[];
  readonly cpu: readonly [model: string, baselinePct: number | null];
  readonly levels: readonly string[];
}

const usd = (amount: string, termMonths = 1) => ({ amount, currency: 'USD', termMonths });

const EXAMPLES: readonly Example[] = [
  {
    id: 'shared droplet, KVM',
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
    offer: { words: 'Dedicated CPU Droplets have guaranteed access to the full hyperthread at all times.' },
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 'dedicated instance, 2 vCPU, 4 GB, 80 GB, 36 USD',
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
    offer: {
      name: 'shared-cpu-1x',
      words: 'we instruct the Linux scheduler to run shared vCPUs for no more than 5ms and performance vCPUs no more than 50ms',
    },
    cpu: ['burst', 6.25],
    levels: ['unknown', 'guarded'],
  },
  {
    id: 'shared 8 vCPU with a 75 % clause',
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
    offer: { cpu: { vcpu: 4 }, memory: { mib: 8192 }, storage: { gb: 320 }, words: '4 Dedicated CPUs' },
    measurements: [
      measured({ model: 'AMD EPYC 7702P', cores: 4, geekbench: [{ version: 5, single: 1048, multi: 4031, url: null }] }),
    ],
    cpu: ['dedicated', null],
    levels: ['low'],
  },
  {
    id: 'a core limited to 25 %, IPv6 only, 6 EUR a year',
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

function check({ offer, measurements = [], reports = [] }: Example) {
  const { plan, terms, unread } = offeredPlan(offeredSchema.parse(offer));
  const provider = { ageYears: null, ageSource: null, openness: null, offers: null };
  return checkPlan(plan, offer, unread, { ...around, terms, provider, reports, measurements });
}

describe.each(EXAMPLES)('$id', (example) => {
  const { answer } = check(example);

  it(`is ${example.cpu.join(' ')}`, () => {
    expect([answer.resourceModel.cpu.model, answer.resourceModel.cpu.baselinePct]).toEqual(example.cpu);
  });

  it(`is assessed as ${example.levels.join(' or ')}`, () => {
    expect(example.levels, JSON.stringify(answer.risk, null, 1)).toContain(answer.risk.level);
  });

  it('is explained in sentences that accuse nobody', () => {
    for (const { statement } of answer.risk.evidence) {
      expect(statement).toMatch(/^[A-Z0-9"].*[.…"]$/s);
      expect(statement).not.toMatch(/oversell(?:er|s)\b|scam|fraud|cheat|liar/i);
    }
  });
});

describe('measurements of limited plans', () => {
  it('that match the documented limit add nothing and say so', () => {
    const { answer } = check(EXAMPLES.find(({ id }) => id.includes('25 %')) as Example);
    const single = answer.risk.evidence.find(({ id }) => id === 'ME-SINGLE');
    expect(single).toMatchObject({
      direction: 'neutral',
      weight: 0,
      statement: expect.stringContaining('matches what was sold'),
    });
  });

  it('that contradict "dedicated" are said to', () => {
    const slow = [
      measured({ model: 'AMD EPYC 7702P', cores: 4, geekbench: [{ version: 5, single: 400, multi: 1600, url: null }] }),
    ];
    const { answer } = check({ ...(EXAMPLES.find(({ id }) => id === 'four dedicated cores') as Example), measurements: slow });
    expect(answer.risk.summary).toContain('contradicted by a measurement');
    expect(answer.risk.evidence.find(({ id }) => id === 'RM-DED-CPU')).toMatchObject({
      weight: 0,
      setAside: 'contradicted by a measurement',
    });
    expect(['elevated', 'high']).toContain(answer.risk.level);
  });

  it('explain a throttle as a limit where steal is what the quota predicts', () => {
    const throttled = [measured({ steal: { averagePct: 92, maxPct: 93, underLoad: true } })];
    const { answer } = check({ ...(EXAMPLES.find(({ id }) => id.startsWith('shared-cpu')) as Example), measurements: throttled });
    expect(answer.risk.evidence.find(({ id }) => id === 'ME-STEAL')).toMatchObject({ direction: 'neutral', weight: 0 });
    expect(['unknown', 'guarded']).toContain(answer.risk.level);
  });
});

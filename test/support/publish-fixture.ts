/** Small hand-made plans, published as a run publishes them. */
import type { Database } from '../../db/client.ts';
import { storeRates } from '../../db/queries/rates.ts';
import { closeRun, openRun } from '../../db/queries/runs.ts';
import { seedProviders, seedSources } from '../../db/queries/seed.ts';
import { storeSnapshot } from '../../db/queries/snapshots.ts';
import { WHOLE_SOURCE } from '../../domain/coverage.ts';
import { offerIdOf, planIdOf } from '../../domain/identity.ts';
import { parseMicros } from '../../domain/money.ts';
import type { AvailabilityState, Place, PlanOffers, Price } from '../../domain/offer.ts';
import type { PlanSpec } from '../../domain/plan.ts';
import type { Provider } from '../../domain/provider-facts.ts';
import { publishBatch } from '../../ingest/publish.ts';
import type { SourceManifest } from '../../scrapers/contract.ts';

/** A provider that documents one fact. */
export const ACME: Provider = {
  id: 'acme',
  name: 'Acme Hosting',
  country: 'DE',
  website: 'https://acme.example',
  founded: { year: 2009, url: 'https://acme.example/about' },
  sources: [{ url: 'https://acme.example/docs', retrieved: '2026-11-01', quote: 'All our servers run on KVM.' }],
  facts: [
    {
      field: 'technology',
      value: 'kvm',
      confidence: 'high',
      when: {},
      said: 'All our servers run on KVM.',
      url: 'https://acme.example/docs',
    },
  ],
};

/** Its source. */
export const ACME_API: SourceManifest = {
  sourceId: 'acme',
  providerId: 'acme',
  kind: 'provider-api',
  title: 'Acme API: plans',
  documentation: 'https://acme.example/api',
  hosts: ['api.acme.example'],
  cadence: 'daily',
  credential: null,
  evidence: { url: 'https://acme.example/api', said: 'made up', seen: '2026-11-23' },
  verified: '2026-11-23',
  conventions: { currency: 'EUR', taxIncluded: null },
  readerVersion: 1,
  roles: { plans: { holds: 'plans', perPlace: false, main: true } },
};

const PLACES: Readonly<Record<string, { readonly city: string; readonly country: string }>> = {
  fsn: { city: 'Falkenstein', country: 'DE' },
  ams: { city: 'Amsterdam', country: 'NL' },
  dal: { city: 'Dallas', country: 'US' },
};

/** A plan in a few words. `sold`: price per month and currency by place; the place `-` is none. */
export interface SmallPlan {
  readonly key: string;
  readonly name?: string;
  readonly memoryMib?: number | null;
  readonly vcpu?: number;
  readonly technology?: 'kvm' | 'unknown';
  readonly sold: Readonly<Record<string, string>>;
  readonly stock?: Readonly<Record<string, AvailabilityState>>;
}

/** The plan in full. */
export function planOf(small: SmallPlan): PlanOffers {
  const planId = planIdOf('acme', small.key);
  const said = `memory: ${small.memoryMib ?? ''}`;
  return {
    planId,
    planKey: small.key,
    providerId: 'acme',
    sourceId: 'acme',
    name: small.name ?? `Acme ${small.key}`,
    url: `https://acme.example/${small.key}`,
    spec: specOf(small),
    places: Object.entries(small.sold).map(([place, price]) => placeOf(planId, place, price, small)),
    provenance: { 'memory.mib': { how: 'given', said, url: 'https://api.acme.example/plans', rule: null, page: 'plans' } },
  };
}

function specOf({ memoryMib = 2048, vcpu = 1, technology = 'kvm' }: SmallPlan): PlanSpec {
  const known = technology === 'kvm';
  return {
    productType: 'vps',
    technology: {
      value: technology,
      confidence: known ? 'high' : 'none',
      how: known ? 'provider-fact' : 'unknown',
      evidence: known ? [{ said: 'All our servers run on KVM.', url: 'https://acme.example/docs' }] : [],
    },
    cpu: {
      vcpu,
      resourceModel: 'shared',
      said: null,
      baselinePct: null,
      model: null,
      architecture: 'x86_64',
      frequencyMhz: null,
    },
    memory: { mib: memoryMib, guaranteedMib: null, burstMib: null, vswapMib: null, resourceModel: 'unknown' },
    storage: { gb: 40, type: 'nvme', raid: null, disks: [{ gb: 40, type: 'nvme' }] },
    network: {
      transferGb: 1000,
      unmetered: false,
      portMbps: 1000,
      ipv4: 1,
      hasIpv6: true,
      ipv6: null,
      ipv6Prefix: '/64',
      natIpv4: false,
      ddos: null,
      overage: 'unknown',
    },
    gpu: null,
    guests: ['linux'],
    managed: null,
  };
}

function placeOf(planId: string, place: string, price: string, { stock = {} }: SmallPlan): Place {
  const key = place === '-' ? null : place;
  const [amount = '', currency = ''] = price.split(' ');
  const found = key === null ? undefined : PLACES[key];
  return {
    offerId: offerIdOf(planId, key),
    location: key === null ? null : { id: `acme/${key}`, name: key, city: found?.city ?? null, country: found?.country ?? null },
    availability: { state: stock[place] ?? 'in-stock', quantity: null },
    prices: [monthly(amount, currency)],
  };
}

function monthly(amount: string, currency: string): Price {
  return {
    termMonths: 1,
    hourly: false,
    micros: parseMicros(amount) ?? 0n,
    currency,
    setupFeeMicros: null,
    phase: 'regular',
    renewalMicros: null,
    taxIncluded: false,
    promoCode: null,
    expiresAt: null,
    how: 'given',
  };
}

/** Provider, source and rates: what publishing needs to find. */
export async function seedAcme({ sql }: Database): Promise<void> {
  await seedProviders(sql, [ACME]);
  await seedSources(sql, [ACME_API]);
  const perEuro = { USD: '1.2500', GBP: '0.8000' };
  await storeRates(sql, { date: '2026-11-20', perEuro, url: 'https://rates.example', observedAt: '2026-11-20T16:00:00Z' });
}

/** Publishes plans as one complete run at a time; answers the run's id. */
export async function publishPlans(
  database: Database,
  observedAt: string,
  plans: readonly SmallPlan[],
  kind: 'live' | 'recorded' = 'live',
): Promise<string> {
  const { sql } = database;
  const runId = `run-${observedAt}`;
  await openRun(sql, { runId, sourceId: 'acme', trigger: 'command', startedAt: observedAt, observedAt });
  const page = { role: 'plans', place: null, number: 1, url: 'https://api.acme.example/plans', status: 200, headers: {} };
  const run = { runId, sourceId: 'acme' };
  const snapshot = await storeSnapshot(sql, run, { ...page, body: JSON.stringify(plans), fetchedAt: observedAt });
  const done = await database.transaction((tx) =>
    publishBatch(tx, {
      runId,
      manifest: ACME_API,
      provider: ACME,
      observation: { observedAt, kind, coverage: WHOLE_SOURCE, repeated: false },
      batch: { plans: plans.map(planOf) },
      contentHash: snapshot.contentHash,
      snapshots: { plans: String(snapshot.snapshotId) },
    }),
  );
  await closeRun(sql, 'acme', {
    runId,
    state: 'published',
    failureCode: null,
    message: null,
    finishedAt: observedAt,
    contentHash: snapshot.contentHash,
    batchHash: null,
    counts: { ...done, pages: 1, rejections: 0 },
    findings: [],
    rejections: [],
  });
  return runId;
}

/** Generated search rows and filters for property tests. Values come from small pools that both share, so that limits are met exactly. */
import fc from 'fast-check';
import { type SearchRowRecord, searchRowValues } from '../../db/queries/search-row-values.ts';
import type { CostOption } from '../../domain/comparable.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';
import { scoreOf } from '../../domain/risk/level.ts';
import { NOT_ASSESSED } from '../../domain/risk/risk-json.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import type { StoredRow } from '../../domain/stored-row.ts';

/** Rates of the generated world; XXP has none. */
export const RATES = rateTable('2026-11-20', { USD: '1.1534', GBP: '0.8813', JPY: '178.05' });
export const NOW = '2026-11-23T12:00:00.000Z';

const MEMORY = [512, 1024, 2048, 4096];
const VCPU = [0.5, 1, 2, 4];
const GB = [0, 10, 25, 1000, 1500.5];
const PORT = [100, 1000, 2500];
const PLACES = [
  { country: 'DE', region: 'europe', city: 'falkenstein', id: 'acme/fsn' },
  { country: 'NL', region: 'europe', city: 'amsterdam', id: 'acme/ams' },
  { country: 'US', region: 'north-america', city: 'dallas', id: 'zeta/dal' },
] as const;
const TIMES = [
  '2026-10-01T00:00:00.000Z',
  '2026-11-16T12:00:00.000Z',
  '2026-11-23T11:59:59.999Z',
  NOW,
  '2026-11-23T12:00:00.001Z',
];
/** In units of the currency, as texts: prices and limits meet at these. */
const AMOUNTS = ['0.00', '2.00', '4.99', '5.00', '23.00', '24.00', '60.00'];
const CURRENCIES = ['EUR', 'USD', 'GBP', 'JPY', 'XXP'];

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { freq: 3, nil: null });
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const micros = oneOf(AMOUNTS).map((text) => BigInt(text.replace('.', '')) * 10_000n);

const option: fc.Arbitrary<CostOption> = fc
  .record({
    termMonths: oneOf([1, 3, 12, 24, 120]),
    regularMicros: fc.tuple(micros, oneOf([0n, 0n, 1n, 7n])).map(([amount, more]) => amount + more),
    introductoryMicros: maybe(micros),
    setupFeeMicros: micros,
    setupFeeKnown: fc.boolean(),
    currency: oneOf(CURRENCIES),
    taxIncluded: maybe(fc.boolean()),
  })
  .map((made) => (made.setupFeeKnown ? made : { ...made, setupFeeMicros: 0n }));

const places = fc.subarray([...PLACES]);

/** Facts of a row but its id. */
const facts: fc.Arbitrary<Omit<SearchFacts, 'rowId' | 'planId'>> = fc
  .record({
    places,
    unnamed: fc.boolean(),
    noCountry: fc.boolean(),
    noCity: fc.boolean(),
    options: fc.array(option, { maxLength: 4 }),
    rest: fc.record({
      sourceId: oneOf(['acme', 'zeta']),
      providerId: oneOf(['acme', 'zeta', 'mono']),
      text: oneOf(['acme vps 100% ssd', 'zeta_cloud epyc 7443', 'mono große maschine', 'acme ams epyc']),
      productType: maybe(oneOf(['vps', 'cloud', 'dedicated'] as const)),
      technology: maybe(oneOf(['kvm', 'openvz', 'openvz7', 'xen-hvm', 'none'] as const)),
      resourceModel: maybe(oneOf(['dedicated', 'shared'] as const)),
      cpuName: maybe(oneOf(['amd epyc 7443', 'intel xeon e5-2680'])),
      vcpu: maybe(oneOf(VCPU)),
      architecture: maybe(oneOf(['x86_64', 'arm64'] as const)),
      memoryMib: maybe(oneOf(MEMORY)),
      storageGb: maybe(oneOf(GB)),
      storageType: maybe(oneOf(['nvme', 'hdd'] as const)),
      transferGb: maybe(oneOf(GB)),
      unmetered: maybe(fc.boolean()),
      portMbps: maybe(oneOf(PORT)),
      ipv4: maybe(oneOf([0, 1, 2])),
      hasIpv6: maybe(fc.boolean()),
      natIpv4: maybe(fc.boolean()),
      ddos: maybe(fc.boolean()),
      hasGpu: maybe(fc.boolean()),
      guests: maybe(fc.subarray(['linux', 'windows', 'bsd'])),
      statedCapabilities: fc.subarray(['docker:yes', 'tun:provider-dependent', 'windows:no']),
      riskLevel: maybe(oneOf(['low', 'guarded', 'elevated', 'high'] as const)),
      offerCount: fc.integer({ min: 1, max: 20 }),
      availability: maybe(oneOf(['in-stock', 'limited', 'sold-out', 'pre-order'] as const)),
      hourly: fc.boolean(),
      hasPromo: fc.boolean(),
      withdrawn: fc.nat(9).map((n) => n === 0),
      observation: oneOf(['live', 'recorded'] as const),
      firstSeenAt: oneOf(TIMES),
      lastChangedAt: oneOf(TIMES),
      observedAt: oneOf(TIMES),
      staleAt: oneOf(TIMES),
    }),
  })
  .map(({ places: sold, unnamed, noCountry, noCity, options, rest }) => ({
    ...rest,
    countries: sold.map((place) => place.country).toSorted(),
    regions: [...new Set(sold.map((place) => place.region))].toSorted(),
    cities: sold.map((place) => place.city).toSorted(),
    locationIds: sold.map((place) => place.id).toSorted(),
    countriesUnknown: unnamed || noCountry,
    regionsUnknown: unnamed || noCountry,
    citiesUnknown: unnamed || noCity,
    locationIdsUnknown: unnamed,
    options,
    termMonths: [...new Set(options.map((made) => made.termMonths))].toSorted((a, b) => a - b),
  }));

const drop = fc.option(fc.record({ ppm: oneOf([1, 100_000, 250_000]), until: oneOf(TIMES) }), { nil: null });

/** That many rows, the same for the same seed. Three of them share a plan. */
export function generatedRows(count: number, seed: number): SearchRowRecord[] {
  return fc.sample(fc.tuple(facts, drop), { numRuns: count, seed }).map(([made, fall], index) => {
    const rowId = `plan-${String(index).padStart(6, '0')}`;
    const row: SearchFacts = { ...made, rowId, planId: `plan-${index - (index % 3)}` };
    // Search answers with the stored row as it is: here only its id matters.
    const score = row.riskLevel === null ? null : scoreOf((index % 40) / 10 - 2, row.riskLevel);
    const risk = { score, shown: NOT_ASSESSED };
    return searchRowValues({ facts: row, stored: { id: rowId } as StoredRow, rates: RATES, drop: fall, risk });
  });
}

const list = (words: readonly string[]) => fc.subarray([...words], { minLength: 1 }).map((some) => some.join(','));
const yesNo = oneOf(['true', 'false']);
const memory = oneOf(['512MB', '1GB', '1.5GB', '2GB', '4GB']);
const disk = oneOf(['0GB', '10GB', '25GB', '26GB', '1TB', '1500.5GB', '2TB']);
const since = oneOf([...TIMES, '2026-11-16', '7d', '1d']);
const price = oneOf([...AMOUNTS, '0.416666', '1.999999']);

const PARAMS: Readonly<Record<FilterName, fc.Arbitrary<string>>> = {
  q: oneOf(['acme', 'EPYC 7443', '100%', 'zeta_cloud', 'große', 'a%e']),
  provider: list(['acme', 'ZETA', 'none-such']),
  excludeProvider: list(['mono', 'zeta']),
  technology: list(['kvm', 'openvz', 'openvz7', 'xen', 'none', 'unknown']),
  can: list(['docker', 'tun', 'windows', 'own-kernel', 'custom-iso']),
  includeProviderDependent: yesNo,
  resourceModel: list(['dedicated', 'shared', 'unknown']),
  cpuName: oneOf(['epyc', 'E5-2680', 'm1']),
  minVcpu: oneOf(['0.5', '1', '1.5', '4']),
  maxVcpu: oneOf(['0.5', '1', '2', '4']),
  minMemory: memory,
  maxMemory: memory,
  minDisk: disk,
  diskType: list(['nvme', 'hdd', 'ssd', 'unknown']),
  minTransfer: disk,
  unmetered: yesNo,
  minPort: oneOf(['100Mbps', '1Gbps', '2.5Gbps', '10Gbps']),
  ipv4: oneOf(['0', '1', '2', '3']),
  ipv6: yesNo,
  nat: yesNo,
  ddos: yesNo,
  country: list(['DE', 'nl', 'FR']),
  region: list(['europe', 'NA', 'asia']),
  city: list(['Dallas', 'amsterdam', 'Paris']),
  location: list(['acme/fsn', 'zeta/dal', 'acme/none']),
  currency: oneOf(['EUR', 'usd', 'GBP', 'JPY']),
  maxPrice: price,
  minPrice: price,
  horizon: oneOf(['1', '2', '12', '24', '60']),
  term: oneOf(['1', '3', '12', '24', '36']),
  maxSetupFee: price,
  promo: yesNo,
  hourly: yesNo,
  availability: list(['in-stock', 'sold-out', 'unknown']),
  architecture: list(['x86_64', 'arm64', 'unknown']),
  gpu: yesNo,
  productType: list(['vps', 'dedicated', 'unknown']),
  guest: list(['linux', 'Windows', 'plan9']),
  maxRisk: oneOf(['low', 'guarded', 'Elevated', 'high']),
  state: list(['live', 'recorded', 'stale', 'withdrawn']),
  newSince: since,
  changedSince: since,
  includeUnknown: yesNo,
};

/** Parameters of a filter: mostly one to four of them, as people ask; contradictions happen. */
export const filterParams: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .subarray(Object.keys(CRITERIA) as FilterName[], { maxLength: 4 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, PARAMS[name]]))));

/** Parameters of a filter with one given parameter, for going through all of them. */
export function paramsWith(name: FilterName): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.tuple(filterParams, PARAMS[name]).map(([others, value]) => ({ ...others, [name]: value }));
}

/**
 * Every parameter that filters offers, in one table: how its text is read, which fact it looks at, by which operator, what
 * unknown means to it. Search, watches, feeds, exports, the API's document and the command line's help all read this table.
 */
import { DEFAULT_HORIZON_MONTHS } from '../comparable.ts';
import { toEuroMicros } from '../exchange-rates.ts';
import { type Micros, parseMicros } from '../money.ts';
import { AVAILABILITY_STATES, ROW_STATES } from '../offer.ts';
import { ARCHITECTURES, PRODUCT_TYPES, RESOURCE_MODELS, STORAGE_TYPES } from '../plan.ts';
import { levelsUpTo, RISK_LEVELS, type RiskLevel } from '../risk/level.ts';
import { CAPABILITY_NAMES, type Capability } from '../technologies/capability.ts';
import { TECHNOLOGIES, type Technology, withVersions } from '../technology.ts';
import { canCondition } from './can.ts';
import { allOf, anyOf, type Condition, notOf, UNKNOWN } from './condition.ts';
import { type Asked, among, anyPlace, atLeast, atMost, type Criterion, noneOf, shaping, yesOrNo } from './criterion.ts';
import {
  amount,
  cores,
  countryCodes,
  currencyCode,
  flag,
  type Kind,
  kindOf,
  listOf,
  phrase,
  regionNames,
  since,
  wholeNumber,
  wordsOf,
} from './kinds.ts';
import { readDisk, readMemory, readRate, readTransfer, writeGb, writeMemory, writeRate } from './sizes.ts';
import { sinceThen, stateIs } from './time-conditions.ts';

const memorySize = kindOf('a size such as 512MB or 2GB', readMemory, writeMemory);
const diskSize = kindOf('a size such as 25GB or 1.5TB', readDisk, writeGb);
const transferSize = kindOf('a size such as 500GB or 2TB', readTransfer, writeGb);
const rate = kindOf('a rate such as 100Mbps or 1Gbps', readRate, writeRate);
const riskLevel: Kind<RiskLevel> = {
  ...kindOf<RiskLevel>(
    `one of ${RISK_LEVELS.join(', ')}`,
    (text) => RISK_LEVELS.find((level) => level === text.toLowerCase()) ?? null,
    String,
  ),
  words: RISK_LEVELS,
};
const ids = listOf('an id', (word) => (word.length <= 200 ? word : null));
const names = listOf('a name', (word) => (word.length <= 200 ? word.toLowerCase() : null));

export const CRITERIA = {
  q: {
    kind: phrase,
    means: 'All of these words occur in provider, plan name, places or chip.',
    condition: (text) => allOf(...text.split(' ').map((value) => ({ op: 'contains', fact: 'text', value }) as const)),
  } satisfies Criterion<string>,
  provider: {
    kind: names,
    means: 'Sold by one of these providers (ids).',
    condition: (values) => ({ op: 'in', fact: 'providerId', values }),
  } satisfies Criterion<readonly string[]>,
  excludeProvider: {
    kind: names,
    means: 'Not sold by any of these providers (ids).',
    condition: (values) => notOf({ op: 'in', fact: 'providerId', values }),
  } satisfies Criterion<readonly string[]>,
  technology: among(
    'technology',
    TECHNOLOGIES,
    'Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server.',
    (word) => withVersions(word as Technology),
  ),
  can: {
    kind: wordsOf(CAPABILITY_NAMES),
    means:
      'All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true.',
    condition: (values, asked) => allOf(...values.map((value) => canCondition(value as Capability, asked.providerDependent))),
  } satisfies Criterion<readonly string[]>,
  includeProviderDependent: shaping(flag, 'Whether `can` is met where the technology allows it and the provider decides.'),
  resourceModel: among('resourceModel', RESOURCE_MODELS, 'Whose the vCPUs are.'),
  cpuName: {
    kind: phrase,
    means: 'The chip as written contains this text, in any case.',
    condition: (value) => ({ op: 'contains', fact: 'cpuName', value }),
  } satisfies Criterion<string>,
  minVcpu: atLeast('vcpu', cores, 'vCPUs, at least.', 'maxVcpu'),
  maxVcpu: atMost('vcpu', cores, 'vCPUs, at most.'),
  minMemory: atLeast('memoryMib', memorySize, 'Memory, at least; 1GB is 1024 MiB.', 'maxMemory'),
  maxMemory: atMost('memoryMib', memorySize, 'Memory, at most.'),
  minDisk: atLeast('storageGb', diskSize, 'Bundled storage as advertised, at least; 1TB is 1000 GB.'),
  diskType: among('storageType', STORAGE_TYPES, 'Kind of storage.'),
  minTransfer: {
    kind: transferSize,
    means: 'Transfer a month as advertised, at least; unmetered transfer is enough.',
    condition: (value) =>
      anyOf({ op: 'at-least', fact: 'transferGb', value }, allOf({ op: 'is', fact: 'unmetered', value: true })),
  } satisfies Criterion<number>,
  unmetered: yesOrNo('unmetered', 'Whether transfer is unmetered.'),
  minPort: atLeast('portMbps', rate, 'Port speed, at least.'),
  ipv4: atLeast('ipv4', wholeNumber(0, 1_000_000), 'Own public IPv4 addresses, at least.'),
  ipv6: yesOrNo('hasIpv6', 'Whether there is IPv6.'),
  nat: yesOrNo('natIpv4', 'Whether IPv4 is shared by NAT.'),
  ddos: yesOrNo('ddos', 'Whether DDoS protection is included.'),
  country: anyPlace('countries', 'countriesUnknown', countryCodes, 'Sold in one of these countries (ISO 3166-1 alpha-2).'),
  region: anyPlace('regions', 'regionsUnknown', regionNames, 'Sold on one of these continents, by name or two-letter code.'),
  city: anyPlace('cities', 'citiesUnknown', names, 'Sold in one of these cities, by name in any case.'),
  location: anyPlace('locationIds', 'locationIdsUnknown', ids, 'Sold in one of these locations (`<provider>/<its own id>`).'),
  currency: shaping(currencyCode, 'Currency of amounts asked and answered (USD where none is given).'),
  maxPrice: {
    kind: amount,
    means: 'Comparable price per month, at most. Rows without one are unknown.',
    condition: (value, asked) => inEuro(value, asked, (euroMicros) => ({ op: 'cost-at-most', euroMicros, cost: asked.cost })),
  } satisfies Criterion<string>,
  minPrice: {
    kind: amount,
    means: 'Comparable price per month, at least. Rows without one are unknown.',
    condition: (value, asked) => inEuro(value, asked, (euroMicros) => ({ op: 'cost-at-least', euroMicros, cost: asked.cost })),
    upTo: 'maxPrice',
  } satisfies Criterion<string>,
  horizon: shaping(
    wholeNumber(1, 60),
    `Months over which set-up fees and introductory prices are spread (${DEFAULT_HORIZON_MONTHS} where none is given).`,
  ),
  term: {
    kind: wholeNumber(1, 120),
    means: 'Sold for this billing term in months; prices compare by this term only.',
    condition: (termMonths) => ({ op: 'has-term', termMonths }),
  } satisfies Criterion<number>,
  maxSetupFee: {
    kind: amount,
    means: 'Lowest stated set-up fee, at most. Where none is stated it is unknown.',
    condition: (value, asked) =>
      inEuro(value, asked, (euroMicros) => ({ op: 'setup-at-most', euroMicros, termMonths: asked.cost.termMonths })),
  } satisfies Criterion<string>,
  promo: yesOrNo('hasPromo', 'Whether a price takes a promotional code.'),
  hourly: yesOrNo('hourly', 'Whether it can be paid by the hour.'),
  availability: {
    ...among('availability', AVAILABILITY_STATES, 'Stock. Where none is given, all but sold-out rows.'),
    unasked: () => noneOf('availability', ['sold-out']),
  },
  architecture: among('architecture', ARCHITECTURES, 'Instruction set.'),
  gpu: yesOrNo('hasGpu', 'Whether there is a GPU.'),
  productType: {
    ...among('productType', PRODUCT_TYPES, 'What kind of product. Where none is given, all but dedicated servers.'),
    unasked: (asked) => (asked.technologies.includes('none') ? allOf() : noneOf('productType', ['dedicated'])),
  } satisfies Criterion<readonly string[]>,
  guest: {
    kind: names,
    means: 'One of these operating systems is stated (linux, windows, …).',
    condition: (values) => ({ op: 'overlaps', fact: 'guests', values }),
  } satisfies Criterion<readonly string[]>,
  maxRisk: {
    kind: riskLevel,
    means: 'Risk of overselling, at most. Rows whose level is unknown are unknown.',
    condition: (level) => ({ op: 'in', fact: 'riskLevel', values: levelsUpTo(level) }),
  } satisfies Criterion<RiskLevel>,
  state: {
    kind: wordsOf(ROW_STATES),
    means: 'Freshness. Where none is given, all but withdrawn rows.',
    condition: (states, { now }) => anyOf(...states.map((state) => stateIs(state, now))),
    unasked: () => ({ op: 'is', fact: 'withdrawn', value: false }),
  } satisfies Criterion<readonly string[]>,
  newSince: {
    kind: since,
    means: 'First seen then or later; a time, a date or an age in days such as 7d.',
    condition: (value, { now }) => sinceThen('firstSeenAt', value, now),
  } satisfies Criterion<string>,
  changedSince: {
    kind: since,
    means: 'Last changed then or later; a time, a date or an age in days such as 7d.',
    condition: (value, { now }) => sinceThen('lastChangedAt', value, now),
  } satisfies Criterion<string>,
  includeUnknown: shaping(flag, 'Whether rows pass of which a criterion is not known.'),
};

/** Name of a filter parameter. */
export type FilterName = keyof typeof CRITERIA;

/** The value of each parameter; plain JSON. */
export type FilterValues = { readonly [Name in FilterName]: (typeof CRITERIA)[Name] extends Criterion<infer V> ? V : never };

/** What is asked of offers: the parameters given, read. Plain JSON, and the same for search, watch, feed and export. */
export type OfferFilter = Partial<FilterValues>;

/** No rate, no comparison: every row is unknown then. */
function inEuro(value: string, { currency, rates }: Asked, condition: (euroMicros: Micros) => Condition): Condition {
  const micros = parseMicros(value);
  const euroMicros = micros === null ? null : toEuroMicros(micros, currency, rates);
  return euroMicros === null ? UNKNOWN : condition(euroMicros);
}

/**
 * Search facts: the flat values of a row that a filter may ask about. `search_rows` has a column for each, and the predicate
 * reads the same record, so that search and watch cannot differ about what is known. Null means unknown.
 */
import { type continents, countries, type TCountryCode } from 'countries-list';
import { type CostOption, costOptions } from './comparable.ts';
import type { AvailabilityState } from './offer.ts';
import type { Architecture, ProductType, ResourceModel, StorageType } from './plan.ts';
import type { RiskLevel } from './risk/level.ts';
import type { Row } from './row.ts';
import { statementsOf } from './technologies/capabilities-of.ts';
import type { Technology } from './technology.ts';
import { hoursLater, utcTime } from './utc-time.ts';

/** Facts of one row. `unknown` of an enum is null here: one word for "nobody said". */
export interface SearchFacts {
  readonly rowId: string;
  readonly planId: string;
  readonly sourceId: string;
  readonly providerId: string;
  /** Lower-case words that `q` looks in: provider, plan name and key, places, chip. */
  readonly text: string;
  readonly productType: ProductType | null;
  readonly technology: Technology | null;
  readonly resourceModel: ResourceModel | null;
  readonly cpuName: string | null;
  readonly vcpu: number | null;
  readonly architecture: Architecture | null;
  readonly memoryMib: number | null;
  readonly storageGb: number | null;
  readonly storageType: StorageType | null;
  readonly transferGb: number | null;
  readonly unmetered: boolean | null;
  readonly portMbps: number | null;
  readonly ipv4: number | null;
  readonly hasIpv6: boolean | null;
  readonly natIpv4: boolean | null;
  readonly ddos: boolean | null;
  readonly hasGpu: boolean | null;
  readonly guests: readonly string[] | null;
  /** What the plan says of capabilities itself, as "docker:yes", sorted. */
  readonly statedCapabilities: readonly string[];
  /** Distinct values over the row's locations, sorted. */
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly cities: readonly string[];
  readonly locationIds: readonly string[];
  /** True where that of some location is not known (or no location is named), so that "not there" cannot be said. */
  readonly countriesUnknown: boolean;
  readonly regionsUnknown: boolean;
  readonly citiesUnknown: boolean;
  readonly locationIdsUnknown: boolean;
  /** Offers that the row stands for: one a location. */
  readonly offerCount: number;
  readonly availability: AvailabilityState | null;
  readonly hourly: boolean;
  readonly hasPromo: boolean;
  readonly termMonths: readonly number[];
  readonly options: readonly CostOption[];
  /** Level of the last assessment; null: unknown, or not assessed yet. */
  readonly riskLevel: RiskLevel | null;
  readonly withdrawn: boolean;
  readonly observation: 'live' | 'recorded';
  /** Times in the canonical form of `utc-time.ts`, which compares as text. */
  readonly firstSeenAt: string;
  readonly lastChangedAt: string;
  readonly observedAt: string;
  /** After this a live observation counts as stale. */
  readonly staleAt: string;
}

/** Continents as the filter names them, with the two-letter codes of the country data. */
export const REGIONS = {
  africa: 'AF',
  antarctica: 'AN',
  asia: 'AS',
  europe: 'EU',
  'north-america': 'NA',
  oceania: 'OC',
  'south-america': 'SA',
} as const satisfies Record<string, keyof typeof continents>;
export type Region = keyof typeof REGIONS;

/** Continent of an ISO 3166-1 alpha-2 country, or null for a code that is none. */
export function regionOf(country: string): Region | null {
  const continent = country in countries ? countries[country as TCountryCode].continent : null;
  const found = Object.entries(REGIONS).find(([, code]) => code === continent);
  return (found?.[0] as Region | undefined) ?? null;
}

/** What facts need to know beyond the row. */
export interface FactSurroundings {
  readonly providerName: string;
  /** Hours after which a live observation counts as stale. */
  readonly staleAfterHours: number;
  /** Absent: not assessed. */
  readonly riskLevel?: RiskLevel | null;
}

/** The facts of a row. Throws a RangeError where a time of the row is none. */
export function searchFacts(row: Row, { providerName, staleAfterHours, riskLevel = null }: FactSurroundings): SearchFacts {
  const { plan } = row;
  const { spec } = plan;
  const locations = row.offers.flatMap((offer) => (offer.location ? [offer.location] : []));
  const countryCodes = distinct(locations.map((location) => location.country));
  const cities = distinct(locations.map((location) => location.city));
  const regions = countryCodes.map(regionOf);
  const unnamed = locations.length < row.offers.length || locations.length === 0;
  const countriesUnknown = unnamed || locations.some((location) => location.country === null);
  const observedAt = canonical(row.observedAt);
  return {
    rowId: row.rowId,
    planId: plan.planId,
    sourceId: plan.sourceId,
    providerId: plan.providerId,
    text: [
      providerName,
      plan.providerId,
      plan.name,
      plan.planKey,
      spec.cpu.model,
      ...cities,
      ...locations.map((location) => location.name),
      ...countryCodes.map(countryName),
    ]
      .filter((word) => word !== null && word !== undefined)
      .join(' ')
      .toLowerCase(),
    productType: known(spec.productType),
    technology: known(spec.technology.value),
    resourceModel: known(spec.cpu.resourceModel),
    cpuName: spec.cpu.model?.toLowerCase() ?? null,
    vcpu: spec.cpu.vcpu,
    architecture: known(spec.cpu.architecture),
    memoryMib: spec.memory.mib,
    storageGb: spec.storage.gb,
    storageType: known(spec.storage.type),
    transferGb: spec.network.transferGb,
    unmetered: spec.network.unmetered,
    portMbps: spec.network.portMbps,
    ipv4: spec.network.ipv4,
    hasIpv6: spec.network.hasIpv6,
    natIpv4: spec.network.natIpv4,
    ddos: spec.network.ddos,
    hasGpu: spec.gpu === null ? null : spec.gpu.count > 0,
    guests: spec.guests,
    statedCapabilities: distinct(statementsOf(spec).map(({ capability, value }) => `${capability}:${value}`)),
    countries: countryCodes,
    regions: distinct(regions),
    cities: distinct(cities.map((city) => city.toLowerCase())),
    locationIds: distinct(locations.map((location) => location.id)),
    countriesUnknown,
    regionsUnknown: countriesUnknown || regions.includes(null),
    citiesUnknown: unnamed || locations.some((location) => location.city === null),
    locationIdsUnknown: unnamed,
    offerCount: row.offers.length,
    availability: known(row.availability.state),
    hourly: row.prices.some((price) => price.hourly),
    hasPromo: row.prices.some((price) => price.promoCode !== null),
    termMonths: [...new Set(row.prices.flatMap((price) => (price.termMonths === null ? [] : [price.termMonths])))].toSorted(
      (a, b) => a - b,
    ),
    options: costOptions(row.prices),
    riskLevel,
    withdrawn: row.withdrawn,
    observation: plan.observation,
    firstSeenAt: earliest([plan.lastChangedAt, ...row.offers.map((offer) => offer.firstSeenAt)]),
    lastChangedAt: canonical(plan.lastChangedAt),
    observedAt,
    staleAt: hoursLater(observedAt, staleAfterHours),
  };
}

function canonical(time: string): string {
  const read = utcTime(time);
  if (read === null) throw new RangeError(`"${time}" is no time`);
  return read;
}

function earliest(times: readonly string[]): string {
  return times.map(canonical).reduce((first, time) => (time < first ? time : first));
}

function countryName(country: string): string | null {
  return country in countries ? countries[country as TCountryCode].name : null;
}

function known<T extends string>(value: T | 'unknown'): Exclude<T, 'unknown'> | null {
  return value === 'unknown' ? null : (value as Exclude<T, 'unknown'>);
}

function distinct<T extends string>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))].toSorted();
}

/** What a row has, in words, for each parameter of the filter: in the units that the filter is asked in. */
import { cheapestCost, lowestSetupFee } from '../comparable.ts';
import { convert, RATE_BASE, type RateTable } from '../exchange-rates.ts';
import { costQuestionOf, type FilterContext } from '../filter/conditions.ts';
import type { FilterName, OfferFilter } from '../filter/criteria.ts';
import { DEFAULT_CURRENCY } from '../filter/parse.ts';
import { writeGb, writeMemory, writeRate } from '../filter/sizes.ts';
import { type Currency, formatMicros, type Micros } from '../money.ts';
import { rowState } from '../row-state.ts';
import type { SearchFacts } from '../search-facts.ts';
import type { Capability } from '../technologies/capability.ts';
import { knowledgeOf } from '../technologies/technologies.ts';

interface Surroundings extends FilterContext {
  readonly filter: OfferFilter;
}

type Words = (facts: SearchFacts, surroundings: Surroundings) => string | null;

const vcpu: Words = (facts) => facts.vcpu?.toString() ?? null;
const memory: Words = (facts) => (facts.memoryMib === null ? null : writeMemory(facts.memoryMib));
const yesNo = (flag: boolean | null) => (flag === null ? null : flag ? 'yes' : 'no');
const list = (values: readonly string[] | null, incomplete = false) => {
  if (values === null || values.length === 0) return null;
  return `${values.join(', ')}${incomplete ? ' (and places that are not named)' : ''}`;
};

const monthly: Words = ({ options }, { filter, rates }) => {
  const cost = cheapestCost(options, costQuestionOf(filter), rates);
  const { currency = DEFAULT_CURRENCY } = filter;
  return cost && inCurrency(cost.perMonthMicros, cost.option.currency, currency, rates, ' a month');
};

const VALUES: Readonly<Record<FilterName, Words>> = {
  q: (facts) => facts.text,
  provider: (facts) => facts.providerId,
  excludeProvider: (facts) => facts.providerId,
  technology: (facts) => facts.technology,
  can: (facts, { filter }) => capabilityWords(facts, (filter.can ?? []) as readonly Capability[]),
  includeProviderDependent: () => null,
  resourceModel: (facts) => facts.resourceModel,
  cpuName: (facts) => facts.cpuName,
  minVcpu: vcpu,
  maxVcpu: vcpu,
  minMemory: memory,
  maxMemory: memory,
  minDisk: (facts) => (facts.storageGb === null ? null : writeGb(facts.storageGb)),
  diskType: (facts) => facts.storageType,
  minTransfer: (facts) => (facts.unmetered ? 'unmetered' : facts.transferGb === null ? null : writeGb(facts.transferGb)),
  unmetered: (facts) => yesNo(facts.unmetered),
  minPort: (facts) => (facts.portMbps === null ? null : writeRate(facts.portMbps)),
  ipv4: (facts) => facts.ipv4?.toString() ?? null,
  ipv6: (facts) => yesNo(facts.hasIpv6),
  nat: (facts) => yesNo(facts.natIpv4),
  ddos: (facts) => yesNo(facts.ddos),
  country: (facts) => list(facts.countries, facts.countriesUnknown),
  region: (facts) => list(facts.regions, facts.regionsUnknown),
  city: (facts) => list(facts.cities, facts.citiesUnknown),
  location: (facts) => list(facts.locationIds, facts.locationIdsUnknown),
  currency: () => null,
  maxPrice: monthly,
  minPrice: monthly,
  horizon: () => null,
  term: (facts) => (facts.termMonths.length === 0 ? 'no billing term' : `${facts.termMonths.join(', ')} months`),
  maxSetupFee: ({ options }, { filter, rates }) => {
    const fee = lowestSetupFee(options, filter.term ?? null, rates);
    return fee === null ? null : inCurrency(fee, RATE_BASE, filter.currency ?? DEFAULT_CURRENCY, rates, '');
  },
  promo: (facts) => yesNo(facts.hasPromo),
  hourly: (facts) => yesNo(facts.hourly),
  availability: (facts) => facts.availability,
  architecture: (facts) => facts.architecture,
  gpu: (facts) => yesNo(facts.hasGpu),
  productType: (facts) => facts.productType,
  maxRisk: (facts) => facts.riskLevel,
  guest: (facts) => list(facts.guests),
  state: (facts, { now }) => rowState(facts, now),
  newSince: (facts) => facts.firstSeenAt,
  changedSince: (facts) => facts.lastChangedAt,
  includeUnknown: () => null,
};

/** What a row has of what a parameter asks for; null: not known. */
export function valueWords(name: FilterName, facts: SearchFacts, surroundings: Surroundings): string | null {
  return VALUES[name](facts, surroundings);
}

/** Each capability asked for with its value and why: "docker: no (Current Docker needs a newer kernel; …)". */
function capabilityWords(facts: SearchFacts, asked: readonly Capability[]): string | null {
  const known = facts.technology === null ? null : knowledgeOf(facts.technology);
  const words = asked.flatMap((capability) => {
    const stated = facts.statedCapabilities.find((one) => one.startsWith(`${capability}:`));
    if (stated !== undefined) return [`${stated.replace(':', ': ')} (the offer says so)`];
    const cell = known?.capabilities[capability];
    return cell ? [`${capability}: ${cell.value} (${cell.why})`] : [];
  });
  return words.length === 0 ? null : words.join('; ');
}

function inCurrency(micros: Micros, from: Currency, to: Currency, rates: RateTable, per: string): string {
  const converted = convert(micros, from, to, rates);
  return converted === null ? `${formatMicros(micros)} ${from}${per}` : `${formatMicros(converted)} ${to}${per}`;
}

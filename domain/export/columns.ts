/**
 * The columns of a table of rows: names with their units, in an order that only ever grows at its end. What is not known is an
 * empty cell, or the word `unknown` where the field has such a word.
 */
import type { RowJson } from '../present-row.ts';
import type { PriceJson } from '../price-json.ts';

/** What a cell can hold. */
export type Cell = string | number | boolean | null;

/** One column. */
export interface Column {
  readonly name: string;
  /** One sentence for documents. */
  readonly means: string;
  readonly of: (row: RowJson) => Cell;
}

const column = (name: string, means: string, of: Column['of']): Column => ({ name, means, of });

/** Several values in one cell. No id and no country code has this character; in names it becomes a slash. */
const SEPARATOR = '|';

function listed(values: readonly (string | null)[]): string {
  const known = values.filter((value) => value !== null).map((value) => value.replaceAll(SEPARATOR, '/'));
  return [...new Set(known)].join(SEPARATOR);
}

/** The first price of a term as the source orders them: what recurs before what is only introductory. */
function priceOf(row: RowJson, fits: (price: PriceJson) => boolean): PriceJson | undefined {
  const found = row.prices.filter(fits);
  return found.find(({ phase }) => phase === 'regular') ?? found[0];
}

const hourly = (row: RowJson) => priceOf(row, (price) => price.hourly);
const ofTerm = (row: RowJson, months: number) => priceOf(row, (price) => !price.hourly && price.termMonths === months);

/** All columns. */
export const COLUMNS: readonly Column[] = [
  column('id', 'Id of the row', (row) => row.id),
  column('planKey', "The provider's own id of the plan", (row) => row.planKey),
  column('provider', 'Id of the provider', (row) => row.provider.id),
  column('providerName', 'Its name', (row) => row.provider.name),
  column('providerCountry', 'Its country', (row) => row.provider.country),
  column('name', 'Name of the plan as sold', (row) => row.name),
  column('productType', 'Kind of product', (row) => row.productType),
  column('state', 'live, recorded, stale or withdrawn', (row) => row.state),
  column('availability', 'Best stock among the locations', (row) => row.availability.state),
  column('technology', 'Virtualization technology', (row) => row.technology.value),
  column('technologyConfidence', 'How sure that is', (row) => row.technology.confidence),
  column('technologyHow', 'How that is known', (row) => row.technology.how),
  column('vcpu', 'Virtual CPUs', (row) => row.cpu.vcpu),
  column('cpuResourceModel', 'Whose they are', (row) => row.cpu.resourceModel),
  column('cpuBaselinePct', 'Documented baseline in percent of each', (row) => row.cpu.baselinePct),
  column('cpuModel', 'Chip as written', (row) => row.cpu.model),
  column('architecture', 'Instruction set', (row) => row.cpu.architecture),
  column('memoryMib', 'Memory in MiB', (row) => row.memory.mib),
  column('memoryGuaranteedMib', 'Guaranteed part of it, where a part is', (row) => row.memory.guaranteedMib),
  column('memoryResourceModel', 'Whose the memory is', (row) => row.memory.resourceModel),
  column('storageGb', 'Bundled storage in GB as advertised', (row) => row.storage.gb),
  column('storageType', 'Kind of storage', (row) => row.storage.type),
  column('transferGb', 'Transfer a month in GB as advertised', (row) => row.network.transferGb),
  column('unmetered', 'Whether transfer is unmetered', (row) => row.network.unmetered),
  column('portMbps', 'Port speed in Mbps', (row) => row.network.portMbps),
  column('ipv4', 'Own public IPv4 addresses', (row) => row.network.ipv4),
  column('hasIpv6', 'Whether there is IPv6', (row) => row.network.hasIpv6),
  column('natIpv4', 'Whether IPv4 is shared by NAT', (row) => row.network.natIpv4),
  column('ddos', 'Whether DDoS protection is included', (row) => row.network.ddos),
  column('gpuName', 'GPU as written', (row) => row.gpu?.name ?? null),
  column('gpuCount', 'GPUs', (row) => row.gpu?.count ?? null),
  column('gpuMemoryMib', 'Memory of each in MiB', (row) => row.gpu?.memoryMib ?? null),
  column('countries', 'Countries of its locations', (row) => listed(row.locations.map(({ country }) => country))),
  column('cities', 'Cities of its locations', (row) => listed(row.locations.map(({ city }) => city))),
  column('offerIds', 'The offers it stands for, one a named location', (row) =>
    listed(row.locations.map(({ offerId }) => offerId)),
  ),
  column('comparablePerMonth', 'Comparable price per month', (row) => row.comparable?.perMonth ?? null),
  column('comparablePerGbMemory', 'The same per GB of memory', (row) => row.comparable?.perGbMemory ?? null),
  column('comparablePerVcpu', 'The same per vCPU', (row) => row.comparable?.perVcpu ?? null),
  column('comparablePerTbStorage', 'The same per TB of storage', (row) => row.comparable?.perTbDisk ?? null),
  column('comparableCurrency', 'Currency of the four', (row) => row.comparable?.currency ?? null),
  column('comparableHorizonMonths', 'Months they are computed over', (row) => row.comparable?.horizonMonths ?? null),
  column('comparableRateDate', 'Day of the exchange rates', (row) => row.comparable?.rateDate ?? null),
  column('pricePerHour', 'Price as sold by the hour', (row) => hourly(row)?.amount ?? null),
  column('pricePerHourCurrency', 'Its currency', (row) => hourly(row)?.currency ?? null),
  column('priceOneMonth', 'Price as sold for one month', (row) => ofTerm(row, 1)?.amount ?? null),
  column('priceOneMonthCurrency', 'Its currency', (row) => ofTerm(row, 1)?.currency ?? null),
  column('priceTwelveMonths', 'Price as sold for twelve months', (row) => ofTerm(row, 12)?.amount ?? null),
  column('priceTwelveMonthsCurrency', 'Its currency', (row) => ofTerm(row, 12)?.currency ?? null),
  column('riskLevel', 'Signs of overselling', (row) => row.risk.level),
  column('url', 'Page of the plan', (row) => row.url),
  column('source', 'Id of the source', (row) => row.source.id),
  column('observedAt', 'When it was last seen like this', (row) => row.observedAt),
  column('firstSeenAt', 'When it was first seen', (row) => row.firstSeenAt),
  column('lastChangedAt', 'When anything about it last changed', (row) => row.lastChangedAt),
];

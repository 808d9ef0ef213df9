/** Every attribute that rows are compared by, in the order in which people read them. */
import type { RowJson } from '../present-row.ts';
import type { PriceJson } from '../price-json.ts';
import { CAPABILITIES, CAPABILITY_NAMES } from '../technologies/capability.ts';
import { type Attribute, type AttributeValue, cheaper, more, oneOf, plain, wanted } from './attribute.ts';

const SHARING = [['shared', 'burst', 'capped'], ['dedicated']];
const CAN = [['no'], ['provider-dependent'], ['yes']];
const STOCK = [['sold-out'], ['pre-order'], ['limited'], ['in-stock']];

/** The table, its money in a currency. Where "better" is not listed it is a matter of taste. */
export function attributesOf(currency: string): readonly Attribute[] {
  return [
    plain({ name: 'id', label: 'Id' }, (row) => row.id),
    plain({ name: 'name', label: 'Plan' }, (row) => row.name),
    plain({ name: 'provider', label: 'Provider' }, (row) => row.provider.name),
    plain({ name: 'productType', label: 'Product' }, (row) => row.productType),
    plain({ name: 'state', label: 'Freshness' }, (row) => row.state),
    plain({ name: 'observedAt', label: 'Last seen' }, (row) => row.observedAt),
    plain({ name: 'technology', label: 'Virtualization' }, (row) => row.technology.value),
    ...CAPABILITY_NAMES.map((name) =>
      oneOf(
        { name: `capabilities.${name}`, label: `Can ${CAPABILITIES[name]}` },
        (row) => row.capabilities[name] ?? 'unknown',
        CAN,
        'can be done',
      ),
    ),
    more({ name: 'cpu.vcpu', label: 'vCPUs' }, null, (row) => row.cpu.vcpu, 'more vCPUs'),
    oneOf({ name: 'cpu.resourceModel', label: 'Whose vCPUs' }, (row) => row.cpu.resourceModel, SHARING, 'dedicated over shared'),
    more({ name: 'cpu.baselinePct', label: 'Documented baseline' }, '%', (row) => row.cpu.baselinePct, 'higher baseline'),
    plain({ name: 'cpu.model', label: 'Chip' }, (row) => row.cpu.model),
    plain({ name: 'cpu.architecture', label: 'Instruction set' }, (row) => row.cpu.architecture),
    more({ name: 'memory.mib', label: 'Memory' }, 'MiB', (row) => row.memory.mib, 'more memory'),
    more(
      { name: 'memory.guaranteedMib', label: 'Guaranteed memory' },
      'MiB',
      (row) => row.memory.guaranteedMib,
      'more of it guaranteed',
    ),
    oneOf(
      { name: 'memory.resourceModel', label: 'Whose memory' },
      (row) => row.memory.resourceModel,
      SHARING,
      'dedicated over shared',
    ),
    more({ name: 'storage.gb', label: 'Storage' }, 'GB', (row) => row.storage.gb, 'more storage'),
    oneOf(
      { name: 'storage.type', label: 'Kind of storage' },
      (row) => row.storage.type,
      [['hdd'], ['ssd-cached'], ['ssd'], ['nvme']],
      'faster kind',
    ),
    plain({ name: 'storage.raid', label: 'RAID' }, (row) => row.storage.raid),
    {
      name: 'network.transferGb',
      label: 'Transfer a month',
      unit: 'GB',
      of: (row) => (row.network.unmetered ? 'unmetered' : row.network.transferGb),
      better: { reason: 'more transfer', rank: transferRank },
    },
    plain({ name: 'network.overage', label: 'Beyond the transfer' }, (row) => row.network.overage),
    more({ name: 'network.portMbps', label: 'Port' }, 'Mbps', (row) => row.network.portMbps, 'faster port'),
    more({ name: 'network.ipv4', label: 'Own IPv4 addresses' }, null, (row) => row.network.ipv4, 'more addresses'),
    wanted({ name: 'network.hasIpv6', label: 'IPv6' }, (row) => row.network.hasIpv6, 'has IPv6'),
    plain({ name: 'network.natIpv4', label: 'IPv4 by NAT' }, (row) => row.network.natIpv4),
    wanted({ name: 'network.ddos', label: 'DDoS protection' }, (row) => row.network.ddos, 'protected'),
    plain({ name: 'gpu', label: 'GPU' }, gpuWords),
    plain({ name: 'guests', label: 'Operating systems' }, (row) => row.guests?.toSorted() ?? null),
    plain({ name: 'managed', label: 'Managed' }, (row) => row.managed),
    plain({ name: 'locations', label: 'Locations' }, placeWords),
    oneOf({ name: 'availability', label: 'Stock' }, (row) => row.availability.state, STOCK, 'can be ordered'),
    plain({ name: 'prices', label: 'Prices' }, (row) => row.prices.map(priceWords)),
    plain({ name: 'taxIncluded', label: 'Tax included' }, taxWords),
    cheaper(
      { name: 'comparable.perMonth', label: 'Comparable price a month' },
      currency,
      (row) => row.comparable?.perMonth ?? null,
      'lower price',
    ),
    cheaper(
      { name: 'comparable.perGbMemory', label: 'Per GB of memory' },
      currency,
      (row) => row.comparable?.perGbMemory ?? null,
      'lower price',
    ),
    cheaper({ name: 'comparable.perVcpu', label: 'Per vCPU' }, currency, (row) => row.comparable?.perVcpu ?? null, 'lower price'),
    cheaper(
      { name: 'comparable.perTbDisk', label: 'Per TB of storage' },
      currency,
      (row) => row.comparable?.perTbDisk ?? null,
      'lower price',
    ),
    oneOf(
      { name: 'risk', label: 'Risk of overselling' },
      (row) => row.risk.level,
      [['high'], ['elevated'], ['guarded'], ['low']],
      'lower risk',
    ),
  ];
}

function transferRank(value: AttributeValue): number | null {
  if (value === 'unmetered') return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : null;
}

function gpuWords({ gpu }: RowJson): string | null {
  return gpu === null ? null : `${gpu.count} × ${gpu.name ?? 'unnamed card'}`;
}

/** "Falkenstein, DE", by name where that is all there is; sorted. */
function placeWords({ locations }: RowJson): readonly string[] | null {
  if (locations.length === 0) return null;
  return locations.map(({ id, name, city, country }) => [city ?? name ?? id, country].filter(Boolean).join(', ')).toSorted();
}

/** "5.00 USD a month", "36.00 EUR for 12 months (first term, then 60.00)". */
export function priceWords({ amount, currency, termMonths, hourly, phase, renewal }: PriceJson): string {
  const per = hourly
    ? 'an hour'
    : termMonths === null
      ? 'for a term that is not stated'
      : termMonths === 1
        ? 'a month'
        : `for ${termMonths} months`;
  const then = phase === 'regular' ? '' : ` (first term${renewal === null ? '' : `, then ${renewal}`})`;
  return `${amount} ${currency} ${per}${then}`;
}

function taxWords({ prices }: RowJson): boolean | 'mixed' | null {
  const [first = null, ...others] = [...new Set(prices.map(({ taxIncluded }) => taxIncluded))];
  return others.length > 0 ? 'mixed' : first;
}

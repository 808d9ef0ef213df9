/** A row as an entry of a feed. Nothing of it depends on the hour, or readers would be told of changes that are none. */
import { writeGb, writeMemory, writeRate } from '../../domain/filter/sizes.ts';
import type { RowJson } from '../../domain/present-row.ts';
import { type FeedEntry, feedId, plain } from '../feeds/feed.ts';

/** The entry; `base`: where this service is reached. */
export function offerEntry(row: RowJson, base: string): FeedEntry {
  const price = row.comparable && `${row.comparable.perMonth} ${row.comparable.currency} a month`;
  const said = [sizes(row).join(', '), price].filter((part) => part).join(', ');
  return {
    id: feedId(`row ${row.id}`),
    url: `${base}/offers/${encodeURIComponent(row.id)}`,
    title: plain(`${row.provider.name} ${row.name ?? row.planKey ?? ''}: ${said}`),
    text: plain([`${said}.`, technology(row), places(row), basis(row)].join(' ')),
    published: row.firstSeenAt,
    updated: row.lastChangedAt,
    author: { name: plain(row.provider.name), url: row.provider.website },
    tags: [row.provider.id, row.productType, row.technology.value, ...countries(row)],
  };
}

function sizes({ cpu, memory, storage, network }: RowJson): string[] {
  const shared = cpu.resourceModel === 'unknown' ? '' : ` (${cpu.resourceModel})`;
  return [
    cpu.vcpu === null ? 'vCPUs unknown' : `${cpu.vcpu} vCPU${shared}`,
    memory.mib === null ? 'memory unknown' : writeMemory(memory.mib),
    ...(storage.gb === null ? [] : [`${writeGb(storage.gb)} ${storage.type === 'unknown' ? 'disk' : storage.type}`]),
    ...(network.unmetered ? ['unmetered'] : network.transferGb === null ? [] : [`${writeGb(network.transferGb)} transfer`]),
    ...(network.portMbps === null ? [] : [writeRate(network.portMbps)]),
  ];
}

function technology({ technology: { value, how, confidence } }: RowJson): string {
  return value === 'unknown'
    ? 'Virtualization technology: unknown.'
    : `Virtualization technology: ${value} (${how}, confidence ${confidence}).`;
}

function places({ locations }: RowJson): string {
  if (locations.length === 0) return 'No location is named.';
  const named = locations.map(({ city, name, id, country }) => `${city ?? name ?? id}${country === null ? '' : ` (${country})`}`);
  return `Sold in ${[...new Set(named)].join(', ')}.`;
}

function basis({ comparable }: RowJson): string {
  return comparable === null ? 'It has no comparable price.' : `Price: ${comparable.basis}.`;
}

function countries({ locations }: RowJson): string[] {
  return [...new Set(locations.flatMap(({ country }) => (country === null ? [] : [country])))];
}

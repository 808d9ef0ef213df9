/** `stealtime preview`: reads pages of one source and shows what comes of them. Writes nothing, needs no database. */
import type { Config } from '../../config.ts';
import { readProviders } from '../../db/catalog/read-catalog.ts';
import type { Finding } from '../../domain/listing.ts';
import { createNet } from '../../net/net.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { offReason } from '../context.ts';
import { BadUsage, CommandFailed, say, table } from '../output.ts';
import { pagesFromFiles, pagesFromSource } from '../preview-pages.ts';
import { nameless, type PreviewRow, previewRows, printPreview } from '../preview-rows.ts';
import { VERSION } from '../version.ts';

/** Previews a source, live or from files. Exit 0 also where little could be read: the findings say so. */
export async function preview(config: Config, sourceId: string, files: readonly string[], json: boolean): Promise<number> {
  const adapter = adapterOf(sourceId);
  if (!adapter)
    throw new BadUsage(`unknown source "${sourceId}"; known are ${SOURCES.map((one) => one.manifest.sourceId).join(', ')}`);
  const providers = await readProviders();
  const provider = providers.get(adapter.manifest.providerId) ?? null;
  const live = files.length === 0;
  const pages = live ? await livePreview(config, adapter) : await pagesFromFiles(adapter, files);
  const read = readPages(adapter, pages, provider);
  const { manifest } = adapter;
  const rowsOfPlans = await previewRows(live ? 'live' : 'recorded');
  const source = { id: manifest.sourceId, kind: manifest.kind, url: manifest.documentation };
  const rows = rowsOfPlans(read.plans, provider ?? nameless(manifest.providerId), source);
  if (json) printPreview(rows, read);
  else printTables(rows, read);
  return 0;
}

async function livePreview(config: Config, adapter: SourceAdapter): ReturnType<typeof pagesFromFiles> {
  const { credential } = adapter.manifest;
  const value = credential === null ? null : config.credential(credential);
  const off = offReason(config, adapter.manifest);
  if (off !== null) throw new CommandFailed(`${adapter.manifest.sourceId} is off: ${off}`);
  if (adapter.manifest.verified === null) say(`${adapter.manifest.sourceId} is unverified: no recording of it was read`);
  const allowed = new Set(config.allowPrivateHosts);
  const net = createNet({
    contact: config.contact,
    version: VERSION,
    now: () => Date.now(),
    allowPrivate: (host) => allowed.has(host),
    browser: config.browser,
    log: say,
  });
  try {
    const { pages, failure } = await pagesFromSource(adapter, net, value);
    if (failure && pages.length === 0) throw new CommandFailed(`${failure.code}: ${failure.message}`);
    if (failure) say(`stopped early: ${failure.code}: ${failure.message}`);
    return pages;
  } finally {
    await net.close();
  }
}

function printTables(rows: readonly PreviewRow[], read: PagesRead): void {
  table(
    ['plan', 'technology', 'vCPU', 'CPU is', 'memory', 'disk', 'transfer', 'per month', 'stock', 'places'],
    rows.map((row) => [
      row.planKey ?? row.name ?? '?',
      `${row.technology.value} (${row.technology.how})`,
      String(row.cpu.vcpu ?? '?'),
      row.cpu.resourceModel,
      row.memory.mib === null ? '?' : `${row.memory.mib} MiB`,
      row.storage.gb === null ? '?' : `${row.storage.gb} GB ${row.storage.type}`,
      row.network.unmetered ? 'unmetered' : row.network.transferGb === null ? '?' : `${row.network.transferGb} GB`,
      monthly(row),
      row.availability.state,
      String(row.locations.length),
    ]),
  );
  for (const rejection of read.rejections)
    say(`rejected ${rejection.listing.planKey ?? '?'}: ${rejection.code} at ${rejection.field}: ${rejection.said}`);
  for (const finding of read.findings) say(`${finding.severity} ${finding.code}: ${finding.message}`);
  say(
    `${rows.length} rows of ${read.plans.length} plans, ${read.rejections.length} rejected, ${countOf(read.findings)} findings`,
  );
}

function monthly(row: PreviewRow): string {
  const price = row.prices.find((one) => one.termMonths === 1) ?? row.prices[0];
  return price
    ? `${price.amount} ${price.currency}${price.termMonths === 1 ? '' : ` / ${price.hourly ? 'hour' : (price.termMonths ?? '?')}`}`
    : '?';
}

function countOf(findings: readonly Finding[]): string {
  return String(findings.length);
}

/** `stealtime preview`: reads pages of one source and shows what comes of them. Writes nothing, needs no database. */
import type { Config } from '../../config.ts';
import { readBundledRates, readProviders } from '../../db/catalog/read-catalog.ts';
import { storedRow } from '../../db/queries/stored-row.ts';
import { DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import type { Finding } from '../../domain/listing.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { presentRow, type RowJson } from '../../domain/present-row.ts';
import { rowsOf } from '../../domain/row.ts';
import { createNet } from '../../net/net.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { type PagesRead, readPages } from '../../scrapers/read-pages.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { offReason } from '../context.ts';
import { BadUsage, CommandFailed, data, say, table } from '../output.ts';
import { pagesFromFiles, pagesFromSource } from '../preview-pages.ts';
import { VERSION } from '../version.ts';

/** A previewed row: the times of files are not known. */
type PreviewRow = Omit<RowJson, 'observedAt' | 'firstSeenAt' | 'lastChangedAt'> &
  Readonly<Record<'observedAt' | 'firstSeenAt' | 'lastChangedAt', string | null>>;

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
  const rows = await previewRows(adapter, read.plans, live);
  if (json) printNdjson(rows, read);
  else printTables(rows, read);
  return 0;
}

async function livePreview(config: Config, adapter: SourceAdapter): ReturnType<typeof pagesFromFiles> {
  const { credential } = adapter.manifest;
  const value = credential === null ? null : config.credential(credential);
  const off = offReason(config, adapter.manifest);
  if (off !== null) throw new CommandFailed(`${adapter.manifest.sourceId} is off: ${off}`);
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

async function previewRows(adapter: SourceAdapter, plans: readonly PlanOffers[], live: boolean): Promise<PreviewRow[]> {
  const providers = await readProviders();
  const bundled = await readBundledRates();
  const rates = rateTable(bundled.date, bundled.perEuro);
  const { manifest } = adapter;
  const provider = providers.get(manifest.providerId) ?? {
    id: manifest.providerId,
    name: manifest.providerId,
    country: null,
    website: null,
  };
  const now = new Date().toISOString();
  return plans.flatMap(({ places, ...plan }) => {
    const seen = { firstSeenAt: now, lastSeenAt: now, missedRuns: 0, withdrawn: false };
    const published = {
      ...plan,
      observation: live ? ('live' as const) : ('recorded' as const),
      firstSeenAt: now,
      lastChangedAt: now,
    };
    const rows = rowsOf(
      published,
      places.map((place) => ({ ...place, ...seen })),
    );
    return rows.map((row) => {
      const stored = storedRow(row, provider, { id: manifest.sourceId, kind: manifest.kind, url: manifest.documentation }, {});
      const state = live ? ('live' as const) : ('recorded' as const);
      const question = { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null, currency: 'USD', rates };
      const shown = presentRow(stored, { ...question, observedAt: now, state, provenance: true });
      if (live) return shown;
      const provenance = Object.fromEntries(
        Object.entries(shown.provenance ?? {}).map(([field, origin]) => [field, { ...origin, observedAt: null }]),
      );
      return { ...shown, observedAt: null, firstSeenAt: null, lastChangedAt: null, provenance: provenance as never };
    });
  });
}

function printNdjson(rows: readonly PreviewRow[], read: PagesRead): void {
  for (const offer of rows) data(JSON.stringify({ offer }));
  for (const rejection of read.rejections) data(JSON.stringify({ rejection }));
  for (const finding of read.findings) data(JSON.stringify({ finding }));
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
  return price ? `${price.amount} ${price.currency}${price.termMonths === 1 ? '' : ` / ${price.termMonths ?? 'hour'}`}` : '?';
}

function countOf(findings: readonly Finding[]): string {
  return String(findings.length);
}

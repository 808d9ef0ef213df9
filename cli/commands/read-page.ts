/** `stealtime read-page`: reads one saved plan page or cart, or the page at an address, and shows what comes of it. Writes nothing. */
import { pathToFileURL } from 'node:url';
import type { Config } from '../../config.ts';
import { RecordingError, readPageFile } from '../../ingest/recorded-pages.ts';
import { createRenderer } from '../../net/browser/renderer.ts';
import { createNet } from '../../net/net.ts';
import { buildUserAgent } from '../../net/user-agent.ts';
import type { SourceAdapter } from '../../scrapers/contract.ts';
import { GENERIC, PLATFORMS } from '../../scrapers/pages/known-platforms.ts';
import { readPlanPage } from '../../scrapers/pages/read-plan-page.ts';
import { readPages } from '../../scrapers/read-pages.ts';
import { BadUsage, CommandFailed, say } from '../output.ts';
import { nameless, previewRows, printPreview } from '../preview-rows.ts';
import { VERSION } from '../version.ts';

/** What `read-page` is asked. */
export interface ReadPageOptions {
  /** Where the page comes from; without a file it is got from there. */
  readonly url?: string | undefined;
  readonly platform?: string | undefined;
  readonly browser?: boolean | undefined;
}

interface GotPage {
  readonly html: string;
  readonly url: string | null;
}

/** Where a file without an address is shown to its scripts. */
const NOWHERE = 'https://page.invalid/';

/** Reads a page. Exit 0 also where little could be read: rejections and findings say so. */
export async function readPage(config: Config, file: string | undefined, options: ReadPageOptions): Promise<number> {
  const { platform, url } = options;
  const known = [...PLATFORMS.map(({ id }) => id), GENERIC];
  if (platform !== undefined && !known.includes(platform))
    throw new BadUsage(`unknown platform "${platform}"; known are ${known.join(', ')}`);
  if (url !== undefined && !isWebAddress(url)) throw new BadUsage(`"${url}" is no http or https address`);
  if (file === undefined && url === undefined) throw new BadUsage('give a file, or an address with --url');
  const page =
    file === undefined ? await fetched(config, url ?? '', options.browser ?? false) : await saved(config, file, options);
  const adapter = adapterOfPage(page.url, platform ?? null);
  const read = readPages(
    adapter,
    [{ role: 'page', place: null, number: 1, url: page.url ?? '', headers: {}, body: page.html }],
    null,
  );
  const rowsOfPlans = await previewRows(file === undefined ? 'live' : 'recorded');
  const source = { id: 'page', kind: 'page' as const, url: page.url };
  printPreview(rowsOfPlans(read.plans, nameless('page'), source), read);
  return 0;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** A source of this one page: what `readPages` reads any other with. */
function adapterOfPage(url: string | null, platform: string | null): SourceAdapter {
  return {
    manifest: {
      sourceId: 'page',
      providerId: 'page',
      kind: 'page',
      title: 'one page',
      documentation: url ?? '',
      hosts: [],
      cadence: 'daily',
      credential: null,
      evidence: { url: url ?? '', said: 'given by whoever asked', seen: '' },
      verified: null,
      conventions: { currency: 'USD', taxIncluded: null },
      readerVersion: 1,
      roles: { page: { holds: 'plans', perPlace: false, main: true } },
    },
    start: () => [],
    next: () => [],
    extract: ([page]) => {
      const body = page?.body ?? '';
      const { listings, locations, rejections, findings, whole } = readPlanPage(body, {
        key: 'page',
        url,
        platforms: PLATFORMS,
        platform,
        currency: null,
      });
      return { listings, locations, rejections, findings, complete: whole, covers: null };
    },
  };
}

async function saved(config: Config, file: string, { url, browser }: ReadPageOptions): Promise<GotPage> {
  const html = await readPageFile(file).catch((error: unknown) => {
    throw error instanceof RecordingError ? new CommandFailed(error.message) : error;
  });
  if (!browser) return { html, url: url ?? null };
  const renderer = createRenderer({ places: config.browser, userAgent: buildUserAgent(VERSION, config.contact), log: say });
  try {
    const rendered = await renderer.render({ url: url ?? NOWHERE, html });
    if (!rendered.ok) throw new CommandFailed(`${rendered.failure.code}: ${rendered.failure.message}`);
    if (rendered.refused.length > 0) say(`not got for ${pathToFileURL(file).href}: ${rendered.refused.join(', ')}`);
    return { html: rendered.html, url: url ?? null };
  } finally {
    await renderer.close();
  }
}

async function fetched(config: Config, url: string, browser: boolean): Promise<GotPage> {
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
    const got = await net.fetchPage({
      url,
      allowedHosts: [new URL(url).hostname],
      ...(browser ? { rendering: 'browser' as const } : {}),
    });
    if (!got.ok) throw new CommandFailed(`${got.failure.code}: ${got.failure.message}`);
    return { html: got.body.toString('utf8'), url: got.url };
  } finally {
    await net.close();
  }
}

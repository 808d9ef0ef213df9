/** Renders one page in a context of its own. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { type Failed, failed } from '../outcome.ts';
import { isDriverError } from './driver-error.ts';
import type { LaunchedBrowser } from './launch-browser.ts';
import { createPageRequests, type FetchResource, type PageDocument, type PageRequests } from './page-requests.ts';
import { type PageLimits, watchPage } from './page-watch.ts';
import { drawFrame, readDocument } from './read-document.ts';

/** A page as its scripts left it. */
export interface Rendered {
  readonly ok: true;
  readonly url: string;
  readonly html: string;
  /** Name and version of the browser. */
  readonly browser: string;
  /** Files that were got for it. */
  readonly files: number;
  /** Hosts and paths that it asked for and was refused, at most twenty. */
  readonly refused: readonly string[];
}

/** What one rendering works with. */
export interface RenderJob {
  readonly document: PageDocument;
  readonly fetchResource: FetchResource | null;
  readonly userAgent: string;
  readonly limits: PageLimits;
  /** Of the rendered HTML in UTF-8. */
  readonly maxBytes: number;
}

/** `spent`: the browser is not to be used again. */
export interface RenderEnd {
  readonly result: Rendered | Failed;
  readonly spent: boolean;
}

/** Time that passes for the page. It is virtual: it stands still while something is fetched, and takes no longer than the scripts. */
const PAGE_TIME_MS = 10_000;
/** In which it passes; between two the page is drawn. */
const PAGE_STEPS = 10;
/** Scripts that never rest must not stop the clock. */
const TASKS_BEFORE_TIME_MOVES = 1000;
const CLOSING_MS = 5000;
/** Tall, so that what loads on being seen loads. */
const VIEWPORT = { width: 1366, height: 6000 };
/** Frames are drawn in real time only: a page that counts on them would stand still in virtual time. */
const FRAMES_BY_CLOCK = `(() => {
  const { setTimeout, clearTimeout, performance } = window;
  window.requestAnimationFrame = (callback) => setTimeout(() => callback(performance.now()), 16);
  window.cancelAnimationFrame = (id) => clearTimeout(id);
})()`;

/** Renders one document. Failures: `browser-crashed`, `timed-out`, `too-large`, and those of getting a file that it needs. */
export async function renderPage(launched: LaunchedBrowser, job: RenderJob): Promise<RenderEnd> {
  let stop: (failure: Failed) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const stopped = new Promise<Failed>((resolve, reject) => {
    stop = resolve;
    fail = reject;
  });
  const { browser } = launched;
  const requests = createPageRequests({ document: job.document, fetchResource: job.fetchResource, stop, fail });
  const host = new URL(job.document.url).host;
  const endWatch = watchPage(launched, job.limits, { host, isFetching: requests.isFetching }, stop);
  const opened: BrowserContext[] = [];
  const died = () => stop(failed('browser-crashed', `the browser ended over the page of ${host}`));
  browser.on('disconnected', died);
  const work = async () => {
    const context = await browser.newContext(contextOptions(job.userAgent));
    opened.push(context);
    return show(context, job, requests, stop);
  };
  try {
    const shown = await Promise.race([stopped, work().catch((error: unknown) => breakdown(error, host))]);
    const closed = await close(opened);
    if (typeof shown !== 'string') return { result: shown, spent: !closed || shown.failure.code === 'too-large' };
    const told = { browser: `Chromium ${browser.version()}`, files: requests.count(), refused: requests.refused() };
    return { result: { ok: true, url: job.document.url, html: shown, ...told }, spent: !closed };
  } finally {
    browser.off('disconnected', died);
    endWatch();
    requests.end();
  }
}

function contextOptions(userAgent: string) {
  const wanted = { viewport: VIEWPORT, locale: 'en-US', timezoneId: 'UTC', permissions: [] };
  return { userAgent, acceptDownloads: false, serviceWorkers: 'block' as const, ...wanted };
}

async function show(context: BrowserContext, job: RenderJob, requests: PageRequests, stop: (failure: Failed) => void) {
  const page = await context.newPage();
  const host = new URL(job.document.url).host;
  page.on('crash', () => stop(failed('browser-crashed', `the page of ${host} broke the browser down`)));
  context.on('page', (other: Page) => void other.close().catch(() => undefined));
  await context.addInitScript(FRAMES_BY_CLOCK);
  await context.route('**/*', requests.answer);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause' });
  await page.goto(job.document.url, { waitUntil: 'commit', timeout: 0 });
  for (let step = 0; step < PAGE_STEPS; step++) {
    await passTime(session, PAGE_TIME_MS / PAGE_STEPS);
    await drawFrame(session);
  }
  const html = await readDocument(session, job.maxBytes);
  if (html === null) return failed('browser-crashed', `the page of ${host} could not be read back`);
  const isLarge = typeof html === 'number' || Buffer.byteLength(html) > job.maxBytes;
  return isLarge ? failed('too-large', `the page of ${host} grew beyond ${job.maxBytes} bytes`) : html;
}

async function passTime(session: CDPSession, budget: number): Promise<void> {
  const passed = new Promise<void>((resolve) => session.once('Emulation.virtualTimeBudgetExpired', () => resolve()));
  const policy = 'pauseIfNetworkFetchesPending' as const;
  await session.send('Emulation.setVirtualTimePolicy', {
    policy,
    budget,
    maxVirtualTimeTaskStarvationCount: TASKS_BEFORE_TIME_MOVES,
  });
  await passed;
}

/** Whether all of them closed in time. */
async function close(contexts: readonly BrowserContext[]): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(CLOSING_MS, false, { signal: timer.signal }).catch(() => false);
  const closing = Promise.all(contexts.map((context) => context.close()));
  const closed = await Promise.race([closing.then(() => true).catch(() => false), late]);
  timer.abort();
  return closed;
}

function breakdown(error: unknown, host: string): Failed {
  if (!isDriverError(error)) throw error;
  const [said = ''] = error.message.split('\n');
  return failed('browser-crashed', `the browser ended over the page of ${host} (${said.slice(0, 200)})`);
}

/** Renders pages whose content is filled in by scripts, one at a time, in the machine's own Chromium. */
import PQueue from 'p-queue';
import { type Failed, failed, type Outcome } from '../outcome.ts';
import { createBrowserKeeper } from './browser-keeper.ts';
import { type BrowserPlaces, findBrowser } from './find-browser.ts';
import type { FetchResource } from './page-requests.ts';
import { type Rendered, renderPage } from './render-page.ts';

/** What a renderer is made from. */
export interface RendererOptions {
  readonly places: BrowserPlaces;
  /** Told to the page's scripts. */
  readonly userAgent: string;
  /** Told once where pages cannot have the browser's sandbox. Default: nobody. */
  readonly log?: ((message: string) => void) | undefined;
  /** Pages after which the process is replaced. Default 50. */
  readonly pagesPerProcess?: number | undefined;
  /** How long an unused browser stays, in milliseconds. Default a minute. */
  readonly idleMs?: number | undefined;
}

/** A document to render. */
export interface RenderRequest {
  /** Where it stands: relative addresses and the page's origin go by it. http or https. */
  readonly url: string;
  /** As it came: bytes are decoded by the charset that the headers or the document name. */
  readonly html: string | Buffer;
  /** Headers that it came with, names in lower case. Default: none. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Gets the scripts and data that the page asks for, by GET. Default: nothing is got, inline scripts run all the same. */
  readonly fetchResource?: FetchResource | undefined;
  /** Of the page's own work, in milliseconds; while something is fetched it does not count. Default 20,000. */
  readonly timeoutMs?: number | undefined;
  /** Of the rendered HTML. Default 16 MiB. */
  readonly maxBytes?: number | undefined;
}

/** The one browser of a process, started when the first page needs it. */
export interface Renderer {
  /** Whether there is a browser: its path, or `browser-missing`. Starts nothing. */
  ready(): Outcome<string>;
  /**
   * Runs the page's scripts for ten seconds of their own time and answers what they made of it. Failures: `browser-missing`,
   * `browser-crashed`, `timed-out`, `too-large`, those of `fetchResource` that leave the page incomplete, `unreachable` when closed.
   */
  render(request: RenderRequest): Promise<Rendered | Failed>;
  /** Ends what is under way, and the browser. */
  close(): Promise<void>;
}

const OWN_MS = 20_000;
/** With everything that is fetched for it, at the pace that the site's robots.txt asks for. */
const WHOLE_MS = 180_000;
const MEMORY_BYTES = 512 * 1024 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;

/** Makes a renderer. */
export function createRenderer(options: RendererOptions): Renderer {
  const { places, userAgent, log = () => undefined, pagesPerProcess = 50, idleMs = 60_000 } = options;
  const keeper = createBrowserKeeper({ places, pagesPerProcess, idleMs, log });
  const queue = new PQueue({ concurrency: 1 });
  let closed = false;
  const closing = () => failed('unreachable', 'not rendered: the browser is being closed');

  return {
    ready: () => findBrowser(places),
    render: (request) =>
      queue.add(async () => {
        if (closed) return closing();
        const launched = await keeper.acquire();
        if (!launched.ok) return launched;
        const { url, html, headers = {}, fetchResource = null, timeoutMs = OWN_MS, maxBytes = MOST_BYTES } = request;
        const limits = { ownMs: timeoutMs, wholeMs: WHOLE_MS, memoryBytes: MEMORY_BYTES };
        const job = { document: { url, html, headers }, fetchResource, userAgent, limits, maxBytes };
        const { result, spent } = await renderPage(launched.value, job);
        await keeper.release(spent);
        return closed ? closing() : result;
      }),
    async close() {
      closed = true;
      await keeper.close();
      await queue.onIdle();
      // A page that was just being opened has started another one.
      await keeper.close();
    },
  };
}

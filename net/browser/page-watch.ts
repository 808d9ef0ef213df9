/** Watches a page from outside while it works: its time, and the memory of its processes. */
import { readFile } from 'node:fs/promises';
import { type Failed, failed } from '../outcome.ts';
import type { LaunchedBrowser } from './launch-browser.ts';

/** What a page may use. */
export interface PageLimits {
  /** Of its own work in milliseconds: while nothing is fetched for it. */
  readonly ownMs: number;
  /** Of everything, fetching at a polite pace included. */
  readonly wholeMs: number;
  /** Of one process of the page, in bytes, where the system tells (Linux). */
  readonly memoryBytes: number;
}

const LOOK_EVERY_MS = 200;

/** Calls `stop` once when a limit is passed: `timed-out`, or `too-large` for memory. Answers how to end the watch. */
export function watchPage(
  { session }: LaunchedBrowser,
  limits: PageLimits,
  page: { readonly host: string; readonly isFetching: () => boolean },
  stop: (failure: Failed) => void,
): () => void {
  const { ownMs, wholeMs, memoryBytes } = limits;
  let own = 0;
  let whole = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    whole += now - last;
    if (!page.isFetching()) own += now - last;
    last = now;
    if (own > ownMs) stop(failed('timed-out', `the page of ${page.host} was still busy after ${ownMs} ms`));
    if (whole > wholeMs) stop(failed('timed-out', `the page of ${page.host} was not complete after ${wholeMs} ms`));
    void largestPage(session).then((bytes) => {
      if (bytes > memoryBytes)
        stop(failed('too-large', `the page of ${page.host} took more than ${memoryBytes} bytes of memory`));
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Memory of the largest process of a page, without what it shares with others; 0 where the system does not tell. */
async function largestPage(session: LaunchedBrowser['session']): Promise<number> {
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownMemory(id));
    return Math.max(0, ...(await Promise.all(sizes)));
  } catch {
    // The browser has ended, which the page itself notices.
    return 0;
  }
}

async function ownMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

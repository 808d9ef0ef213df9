/** Keeps one browser process: started when it is needed, replaced before it grows old, ended when nobody needs it. */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../outcome.ts';
import { type BrowserPlaces, findBrowser } from './find-browser.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';

/** One browser for one page at a time. */
export interface BrowserKeeper {
  /** A running browser. Failure: `browser-missing`. */
  acquire(): Promise<Outcome<LaunchedBrowser>>;
  /** Gives it back after a page; `spent`: not to be used again. */
  release(spent: boolean): Promise<void>;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}

interface Options {
  readonly places: BrowserPlaces;
  /** Pages after which a process is replaced: memory of closed pages does not all come back. */
  readonly pagesPerProcess: number;
  /** How long it may wait for the next page, in milliseconds. */
  readonly idleMs: number;
  /** Told once where pages cannot have the browser's sandbox. */
  readonly log: (message: string) => void;
}

/** How long a browser may take to end by itself before it is killed. */
const CLOSING_MS = 5000;

/** Makes a keeper; nothing is started yet. */
export function createBrowserKeeper({ places, pagesPerProcess, idleMs, log }: Options): BrowserKeeper {
  let running: LaunchedBrowser | null = null;
  let pages = 0;
  let idle: NodeJS.Timeout | undefined;
  let ending: Promise<void> = Promise.resolve();
  let warned = false;

  const end = (): Promise<void> => {
    clearTimeout(idle);
    const old = running;
    running = null;
    pages = 0;
    if (old) ending = Promise.all([ending, endBrowser(old)]).then(() => undefined);
    return ending;
  };

  return {
    async acquire() {
      clearTimeout(idle);
      if (running && !running.browser.isConnected()) await end();
      await ending;
      if (running) return { ok: true, value: running };
      const path = findBrowser(places);
      if (!path.ok) return path;
      const launched = await launchBrowser(path.value);
      if (!launched.ok) return launched;
      running = launched.value;
      if (!running.sandboxed && !warned)
        log(`${path.value} runs without its own sandbox: as root, or where a container forbids it`);
      warned = true;
      return launched;
    },
    async release(spent) {
      pages += 1;
      if (spent || pages >= pagesPerProcess) return end();
      idle = setTimeout(end, idleMs).unref();
    },
    close: end,
  };
}

async function endBrowser({ browser, pid }: LaunchedBrowser): Promise<void> {
  const giveUp = new AbortController();
  const closed = browser.close().catch(() => undefined);
  await Promise.race([closed, wait(CLOSING_MS, undefined, { signal: giveUp.signal }).catch(() => undefined)]);
  giveUp.abort();
  // Connected means alive, so that the number is still its own.
  if (browser.isConnected()) kill(pid);
  await closed;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

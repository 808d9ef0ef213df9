/** Starts a browser that can reach nothing by itself. */
import process from 'node:process';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { failed, got, type Outcome } from '../outcome.ts';
import { HOW_TO_GET_A_BROWSER } from './find-browser.ts';

/** A browser that was started. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  /** Speaks to the browser itself, which answers also while a page is stuck. */
  readonly session: CDPSession;
  readonly pid: number;
  /** Whether pages run in the browser's own sandbox. */
  readonly sandboxed: boolean;
}

/** JavaScript heap of one page in MiB: shops need a tenth. */
const MOST_HEAP_MIB = 256;
const LAUNCH_TIMEOUT_MS = 20_000;

const FLAGS = [
  ...['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  // In containers /dev/shm has 64 MiB.
  '--disable-dev-shm-usage',
  // What a page asks for is got by our own guarded door and handed in. These leave the browser no way of its own: names resolve
  // to nothing, everything goes through a proxy that cannot be found (loopback too), and nothing speaks UDP.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--js-flags=--max-old-space-size=${MOST_HEAP_MIB}`,
];
const NOWHERE = { server: 'http://nowhere.invalid:9', bypass: '<-loopback>' };

/** Starts the browser at `path`. Failure: `browser-missing` where it does not start. */
export async function launchBrowser(path: string): Promise<Outcome<LaunchedBrowser>> {
  // Root cannot have the sandbox, and many containers forbid what it is made of.
  const tries = process.getuid?.() === 0 ? [false] : [true, false];
  let trouble = '';
  for (const sandboxed of tries) {
    try {
      return got(await launch(path, sandboxed));
    } catch (error) {
      trouble = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    }
  }
  return failed('browser-missing', `${path} does not start (${trouble.slice(0, 300)}): ${HOW_TO_GET_A_BROWSER}`);
}

async function launch(path: string, sandboxed: boolean): Promise<LaunchedBrowser> {
  const browser = await chromium.launch({
    executablePath: path,
    args: FLAGS,
    proxy: NOWHERE,
    timeout: LAUNCH_TIMEOUT_MS,
    chromiumSandbox: sandboxed,
    // Signals are the process's own matter; it closes what it has opened.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find(({ type }) => type === 'browser')?.id;
    if (pid === undefined) throw new Error('it does not tell its process');
    return { browser, session, pid, sandboxed };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A headless browser for tests, where this machine has one. */
import { delimiter } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../net/browser/find-browser.ts';

/** Where this machine's browser is looked for. */
export const BROWSER_PLACES = {
  path: process.env.BROWSER_PATH ?? null,
  folders: (process.env.PATH ?? '').split(delimiter),
};

const found = findBrowser(BROWSER_PLACES);

/** Path of a browser, found as the product finds it. Null: tests of pages are skipped, and say so. */
export const BROWSER_PATH: string | null = found.ok ? found.value : null;

/** What a skipped test says. */
export const NO_BROWSER = 'no browser: set BROWSER_PATH or install chromium-headless-shell';

/** Starts the browser; the caller closes it. */
export function startBrowser(): Promise<Browser> {
  if (BROWSER_PATH === null) throw new Error(NO_BROWSER);
  // As root, which containers are, Chromium refuses its sandbox; only our own pages are opened.
  return chromium.launch({ executablePath: BROWSER_PATH, args: ['--no-sandbox'] });
}

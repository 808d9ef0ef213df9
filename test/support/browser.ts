/** A headless browser for tests, where this machine has one. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Path of a browser: BROWSER_PATH, or the first known one on the PATH. Null: tests of pages are skipped, and say so. */
export const BROWSER_PATH: string | null = findBrowser();

/** What a skipped test says. */
export const NO_BROWSER = 'no browser: set BROWSER_PATH or install chromium-headless-shell';

/** Starts the browser; the caller closes it. */
export function startBrowser(): Promise<Browser> {
  if (BROWSER_PATH === null) throw new Error(NO_BROWSER);
  // As root, which containers are, Chromium refuses its sandbox; only our own pages are opened.
  return chromium.launch({ executablePath: BROWSER_PATH, args: ['--no-sandbox'] });
}

function findBrowser(): string | null {
  const given = process.env.BROWSER_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = given ? [given] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

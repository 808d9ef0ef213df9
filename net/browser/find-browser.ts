/** Looks for a browser of the Chromium family on this machine. */
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { failed, got, type Outcome } from '../outcome.ts';

/** Where to look. */
export interface BrowserPlaces {
  /** The one browser to use; null: look for one. */
  readonly path: string | null;
  /** Folders of commands, in order. */
  readonly folders: readonly string[];
}

/** The shell first: it starts twice as fast as the whole browser and renders several times as many pages beside each other. */
const COMMANDS = [
  ...['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable', 'microsoft-edge'],
];
const APPLICATIONS = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What a person has to do where there is no browser. */
export const HOW_TO_GET_A_BROWSER =
  'install chromium-headless-shell or chromium (Debian: apt-get install chromium-headless-shell), or set BROWSER_PATH to a Chromium';

/** Path of a browser: the configured one, else playwright's own, else a known name among the folders. Failure: `browser-missing`. */
export function findBrowser({ path, folders }: BrowserPlaces): Outcome<string> {
  if (path !== null)
    return isExecutable(path)
      ? got(path)
      : failed('browser-missing', `BROWSER_PATH is ${path}, which is no program that can be run`);
  const own = chromium.executablePath();
  if (existsSync(own)) return got(own);
  const candidates = [...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS];
  const found = candidates.find(isExecutable);
  return found === undefined ? failed('browser-missing', `no browser was found: ${HOW_TO_GET_A_BROWSER}`) : got(found);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

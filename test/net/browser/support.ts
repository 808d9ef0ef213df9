import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { onTestFinished } from 'vitest';
import type { Rendered } from '../../../net/browser/render-page.ts';
import { createRenderer, type Renderer, type RendererOptions } from '../../../net/browser/renderer.ts';
import type { Failed } from '../../../net/outcome.ts';
import { BROWSER_PATH, BROWSER_PLACES, NO_BROWSER } from '../../support/browser.ts';

/** Title of tests that need a browser, with what they use or why they are skipped. */
export const inBrowser = (what: string) => `${what} (${BROWSER_PATH ?? NO_BROWSER})`;

/** Whether they are skipped. */
export const noBrowser = BROWSER_PATH === null;

/** Address of pages that stand nowhere. */
export const SHOP = 'https://shop.example/vps';

/** A renderer for one test. */
export function openRenderer(options: Partial<RendererOptions> = {}): Renderer {
  const renderer = createRenderer({
    places: BROWSER_PLACES,
    userAgent: 'Stealtime/1.2.3 (+https://stealtime.example)',
    ...options,
  });
  onTestFinished(() => renderer.close());
  return renderer;
}

/** The text of an element of the rendered page; fails with the failure where there is none. */
export function textOf(result: Rendered | Failed, selector: string): string {
  if (!result.ok) throw new Error(`not rendered: ${JSON.stringify(result.failure)}`);
  return load(result.html)(selector).text();
}

/** The failure's code, or `ok`. */
export function codeOf(result: { readonly ok: true } | Failed): string {
  return result.ok ? 'ok' : result.failure.code;
}

/** The machine's browser behind a script that writes down each process that it becomes, or starts where it is a script itself. */
export function tracedBrowser(): { readonly path: string; readonly pids: () => number[] } {
  const folder = mkdtempSync(join(tmpdir(), 'stealtime-browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [path, log] = [join(folder, 'browser'), join(folder, 'pids')];
  writeFileSync(log, '');
  // The shell becomes the browser, so that its number is the browser's.
  writeFileSync(path, `#!/bin/sh\necho $$ >> '${log}'\nexec '${BROWSER_PATH}' "$@"\n`);
  chmodSync(path, 0o755);
  return { path, pids: () => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(Number) };
}

/** The process that is the browser: of a script that started it (Debian's) the child. */
export function browserOf(pid = 0): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0]) || pid;
  } catch {
    return pid;
  }
}

/** Whether a process lives. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

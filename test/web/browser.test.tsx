/** The pages in a real browser: rules of accessibility, narrow windows, both colour schemes, keyboard, no script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../api/server.ts';
import { BROWSER_PATH, NO_BROWSER, startBrowser } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testSite } from './support.ts';

const PAGES = [
  '/',
  '/?technology=kvm&country=DE&minTransfer=1TB',
  '/?minMemory=4&maxPrice=x',
  '/?country=NL&minVcpu=64',
  '/offers/acme:a',
  '/nowhere',
];
/** Colours do not depend on the width, nor the layout on the colours: two windows see everything. */
const WINDOWS = [
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'dark' },
] as const;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const database = useDatabase();

describe.skipIf(BROWSER_PATH === null)(`in a browser (${BROWSER_PATH ?? NO_BROWSER})`, () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    await seedAcme(database);
    for (const day of ['18', '19', '22']) {
      await publishPlans(database, `2026-11-${day}T10:00:00.000Z`, [
        { key: 'a', sold: { fsn: day === '22' ? '4.00 EUR' : '5.00 EUR', dal: '6.00 EUR' }, stock: { dal: 'limited' } },
        { key: 'averyverylongplannamethatnobodybroke', memoryMib: null, technology: 'unknown', sold: { ams: '8.00 USD' } },
      ]);
    }
    const started = await startServer(testSite(database).app, { port: 0, host: '127.0.0.1' });
    if (!started.ok) throw new Error(started.message);
    server = started;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(`${server.url}${path}`);
      return await work(page);
    } finally {
      await context.close();
    }
  }

  describe.each(WINDOWS)('$width px, $scheme', ({ width, scheme }) => {
    const window = { viewport: { width, height: 800 }, colorScheme: scheme };

    it.each(PAGES)('%s breaks no rule of accessibility and fits', async (path) => {
      await open(path, { ...window, bypassCSP: true }, async (page) => {
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate<AxeResults>(
          "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(passes.length).toBeGreaterThan(20);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    });
  });

  it('applies its stylesheet under its own policy, and asks for nothing else', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${server.url}/offers/acme:a`);
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('.chart path')).fill")).toBe('none');
    await context.close();
    expect(complaints).toEqual([]);
    expect(requests.filter((path) => path !== '/favicon.svg')).toEqual(['/offers/acme:a']);
  });

  it('works without script and by keyboard alone, and its address is the search', async () => {
    await open('/', { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#main');
      await page.getByLabel('Technology', { exact: true }).selectOption('kvm');
      await page.getByLabel('Memory', { exact: true }).fill(' 1GB ');
      await page.getByLabel('Memory', { exact: true }).press('Enter');
      await page.waitForURL(/technology/);
      expect(page.url()).toBe(`${server.url}/?technology=kvm&minMemory=1GB`);
      await page.getByRole('link', { name: 'Acme a' }).first().click();
      await page.waitForURL(/offers/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Acme a');
    });
  });
});

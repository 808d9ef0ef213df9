import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PagesRead } from '../../../scrapers/read-pages.ts';
import { readHtml } from './support.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const pages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'));

const codes = (read: PagesRead) => read.findings.map(({ code }) => code);
/** What is said about a page besides its offers. */
const told = (read: PagesRead) => read.rejections.length + read.findings.length;

describe('a page that is no list of plans', () => {
  it.each([
    [
      'challenge-page',
      '<html><head><title>Just a moment...</title></head><body><h1>shop.example</h1><p>Verify you are human</p></body></html>',
    ],
    ['challenge-page', '<html><body><div class="h-captcha"></div><p>One more step</p></body></html>'],
    [
      'login-page',
      '<html><body><form><label>E-mail</label><input name="u"><input type="password"><button>Log in</button></form></body></html>',
    ],
    ['needs-browser', '<html><body><div id="root"></div><script src="/app.js"></script></body></html>'],
    [
      'needs-browser',
      '<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><script src="a.js"></script></body></html>',
    ],
    ['unreadable-page', '<div>'.repeat(10_000)],
    ['unreadable-page', `<table>${'<tr><td>1 GB<td>$5'.repeat(100_000)}</table>`],
    ['empty', '<html><body><h1>About us</h1><p>We have run servers since 2009.</p></body></html>'],
  ])('is refused as %s', (code, html) => {
    const read = readHtml(html);
    expect(read.plans).toEqual([]);
    expect(codes(read)).toContain(code);
    expect(read.complete).toBe(false);
  });

  it('says that half of a page is half of one, and offers nothing that stands at its end', () => {
    const html =
      '<html><body><h2>VPS</h2><div class="c"><h3>A</h3><p>1 vCPU</p><p>1 GB RAM</p><p>$4/mo</p></div><div class="c"><h3>B</h3><p>2 vCPU</p><p>2 GB RAM</p><p>$4';
    const read = readHtml(html);
    expect(read.plans.map(({ name }) => name)).toEqual(['A']);
    expect(read.rejections.map(({ listing }) => listing.name)).toEqual(['B']);
    expect(codes(read)).toContain('incomplete');
    expect(read.complete).toBe(false);
  });

  it('does not read what nobody is shown', () => {
    const card = (name: string, price: string) =>
      `<div class="c"><h3>${name}</h3><p>1 vCPU, 1 GB RAM</p><p>${price}/mo</p></div>`;
    const read = readHtml(
      `<html><body>${card('Shown', '$4')}<div style="display:none">${card('Old', '$1')}</div><template>${card('No', '$2')}</template></body></html>`,
    );
    expect(read.plans.map(({ name }) => name)).toEqual(['Shown']);
  });
});

describe('pages that were changed', () => {
  const MONEY = /(?:[$€£₹₽]|&euro;)\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|₽|zł|EUR)/g;

  it('never lose an offer in silence when a price is gone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.nat(), (html, pick) => {
        const prices = [...html.matchAll(MONEY)];
        const gone = prices[pick % Math.max(1, prices.length)];
        const changed = gone ? html.slice(0, gone.index) + html.slice(gone.index + gone[0].length) : html;
        const [whole, read] = [readHtml(html), readHtml(changed)];
        expect(read.plans.length >= whole.plans.length || told(read) > told(whole)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never lose an offer in silence when they stop in the middle', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.double({ min: 0, max: 1, noNaN: true }), (html, share) => {
        const [whole, read] = [readHtml(html), readHtml(html.slice(0, Math.floor(html.length * share)))];
        expect(read.plans.length >= whole.plans.length || told(read) > told(whole) || read.findings.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are read or refused with a word, wherever pieces of them are missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(fc.nat(), { maxLength: 4 }), (html, cuts) => {
        const changed = cuts.reduce((left, cut) => {
          const at = cut % left.length;
          return left.slice(0, at) + left.slice(at + 40);
        }, html);
        const read = readHtml(changed);
        expect(read.plans.length + told(read)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile pages', () => {
  it.each([
    ['two megabytes of words', `<html><body><p>${'1 GB RAM $5 '.repeat(180_000)}</p></body></html>`],
    ['forty thousand lines', `<html><body>${'<p>1 GB RAM, 1 vCPU, $5/mo'.repeat(40_000)}</body></html>`],
    [
      'one line after another, each a plan of its own',
      `<html><body>${Array.from({ length: 3000 }, (_, n) => `<p>${n + 1} GB RAM, 1 vCPU, $${n + 1}/mo`).join('')}</body></html>`,
    ],
    ['one long word', `<html><body><p>${'4'.repeat(1_000_000)}</p></body></html>`],
    [
      'Unicode of every kind',
      `<html><body>${'<p>\u202e1 GB R\u0041\u0301M \u{1d7d4}0 GB \u2063$\u200b5/mo 𝟙\u{e0041}'.repeat(3000)}</body></html>`,
    ],
    ['spans upon spans', `<table>${'<tr><td colspan="1000" rowspan="1000">1 GB RAM</td><td>$5</td></tr>'.repeat(2000)}</table>`],
    ['headings without end', `<html><body>${'<h3>VPS</h3>'.repeat(20_000)}</body></html>`],
  ])(
    'are read or refused: %s',
    (_, html) => {
      const read = readHtml(html);
      expect(read.plans.length + told(read)).toBeGreaterThan(0);
    },
    20_000,
  );
});

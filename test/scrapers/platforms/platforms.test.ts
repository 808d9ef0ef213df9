import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPage } from '../../../scrapers/html/load-page.ts';
import { DATA_PLATFORMS, PLATFORMS } from '../../../scrapers/platforms/platforms.ts';
import { linesOf, pageBody, readBody } from './support.ts';

interface Expected {
  readonly platform: string;
  readonly plans: readonly string[];
  readonly findings: readonly string[];
  readonly whole: boolean;
}

const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8'));
const pages = Object.entries(expected);
const ALL = [...DATA_PLATFORMS, ...PLATFORMS];

function platformOf(id: string) {
  const found = ALL.find((platform) => platform.id === id);
  if (found === undefined) throw new Error(`no platform ${id}`);
  return found;
}

describe('pages in the shape of each platform', () => {
  test.each(pages)('%s', (name, { platform, plans, findings, whole }) => {
    const read = readBody(platformOf(platform), pageBody(name), 'EUR');
    expect(linesOf(read.reads)).toEqual(plans);
    expect(read.findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual(findings);
    expect(read.whole).toBe(whole);
  });

  test('every platform has a page, and each has its own name', () => {
    expect(new Set(pages.map(([, { platform }]) => platform))).toEqual(new Set(ALL.map(({ id }) => id)));
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  });

  test.each(pages.filter(([name]) => /\.(?:html|xml)$/.test(name)))(
    '%s is recognised as its platform alone',
    (name, { platform }) => {
      const loaded = loadPage(pageBody(name), 'https://shop.example/');
      expect(loaded.ok && PLATFORMS.filter((one) => one.recognise(loaded.page)).map(({ id }) => id)).toEqual([platform]);
    },
  );

  test.each(pages.filter(([name]) => name.endsWith('.json')))('%s is recognised as its platform alone', (name, { platform }) => {
    const body: unknown = JSON.parse(pageBody(name));
    expect(DATA_PLATFORMS.filter((one) => one.recognise(body)).map(({ id }) => id)).toEqual([platform]);
  });

  test.each([
    ['an empty page', ''],
    [
      'a challenge',
      '<!doctype html><html><head><title>Just a moment...</title></head><body><div id="challenge-form"></div></body></html>',
    ],
    [
      'a plain plan page',
      '<html><body><table><tr><th>RAM</th><td>2 GB</td></tr><tr><th>Price</th><td>$5/mo</td></tr></table></body></html>',
    ],
    [
      'a page that links into a cart',
      '<html><body><h3>VPS 1</h3><p>$5.00/mo</p><a href="https://shop.example/cart.php?a=add&pid=1">Order</a></body></html>',
    ],
  ])('%s is no platform', (_, body) => {
    const loaded = loadPage(body);
    expect(loaded.ok && PLATFORMS.filter((one) => one.recognise(loaded.page)).map(({ id }) => id)).toEqual([]);
  });
});

describe('groups that a page links to', () => {
  const groupsOf = (name: string, id: string) => {
    const loaded = loadPage(pageBody(name), 'https://shop.example/store/kvm');
    const platform = PLATFORMS.find((one) => one.id === id);
    return loaded.ok ? platform?.groups?.(loaded.page).map(({ key, url }) => `${key} ${url}`) : undefined;
  };

  test.each([
    [
      'whmcs-standard-cart.html',
      'whmcs',
      [
        'kvm-vps https://shop.example/store/kvm-vps',
        'web-hosting https://shop.example/store/web-hosting',
        '7 https://shop.example/cart.php?gid=7',
      ],
    ],
    ['whmcs-comparison.html', 'whmcs', ['3 https://shop.example/cart.php?gid=3']],
    ['blesta-list.html', 'blesta', ['nat-6 https://shop.example/order/main/packages/nat/?group_id=6']],
    ['hostbill-list.html', 'hostbill', ['dedicated https://shop.example/cart/dedicated/&step=0']],
  ])('%s', (name, id, links) => {
    expect(groupsOf(name, id)).toEqual(links);
  });
});

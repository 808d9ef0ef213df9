/** Scraped text is hostile: nothing of it may become markup, script, style or an address that runs. */
import { beforeAll, describe, expect, it } from 'vitest';
import { webAddress } from '../../web/words/parts.tsx';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { getPage } from './support.ts';

const NAME = `</title><script>alert(1)</script>"><img src=x onerror=alert(2)>' & \u202Egnp`;
const database = useDatabase();
const get = (path: string) => getPage(database, path);

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T10:00:00.000Z', [{ key: 'evil', name: NAME, sold: { fsn: '4.00 EUR' } }]);
  await database.sql`
    update search_rows set row = jsonb_set(jsonb_set(jsonb_set(row::jsonb, '{url}', '"javascript:alert(3)"'),
      '{technology,evidence}', '[{"said": "<b onmouseover=alert(4)>KVM</b>", "url": "javascript:alert(5)"}]'),
      '{provider,website}', '"data:text/html,<script>alert(6)</script>"')::json`;
});

describe.each(['/', '/offers/acme:evil', `/?q=${encodeURIComponent('"><script>alert(7)</script>')}`, '/?minMemory=%3Cscript%3E'])(
  '%s',
  (path) => {
    it('holds no script, no handler, no style of others, no address that runs', async () => {
      const { $, html, headers } = await get(path);
      expect($('script, img, iframe, object, embed, base, [style]').length).toBe(0);
      expect($('style').length).toBe(1);
      for (const element of $('*').toArray()) {
        if (!('attribs' in element)) continue;
        expect(Object.keys(element.attribs).filter((name) => name.startsWith('on'))).toEqual([]);
      }
      for (const link of $('[href], [action], [src]').toArray()) {
        const address = $(link).attr('href') ?? $(link).attr('action') ?? '';
        expect(address).toMatch(/^(\/(?!\/)|#|https:\/\/)/);
      }
      expect(html).not.toContain('<script');
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/style-src 'sha256-[\w+/]{43}='/);
      expect(policy).not.toMatch(/script-src|unsafe/);
    });
  },
);

describe('hostile text', () => {
  it('is shown as the text that it is, apart from the text around it', async () => {
    const { $ } = await get('/');
    expect($('table.offers tbody th bdi').first().text()).toBe(NAME);
    const offer = await get('/offers/acme:evil');
    expect(offer.$('h1 bdi').text()).toBe(NAME);
    expect(offer.$('title').text()).toContain(NAME);
    expect(offer.$('.evidence').text()).toContain('<b onmouseover=alert(4)>KVM</b>');
  });

  it.each([
    ['https://acme.example/a?b=1', 'https://acme.example/a?b=1'],
    ['http://acme.example', 'http://acme.example/'],
    ['javascript:alert(1)', null],
    [' \u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//acme.example', null],
    ['ftp://acme.example', null],
    ['', null],
  ])('as an address: %j', (given, expected) => {
    expect(webAddress(given)).toBe(expected);
  });
});

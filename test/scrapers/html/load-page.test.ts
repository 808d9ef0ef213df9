import { describe, expect, it } from 'vitest';
import { absoluteUrl } from '../../../scrapers/html/links.ts';
import { loadPage } from '../../../scrapers/html/load-page.ts';

const times = (count: number, html: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => html(index)).join('');

describe('loading a page', () => {
  it.each([
    ['too-large', 'a '.repeat(2_100_000)],
    ['too-deep', '<div>'.repeat(10_000)],
    ['too-deep', times(10_000, (index) => `<font size="${index}">`)],
    ['too-many-elements', `<table>${'<tr><td>1 GB<td>$5'.repeat(100_000)}`],
    ['too-many-elements', `${times(400, (index) => `<font size="${index}">`)}${'<p>a'.repeat(100_000)}`],
    ['too-many-attributes', `<div ${times(100_000, (index) => `a${index} `)}>`],
    ['too-misplaced', `<table>${'<b>x</b><tr></tr>'.repeat(20_000)}`],
  ])('refuses what is %s', (code, html) => {
    expect(loadPage(html)).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each([
    [
      'scripts full of comparisons',
      `<script>${'for(i=0;i<n;i++)a<b ;'.repeat(20_000)}</script><p title="a > b" class='x'>text</p>`,
    ],
    ['comments', `${'<!-- <div -->'.repeat(10_000)}text`],
    ['an open quote', '<div title="text'],
    ['many attributes', `<p ${times(150, (index) => `data-a${index}="x"`)}>text`],
  ])('loads %s', (_, html) => {
    expect(loadPage(html)).toMatchObject({ ok: true });
  });

  it('knows what links are relative to', () => {
    const page = (html: string, url: string | null) => {
      const loaded = loadPage(html, url);
      return loaded.ok ? loaded.page : { base: null, lang: null };
    };
    const plain = page('<html lang="de-DE">', 'https://example.com/vps/');
    expect([plain.base, plain.lang]).toEqual(['https://example.com/vps/', 'de-DE']);
    expect(absoluteUrl(plain, 'cart.php?pid=3')).toBe('https://example.com/vps/cart.php?pid=3');
    expect(absoluteUrl(page('<base href="/shop/">', 'https://example.com/vps/'), 'a')).toBe('https://example.com/shop/a');
    for (const link of ['#top', 'javascript:void(0)', 'mailto:a@example.com', '', 'http://['])
      expect(absoluteUrl(plain, link)).toBeNull();
    expect(absoluteUrl(page('', null), '/a')).toBeNull();
    expect(page('<html lang="x y">', null).lang).toBeNull();
  });
});

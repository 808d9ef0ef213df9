/**
 * Offer texts and shop pages: posts and pages a second, beside what nobody can do without: counting a post's lines and words, and
 * cheerio's parse of the same page. Real ones where STEALTIME_CORPUS is set, else those of the tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { load } from 'cheerio';
import { readShopPage } from '../scrapers/platforms/read-shop-page.ts';
import { whmcs } from '../scrapers/platforms/whmcs/whmcs.ts';
import { readOffers } from '../scrapers/text/read-offers.ts';
import { inTurns } from './measure.ts';
import { type BenchReport, type BenchSize, fixed, ratio } from './report.ts';

/** Measures reading of posts and of pages, all of them once a round. */
export async function benchTexts({ limit }: BenchSize): Promise<BenchReport> {
  const corpus = process.env.STEALTIME_CORPUS;
  const posts = postsOf(corpus);
  const pages = pagesOf(corpus);
  const times = await inTurns(limit, {
    words: async () => posts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
    posts: async () => posts.map((text) => readOffers(text, { page: 'post', currency: null, lang: null })),
    parse: async () => pages.map((body) => load(body)('body').text().length),
    pages: async () =>
      pages.map((body) => readShopPage(whmcs, { body, url: 'https://shop.example/', key: 'page', currency: null })),
  });
  const rows = [
    {
      what: 'posts',
      count: posts.length,
      bytes: bytesOf(posts),
      floor: times.words.p50,
      read: times.posts.p50,
      floorIs: 'splitting into words',
    },
    {
      what: 'shop pages',
      count: pages.length,
      bytes: bytesOf(pages),
      floor: times.parse.p50,
      read: times.pages.p50,
      floorIs: 'cheerio parsing',
    },
  ];
  return {
    title: `texts: ${corpus ? 'recorded' : 'the tests’'} posts and shop pages, one thread`,
    head: ['what', 'count', 'KB', 'floor', 'floor ms', 'read ms', 'a second', '× floor'],
    rows: rows.map(({ what, count, bytes, floor, read, floorIs }) => [
      what,
      String(count),
      fixed(bytes / 1000, 0),
      floorIs,
      fixed(floor),
      fixed(read),
      fixed((count * 1000) / read, 0),
      ratio(read, floor),
    ]),
    figures: rows,
  };
}

const bytesOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

function postsOf(corpus: string | undefined): string[] {
  if (corpus) {
    const lines = readFileSync(join(corpus, 'offers', 'gold.jsonl'), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text);
  }
  return Array.from({ length: 50 }, (_, index) =>
    `**Quay ${index}**\n* 1 vCPU\n* 1 GB RAM\n* ${20 + index} GB SSD\n* KVM\n* $${index + 3}/month\n`.repeat(1 + (index % 4)),
  );
}

function pagesOf(corpus: string | undefined): string[] {
  if (corpus) {
    const files = readdirSync(join(corpus, 'html')).map((folder) => join(corpus, 'html', folder, 'page.html'));
    return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  }
  const folder = new URL('../test/scrapers/platforms/pages/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^whmcs.*\.html$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

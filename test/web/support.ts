/** The pages on a test database, asked without a socket and read as a browser would read them. */
import { type CheerioAPI, load } from 'cheerio';
import type { Database } from '../../db/client.ts';
import { rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { createWeb } from '../../web/app.tsx';
import { NOW, testApp } from '../api/support.ts';

/** The API with the pages beside it. */
export function testSite(database: Database, more: Parameters<typeof testApp>[1] = {}) {
  return testApp(database, more, createWeb({ database, count: rememberedCounts(), now: () => Date.parse(NOW) }));
}

/** A page as it was answered. */
export interface AnsweredPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly $: CheerioAPI;
}

/** Asks for a page as a browser does; redirects are not followed. */
export async function getPage(database: Database, path: string, init: RequestInit = {}): Promise<AnsweredPage> {
  const answer = await testSite(database).app.request(path, { headers: { Accept: 'text/html,*/*;q=0.8' }, ...init });
  const html = await answer.text();
  return { status: answer.status, headers: answer.headers, html, $: load(html) };
}

/** Text with its white space as it is shown. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Names of the plans in the table, in order. */
export function planNames($: CheerioAPI): string[] {
  return $('table.offers tbody th[scope=row] a')
    .toArray()
    .map((link) => plainText($(link).text()));
}

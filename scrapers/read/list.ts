/** Lists that come in pages: which pages there are, what could be read of them, and whether they are the whole list. */

import type { z } from 'zod';
import type { Finding, Rejection } from '../../domain/listing.ts';
import { type Page, pageKey, type SourceManifest } from '../contract.ts';
import { type Entry, type Item, parseJson, readEntry } from './json.ts';

/** What one page of a list says: its entries and how it counts. */
export interface ListPage {
  readonly entries: readonly Entry[];
  /** Entries of the whole list by the source's own count; null where it does not count. */
  readonly total: number | null;
  /** Whether another page follows; null where the page does not say. */
  readonly more: boolean | null;
}

/** No list of plans has more pages; a source that goes on and on is not followed. */
export const MOST_PAGES = 100;

/** Reads the list out of a body; null where the body holds no such list. */
export type ListReader = (body: unknown, page: Page) => ListPage | null;

/** A list as far as its pages were there and readable. */
export interface List<T> {
  readonly items: readonly Item<T>[];
  /** Entries that could not be read, where the list holds plans. */
  readonly rejections: readonly Rejection[];
  /** What was noticed about the pages, and entries that could not be read where the list holds something else than plans. */
  readonly findings: readonly Finding[];
  /** True when the pages hold the whole list by the source's own count. */
  readonly whole: boolean;
}

/** Which list to read: a role, of one place where it exists once a place, and how. */
export interface ListQuery<T> {
  readonly manifest: SourceManifest;
  readonly role: string;
  readonly place?: string | null;
  readonly read: ListReader;
  readonly schema: z.ZodType<T>;
}

/** Pages of a role, of one place where a place is given, in order. */
export function pagesOf(pages: readonly Page[], role: string, place: string | null = null): readonly Page[] {
  return pages.filter((page) => page.role === role && page.place === place).sort((a, b) => a.number - b.number);
}

/** Reads all pages of one list. No page at all is an empty list that is not whole, and said unless it is one of many places. */
export function readList<T>(pages: readonly Page[], query: ListQuery<T>): List<T> {
  const role = query.manifest.roles[query.role];
  const own = pagesOf(pages, query.role, query.place ?? null);
  if (own.length === 0) {
    return { items: [], rejections: [], whole: false, findings: role?.perPlace ? [] : [missingRole(query.manifest, query.role)] };
  }
  const { fresh, repeated } = withoutRepeats(own);
  const lists: ListPage[] = [];
  const items: Item<T>[] = [];
  const rejections: Rejection[] = [];
  const findings: Finding[] = repeated.map((page) => info('skipped', `${pageKey(page)}: the same page again`));
  for (const page of fresh) {
    const list = readPage(page, query.read);
    if (typeof list === 'string') {
      findings.push({ code: 'unreadable-page', severity: role?.main ? 'hard' : 'soft', message: `${pageKey(page)}: ${list}` });
      continue;
    }
    lists.push(list);
    for (const entry of list.entries) {
      const read = readEntry(entry, query.schema);
      if (read.ok) items.push({ entry, page: pageKey(page), value: read.value });
      else rejections.push(read.rejection);
    }
  }
  const short = shortOf(lists);
  if (short !== null && lists.length > 0) {
    const where = pageKey({ role: query.role, place: query.place ?? null, number: 1 });
    findings.push(info('incomplete', `${where}: ${short}`));
  }
  const unread = rejections.map(
    ({ field, said }): Finding => ({ code: 'skipped', severity: 'soft', message: `not read, ${field}: ${said}` }),
  );
  return {
    items,
    rejections: role?.main ? rejections : [],
    findings: role?.main ? findings : [...findings, ...unread],
    whole: lists.length === fresh.length && short === null,
  };
}

/** A finding that is worth knowing and holds nothing back. */
export function info(code: Finding['code'], message: string): Finding {
  return { code, severity: 'info', message };
}

function withoutRepeats(pages: readonly Page[]): { fresh: readonly Page[]; repeated: readonly Page[] } {
  const first = new Map([...pages].reverse().map((page) => [page.body, page]));
  const isFirst = (page: Page) => first.get(page.body) === page;
  return { fresh: pages.filter(isFirst), repeated: pages.filter((page) => !isFirst(page)) };
}

/** A page's body as JSON, for finding the next page; null where it is none. */
export function bodyOf(page: Page): unknown {
  const body = parseJson(page.body);
  return body.ok ? body.value : null;
}

function readPage(page: Page, read: ListReader): ListPage | string {
  const body = parseJson(page.body);
  if (!body.ok) return `no JSON: ${body.said}`;
  return read(body.value, page) ?? `JSON without the expected list: ${page.body.replace(/\s+/g, ' ').slice(0, 120)}`;
}

/** What is missing for the pages to be the whole list; null when nothing is, by their own count. */
function shortOf(pages: readonly ListPage[]): string | null {
  const last = pages.at(-1);
  if (!last) return 'no page';
  // An entry that stands on two pages counts once: another one may have slipped between the pages.
  const entries = new Set(pages.flatMap((page, index) => page.entries.map((entry) => entry.planKey ?? `${index}.${entry.path}`)))
    .size;
  const totals = pages.flatMap((page) => (page.total === null ? [] : [page.total]));
  if (totals.length > 0) {
    const total = Math.max(...totals);
    return entries >= total ? null : `${entries} of ${total} entries`;
  }
  if (last.more === false) return null;
  return last.more ? `${entries} entries, and more on a page that is not here` : `${entries} entries, not known to be all`;
}

/** Finding for keys of a price list that price something else than a plan; none without such keys. */
export function skippedKeys(keys: readonly string[], what: string): Finding[] {
  const unique = [...new Set(keys)];
  return unique.length === 0 ? [] : [info('skipped', `${unique.length} keys that are ${what}: ${unique.join(', ')}`)];
}

/** Finding for pages of a role that are not there, of the named places where it exists once a place. */
export function missingRole(manifest: SourceManifest, role: string, places: readonly string[] = []): Finding {
  const spec = manifest.roles[role];
  const where = places.length === 0 ? role : places.map((place) => `${role}@${place}`).join(', ');
  return {
    code: 'missing-role',
    // A place of the main role may be missing; without any of its pages there is nothing to publish.
    severity: spec?.main && places.length === 0 ? 'hard' : 'info',
    message: `no page of ${where} (${spec?.holds ?? 'a role that the source does not have'})`,
  };
}

/** Pages of a fixture with many more plans: its own ones again and again, each under a key of its own. */
import type { Page, SourceAdapter } from '../../scrapers/contract.ts';

/** Copies the plans of every page of plans until the source lists `count` of them. */
export function widenPages(adapter: SourceAdapter, pages: readonly Page[], count: number): readonly Page[] {
  const keys = new Set(adapter.extract(pages).listings.flatMap(({ planKey }) => planKey ?? []));
  const copies = Math.ceil(count / Math.max(1, keys.size));
  return pages.map((page) => ({ ...page, body: JSON.stringify(widened(JSON.parse(page.body), keys, copies)) }));
}

/** Lists of entries that bear a plan's key, and objects whose names are plan keys, so many times as long. */
function widened(value: unknown, keys: ReadonlySet<string>, copies: number): unknown {
  if (Array.isArray(value)) {
    if (value.some((entry) => keyOf(entry, keys) !== null)) return value.flatMap((entry) => copiesOf(entry, keys, copies));
    return value.map((entry) => widened(entry, keys, copies));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([name, inner]) =>
      keys.has(name) ? again(copies).map((n) => [named(name, n), inner]) : [[name, widened(inner, keys, copies)]],
    ),
  );
}

function copiesOf(entry: unknown, keys: ReadonlySet<string>, copies: number): unknown[] {
  const field = keyOf(entry, keys);
  if (field === null || typeof entry !== 'object') return [entry];
  return again(copies).map((n) => ({
    ...entry,
    [field]: named(String(Object.entries(entry ?? {}).find(([name]) => name === field)?.[1]), n),
  }));
}

/** Name of the first field that holds a plan's key. */
function keyOf(entry: unknown, keys: ReadonlySet<string>): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  return Object.entries(entry).find(([, value]) => typeof value === 'string' && keys.has(value))?.[0] ?? null;
}

function again(copies: number): number[] {
  return Array.from({ length: copies }, (_, n) => n);
}

function named(key: string, copy: number): string {
  return copy === 0 ? key : `${key}-copy${copy}`;
}

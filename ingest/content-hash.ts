/** The hash by which a run knows that nothing changed: same pages, same reader, same curated facts. */
import { valueHash } from '../domain/identity.ts';
import type { Provider } from '../domain/provider-facts.ts';
import { type Page, pageKey, type SourceAdapter } from '../scrapers/contract.ts';

/** Equal hashes read to equal offers. Headers are left out: they carry times. */
export function hashPages(pages: readonly Page[], adapter: SourceAdapter, provider: Provider): string {
  const bodies = pages.map((page) => [pageKey(page), valueHash(page.body)]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return valueHash([bodies, adapter.manifest.readerVersion, provider.facts]);
}

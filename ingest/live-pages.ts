/** Pages from the live source: through the polite door, conditional where an earlier answer is stored, rendered where the source needs it. */
import type { Db } from '../db/bulk.ts';
import { newestSnapshot } from '../db/queries/snapshots.ts';
import type { FetchPage } from '../net/fetch-page.ts';
import type { SourceManifest } from '../scrapers/contract.ts';
import type { GetPage } from './pages.ts';

/** Gets pages of one source; a 304 answers with the stored body of the earlier answer, at the new time. */
export function livePages(
  deps: { readonly db: Db; readonly fetchPage: FetchPage },
  manifest: SourceManifest,
  credential: string | null,
): GetPage {
  return async (request) => {
    const { rendering } = manifest;
    // A rendered page has no validators: what fills it may change behind a document that does not.
    const earlier = rendering ? null : await newestSnapshot(deps.db, manifest.sourceId, request.url);
    const result = await deps.fetchPage({
      url: request.url,
      allowedHosts: manifest.hosts,
      rendering,
      ...(credential === null ? {} : { headers: { Authorization: `Bearer ${credential}` } }),
      ...(earlier
        ? { conditional: { etag: earlier.headers.etag, lastModified: earlier.headers['last-modified'], url: earlier.url } }
        : {}),
    });
    if (!result.ok) return result;
    const { url, status, headers, fetchedAt } = result;
    if (result.notModified && earlier)
      return { ok: true, url, status: 200, headers: { ...earlier.headers, ...headers }, body: earlier.body, fetchedAt };
    return { ok: true, url, status, headers, body: result.body.toString('utf8'), fetchedAt };
  };
}

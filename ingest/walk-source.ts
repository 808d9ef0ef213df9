/** Walks a live source: asks for its pages one after another, each stored before anything reads it. */
import type { Db } from '../db/bulk.ts';
import { storeSnapshot } from '../db/queries/snapshots.ts';
import type { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/listing.ts';
import type { Page, PageRequest, SourceAdapter } from '../scrapers/contract.ts';
import type { GetPage } from './pages.ts';

/** Most pages of one run: a list that never ends is a fault of the source, or of the adapter. */
const MAX_PAGES = 500;

/** A page and the snapshot that keeps it. */
export interface StoredPage {
  readonly page: Page;
  readonly snapshotId: number;
}

export type Walk =
  | { readonly ok: true; readonly pages: readonly StoredPage[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly failure: Failure };

/**
 * All pages of a run. A place whose pages do not exist any more (404) is left out with a finding; every other missing page
 * fails the run, because a part of a catalogue must not pass for the whole.
 */
export async function walkSource(
  db: Db,
  adapter: SourceAdapter,
  getPage: GetPage,
  run: { readonly runId: string; readonly sourceId: string },
): Promise<Walk> {
  const pages: StoredPage[] = [];
  const findings: Finding[] = [];
  const queue: PageRequest[] = [...adapter.start()];
  const asked = new Set(queue.map((request) => request.url));
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    if (pages.length >= MAX_PAGES) return { ok: false, failure: { code: 'too-large', message: `more than ${MAX_PAGES} pages` } };
    const answer = await getPage(request);
    const place = request.place ?? null;
    if (!answer.ok) {
      if (answer.failure.code !== 'not-found' || place === null) return answer;
      findings.push({ code: 'incomplete', severity: 'info', message: `${request.role} of ${place}: ${answer.failure.message}` });
      continue;
    }
    const { snapshotId } = await storeSnapshot(db, run, { ...answer, role: request.role, place, number: request.number });
    const page: Page = {
      role: request.role,
      place,
      number: request.number,
      url: answer.url,
      headers: answer.headers,
      body: answer.body,
    };
    pages.push({ page, snapshotId });
    for (const next of adapter.next(page)) {
      if (asked.has(next.url)) continue;
      asked.add(next.url);
      queue.push(next);
    }
  }
  return { ok: true, pages, findings };
}

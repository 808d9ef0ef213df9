/** Recorded answers of provider APIs, below the folder that `STEALTIME_CORPUS` names; none where it is not set. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page, SourceAdapter } from '../../scrapers/contract.ts';
import { pageOf } from './source-fixtures.ts';

const corpus = process.env.STEALTIME_CORPUS;
/** Whether there are recordings; where not, tests of them are skipped, and say so. */
export const hasCorpus = Boolean(corpus);

const api = join(corpus ?? '', 'api');
const recordings = corpus ? readdirSync(api, { recursive: true, encoding: 'utf8' }).sort() : [];

/** Paths of the recordings whose name (below the folder of APIs) matches. */
export function recorded(pattern: RegExp): string[] {
  return recordings.filter((file) => pattern.test(file)).map((file) => join(api, file));
}

/** A recording as a page of that role; `.gz` is unpacked. */
export function load(adapter: SourceAdapter, file: string, role: string, place: string | null = null, number = 1): Page {
  const bytes = readFileSync(file);
  return pageOf(adapter, { role, place, number, body: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') });
}

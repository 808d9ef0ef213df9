/** The pages of a preview: files named for roles, or the live source without a database. */
import type { Failure } from '../domain/failure.ts';
import { RecordingError, readPageFile } from '../ingest/recorded-pages.ts';
import type { Net } from '../net/net.ts';
import type { Page, PageRequest, SourceAdapter } from '../scrapers/contract.ts';
import { BadUsage, CommandFailed } from './output.ts';

/** Pages from `ROLE=FILE` and `ROLE@PLACE=FILE` arguments; a role that repeats is its next page. */
export async function pagesFromFiles(adapter: SourceAdapter, args: readonly string[]): Promise<Page[]> {
  const { roles, sourceId, documentation } = adapter.manifest;
  const starts = adapter.start();
  const counted = new Map<string, number>();
  const pages: Page[] = [];
  for (const arg of args) {
    const match = /^([A-Za-z0-9_-]+)(?:@([^=]+))?=(.+)$/.exec(arg);
    const [, role = '', place, path = ''] = match ?? [];
    const known = Object.hasOwn(roles, role) ? roles[role] : undefined;
    if (!match || !known) throw new BadUsage(`"${arg}" is not ROLE=FILE; ${sourceId} has the roles ${roleList(adapter)}`);
    if (known.perPlace && place === undefined) throw new BadUsage(`${role} exists once a place: write ${role}@PLACE=${path}`);
    if (!known.perPlace && place !== undefined) throw new BadUsage(`${role} exists once: write ${role}=${path}`);
    const key = `${role}@${place ?? ''}`;
    const number = (counted.get(key) ?? 0) + 1;
    counted.set(key, number);
    const url = starts.find((start) => start.role === role && start.place === place)?.url ?? documentation;
    pages.push({ role, place: place ?? null, number, url, headers: {}, body: await readFileOrFail(path) });
  }
  return pages;
}

/** "types, regions" or "servers@PLACE, availability@PLACE". */
export function roleList(adapter: SourceAdapter): string {
  return Object.entries(adapter.manifest.roles)
    .map(([role, { perPlace }]) => (perPlace ? `${role}@PLACE` : role))
    .join(', ');
}

async function readFileOrFail(path: string): Promise<string> {
  return readPageFile(path).catch((error: unknown) => {
    throw error instanceof RecordingError ? new CommandFailed(error.message) : error;
  });
}

/** Pages of the live source; stops at the first page that cannot be had. */
export async function pagesFromSource(
  adapter: SourceAdapter,
  net: Net,
  credential: string | null,
): Promise<{ readonly pages: Page[]; readonly failure: Failure | null }> {
  const pages: Page[] = [];
  const queue: PageRequest[] = [...adapter.start()];
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    const headers = credential === null ? {} : { headers: { Authorization: `Bearer ${credential}` } };
    const { hosts, rendering } = adapter.manifest;
    const got = await net.fetchPage({ url: request.url, allowedHosts: hosts, rendering, ...headers });
    // A place that is gone leaves the others to be read, as in a run.
    if (!got.ok && got.failure.code === 'not-found' && request.place !== undefined) continue;
    if (!got.ok) return { pages, failure: got.failure };
    const page: Page = {
      role: request.role,
      place: request.place ?? null,
      number: request.number,
      url: got.url,
      headers: got.headers,
      body: got.body.toString('utf8'),
    };
    pages.push(page);
    queue.push(...adapter.next(page));
  }
  return { pages, failure: null };
}

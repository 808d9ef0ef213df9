/** What the tests of the jobs share. */

import type { RunReport } from '../../../ingest/run.ts';
import type { JobLog } from '../../../jobs/queue.ts';
import type { SourceManifest } from '../../../scrapers/contract.ts';

/** A log that keeps quiet and remembers. */
export function memoryLog(): JobLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const note = (_facts: object, message: string): void => {
    lines.push(message);
  };
  return { lines, debug: () => undefined, info: note, warn: note, error: note };
}

/** A promise that is settled from outside. */
export function signal<T = void>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Waits until `condition` holds; rejects after `deadlineMs`. */
export async function until(condition: () => boolean | Promise<boolean>, deadlineMs = 20_000): Promise<void> {
  for (const end = Date.now() + deadlineMs; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`not so within ${deadlineMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A manifest; only its ids and cadence matter here. */
export function manifest(sourceId: string, cadence: SourceManifest['cadence'] = 'hourly'): SourceManifest {
  return {
    sourceId,
    providerId: sourceId,
    kind: 'provider-api',
    title: sourceId,
    documentation: 'https://example.com/',
    hosts: ['example.com'],
    cadence,
    credential: null,
    evidence: { url: 'https://example.com/', said: 'made up', seen: '2026-11-23' },
    verified: '2026-11-23',
    conventions: { currency: 'USD', taxIncluded: null },
    readerVersion: 1,
    roles: {},
  };
}

/** A report of a run. */
export function report(sourceId: string, end: Pick<RunReport, 'state' | 'failure'>, runId = 'this-run'): RunReport {
  return {
    runId,
    sourceId,
    trigger: 'schedule',
    counts: { pages: 0, plans: 0, offers: 0, rejections: 0, added: 0, changed: 0, withdrawn: 0 },
    findings: [],
    observedAt: '2026-11-23T00:00:00.000Z',
    ...end,
  };
}

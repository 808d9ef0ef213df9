/** Where the pages of a run come from: the live source, recorded files, or stored snapshots. One interface for all. */
import type { Failure } from '../domain/failure.ts';
import type { PageRequest } from '../scrapers/contract.ts';

/** A page as it came. */
export interface PageAnswer {
  readonly ok: true;
  /** Final address after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ISO time. */
  readonly fetchedAt: string;
}

/** A page, or why there is none. */
export type GetPage = (request: PageRequest) => Promise<PageAnswer | { readonly ok: false; readonly failure: Failure }>;

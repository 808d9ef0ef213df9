/**
 * Why a scrape run did not publish, and what happens next. One table decides retries, so that no caller does.
 * Codes are values: functions return them, they do not throw them.
 */

/** What a failure leads to: when it is tried again, and who has to look at it. */
export interface Handling {
  /** `soon`: again within minutes, with back-off, a bounded number of times; `next-run`: waits for the schedule; `never`: only after a person acted. */
  readonly retry: 'soon' | 'next-run' | 'never';
  /** Who is told through the source's state. */
  readonly tell: 'nobody' | 'operator';
  /** One plain sentence for people. */
  readonly means: string;
}

/** Every failure code with its handling. */
export const FAILURES = {
  unreachable: { retry: 'soon', tell: 'nobody', means: 'the source could not be reached' },
  'timed-out': { retry: 'soon', tell: 'nobody', means: 'the source did not answer in time' },
  'server-error': { retry: 'soon', tell: 'nobody', means: 'the source answered with a server error' },
  'rate-limited': { retry: 'next-run', tell: 'nobody', means: 'the source asked us to slow down' },
  blocked: { retry: 'next-run', tell: 'operator', means: 'the source refused the request' },
  'not-found': { retry: 'next-run', tell: 'operator', means: 'the page does not exist any more' },
  'robots-disallowed': { retry: 'next-run', tell: 'operator', means: 'robots.txt does not allow this page' },
  'host-not-allowed': { retry: 'never', tell: 'operator', means: 'the page led to a host this source may not use' },
  'private-address': { retry: 'never', tell: 'operator', means: 'the address is private and is never fetched' },
  'too-large': { retry: 'next-run', tell: 'operator', means: 'the page is larger than the source may send' },
  'browser-missing': { retry: 'next-run', tell: 'operator', means: 'the source needs a browser, and none that starts was found' },
  'browser-crashed': { retry: 'soon', tell: 'nobody', means: 'the browser broke down over the page' },
  'credentials-missing': { retry: 'never', tell: 'operator', means: 'the source needs credentials that are not configured' },
  'unreadable-page': { retry: 'next-run', tell: 'operator', means: 'a page could not be read in its expected shape' },
  empty: { retry: 'next-run', tell: 'operator', means: 'the pages held no plan' },
  incomplete: { retry: 'next-run', tell: 'operator', means: 'the pages held only a part of the catalogue' },
  'switched-off': { retry: 'never', tell: 'nobody', means: 'the source is switched off' },
  retired: { retry: 'never', tell: 'nobody', means: 'the source is read from recordings only' },
  'older-than-published': { retry: 'never', tell: 'operator', means: 'the pages are older than what is already published' },
  bug: { retry: 'never', tell: 'operator', means: 'an unforeseen error in our own code' },
} as const satisfies Record<string, Handling>;

/** Name of a failure. */
export type FailureCode = keyof typeof FAILURES;

/** An expected trouble as a value: what went wrong, in which words. */
export interface Failure {
  readonly code: FailureCode;
  /** One sentence with the particulars (host, status, role); no secrets. */
  readonly message: string;
  /** Epoch milliseconds before which nobody should try again (from Retry-After), where the source said so. */
  readonly notBefore?: number;
}

/** How a failure is handled. */
export function handlingOf(code: FailureCode): Handling {
  return FAILURES[code];
}

import type { Failure } from '../domain/failure.ts';
import { failed } from './outcome.ts';
import { readRetryAfter } from './retry-after.ts';

/** What a status is judged by. Header names in lower case; `now` in epoch milliseconds. */
export interface StatusLine {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly host: string;
  readonly now: number;
}

/** The failure an answer's status means; nothing for 2xx but 206. 304 and redirects that a caller can use are dealt with before. */
export function statusFailure({ status, headers, host, now }: StatusLine): Failure | undefined {
  // 206 is a part of a page, and we never ask for parts.
  if (status >= 200 && status < 300 && status !== 206) return undefined;
  const message = `${host} answered ${status}`;
  const retryAfter = headers['retry-after'];
  if (status === 429 || (status === 503 && retryAfter !== undefined)) {
    return failed('rate-limited', message, readRetryAfter(retryAfter, now)).failure;
  }
  if (status === 404 || status === 410) return failed('not-found', message).failure;
  if (status === 408) return failed('timed-out', message).failure;
  if (status >= 500) return failed('server-error', message).failure;
  if (status >= 400) return failed('blocked', message).failure;
  return failed('unreadable-page', message).failure;
}

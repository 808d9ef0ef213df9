/** Where a source says "slow down" without saying how long. */
const DEFAULT_PAUSE_MS = 5 * 60_000;
/** A slip of the source (year 9999) must not silence it for ever. */
const LONGEST_PAUSE_MS = 24 * 60 * 60_000;

/**
 * Reads a Retry-After header (RFC 9110 §10.2.3: seconds or HTTP-date).
 * Gives epoch milliseconds between `now` and a day later; five minutes from now when absent or unreadable.
 */
export function readRetryAfter(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  const until = /^\d+$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(until)) return now + DEFAULT_PAUSE_MS;
  return Math.min(Math.max(until, now), now + LONGEST_PAUSE_MS);
}

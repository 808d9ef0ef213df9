import type { AllowPrivate } from './guarded-connector.ts';
import { got, type Outcome } from './outcome.ts';
import type { PoliteExchange } from './polite-exchange.ts';
import { ACCEPT_ENCODING } from './read-body.ts';
import { followRedirects } from './redirects.ts';
import type { RobotsFile } from './robots.ts';

interface Options {
  readonly exchange: PoliteExchange;
  readonly userAgent: string;
  readonly allowPrivate: AllowPrivate;
  readonly minDelayMs: number;
}

/** RFC 9309 §2.5: at least 500 KiB are read; what comes after them is not. */
const MOST_ROBOTS_BYTES = 500 * 1024;
const ROBOTS_TIMEOUT_MS = 20_000;

/** Makes the function that fetches a robots.txt, through the same door, guard and politeness as every page. */
export function createRobotsFetcher({ exchange, userAgent, allowPrivate, minDelayMs }: Options) {
  const headers = { 'user-agent': userAgent, 'accept-encoding': ACCEPT_ENCODING, accept: 'text/plain, */*;q=0.5' };
  const limits = { timeoutMs: ROBOTS_TIMEOUT_MS, maxBytes: MOST_ROBOTS_BYTES, beyond: 'truncate', minDelayMs } as const;

  return async (url: URL): Promise<Outcome<RobotsFile>> => {
    const arrival = await followRedirects(url, { allowedHosts: 'any', allowPrivate }, (hop) =>
      exchange({ url: hop.url, headers, ...limits }),
    );
    if (!arrival.ok) return arrival;
    const { status, body } = arrival.value.answer;
    return got({ status, text: wholeLines(body) });
  };
}

/** A line cut in two by the limit could allow more than its author wrote. */
function wholeLines(body: Buffer): string {
  const text = body.toString('utf8');
  return body.length < MOST_ROBOTS_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}

import type { Answer } from './exchange.ts';
import type { AllowPrivate } from './guarded-connector.ts';
import type { Failed, Outcome } from './outcome.ts';
import type { PoliteExchange } from './polite-exchange.ts';
import { ACCEPT_ENCODING } from './read-body.ts';
import { followRedirects, type Hop } from './redirects.ts';
import type { RobotsGate } from './robots.ts';
import { statusFailure } from './status-failure.ts';
import { readTarget } from './target-rules.ts';

/** A page to fetch by GET. */
export interface FetchRequest {
  /** https, unless the host is one the operator allows to be private. User name, password and fragment are not sent. */
  readonly url: string;
  /** The only hosts that may be asked, redirects included: `example.com`, or `example.com:1500` for another port. */
  readonly allowedHosts: readonly string[];
  /**
   * Own headers, credentials among them. Sent to the first origin only; past a redirect to another, just Accept and
   * Accept-Language remain. User-Agent, Host, Accept-Encoding and validators are ours and ignored here.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Validators of an earlier answer; sent only to `url`, the final address of that answer (default: the requested one). */
  readonly conditional?: Conditional | undefined;
  /** For each request on the way, from name look-up to last byte; waiting for the host's turn not counted. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Of the decoded body. Default 16 MiB. */
  readonly maxBytes?: number | undefined;
  /** Least time between starts of requests to the host; a longer Crawl-delay in robots.txt wins. Default: the net's. */
  readonly minDelayMs?: number | undefined;
  /** `browser`: the page as its scripts leave it, HTML in UTF-8; the timeout then is that of the document. `conditional` is ignored. */
  readonly rendering?: 'browser' | undefined;
}

/** What an earlier answer said about its version: its `etag` and `last-modified` headers as they were. */
export interface Conditional {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly url?: string | undefined;
}

/** A page as it came, decoded from its transfer and content coding but otherwise untouched. */
export interface FetchedPage {
  readonly ok: true;
  /** 2xx, or 304 when `notModified`. */
  readonly status: number;
  /** After redirects. */
  readonly url: string;
  /** Lower-case names; repeated fields joined by `, `; without Content-Encoding, Content-Length, Set-Cookie. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The validators still hold; the body is empty. */
  readonly notModified: boolean;
  /** RFC 3339 UTC. */
  readonly fetchedAt: string;
}

/** A page, or why there is none. */
export type PageResult = FetchedPage | Failed;

/** Fetches one page, politely. Never rejects for what a network or a site can do. */
export type FetchPage = (request: FetchRequest) => Promise<PageResult>;

interface Options {
  readonly exchange: PoliteExchange;
  readonly robots: RobotsGate;
  readonly userAgent: string;
  readonly allowPrivate: AllowPrivate;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly minDelayMs: number;
}

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 16 * 1024 * 1024;
const OUR_HEADERS = new Set([
  ...['user-agent', 'accept-encoding', 'host', 'if-none-match', 'if-modified-since', 'range'],
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'upgrade', 'expect', 'te', 'trailer'],
]);
const HARMLESS_HEADERS = new Set(['accept', 'accept-language']);

/** Makes the function through which every page of every source is fetched. */
export function createPolitePageFetcher(options: Options): FetchPage {
  const { exchange, robots, allowPrivate, now } = options;

  const visit = async (request: FetchRequest, hop: Hop): Promise<Outcome<Answer>> => {
    const permission = await robots.check(hop.url);
    if (!permission.ok) return permission;
    return exchange({
      url: hop.url,
      headers: headersFor(request, hop, options.userAgent),
      timeoutMs: request.timeoutMs ?? TIMEOUT_MS,
      maxBytes: request.maxBytes ?? MOST_BYTES,
      beyond: 'refuse',
      minDelayMs: Math.max(request.minDelayMs ?? options.minDelayMs, permission.value.crawlDelayMs),
    });
  };

  return async (request) => {
    const start = readTarget(request.url);
    if (!start.ok) return start;
    const rules = { allowedHosts: request.allowedHosts, allowPrivate };
    const arrival = await followRedirects(start.value, rules, (hop) => visit(request, hop));
    if (!arrival.ok) return arrival;
    const { url, answer } = arrival.value;
    const notModified = answer.status === 304 && request.conditional !== undefined;
    const failure = statusFailure({ status: answer.status, headers: answer.headers, host: url.host, now: now() });
    if (failure && !notModified) return { ok: false, failure };
    return { ok: true, ...answer, url: url.href, notModified, fetchedAt: new Date(now()).toISOString() };
  };
}

function headersFor(request: FetchRequest, hop: Hop, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = { accept: '*/*' };
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase();
    if (!OUR_HEADERS.has(lower) && (hop.onFirstOrigin || HARMLESS_HEADERS.has(lower))) headers[lower] = value;
  }
  return { ...headers, ...validatorsFor(request, hop.url), 'user-agent': userAgent, 'accept-encoding': ACCEPT_ENCODING };
}

/** A validator belongs to one address: another one's 304 would pass an old page off as the new place's. */
function validatorsFor({ conditional, url }: FetchRequest, target: URL): Record<string, string> {
  const owner = conditional && readTarget(conditional.url ?? url);
  if (!owner?.ok || owner.value.href !== target.href) return {};
  return {
    ...(conditional?.etag === undefined ? {} : { 'if-none-match': conditional.etag }),
    ...(conditional?.lastModified === undefined ? {} : { 'if-modified-since': conditional.lastModified }),
  };
}

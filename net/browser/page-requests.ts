/** Answers every request of a page: the document itself, what its scripts need, nothing else. */
import { isUtf8 } from 'node:buffer';
import PQueue from 'p-queue';
import type { Request, Route } from 'playwright-core';
import type { FailureCode } from '../../domain/failure.ts';
import type { FetchedPage, PageResult } from '../fetch-page.ts';
import { type Failed, failed } from '../outcome.ts';
import { isDriverError } from './driver-error.ts';
import { isUnneeded } from './unneeded.ts';

/** Gets what a page's scripts ask for. */
export type FetchResource = (url: string, headers: Readonly<Record<string, string>>) => Promise<PageResult>;

/** The document to show. */
export interface PageDocument {
  readonly url: string;
  readonly html: string | Buffer;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The requests of one page. */
export interface PageRequests {
  /** Answers one request. Never rejects. */
  answer(route: Route): Promise<void>;
  /** Whether something is being got for the page. */
  isFetching(): boolean;
  /** How many files were got. */
  count(): number;
  /** What was needed, by its looks, but refused: a host that is not listed, a path that robots.txt keeps from us. */
  refused(): readonly string[];
  /** Gets nothing more. */
  end(): void;
}

interface Options {
  readonly document: PageDocument;
  /** Null: nothing is got. */
  readonly fetchResource: FetchResource | null;
  /** Called when the page cannot become complete. */
  readonly stop: (failure: Failed) => void;
  /** Called with an error of our own. */
  readonly fail: (error: unknown) => void;
}

/** For hosts beside each other; one host is asked for one file at a time. */
const FILES_AT_ONCE = 4;
/** No shop needs more files; a page that goes on and on is not followed. */
const MOST_FILES = 100;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_REFUSALS_TOLD = 20;
/** Not the page's trouble but our rules: the page goes without. */
const REFUSALS: ReadonlySet<FailureCode> = new Set(['robots-disallowed', 'host-not-allowed']);
/** The site says so itself, as it would to a person: the page gets the status. */
const STATUS_OF: Partial<Record<FailureCode, number>> = { 'not-found': 404, blocked: 403 };
/** What would make the browser load, leave, save or report more than it was given. */
const UNSAFE_HEADERS = new Set([
  ...['link', 'refresh', 'content-disposition', 'set-cookie', 'clear-site-data', 'alt-svc', 'strict-transport-security'],
  ...['report-to', 'nel', 'reporting-endpoints', 'speculation-rules', 'content-length', 'content-encoding', 'transfer-encoding'],
]);

/** Makes the answers of one page. */
export function createPageRequests({ document, fetchResource, stop, fail }: Options): PageRequests {
  const files = new Map<string, Promise<PageResult>>();
  const refusals = new Set<string>();
  let served = false;
  const queue = new PQueue({ concurrency: FILES_AT_ONCE });
  let bytes = 0;

  /** Each address once: what polls is answered from memory. */
  const file = (fetch: FetchResource, request: Request): Promise<PageResult> => {
    const url = request.url();
    const known = files.get(url);
    if (known) return known;
    if (files.size >= MOST_FILES) return Promise.resolve(failed('too-large', `the page asks for more than ${MOST_FILES} files`));
    const pending = queue.add(() => fetch(url, sentHeaders(request)));
    files.set(url, pending);
    return pending;
  };

  const handOver = async (route: Route, result: PageResult): Promise<void> => {
    if (result.ok) {
      bytes += result.body.length;
      if (bytes > MOST_BYTES) stop(failed('too-large', `the page asks for more than ${MOST_BYTES} bytes of files`));
      return route.fulfill({ status: result.status, headers: shownHeaders(result.headers), body: result.body });
    }
    const { code } = result.failure;
    const status = STATUS_OF[code];
    if (status !== undefined) return route.fulfill({ status, body: '' });
    if (!REFUSALS.has(code)) stop(result);
    else if (refusals.size < MOST_REFUSALS_TOLD) refusals.add(placeOf(route.request().url(), code));
    return route.abort('blockedbyclient');
  };

  const decide = async (route: Route): Promise<void> => {
    const request = route.request();
    if (request.isNavigationRequest()) {
      // No content: wherever a script or a frame wants to go, the page stays where it is.
      if (served) return route.fulfill({ status: 204 });
      served = true;
      return route.fulfill({ status: 200, headers: documentHeaders(document), body: document.html });
    }
    // Scripts wait for style sheets, and fail where they cannot be had: an empty one does.
    if (request.resourceType() === 'stylesheet') return route.fulfill({ status: 200, headers: EMPTY_STYLE, body: '' });
    if (fetchResource === null || isUnneeded(request)) return route.abort('blockedbyclient');
    return handOver(route, await file(fetchResource, request));
  };

  return {
    // A page that is closed meanwhile takes no answer any more.
    answer: (route) =>
      decide(route).catch((error: unknown) => {
        if (!isDriverError(error)) fail(error);
      }),
    isFetching: () => queue.size + queue.pending > 0,
    count: () => files.size,
    refused: () => [...refusals],
    end: () => queue.clear(),
  };
}

const EMPTY_STYLE = { 'content-type': 'text/css', 'access-control-allow-origin': '*' };

function placeOf(address: string, code: FailureCode): string {
  const url = new URL(address);
  return code === 'host-not-allowed' ? url.host : `${url.host}${url.pathname}`;
}

/** Of a page's own headers those that a server may go by; who we are is said by the door itself. */
function sentHeaders(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers()).filter(([name]) => name !== 'cookie' && !name.startsWith('sec-')));
}

function shownHeaders(headers: FetchedPage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !UNSAFE_HEADERS.has(name)));
}

/** Frames and plug-ins hold nothing that is read. */
function documentHeaders({ html, headers }: PageDocument): Record<string, string> {
  const own = headers['content-security-policy'];
  const policy = "frame-src 'none'; object-src 'none'";
  return {
    'content-type': typeof html === 'string' ? UTF8 : typeOf(html, headers['content-type'] ?? 'text/html'),
    'content-security-policy': own ? `${own}, ${policy}` : policy,
  };
}

const UTF8 = 'text/html; charset=utf-8';
/** Where a document names its charset (HTML §13.2.3.2). */
const HEAD_BYTES = 1024;

/** A browser takes a document that names no charset for an old western one; nearly all of them are UTF-8. */
function typeOf(html: Buffer, type: string): string {
  const says = /charset/i.test(type) || /charset/i.test(html.toString('latin1', 0, HEAD_BYTES));
  return !says && isUtf8(html) ? UTF8 : type;
}

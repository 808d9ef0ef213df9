import type { FetchPage, FetchRequest } from '../fetch-page.ts';
import { failed } from '../outcome.ts';
import type { Renderer } from './renderer.ts';

/** A script or an answer of data. */
const FILE_LIMITS = { timeoutMs: 10_000, maxBytes: 8 * 1024 * 1024 };
/** A person's browser leaves no pause at all; a longer Crawl-delay of robots.txt is kept here too. */
const FILE_DELAY_MS = 100;

/** Of an answer, what no longer holds of the rendered page, or would pass it off as the answer itself. */
const UNRENDERED_HEADERS = new Set(['etag', 'last-modified', 'content-type']);

/**
 * Makes a fetcher of pages as their scripts leave them: the document and every file that it asks for come through `fetchPage`, with its
 * guard, its allowed hosts, robots.txt and politeness. What was got and refused is told in the header `x-stealtime-rendered`.
 */
export function createRenderedPageFetcher(deps: { readonly fetchPage: FetchPage; readonly renderer: Renderer }): FetchPage {
  const { fetchPage, renderer } = deps;
  return async (request) => {
    const ready = renderer.ready();
    if (!ready.ok) return ready;
    const document = await fetchPage(documentRequest(request));
    if (!document.ok) return document;
    const { url, headers, body } = document;
    if (!/\bx?html\b/i.test(headers['content-type'] ?? 'text/html'))
      return failed('unreadable-page', `${new URL(url).host} sent ${headers['content-type']}, which is not rendered`);
    const rendered = await renderer.render({
      url,
      html: body,
      headers,
      maxBytes: request.maxBytes,
      fetchResource: (file, own) =>
        fetchPage({ url: file, headers: own, allowedHosts: request.allowedHosts, ...FILE_LIMITS, minDelayMs: FILE_DELAY_MS }),
    });
    if (!rendered.ok) return rendered;
    const refused = rendered.refused.length === 0 ? 'nothing' : rendered.refused.join(', ');
    const kept = Object.entries(headers).filter(([name]) => !UNRENDERED_HEADERS.has(name));
    const told = `${rendered.browser}; ${rendered.files} files; refused ${refused}`;
    return {
      ...document,
      headers: { ...Object.fromEntries(kept), 'content-type': 'text/html; charset=utf-8', 'x-stealtime-rendered': told },
      body: Buffer.from(rendered.html),
    };
  };
}

/** Without validators: a document that did not change may be filled with other prices. */
function documentRequest({ conditional: _, rendering: __, ...request }: FetchRequest): FetchRequest {
  return request;
}

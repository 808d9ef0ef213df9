/** Requests of a page that its prices do not hang on. */
import type { Request } from 'playwright-core';

/** What fills pages; pictures, fonts, media, beacons and streams do not. */
const NEEDED_TYPES = new Set(['script', 'xhr', 'fetch']);

/**
 * Measuring and chatting scripts served from the shop's own host, by the names they have there. Those of other hosts are not listed
 * by a source and so refused anyway. Cloudflare's challenges stand here too: they are left alone, never solved.
 */
const MEASURING =
  /\/cdn-cgi\/(?:rum|beacon|zaraz|challenge-platform)\b|\/(?:matomo|piwik|gtag|gtm|analytics|ga|hotjar|plausible|umami|fbevents|pixel|clarity|tawk|crisp|livechat)(?:[.-][\w.-]{0,40})?\.(?:js|php)$/i;

/** Whether the page goes without the answer to a request. Only reading requests (GET) are ever made for a page. */
export function isUnneeded(request: Pick<Request, 'method' | 'resourceType' | 'url'>): boolean {
  if (request.method() !== 'GET' || !NEEDED_TYPES.has(request.resourceType())) return true;
  const url = request.url();
  if (!URL.canParse(url)) return true;
  return MEASURING.test(new URL(url).pathname.slice(0, 500));
}

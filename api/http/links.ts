import type { Context } from 'hono';
import type { ApiEnv } from '../env.ts';

/** The Link header of a page that is followed by another: the same request with the cursor of the next page. */
export function nextLink(c: Context<ApiEnv>, cursor: string): string {
  const asked = new URL(c.req.url);
  asked.searchParams.set('cursor', cursor);
  return `<${baseUrl(c)}${asked.pathname}${asked.search}>; rel="next"`;
}

/** The address of a request as clients know it. */
export function addressOf(c: Context<ApiEnv>): string {
  const { pathname, search } = new URL(c.req.url);
  return `${baseUrl(c)}${pathname}${search}`;
}

/** Where clients reach this service, without a slash at its end. */
export function baseUrl(c: Context<ApiEnv>): string {
  return (c.get('deps').publicUrl ?? new URL(c.req.url).origin).replace(/\/+$/, '');
}

/** Who gets a page: everybody who does not ask for something else. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { WebEnv } from '../env.ts';

/** Whether a page's address was asked for JSON: the API has an answer for that at `/`. */
export function asksForJson(c: Context<WebEnv>): boolean {
  return (
    accepts(c, { header: 'Accept', supports: ['text/html', 'application/json'], default: 'text/html' }) === 'application/json'
  );
}

/** Whether an error is better told as a page: a browser asked, and not for an answer of the API. */
export function wantsErrorPage(c: Context<WebEnv>): boolean {
  const { path } = c.req;
  if (path.startsWith('/v1/') || path === '/v1') return false;
  if (path === '/' || path.startsWith('/offers/') || path.startsWith('/alerts')) return !asksForJson(c);
  return c.req.header('Accept')?.includes('text/html') ?? false;
}

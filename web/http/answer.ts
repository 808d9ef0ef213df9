/** How a page leaves: its headers say that nothing in it may run, and that only its own stylesheet applies. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { WebEnv } from '../env.ts';
import { STYLE_HASH } from '../style.ts';

/** Statuses that pages answer with. */
export type PageStatus = 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503;

const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers with a page that is for one person: nobody keeps it, and its address, which may hold a token, is told to nobody. */
export function answerPrivatePage(c: Context<WebEnv>, page: Child, status: PageStatus = 200) {
  c.header('Referrer-Policy', 'no-referrer');
  const answer = answerPage(c, page, status);
  c.header('Cache-Control', 'no-store');
  return answer;
}

/** Answers with a page. Good ones may be kept for a minute and are revalidated by their ETag. */
export function answerPage(c: Context<WebEnv>, page: Child, status: PageStatus = 200) {
  c.header('Content-Security-Policy', POLICY);
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cache-Control', status === 200 ? 'public, max-age=60' : 'no-store');
  c.header('Vary', 'Accept', { append: true });
  return c.html(html`<!doctype html>${page}`, status);
}

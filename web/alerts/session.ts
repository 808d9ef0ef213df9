/** Who is signed in: the bearer token of a confirmed link, in a cookie that scripts and other sites do not get. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { dropToken, type Subscriber, subscriberOfToken } from '../../db/queries/watches/subscribers.ts';
import { tokenHash } from '../../domain/watch/signed-token.ts';
import type { WebDeps, WebEnv } from '../env.ts';

const NAME = 'stealtime_token';
const DAYS = 90;

/** Notes who is signed in; `secure`: the service is reached by https. */
export function signIn(c: Context<WebEnv>, token: string, secure: boolean): void {
  setCookie(c, NAME, token, { httpOnly: true, sameSite: 'Lax', path: '/alerts', secure, maxAge: DAYS * 86_400 });
}

/** Who is signed in; null: nobody. */
export async function signedIn(c: Context<WebEnv>, { database, now }: WebDeps): Promise<Subscriber | null> {
  const token = getCookie(c, NAME);
  if (token === undefined || token.length > 200) return null;
  return subscriberOfToken(database.sql, tokenHash(token), new Date(now()).toISOString());
}

/** Signs out; the token is worth nothing afterwards. */
export async function signOut(c: Context<WebEnv>, { database }: WebDeps): Promise<void> {
  const token = getCookie(c, NAME);
  if (token !== undefined) await dropToken(database.sql, tokenHash(token));
  deleteCookie(c, NAME, { path: '/alerts' });
}

/** Refuses forms that another site sent. Browsers say where a form stands; what says nothing is no browser, and has no cookie. */
export const ownFormsOnly = createMiddleware<WebEnv>(async (c, next) => {
  if (c.req.method === 'POST' && !isOwn(c)) return c.text('This form was sent by another site.', 403);
  await next();
});

function isOwn(c: Context<WebEnv>): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === c.req.header('Host');
}

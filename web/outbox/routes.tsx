/** `/outbox`: mail that was written into a folder because no server is set. It holds links that sign people in: for operators only. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { WebEnv, WebWatching } from '../env.ts';
import { answerPrivatePage } from '../http/answer.ts';
import { MailPage, OutboxPage } from './page.tsx';

/** Mails listed. */
const SHOWN = 100;

/** A mail shows itself as its readers see it: its own style, and nothing that runs, loads or asks. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation";

/** The routes; without a folder there are none. */
export function outboxRoutes({ outbox, adminToken, publicUrl }: WebWatching) {
  const routes = new Hono<WebEnv>();
  if (outbox === null) return routes;
  const operator = createMiddleware<WebEnv>(async (c, next) => {
    if (!isHere(c, publicUrl) && !hasToken(c, adminToken)) {
      const headers = { 'WWW-Authenticate': 'Basic realm="outbox", charset="UTF-8"', 'Cache-Control': 'no-store' };
      return c.text('For operators: the password is the ADMIN_TOKEN.', 401, headers);
    }
    await next();
  });
  return routes
    .use('/outbox', operator)
    .use('/outbox/*', operator)
    .get('/outbox', async (c) => answerPrivatePage(c, <OutboxPage mails={await outbox.list(SHOWN)} />))
    .get('/outbox/:id', async (c) => {
      const mail = await outbox.read(c.req.param('id'));
      return mail === null ? c.notFound() : answerPrivatePage(c, <MailPage mail={mail} />);
    })
    .get('/outbox/:id/html', async (c) => {
      const mail = await outbox.read(c.req.param('id'));
      if (mail === null) return c.notFound();
      return c.html(mail.html, 200, {
        'Content-Security-Policy': MAIL_POLICY,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      });
    });
}

/** Asked on this machine for this machine: straight from its own address, by a local name, where nothing is public. */
function isHere(c: Context<WebEnv>, publicUrl: string | null): boolean {
  const address = c.env?.incoming?.socket.remoteAddress ?? '';
  const forwarded = ['X-Forwarded-For', 'Forwarded', 'Via'].some((name) => c.req.header(name) !== undefined);
  const isLocal = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address) &&
    !forwarded &&
    isLocal(new URL(c.req.url).hostname) &&
    (publicUrl === null || isLocal(new URL(publicUrl).hostname))
  );
}

/** Any name, the token as password. Digests are compared, so that it takes the same time whatever differs. */
function hasToken(c: Context<WebEnv>, adminToken: string | null): boolean {
  const given = /^Basic +([\w+/=]+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (adminToken === null || given === undefined) return false;
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(given, 'base64').toString('utf8')) ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(password), digest(adminToken));
}

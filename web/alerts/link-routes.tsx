/** From an address to a confirmed link, and from a mail out again. */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { leavable, leaveAllByToken, leaveByToken } from '../../db/queries/watches/leave.ts';
import { confirmLink, requestLink } from '../../db/queries/watches/subscribers.ts';
import { setWatchState } from '../../db/queries/watches/watches.ts';
import { readAddress } from '../../domain/watch/address.ts';
import { tokenHash } from '../../domain/watch/signed-token.ts';
import type { WebDeps, WebEnv, WebWatching } from '../env.ts';
import { answerPrivatePage } from '../http/answer.ts';
import { typedOf } from './form-body.ts';
import { ConfirmPage, LeavePage, LeftPage } from './link-pages.tsx';
import { SubscribePage } from './page.tsx';
import { signIn } from './session.ts';
import { wantedOf, watchingPage } from './wanted.ts';

const NO_LINK = 'This link is none of ours, or what it was about is gone already.';

/** The routes. */
export function linkRoutes({ database, now }: WebDeps, { signer, queue, publicUrl }: WebWatching) {
  const at = () => new Date(now()).toISOString();
  const tokenOf = (c: Context<WebEnv>) => new URL(c.req.url).searchParams.get('token') ?? '';

  return new Hono<WebEnv>()
    .post('/alerts/subscribe', async (c) => {
      const typed = typedOf(await c.req.parseBody());
      const wanted = wantedOf(new URLSearchParams(typed.wanted));
      const email = readAddress(typed.email ?? '');
      if (email === null) {
        return answerPrivatePage(c, <SubscribePage sent={false} error="This is no mail address." wanted={wanted} />, 400);
      }
      const linkHash = (deliveryId: string) => tokenHash(signer.token('confirm', deliveryId));
      const wish = { email, addressHash: signer.addressHash(email), linkHash, wanted, now: at() };
      await database.transaction(({ sql }) => requestLink(sql, wish));
      // Whether or not there is a mail to send: the answer takes the same way. The next minute would send it too.
      await queue.enqueue('send-deliveries', {}).catch(() => undefined);
      return answerPrivatePage(c, <SubscribePage sent={true} error={null} />);
    })
    .get('/v1/subscriptions/confirm', (c) => {
      const token = tokenOf(c);
      const isOurs = signer.read(token)?.purpose === 'confirm';
      const wanted = wantedOf(new URL(c.req.url).searchParams);
      return answerPrivatePage(c, <ConfirmPage token={token} failed={!isOurs} wanted={wanted} />, isOurs ? 200 : 400);
    })
    .post('/alerts/confirm', async (c) => {
      const typed = typedOf(await c.req.parseBody());
      const token = typed.token ?? '';
      const wanted = wantedOf(new URLSearchParams(typed.wanted));
      const bearer = randomBytes(32).toString('base64url');
      const isOurs = signer.read(token)?.purpose === 'confirm';
      const subscriber = isOurs
        ? await database.transaction(({ sql }) => confirmLink(sql, tokenHash(token), tokenHash(bearer), at()))
        : null;
      if (subscriber === null) return answerPrivatePage(c, <ConfirmPage token="" failed={true} wanted={wanted} />, 400);
      signIn(c, bearer, (publicUrl ?? c.req.url).startsWith('https:'));
      return c.redirect(watchingPage(wanted), 303);
    })
    .get('/v1/unsubscribe', async (c) => {
      const about = await leavable(database.sql, signer, tokenOf(c));
      if (about === null) return answerPrivatePage(c, <LeftPage words={NO_LINK} />, 400);
      return answerPrivatePage(c, <LeavePage token={tokenOf(c)} watch={'watch' in about ? about.watch : null} />);
    })
    .post('/alerts/leave', async (c) => {
      const { token = '', what } = typedOf(await c.req.parseBody());
      const words = await left(token, what);
      return answerPrivatePage(c, <LeftPage words={words ?? NO_LINK} />, words === null ? 400 : 200);
    });

  async function left(token: string, what: string | undefined): Promise<string | null> {
    const { sql } = database;
    if (what === 'all') return (await leaveAllByToken(sql, signer, token)) ? 'Everything that you were told has ended.' : null;
    if (what === 'pause') {
      const about = await leavable(sql, signer, token);
      if (about === null || !('watch' in about)) return null;
      await setWatchState(sql, about.watch.watchId, 'paused');
      return 'The watch is paused.';
    }
    const ended = await leaveByToken(sql, signer, token);
    return ended === null ? null : ended === 'digest' ? 'You have left the digest.' : 'The watch has ended.';
  }
}

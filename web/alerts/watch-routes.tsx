/** What who is signed in does with their watches. */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { queueDeliveries, testsSince } from '../../db/queries/watches/deliveries.ts';
import { changeWatch, type Making, makeWatch } from '../../db/queries/watches/make-watch.ts';
import { eraseSubscriber, type Subscriber } from '../../db/queries/watches/subscribers.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import { MOST_WATCHES, setWatchState, TESTS_AN_HOUR, watchesOf, watchOfSubscriber } from '../../db/queries/watches/watches.ts';
import type { FieldError } from '../../domain/filter/params.ts';
import { hoursLater } from '../../domain/utc-time.ts';
import type { WebDeps, WebEnv, WebWatching } from '../env.ts';
import { answerPrivatePage, type PageStatus } from '../http/answer.ts';
import { bodyOf, type Typed, typedOf } from './form-body.ts';
import { LeftPage } from './link-pages.tsx';
import { type Done, SubscribePage, WatchesPage } from './page.tsx';
import { signedIn, signOut } from './session.ts';
import { typedWanted, wantedOf } from './wanted.ts';

/** What is shown around the watches. */
interface Around {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly done?: Done;
  readonly status?: PageStatus;
}

/** The routes. */
export function watchRoutes(deps: WebDeps, { addressKind, queue, signer }: WebWatching) {
  const { database, now } = deps;
  const at = () => new Date(now()).toISOString();
  const making = ({ subscriberId }: Subscriber): Making => ({ database, addressKind, subscriberId, now: at() });

  const show = async (c: Context<WebEnv>, subscriber: Subscriber, { typed = {}, errors = [], done, status = 200 }: Around) => {
    const watches = await watchesOf(database.sql, subscriber.subscriberId);
    const page = <WatchesPage subscriber={subscriber} watches={watches} typed={typed} errors={errors} done={done ?? null} />;
    return answerPrivatePage(c, page, status);
  };
  const whoeverIsNot = (c: Context<WebEnv>, wanted = '') =>
    answerPrivatePage(c, <SubscribePage sent={false} error={null} wanted={wanted} />);

  return new Hono<WebEnv>()
    .get('/alerts', async (c) => {
      const subscriber = await signedIn(c, deps);
      const params = new URL(c.req.url).searchParams;
      if (subscriber === null) return whoeverIsNot(c, wantedOf(params));
      return show(c, subscriber, { typed: typedWanted(params) });
    })
    .post('/alerts/watches', async (c) => {
      const subscriber = await signedIn(c, deps);
      if (subscriber === null) return whoeverIsNot(c);
      const typed = typedOf(await c.req.parseBody());
      const read = bodyOf(typed);
      if (!read.ok) return show(c, subscriber, { typed, errors: read.errors, status: 400 });
      const made = await makeWatch(making(subscriber), read.body);
      if (made.ok) return show(c, subscriber, { done: begunWords('It watches.', made.watch, made.already) });
      const errors =
        made.errors === 'too-many' ? [{ field: '', message: `there are ${MOST_WATCHES} watches already` }] : made.errors;
      return show(c, subscriber, { typed, errors, status: 400 });
    })
    .post('/alerts/watches/:id', async (c) => {
      const subscriber = await signedIn(c, deps);
      if (subscriber === null) return whoeverIsNot(c);
      const id = c.req.param('id');
      const watch = /^[0-9a-f-]{36}$/.test(id) ? await watchOfSubscriber(database.sql, subscriber.subscriberId, id) : null;
      if (watch === null) return c.notFound();
      const done = await act(making(subscriber), watch, typedOf(await c.req.parseBody()).act ?? '');
      return done === null ? show(c, subscriber, { status: 400 }) : show(c, subscriber, { done });
    })
    .post('/alerts/sign-out', async (c) => {
      await signOut(c, deps);
      return c.redirect('/alerts', 303);
    })
    .post('/alerts/erase', async (c) => {
      const subscriber = await signedIn(c, deps);
      if (subscriber === null) return whoeverIsNot(c);
      await database.transaction(({ sql }) => eraseSubscriber(sql, subscriber.subscriberId));
      await signOut(c, deps);
      return answerPrivatePage(c, <LeftPage words="You are forgotten: address, watches and everything that was sent." />);
    });

  function begunWords(words: string, watch: WatchRecord, already: Done['already']): Done {
    const secret = watch.channel === 'webhook' ? { secret: signer.webhookSecret(watch.watchId) } : {};
    return { words, ...(already ? { already } : {}), ...secret };
  }

  async function act(who: Making, watch: WatchRecord, wish: string): Promise<Done | null> {
    const { sql } = database;
    switch (wish) {
      case 'pause':
        await setWatchState(sql, watch.watchId, 'paused');
        return { words: 'It is paused.' };
      case 'end':
        await setWatchState(sql, watch.watchId, 'ended');
        return { words: 'It has ended.' };
      case 'resume': {
        const made = await changeWatch(who, watch, { paused: false });
        return made.ok ? begunWords('It watches again.', made.watch, made.already) : { words: 'It could not be begun again.' };
      }
      case 'test':
        return test(watch);
      default:
        return null;
    }
  }

  async function test({ watchId, subscriberId, channel }: WatchRecord): Promise<Done> {
    if ((await testsSince(database.sql, watchId, hoursLater(at(), -1))) >= TESTS_AN_HOUR) {
      return { words: `There were ${TESTS_AN_HOUR} tests within the hour: try again later.` };
    }
    const one = { subscriberId, watchId, kind: 'test', subject: watchId, channel, content: {} } as const;
    await queueDeliveries(database.sql, [{ ...one, eventKey: `test:${randomUUID()}` }], at());
    await queue.enqueue('send-deliveries', {}).catch(() => undefined);
    return { words: 'A test is on its way.' };
  }
}

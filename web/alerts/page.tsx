/** `/alerts`: for who is signed in their watches, for all others the way to be told. */
import type { TrueAlready } from '../../db/queries/watches/first-run.ts';
import type { Subscriber } from '../../db/queries/watches/subscribers.ts';
import type { WatchRecord } from '../../db/queries/watches/watch-record.ts';
import type { FieldError } from '../../domain/filter/params.ts';
import { RULES } from '../../domain/watch/rules.ts';
import { watchTitle } from '../../domain/watch/watch-words.ts';
import { Layout } from '../layout.tsx';
import { counted } from '../words/amounts.ts';
import { escapedId, Said } from '../words/parts.tsx';
import { minute } from '../words/time.ts';
import type { Typed } from './form-body.ts';
import { WatchForm, wantedWords } from './watch-form.tsx';

/** Something that was just done, in one sentence. */
export interface Done {
  readonly words: string;
  readonly already?: TrueAlready;
  /** Secret of a new webhook. */
  readonly secret?: string;
}

interface SubscribeProps {
  readonly sent: boolean;
  readonly error: string | null;
  /** What is to be watched afterwards, as a query. */
  readonly wanted?: string;
}

/** Where an address asks to be told. */
export function SubscribePage({ sent, error, wanted = '' }: SubscribeProps) {
  return (
    <Layout title="Alerts">
      <h1>Be told when</h1>
      {sent ? (
        <p role="status">
          If the address can get mail, a link is on its way to it. It works once, for two days. Nothing else is sent before it was
          used.
        </p>
      ) : (
        <>
          <p>
            A price that falls, stock that comes back, a new offer: watch any search or offer, by mail at once, in a weekly
            digest, or by webhook. There is no password: a link in a mail signs you in.
          </p>
          {wanted !== '' && (
            <p>
              The link leads on to what you want to watch: <strong>{wantedWords(wanted)}</strong>.
            </p>
          )}
          <form class="filters" action="/alerts/subscribe" method="post">
            <input type="hidden" name="wanted" value={wanted} />
            <p class="field">
              <label for="email">Your mail address</label>
              <input
                id="email"
                name="email"
                type="email"
                required
                autocomplete="email"
                {...(error === null ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'email-fault' })}
              />
              {error !== null && (
                <span class="fault" id="email-fault">
                  {error}
                </span>
              )}
            </p>
            <div class="send">
              <button type="submit">Mail me a link</button>
            </div>
          </form>
          <p class="muted">
            Without an account: every search has an <a href="/v1/feeds/offers.atom">Atom feed</a>. What is kept is your address,
            your watches and what was sent in the last 90 days; you see and erase all of it yourself.
          </p>
        </>
      )}
    </Layout>
  );
}

interface Props {
  readonly subscriber: Subscriber;
  readonly watches: readonly WatchRecord[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly done: Done | null;
}

/** Watches, and a form for another. */
export function WatchesPage({ subscriber, watches, typed, errors, done }: Props) {
  return (
    <Layout title="Your watches">
      <h1>Your watches</h1>
      {done && <DoneNote done={done} />}
      {watches.length === 0 ? (
        <p>You watch nothing yet. Search, then choose “watch this search”, or begin below.</p>
      ) : (
        <ul class="watches">
          {watches.map((watch) => (
            <Watch watch={watch} />
          ))}
        </ul>
      )}
      <WatchForm typed={typed} errors={errors} />
      <section aria-labelledby="account">
        <h2 id="account">Your address</h2>
        <p>
          <Said text={subscriber.email} />
        </p>
        <form action="/alerts/sign-out" method="post">
          <button type="submit">Sign out</button>
        </form>
        <details class="further">
          <summary>Be forgotten</summary>
          <form action="/alerts/erase" method="post">
            <p>Your address, all watches and everything that was sent are erased at once, for good.</p>
            <button type="submit">Erase everything</button>
          </form>
        </details>
      </section>
    </Layout>
  );
}

function DoneNote({ done: { words, already, secret } }: { readonly done: Done }) {
  return (
    <div role="status" class="notice">
      <p>{words}</p>
      {secret !== undefined && (
        <p>
          Its messages are signed (Standard Webhooks) with <code>{secret}</code>
        </p>
      )}
      {already !== undefined && already.count > 0 && (
        <>
          <p>
            {already.complete ? '' : 'At least '}
            {counted(already.count, 'plan')} {already.count === 1 ? 'meets' : 'meet'} it already. You are told when it happens
            anew:
          </p>
          <ul>
            {already.examples.map((item) => (
              <li>
                <a href={`/offers/${escapedId(item.rowId)}`}>
                  <Said text={`${item.provider.name} ${item.name ?? item.planId}`} />
                </a>
                {item.price ? `, ${item.price.own.to} ${item.price.own.currency} a month` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const STATES: Readonly<Record<WatchRecord['state'], string>> = {
  active: 'watching',
  paused: 'paused',
  muted: 'switched off: its webhook failed for days',
  expired: 'ended by its date',
  ended: 'ended',
};

function Watch({ watch }: { readonly watch: WatchRecord }) {
  const { watchId, state, delivery, nextDigestAt, expiresAt, webhookUrl } = watch;
  const channel = webhookUrl === null ? 'mail' : `webhook at ${new URL(webhookUrl).host}`;
  return (
    <li>
      <h2>
        <Said text={watchTitle(watch)} />
      </h2>
      <p>
        {STATES[state]}; by {channel},{' '}
        {delivery === 'immediate' ? 'at once' : delivery === 'digest' ? 'in the digest' : 'at once and in the digest'}
        {nextDigestAt === null ? '' : `; next digest ${minute(nextDigestAt)}`}
        {expiresAt === null ? '' : `; ends ${minute(expiresAt)}`}
      </p>
      <p class="muted">{RULES[watch.rule].again}</p>
      <form action={`/alerts/watches/${watchId}`} method="post">
        {state === 'active' ? <Act name="pause" words="Pause" /> : <Act name="resume" words="Watch again" />}{' '}
        <Act name="test" words="Send me a test" /> <Act name="end" words="End" />
      </form>
    </li>
  );
}

function Act({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <button type="submit" name="act" value={name}>
      {words}
    </button>
  );
}

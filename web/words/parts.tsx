/** Small parts that pages share. Texts from sources stand in `bdi`, so that none of them can turn what is around it. */
import type { PropsWithChildren } from 'hono/jsx';
import type { Availability, RowState } from '../../domain/offer.ts';
import { count } from './amounts.ts';
import { STATE_NAMES, STOCK_NAMES } from './names.ts';
import { ago, minute } from './time.ts';

/** A text of a source. */
export function Said({ text }: { readonly text: string }) {
  return <bdi>{text}</bdi>;
}

/** A link that a source or a document gave; where it is no web address, its words alone. */
export function SafeLink({ url, words }: { readonly url: string | null; readonly words: string }) {
  const address = url === null ? null : webAddress(url);
  if (address === null) return <Said text={words} />;
  return (
    <a href={address} rel="noopener noreferrer nofollow external">
      <Said text={words} />
    </a>
  );
}

/** The address where it is one of the web; null for any other (`javascript:`, `data:`, no address at all). */
export function webAddress(url: string): string | null {
  const read = URL.canParse(url) ? new URL(url) : null;
  return read !== null && (read.protocol === 'https:' || read.protocol === 'http:') ? read.href : null;
}

/** Freshness and age: "recorded 3 years ago". */
export function Age({ state, observedAt, now }: { readonly state: RowState; readonly observedAt: string; readonly now: number }) {
  const age = ago(observedAt, now);
  const words = {
    live: `${STATE_NAMES.live}, seen ${age}`,
    recorded: `${STATE_NAMES.recorded} ${age}`,
    stale: `${STATE_NAMES.stale}: last seen ${age}`,
    withdrawn: `${STATE_NAMES.withdrawn}: last seen ${age}`,
  }[state];
  return (
    <time class={`badge ${state}`} datetime={observedAt} title={minute(observedAt)}>
      {words}
    </time>
  );
}

/** Stock in words. */
export function Stock({ state, quantity }: Availability) {
  return (
    <span class={`stock ${state}`}>
      {STOCK_NAMES[state]}
      {quantity === null ? '' : `, ${count(quantity)} left`}
    </span>
  );
}

/** What nobody says. */
export function Unknown({ words = 'not known' }: { readonly words?: string }) {
  return <span class="unknown">{words}</span>;
}

/** Path of an offer's or a row's page. Ids hold `:` and `@`, which need no escape in a path. */
export function offerPath(id: string): string {
  return `/offers/${escapedId(id)}`;
}

/** An id as part of a path. */
export function escapedId(id: string): string {
  return encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2B', '+');
}

/** What is wider than the window scrolls within its own region, which the keyboard reaches. */
export function Scroll({ label, children }: PropsWithChildren<{ readonly label: string }>) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}

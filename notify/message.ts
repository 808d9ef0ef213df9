/** What subscribers are told, before it is a mail or a webhook. */
import type { DigestPart } from '../domain/watch/digest.ts';
import type { ToldItem } from '../domain/watch/told-item.ts';

/** The watch that a message is about, with the links that belong to it. Links are absolute. */
export interface WatchNote {
  readonly id: string;
  /** What it waits for and looks at, one line. */
  readonly title: string;
  /** When it tells again. */
  readonly again: string;
  /** The search, or the offer, as a page. */
  readonly page: string;
  /** Ends it: a page for people, one POST for mail programs. */
  readonly leave: string;
}

/** One message. */
export type Message =
  | { readonly kind: 'confirm'; readonly link: string; readonly hours: number }
  | { readonly kind: 'alert' | 'test'; readonly watch: WatchNote; readonly items: readonly ToldItem[]; readonly more: number }
  | { readonly kind: 'notice'; readonly watch: WatchNote; readonly reason: 'expired' | 'muted' }
  | {
      readonly kind: 'digest';
      /** Ends the digest. */
      readonly leave: string;
      readonly parts: readonly { readonly watch: WatchNote; readonly part: DigestPart }[];
    };

/** Where this service is, and what mail comes from. */
export interface Sender {
  /** Address of the service, without a slash at its end. */
  readonly base: string;
  /** Header `From`. */
  readonly from: string;
}

/** Page of a row. */
export function pageOf({ base }: Sender, rowId: string): string {
  return `${base}/offers/${encodeURIComponent(rowId).replaceAll('%3A', ':').replaceAll('%40', '@')}`;
}

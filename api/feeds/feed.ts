/** A feed before it is written in one form or another. Texts are plain; whoever writes them escapes them. */
import { createHash } from 'node:crypto';

/** Entries of a feed, at most: readers ask often and remember what they had. */
export const LARGEST_FEED = 100;

/** Who an entry is about. */
export interface FeedAuthor {
  readonly name: string;
  readonly url: string | null;
}

/** One entry. */
export interface FeedEntry {
  /** Stable for ever, whatever address the service has. */
  readonly id: string;
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** ISO times. */
  readonly published: string;
  readonly updated: string;
  readonly author: FeedAuthor;
  readonly tags: readonly string[];
}

/** A feed. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Absolute addresses: of the feed as asked, and of the page for people that shows the same. */
  readonly self: string;
  readonly home: string;
  /** ISO time. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** An id made of a name: `urn:uuid:` of its hash (RFC 9562, version 8). */
export function feedId(name: string): string {
  const bytes = createHash('sha256').update(`stealtime ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** When anything in the entries last changed; `otherwise` where there are none. */
export function newestOf(entries: readonly FeedEntry[], otherwise: string): string {
  return entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), entries[0]?.updated ?? otherwise);
}

/** A text from somewhere without what neither XML nor a reader can take. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]+/gu, ' ').trim();
}

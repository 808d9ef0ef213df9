/** A post of a feed, whatever the feed's format. */
import { shortHash } from '../../domain/identity.ts';

/** One post in its own words. */
export interface FeedPost {
  /** What the feed knows the post by: its id or guid, else its address. The same at every reading, whatever is edited. */
  readonly key: string;
  readonly title: string | null;
  /** Page of the post, absolute. */
  readonly url: string | null;
  /** Name of who wrote it. */
  readonly author: string | null;
  readonly categories: readonly string[];
  /** What it says: the longest form that the feed holds. */
  readonly content: PostContent;
}

/** Words of a post. */
export interface PostContent {
  readonly type: 'html' | 'text';
  readonly body: string;
}

/** A feed as read. */
export interface Feed {
  readonly format: 'rss' | 'atom' | 'json-feed';
  /** BCP 47 language; null where it names none. */
  readonly lang: string | null;
  readonly posts: readonly FeedPost[];
  /** Entries without any id or address: nothing tells them from others. */
  readonly nameless: number;
}

const MOST_TOKEN = 24;

/** A post's key as the first part of its plans' identities: as it is where it is short and plain ("184882"), else a hash. */
export function postToken(key: string): string {
  return key.length <= MOST_TOKEN && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(key) ? key : `p${shortHash(key)}`;
}

/** Makes a post of what an entry holds; null without a key. */
export function feedPost(
  entry: Omit<FeedPost, 'key' | 'content'> & { readonly id: string | null; readonly content: PostContent | null },
): FeedPost | null {
  const { id, content, ...rest } = entry;
  const key = id ?? entry.url;
  return key === null ? null : { ...rest, key, content: content ?? { type: 'text', body: '' } };
}

/** A body to the feed that it holds, whatever its format. */
import { parseJson, quote } from '../read/json.ts';
import { type XmlRefusalCode, xmlTree } from '../read/xml-tree.ts';
import { readAtom } from './atom.ts';
import type { Feed } from './feed-post.ts';
import { readJsonFeed } from './json-feed.ts';
import { readRss } from './rss.ts';

/** Characters of a feed that are read at most. */
const MOST_CHARACTERS = 8_000_000;

/** Why a body is no feed that is read. */
export interface FeedRefusal {
  readonly code: XmlRefusalCode | 'no-feed';
  readonly message: string;
}

/** Reads RSS, Atom or JSON Feed. `url`: where it comes from, for its links. */
export function parseFeed(
  body: string,
  url: string,
): { readonly ok: true; readonly feed: Feed } | { readonly ok: false; readonly refusal: FeedRefusal } {
  const noFeed = (said: string) => ({ ok: false as const, refusal: { code: 'no-feed' as const, message: `no feed: ${said}` } });
  if (body.length > MOST_CHARACTERS)
    return { ok: false, refusal: { code: 'too-large', message: `more than ${MOST_CHARACTERS} characters` } };
  if (!/^\uFEFF?\s{0,1000}</.test(body)) {
    const json = parseJson(body);
    const feed = json.ok ? readJsonFeed(json.value, url) : null;
    return feed ? { ok: true, feed } : noFeed(json.ok ? quote(json.value) : json.said);
  }
  const tree = xmlTree(body);
  if (!tree.ok) return tree;
  const feed = readRss(tree.root, url) ?? readAtom(tree.root, url);
  return feed ? { ok: true, feed } : noFeed(`<${tree.root.name.slice(0, 40)}>`);
}

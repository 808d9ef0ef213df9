/** Sources that are a feed of offer posts: a forum's category, a newsletter, a provider's announcements. */
import type { Finding, ListedLocation, Listing } from '../../domain/listing.ts';
import { type Extraction, type Page, pageKey, type SourceAdapter, type SourceManifest } from '../contract.ts';
import { info, missingRole, pagesOf } from '../read/list.ts';
import { sortPlans } from '../read/readings.ts';
import { locationNamed } from '../text/locations.ts';
import type { FeedPost } from './feed-post.ts';
import { parseFeed } from './parse-feed.ts';
import { readPost } from './read-post.ts';

/** What sets one feed apart from others. */
export interface FeedSource
  extends Pick<SourceManifest, 'sourceId' | 'providerId' | 'title' | 'documentation' | 'evidence' | 'verified' | 'retired'> {
  /** Address of the feed. */
  readonly feed: string;
  /** ISO 4217, of prices that name no currency at all. Default USD. */
  readonly currency?: string;
  /** Default hourly: a post is short-lived. */
  readonly cadence?: SourceManifest['cadence'];
  /** Which posts hold offers. Default: all. */
  readonly offers?: (post: FeedPost) => boolean;
}

const ROLE = 'posts';
/** Posts of one feed that are read at most: feeds hold ten to a hundred. */
const MOST_POSTS = 500;
/** Raised with every change of what the same feed yields. */
const READER_VERSION = 1;

/** Adapter of a feed. */
export function feedSource(source: FeedSource): SourceAdapter {
  const { feed, currency = 'USD', cadence = 'hourly', offers: _, ...rest } = source;
  const manifest: SourceManifest = {
    ...rest,
    kind: 'feed',
    hosts: [new URL(feed).host],
    cadence,
    credential: null,
    conventions: { currency, taxIncluded: null },
    readerVersion: READER_VERSION,
    roles: { [ROLE]: { holds: 'the newest posts with offers', perPlace: false, main: true } },
  };
  return {
    manifest,
    start: () => [{ role: ROLE, number: 1, url: feed }],
    next: () => [],
    extract: (pages) => extractPosts(pages, manifest, source),
  };
}

interface PagePost {
  readonly post: FeedPost;
  readonly page: string;
  readonly lang: string | null;
}

function extractPosts(pages: readonly Page[], manifest: SourceManifest, { offers, currency }: FeedSource): Extraction {
  const own = pagesOf(pages, ROLE);
  const feeds = own.map((page) => postsOn(page));
  const posts = eachOnce(feeds.flatMap((feed) => feed.posts));
  const wanted = posts.filter(({ post }) => offers?.(post) ?? true);
  const read = wanted.map(({ post, page, lang }) => ({ post, ...readPost(post, { page, lang, currency: currency ?? null }) }));
  const sorted = sortPlans(read.flatMap(({ plans }) => plans));
  const without = read
    .filter(({ plans, findings }) => plans.length === 0 && findings.length === 0)
    .map(({ post }) => post.title ?? post.key);
  return {
    ...sorted,
    locations: placesOf(sorted.listings),
    findings: [
      ...(own.length === 0 ? [missingRole(manifest, ROLE)] : []),
      ...feeds.flatMap((feed) => feed.findings),
      ...(without.length === 0 ? [] : [info('skipped', `${without.length} posts without a plan: ${some(without)}`)]),
      ...read.flatMap(({ findings }) => findings),
      ...sorted.findings,
    ],
    // A feed is a window: it speaks for the posts that stand in it, and for those wholly.
    complete: own.length > 0 && feeds.every((feed) => feed.isRead),
    covers: null,
    posts: read.filter(({ whole }) => whole).map(({ token }) => token),
  };
}

function postsOn(page: Page): {
  readonly posts: readonly PagePost[];
  readonly findings: readonly Finding[];
  readonly isRead: boolean;
} {
  const key = pageKey(page);
  const parsed = parseFeed(page.body, page.url);
  if (!parsed.ok) {
    const message = `${key}: ${parsed.refusal.message} (${parsed.refusal.code})`;
    return { posts: [], isRead: false, findings: [{ code: 'unreadable-page', severity: 'hard', message }] };
  }
  const { posts, nameless, lang } = parsed.feed;
  if (posts.length > MOST_POSTS) {
    const message = `${key}: ${posts.length} posts; ${MOST_POSTS} are read at most (too-many-posts)`;
    return { posts: [], isRead: false, findings: [{ code: 'unreadable-page', severity: 'hard', message }] };
  }
  const findings: Finding[] =
    nameless === 0
      ? []
      : [{ code: 'skipped', severity: 'soft', message: `${key}: ${nameless} posts without an id or an address` }];
  return { posts: posts.map((post) => ({ post, page: key, lang })), findings, isRead: true };
}

/** A post that stands in two lists, or twice in one, is one post: the first. */
function eachOnce(posts: readonly PagePost[]): PagePost[] {
  const first = new Map<string, PagePost>();
  for (const one of posts) if (!first.has(one.post.key)) first.set(one.post.key, one);
  return [...first.values()];
}

/** Places that posts name, as far as they are known ones. */
function placesOf(listings: readonly Listing[]): ListedLocation[] {
  const names = listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? []));
  return [...new Set(names)].map(locationNamed);
}

function some(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => title.replace(/\s+/g, ' ').slice(0, 60));
  return `${shown.join('; ')}${titles.length > shown.length ? '; …' : ''}`;
}

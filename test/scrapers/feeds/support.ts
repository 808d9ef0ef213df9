import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, SourceAdapter } from '../../../scrapers/contract.ts';
import { type FeedSource, feedSource } from '../../../scrapers/feeds/feed-source.ts';

/** A feed nobody publishes. */
export const EXAMPLE: FeedSource = {
  sourceId: 'example-talk',
  providerId: 'example-talk',
  title: 'Example Talk: offers',
  documentation: 'https://talk.example.com/categories/offers',
  feed: 'https://talk.example.com/categories/offers/feed.rss',
  evidence: { url: 'https://talk.example.com/', said: 'a made-up forum', seen: '2026-11-26' },
  verified: null,
};

export function exampleFeed(): SourceAdapter {
  return feedSource(EXAMPLE);
}

export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
}

export function feedPage(body: string, number = 1): Page {
  return { role: 'posts', place: null, number, url: EXAMPLE.feed, headers: {}, body };
}

/** An RSS feed of posts: key, title and HTML of each. */
export function rssOf(posts: readonly { readonly key: string; readonly title?: string; readonly html: string }[]): string {
  const items = posts.map(
    ({ key, title = 'An offer', html }) =>
      `<item><title>${title}</title><link>https://talk.example.com/discussion/${key}/x</link>` +
      `<guid isPermaLink="false">${key}@/discussions</guid><description><![CDATA[${html.replaceAll(']]>', '')}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Offers</title>${items.join('')}</channel></rss>`;
}

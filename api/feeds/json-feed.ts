import type { z } from '@hono/zod-openapi';
import type { jsonFeedSchema } from '../schemas/feed.ts';
import type { Feed } from './feed.ts';

/** The feed as JSON Feed 1.1. Its texts are plain by definition. */
export function writeJsonFeed(feed: Feed): z.infer<typeof jsonFeedSchema> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.about,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: 'en',
    items: feed.entries.map(({ id, url, title, text, published, updated, author, tags }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: published,
      date_modified: updated,
      authors: [{ name: author.name, ...(author.url === null ? {} : { url: author.url }) }],
      tags,
    })),
  };
}

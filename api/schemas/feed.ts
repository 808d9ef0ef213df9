/** JSON Feed 1.1 (jsonfeed.org), as far as it is written here. */
import { z } from '@hono/zod-openapi';
import { time } from './common.ts';

const item = z
  .strictObject({
    id: z.string().describe('Stable for ever'),
    url: z.url().describe('Page for people'),
    title: z.string().describe('One line'),
    content_text: z.string().describe('A few sentences, plain text'),
    date_published: time.describe('When it was first observed'),
    date_modified: time.describe('When it last changed'),
    authors: z
      .array(z.strictObject({ name: z.string().describe('The provider'), url: z.string().optional().describe('Its website') }))
      .readonly()
      .describe('Whom it is about'),
    tags: z.array(z.string()).readonly().describe('Words to sort by'),
  })
  .openapi('FeedItem');

/** A feed. */
export const jsonFeedSchema = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1').describe('The format'),
    title: z.string().describe('What the feed is of'),
    description: z.string().describe('The same in a sentence'),
    home_page_url: z.url().describe('The page for people that shows the same'),
    feed_url: z.url().describe('This feed'),
    language: z.literal('en').describe('Language of our own words'),
    items: z.array(item).readonly().describe('The entries, newest first, 100 at most'),
  })
  .openapi('JsonFeed');

/** JSON Feed 1.0 and 1.1: items to posts. https://www.jsonfeed.org/version/1.1/ */
import { z } from 'zod';
import { resolveUrl } from '../html/links.ts';
import { childOf } from '../read/json.ts';
import { type Feed, type FeedPost, feedPost, type PostContent } from './feed-post.ts';

const text = z.string().trim().min(1).nullish().catch(null);
const author = z.object({ name: text }).nullish().catch(null);

const itemSchema = z.object({
  // The format asks for text, and for readers to take numbers as well.
  id: z
    .union([z.string().min(1), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  author,
  authors: z
    .array(z.object({ name: text }))
    .nullish()
    .catch(null),
  tags: z.array(z.string()).nullish().catch(null),
});

/** Reads the posts; null where the value is no JSON Feed. */
export function readJsonFeed(value: unknown, base: string): Feed | null {
  const version = childOf(value, 'version');
  const items = childOf(value, 'items');
  const language = childOf(value, 'language');
  if (typeof version !== 'string' || !version.includes('jsonfeed.org/version/') || !Array.isArray(items)) return null;
  const posts = items.map((item) => postOf(item, base));
  return {
    format: 'json-feed',
    lang: typeof language === 'string' ? language : null,
    posts: posts.filter((post) => post !== null),
    nameless: posts.filter((post) => post === null).length,
  };
}

function postOf(value: unknown, base: string): FeedPost | null {
  const parsed = itemSchema.safeParse(value);
  if (!parsed.success) return null;
  const item = parsed.data;
  const url = item.url ?? item.external_url ?? null;
  return feedPost({
    id: item.id ?? null,
    title: item.title ?? null,
    url: url === null ? null : resolveUrl(url, base),
    author: item.authors?.[0]?.name ?? item.author?.name ?? null,
    categories: item.tags ?? [],
    content: contentOf(item),
  });
}

function contentOf(item: z.infer<typeof itemSchema>): PostContent | null {
  if (item.content_html) return { type: 'html', body: item.content_html };
  const words = item.content_text ?? item.summary;
  return words ? { type: 'text', body: words } : null;
}

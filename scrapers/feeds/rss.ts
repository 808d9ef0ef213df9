/** RSS 0.9x, 1.0 and 2.0: items to posts. https://www.rssboard.org/rss-specification */
import { resolveUrl } from '../html/links.ts';
import { childNamed, childrenNamed, textOfChild, type XmlElement } from '../read/xml-tree.ts';
import { type Feed, type FeedPost, feedPost } from './feed-post.ts';

/** Reads the posts; null where the root is not an RSS feed's. */
export function readRss(root: XmlElement, base: string): Feed | null {
  const name = root.name.toLowerCase();
  if (name !== 'rss' && name !== 'rdf:rdf') return null;
  const channel = childNamed(root, 'channel');
  // RSS 1.0 keeps its items beside the channel, all others within it.
  const items = [...(channel ? childrenNamed(channel, 'item') : []), ...childrenNamed(root, 'item')];
  const posts = items.map((item) => postOf(item, base));
  return {
    format: 'rss',
    lang: channel ? textOfChild(channel, 'language', 'dc:language') : null,
    posts: posts.filter((post) => post !== null),
    nameless: posts.filter((post) => post === null).length,
  };
}

function postOf(item: XmlElement, base: string): FeedPost | null {
  const link = textOfChild(item, 'link') ?? childNamed(item, 'atom:link')?.attributes.href ?? null;
  const guid = textOfChild(item, 'guid') ?? item.attributes['rdf:about'] ?? null;
  const url = link === null ? null : resolveUrl(link, base);
  const permalink = guid !== null && /^https?:\/\//i.test(guid) ? guid : null;
  const body = textOfChild(item, 'content:encoded', 'description', 'summary');
  return feedPost({
    id: guid === null ? null : plainGuid(guid),
    title: textOfChild(item, 'title', 'dc:title'),
    url: url ?? permalink,
    author: textOfChild(item, 'dc:creator', 'author'),
    categories: childrenNamed(item, 'category').map((category) => category.text.trim()),
    content: body === null ? null : { type: 'html', body },
  });
}

/** Vanilla writes "184882@/discussions": the number is the discussion's, the rest the list that it was found in. */
function plainGuid(guid: string): string {
  return /^(\d+)@\S*$/.exec(guid)?.[1] ?? guid;
}

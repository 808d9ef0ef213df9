/** Atom 1.0: entries to posts. RFC 4287 */
import { resolveUrl } from '../html/links.ts';
import { childNamed, childrenNamed, textOfChild, type XmlElement } from '../read/xml-tree.ts';
import { type Feed, type FeedPost, feedPost, type PostContent } from './feed-post.ts';

/** Reads the posts; null where the root is not an Atom feed's. */
export function readAtom(root: XmlElement, base: string): Feed | null {
  if (!/^(?:atom:)?feed$/i.test(root.name)) return null;
  const prefix = root.name.includes(':') ? 'atom:' : '';
  const own = root.attributes['xml:base'];
  const feedBase = own === undefined ? base : (resolveUrl(own, base) ?? base);
  const posts = childrenNamed(root, `${prefix}entry`).map((entry) => postOf(entry, prefix, feedBase));
  return {
    format: 'atom',
    lang: root.attributes['xml:lang'] ?? null,
    posts: posts.filter((post) => post !== null),
    nameless: posts.filter((post) => post === null).length,
  };
}

function postOf(entry: XmlElement, prefix: string, base: string): FeedPost | null {
  const links = childrenNamed(entry, `${prefix}link`);
  const link = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate') ?? links[0];
  const href = link?.attributes.href;
  const title = childNamed(entry, `${prefix}title`);
  const author = childNamed(entry, `${prefix}author`);
  return feedPost({
    id: textOfChild(entry, `${prefix}id`),
    title: title === undefined ? null : wordsOf(title),
    url: href === undefined ? null : resolveUrl(href, base),
    author: author === undefined ? null : textOfChild(author, `${prefix}name`),
    categories: childrenNamed(entry, `${prefix}category`).flatMap(({ attributes }) => attributes.label ?? attributes.term ?? []),
    content: contentOf(childNamed(entry, `${prefix}content`)) ?? contentOf(childNamed(entry, `${prefix}summary`)),
  });
}

/** Content that stands elsewhere (`src`), or is no text, says nothing here. */
function contentOf(element: XmlElement | undefined): PostContent | null {
  if (element === undefined) return null;
  const type = element.attributes.type ?? 'text';
  if (type === 'xhtml') return element.inner.trim() === '' ? null : { type: 'html', body: element.inner };
  if (element.text.trim() === '') return null;
  if (type === 'html' || type === 'text/html') return { type: 'html', body: element.text };
  return type === 'text' || type === 'text/plain' ? { type: 'text', body: element.text } : null;
}

function wordsOf(title: XmlElement): string | null {
  const words = title.attributes.type === 'xhtml' ? title.inner.replace(/<[^<>]{0,500}>/g, ' ') : title.text;
  return words.trim() === '' ? null : words.trim();
}

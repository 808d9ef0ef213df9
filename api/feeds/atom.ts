import { Feed as AtomFeed } from 'feed';
import { html } from 'hono/html';
import type { Feed } from './feed.ts';

/** The feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const atom = new AtomFeed({
    id: feed.id,
    title: feed.title,
    description: feed.about,
    link: feed.home,
    feedLinks: { atom: feed.self },
    updated: new Date(feed.updated),
    generator: 'Stealtime',
  });
  for (const entry of feed.entries) {
    const { name, url } = entry.author;
    atom.addItem({
      id: entry.id,
      link: entry.url,
      title: asHtml(entry.title),
      description: asHtml(entry.text),
      date: new Date(entry.updated),
      published: new Date(entry.published),
      author: [{ name, ...(url === null ? {} : { link: url }) }],
      category: entry.tags.map((tag) => ({ name: tag, term: tag })),
    });
  }
  return atom.atom1();
}

/** Texts of entries are declared as HTML by the library: what a page said must not become markup in a reader. */
function asHtml(text: string): string {
  return String(html`${text}`);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../scrapers/feeds/parse-feed.ts';
import { fixture } from './support.ts';

const URL = 'https://talk.example.com/feed';
const postsOf = (body: string) => {
  const parsed = parseFeed(body, URL);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.feed;
};
const refusalOf = (body: string) => {
  const parsed = parseFeed(body, URL);
  return parsed.ok ? null : parsed.refusal.code;
};

describe('a feed', () => {
  it('of Vanilla keeps the discussion number, whatever list it was found in', () => {
    const [first] = postsOf(fixture('vanilla.xml')).posts;
    expect(first).toMatchObject({
      key: '204411',
      title: '[Amsterdam] Autumn KVM specials from $12/yr – Northshed',
      url: 'https://talk.example.com/discussion/204411/amsterdam-autumn-kvm-specials',
      author: 'northshed',
      categories: ['Offers'],
      content: { type: 'html' },
    });
  });

  it('of WordPress is read from the whole content, not from the excerpt', () => {
    const [post] = postsOf(fixture('wordpress.xml')).posts;
    expect(post).toMatchObject({
      key: 'https://box.example.com/?p=31877',
      author: 'editor',
      categories: ['Virtual Servers', 'openvz'],
    });
    expect(post?.content.body).toContain('40GB SSD');
  });

  it('of Discourse has its topics', () => {
    const [post] = postsOf(fixture('discourse.xml')).posts;
    expect(post).toMatchObject({
      key: 'forum.example.org-topic-1523',
      url: 'https://forum.example.org/t/kiesel-vps-frankfurt/1523',
    });
  });

  it('in Atom resolves its links, takes the alternate one, and reads HTML, XHTML and plain text', () => {
    const feed = postsOf(fixture('atom.xml'));
    expect(feed).toMatchObject({ format: 'atom', lang: 'en' });
    expect(feed.posts).toMatchObject([
      {
        title: 'Gable &amp; Co: storage servers',
        url: 'https://news.example.net/offers/88',
        author: 'Gable',
        categories: ['Storage'],
      },
      { url: 'https://news.example.net/offers/87', content: { type: 'text', body: expect.stringContaining('€6/year') } },
    ]);
    expect(feed.posts[0]?.content.body).toContain('<h2>Barn 500</h2>');
  });

  it('in JSON takes numbers for ids, and counts what has neither an id nor an address', () => {
    const feed = postsOf(fixture('feed.json'));
    expect(feed.posts.map(({ key, url }) => [key, url])).toEqual([
      ['4102', 'https://talk.example.com/blog/flash-sale'],
      ['4103', 'https://hosting.example.io/blog/notes'],
    ]);
    expect(feed.nameless).toBe(1);
  });

  it('in RSS 1.0 keeps its items beside the channel', () => {
    const item = '<item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link></item>';
    const feed = postsOf(`<rdf:RDF><channel><title>x</title></channel>${item}</rdf:RDF>`);
    expect(feed.posts).toMatchObject([{ key: 'https://a.example/1', title: 'One', content: { body: '' } }]);
  });

  it('may be empty, and may use names that nobody declared', () => {
    expect(postsOf('<feed xmlns="http://www.w3.org/2005/Atom"/>').posts).toEqual([]);
    expect(postsOf('\uFEFF<rss><channel><item><guid>1</guid><title>A&nbsp;B</title></item></channel></rss>').posts).toMatchObject(
      [{ title: 'A&nbsp;B' }],
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['no-feed', ''],
    ['no-feed', 'null'],
    ['no-feed', '{"errors":[]}'],
    ['no-feed', '<!doctype html><html><title>Just a moment...</title></html>'],
    ['no-xml', '<!-- nothing -->'],
    ['cut-off', fixture('vanilla.xml').slice(0, 1600)],
    ['cut-off', '<rss><channel><item>'],
    [
      'declares-entities',
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    ],
    ['declares-entities', '<!DOCTYPE rss [\n<!ENTITY % file SYSTEM "file:///etc/passwd">\n]><rss/>'],
    ['too-deep', `<rss>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</rss>`],
    ['too-many-elements', `<rss>${'<a/>'.repeat(100_001)}</rss>`],
    ['too-large', `<rss>${' '.repeat(8_000_001)}</rss>`],
    ['too-large', ' '.repeat(8_000_001)],
  ])('is told with a code: %s', (code, body) => {
    expect(refusalOf(body)).toBe(code);
  });

  it('never throws, whatever comes', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<?x',
      '&#x0;',
      '&#xD800;',
      '<a b="',
      '>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 60 }), (parts) => {
        expect(typeof parseFeed(parts.join(''), URL).ok).toBe('boolean');
      }),
    );
  });

  it('is any feed that was cut off, wherever it was', () => {
    const whole = fixture('wordpress.xml').trimEnd();
    const property = fc.property(fc.integer({ min: 1, max: whole.length - 6 }), (at) => {
      expect(refusalOf(whole.slice(0, at))).not.toBeNull();
    });
    fc.assert(property);
  });
});

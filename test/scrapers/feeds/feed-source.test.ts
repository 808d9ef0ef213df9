import { describe, expect, it } from 'vitest';
import { feedSource } from '../../../scrapers/feeds/feed-source.ts';
import { readPages } from '../../../scrapers/read-pages.ts';
import { EXAMPLE, exampleFeed, feedPage, fixture, rssOf } from './support.ts';

const read = (...bodies: readonly string[]) =>
  readPages(
    exampleFeed(),
    bodies.map((body, at) => feedPage(body, at + 1)),
    null,
  );
const plans = (result: ReturnType<typeof read>) =>
  result.plans.map(({ planId, name, spec, places }) => [
    planId,
    name,
    spec.technology.value,
    spec.memory.mib,
    spec.storage.gb,
    ...places.flatMap(({ prices }) =>
      prices.map(({ micros, currency, termMonths }) => `${micros / 10_000n} ${currency} ${termMonths}`),
    ),
  ]);

const OFFER =
  '<p>KVM in Oslo, all plans:</p><h3>Small</h3><ul><li>1 vCPU</li><li>1 GB RAM</li><li>10 GB SSD</li><li>$12/year</li></ul>';
const TWO = `${OFFER}<h3>Large</h3><ul><li>2 vCPU</li><li>4 GB RAM</li><li>40 GB SSD</li><li>$36/year</li></ul>`;

describe('a feed of posts', () => {
  it.each([
    [
      'vanilla.xml',
      [
        ['example-talk:204411+shed-mini', 'Shed Mini', 'kvm', 1024, 15, '1200 USD 12'],
        ['example-talk:204411+shed-midi', 'Shed Midi', 'kvm', 4096, 50, '3200 USD 12'],
      ],
    ],
    ['wordpress.xml', [['example-talk:p98717576db+lark-2g', 'Lark 2G', 'openvz7', 2048, 40, '1800 USD 12']]],
    ['discourse.xml', [['example-talk:pb886d60ee9+kiesel-s', 'Kiesel S', 'kvm', 2048, 20, '249 EUR 1']]],
    [
      'atom.xml',
      [
        ['example-talk:peafe2c21c8+barn-500', 'Barn 500', 'kvm', 1024, 500, '350 USD 1'],
        ['example-talk:pb2713f7bd2+a-tiny-one', 'A tiny one', 'lxc', 512, 5, '600 EUR 12'],
      ],
    ],
    [
      'feed.json',
      [
        ['example-talk:4102+pebble-1', 'Pebble 1', 'xen-hvm', 2048, 30, '2500 USD 12'],
        ['example-talk:4103+pebble-2', 'Pebble 2', 'unknown', 4096, 60, '500 USD 1'],
      ],
    ],
  ])('%s is read', (name, expected) => {
    const result = read(fixture(name));
    expect(plans(result)).toEqual(expected);
    expect(result).toMatchObject({ complete: true, rejections: [] });
  });

  it('links each plan to its post, knows its places, and says which posts hold no plan', () => {
    const {
      plans: [plan],
      findings,
    } = read(fixture('wordpress.xml'));
    expect(plan?.url).toBe('https://box.example.com/2026/11/larkhost-2gb/');
    expect(plan?.planKey).toBeNull();
    expect(plan?.places).toMatchObject([{ location: { city: 'Chicago', country: 'US' } }]);
    expect(findings).toEqual([]);
    expect(read(fixture('vanilla.xml')).findings).toEqual([
      { code: 'skipped', severity: 'info', message: '1 posts without a plan: Who hosts in Lisbon?' },
    ]);
  });

  it('reads a post once, however often it stands there', () => {
    const once = read(rssOf([{ key: '1', html: TWO }]));
    const again = read(
      rssOf([
        { key: '1', html: TWO },
        { key: '1', html: OFFER },
      ]),
      rssOf([{ key: '1', html: OFFER }]),
    );
    expect(once.plans.length).toBe(2);
    expect(plans(again)).toEqual(plans(once));
  });

  it('keeps the ids of plans whose price, stock or order was edited', () => {
    const ids = (html: string) =>
      read(rssOf([{ key: '7', html }]))
        .plans.map(({ planId }) => planId)
        .toSorted();
    const edited = TWO.replace('$12/year', '$15/year').replace('<h3>Small</h3>', '<h3>Small (limited stock)</h3>');
    expect(ids(edited)).toEqual(ids(TWO));
    expect(ids(OFFER)).toEqual(ids(TWO).filter((id) => id.endsWith('+small')));
  });

  it('takes only the posts that its entry asks for', () => {
    const adapter = feedSource({ ...EXAMPLE, offers: ({ categories }) => categories.includes('openvz') });
    const wanted = readPages(adapter, [feedPage(fixture('wordpress.xml'))], null);
    const others = readPages(adapter, [feedPage(fixture('vanilla.xml'))], null);
    expect([wanted.plans.length, others.plans.length, others.posts]).toEqual([1, 0, []]);
  });

  it('speaks for posts that it could read wholly, and only for those', () => {
    const broken = OFFER.replace('$12/year', '$12/year or $13/year');
    const result = read(
      rssOf([
        { key: '1', html: TWO },
        { key: '2', html: broken },
      ]),
    );
    expect(result.posts).toContain('example-talk:1');
    expect(result.rejections.length > 0).toBe(!result.posts?.includes('example-talk:2'));
    expect(result.complete).toBe(true);
  });

  it('leaves out one post that is no text at all, and says so, without holding back the others', () => {
    const hostile = '<div>'.repeat(2000);
    const result = read(
      rssOf([
        { key: '1', html: hostile },
        { key: '2', html: OFFER },
      ]),
    );
    expect(result.plans.length).toBe(1);
    expect(result.posts).toEqual(['example-talk:2']);
    expect(result.findings).toMatchObject([{ code: 'skipped', severity: 'soft' }]);
  });

  it('cut in half is unreadable, not shorter', () => {
    const body = fixture('vanilla.xml');
    const result = read(body.slice(0, body.length / 2));
    expect(result).toMatchObject({ plans: [], complete: false });
    expect(result.findings).toContainEqual(expect.objectContaining({ code: 'unreadable-page', severity: 'hard' }));
  });
});

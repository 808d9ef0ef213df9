import { describe, expect, it } from 'vitest';
import type { Page } from '../../scrapers/contract.ts';
import { useDatabase } from '../support/database.ts';
import { day, useShop } from './support/shop.ts';

const database = useDatabase();
const shop = useShop(database);

const FEED = 'https://lowendtalk.com/categories/offers/feed.rss';

interface Plan {
  readonly name: string;
  readonly gib: number;
  readonly price: string;
}

/** A page of the feed: the posts that stand in it, each with its plans. */
function feed(posts: Readonly<Record<string, readonly Plan[]>>): Page[] {
  const items = Object.entries(posts).map(([id, plans]) => {
    const html = plans.map(
      ({ name, gib, price }) =>
        `<h3>${name}</h3><ul><li>${gib} vCPU</li><li>${gib} GB RAM</li><li>${gib}0 GB SSD</li><li>KVM</li><li>${price}</li></ul>`,
    );
    return `<item><title>Offers of shop ${id}</title><link>https://lowendtalk.com/discussion/${id}/x</link><guid isPermaLink="false">${id}@/discussions</guid><description><![CDATA[${html.join('')}]]></description></item>`;
  });
  const body = `<rss version="2.0"><channel><title>Offers</title>${items.join('')}</channel></rss>`;
  return [{ role: 'posts', place: null, number: 1, url: FEED, headers: {}, body }];
}

const plan = (name: string, gib: number, price: string): Plan => ({ name, gib, price });
/** Twelve posts of one plan each: a feed of common size for the plausibility gate. */
const posts = (from: number): Record<string, readonly Plan[]> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => from + at).map((id) => [id, [plan('Mini', 1 + (id % 4), `$${5 + (id % 7)}/month`)]]),
  );

describe('a feed of posts', () => {
  it('publishes the plans of its posts, and an edited price as a change of the same offer', async () => {
    const first = await shop.live(
      'lowendtalk',
      feed({ ...posts(100), '99': [plan('Shed S', 1, '$12/month'), plan('Shed M', 2, '$20/month')] }),
      day(1),
    );
    expect(first).toMatchObject({ state: 'published', counts: { plans: 14, rejections: 0 } });
    const edited = feed({ ...posts(100), '99': [plan('Shed S', 1, '$14/month'), plan('Shed M', 2, '$20/month')] });
    const second = await shop.live('lowendtalk', edited, day(2));
    expect(second).toMatchObject({ state: 'published', counts: { added: 0, changed: 1, withdrawn: 0 } });
    expect(await shop.changes(second)).toEqual(['price lowendtalk:99+shed-s@-']);
    expect(await shop.periods('lowendtalk:99+shed-s@-')).toEqual(['01–01 12.00', '02–02 14.00 …']);
    expect(await shop.live('lowendtalk', edited, day(3))).toMatchObject({ state: 'unchanged' });
  });

  it('moves on: new posts are news, and those that have left it are neither missed nor held against it', async () => {
    await shop.live('lowendtalk', feed(posts(100)), day(1));
    const report = await shop.live('lowendtalk', feed(posts(108)), day(2));
    expect(report).toMatchObject({ state: 'published', counts: { plans: 12, added: 8, withdrawn: 0 } });
    await shop.live('lowendtalk', feed(posts(130)), day(3));
    await shop.live('lowendtalk', feed(posts(131)), day(4));
    expect(await shop.offer('lowendtalk:100+mini@-')).toMatchObject({ missedRuns: 0, withdrawn: false, lastSeenAt: day(1) });
    expect(await shop.row('lowendtalk:100+mini')).toMatchObject({ observedAt: day(1), withdrawn: false });
  });

  it('takes a plan back that was taken out of its post, after two readings', async () => {
    const two = { '99': [plan('Shed S', 1, '$12/month'), plan('Shed M', 2, '$20/month')] };
    const one = { '99': [plan('Shed S', 1, '$12/month')] };
    await shop.live('lowendtalk', feed({ ...posts(100), ...two }), day(1));
    expect(await shop.live('lowendtalk', feed({ ...posts(100), ...one }), day(2))).toMatchObject({ state: 'published' });
    const report = await shop.live('lowendtalk', feed({ ...posts(101), ...one }), day(3));
    expect(await shop.changes(report)).toContain('withdrawn lowendtalk:99+shed-m@-');
    expect(report.counts.withdrawn).toBe(1);
  });
});

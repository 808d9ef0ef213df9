import * as cheerio from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedId, plain } from '../../api/feeds/feed.ts';
import { jsonFeedSchema } from '../../api/schemas/feed.ts';
import { createDatabase, useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const first = { key: 'first', sold: { fsn: '5.00 EUR', ams: '5.00 EUR' } };
const evil = { key: '<b>&]]></b>', technology: 'unknown' as const, memoryMib: null, sold: { '-': '3.20 GBP' } };

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-21T12:00:00.000Z', [first]);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [first, evil]);
});

const get = (path: string, headers: Record<string, string> = {}) => testApp(database).app.request(path, { headers });
const xml = async (path: string) => cheerio.load(await (await get(path)).text(), { xml: true });
const json = async (path: string) => jsonFeedSchema.parse(await (await get(path)).json());

describe('/v1/feeds/offers', () => {
  it('is Atom of the newest rows, whose addresses are absolute', async () => {
    const answer = await get('/v1/feeds/offers.atom?currency=EUR');
    expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
    const $ = await xml('/v1/feeds/offers.atom?currency=EUR');
    expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
    expect($('feed > link[rel="self"]').attr('href')).toBe('http://localhost/v1/feeds/offers.atom?currency=EUR');
    expect($('feed > link[rel="alternate"]').attr('href')).toBe('http://localhost/?currency=EUR');
    expect($('feed > updated').text()).toBe('2026-11-22T12:00:00.000Z');
    const [newest, oldest] = $('entry').toArray();
    expect($('entry')).toHaveLength(2);
    expect($(oldest).find('title').text()).toBe(
      'Acme Hosting Acme first: 1 vCPU (shared), 2GB, 40GB nvme, 1TB transfer, 1Gbps, 5.00 EUR a month',
    );
    expect($(oldest).find('link').attr('href')).toBe('http://localhost/offers/acme%3Afirst');
    expect($(oldest).find('published').text()).toBe('2026-11-21T12:00:00.000Z');
    expect($(newest).find('id').text()).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(
      $(oldest)
        .find('category')
        .toArray()
        .map((one) => $(one).attr('term')),
    ).toEqual(['acme', 'vps', 'kvm', 'NL', 'DE']);
  });

  it('lets no markup of a page into a reader', async () => {
    const $ = await xml('/v1/feeds/offers.atom?technology=unknown');
    const title = $('entry > title');
    expect([title.attr('type'), cheerio.load(title.text()).text()]).toEqual([
      'html',
      expect.stringContaining('Acme <b>&]]></b>: 1 vCPU'),
    ]);
    expect(title.text()).not.toContain('<b>');
    expect(plain('a\u0000b\ud800c\uffff')).toBe('a b c');
    const { items } = await json('/v1/feeds/offers.json?technology=unknown');
    expect(items[0]?.title).toContain('<b>&]]></b>');
  });

  it('is JSON Feed 1.1 with the same entries', async () => {
    const answer = await get('/v1/feeds/offers.json?country=DE');
    expect(answer.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8');
    const feed = await json('/v1/feeds/offers.json?country=DE');
    expect(feed).toMatchObject({
      title: 'Stealtime: new offers with country=DE',
      feed_url: 'http://localhost/v1/feeds/offers.json?country=DE',
      items: [{ url: 'http://localhost/offers/acme%3Afirst', date_modified: '2026-11-21T12:00:00.000Z' }],
    });
    const $ = await xml('/v1/feeds/offers.atom?country=DE');
    expect(feed.items.map(({ id }) => id)).toEqual([$('entry > id').text()]);
    expect(feed.items[0]?.content_text).toMatch(
      /^1 vCPU .*Virtualization technology: kvm \(provider-fact, confidence high\)\. Sold in Amsterdam \(NL\), Falkenstein \(DE\)\. Price: /,
    );
  });

  it('links under the public address, under which ids stay what they are', async () => {
    const { app } = testApp(database, { publicUrl: 'https://deals.example/' });
    const feed = jsonFeedSchema.parse(await (await app.request('/v1/feeds/offers.json?country=DE')).json());
    expect([feed.feed_url, feed.items[0]?.url]).toEqual([
      'https://deals.example/v1/feeds/offers.json?country=DE',
      'https://deals.example/offers/acme%3Afirst',
    ]);
    expect(feed.items[0]?.id).toBe((await json('/v1/feeds/offers.json?country=DE')).items[0]?.id);
    expect(feed.items[0]?.id).toBe(feedId('row acme:first'));
  });

  it('says 304 to who has it, whatever the hour, until something changes', async () => {
    for (const form of ['atom', 'json']) {
      const tag = (await get(`/v1/feeds/offers.${form}`)).headers.get('ETag') ?? '';
      const later = testApp(database, { now: () => Date.parse('2026-11-29T12:00:00Z') }).app;
      const again = await later.request(`/v1/feeds/offers.${form}`, { headers: { 'If-None-Match': tag } });
      expect([again.status, again.headers.get('Cache-Control')]).toEqual([304, 'public, max-age=300']);
    }
    const tag = (await get('/v1/feeds/offers.atom')).headers.get('ETag') ?? '';
    await publishPlans(database, '2026-11-22T15:00:00.000Z', [first, evil]);
    expect((await get('/v1/feeds/offers.atom', { 'If-None-Match': tag })).status).toBe(304);
    await publishPlans(database, '2026-11-22T18:00:00.000Z', [{ ...first, sold: { fsn: '4.00 EUR', ams: '4.00 EUR' } }, evil]);
    expect((await get('/v1/feeds/offers.atom', { 'If-None-Match': tag })).status).toBe(200);
    const feed = await json('/v1/feeds/offers.json?country=DE');
    expect(feed.items[0]).toMatchObject({ id: feedId('row acme:first'), date_modified: '2026-11-22T18:00:00.000Z' });
  });

  it('is a feed also where nothing is found, and where nothing was ever published', async () => {
    const $ = await xml('/v1/feeds/offers.atom?provider=nobody');
    expect([$('entry').length, $('feed > updated').text()]).toEqual([0, '2026-11-22T18:00:00.000Z']);
    const empty = await createDatabase();
    const answer = await testApp(empty).app.request('/v1/feeds/offers.atom');
    expect(await answer.text()).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    await empty.close();
  });

  it('has 100 entries at most', async () => {
    const many = await createDatabase();
    await seedAcme(many);
    const plans = Array.from({ length: 101 }, (_, index) => ({ key: `p${index}`, sold: { fsn: '5.00 EUR' } }));
    await publishPlans(many, '2026-11-22T12:00:00.000Z', plans);
    const feed = jsonFeedSchema.parse(await (await testApp(many).app.request('/v1/feeds/offers.json')).json());
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(100);
    await many.close();
  });

  it.each(['sort=price', 'limit=5', 'cursor=x', 'view=full', 'minMemory=lots'])('does not take %s', async (query) => {
    for (const form of ['atom', 'json']) {
      const answer = await get(`/v1/feeds/offers.${form}?${query}`);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
    }
  });
});

describe('/v1/feeds/changes', () => {
  const changed = useDatabase();
  const ask = (path: string) => testApp(changed).app.request(path);
  const small = (sold: Record<string, string>, memoryMib = 2048) => ({ key: 'small', memoryMib, sold });

  beforeAll(async () => {
    await seedAcme(changed);
    await publishPlans(changed, '2026-11-20T12:00:00.000Z', [small({ fsn: '5.00 EUR', ams: '5.00 EUR' })]);
    await publishPlans(changed, '2026-11-21T12:00:00.000Z', [small({ fsn: '4.00 EUR', ams: '4.00 EUR' })]);
    await publishPlans(changed, '2026-11-22T12:00:00.000Z', [small({ fsn: '4.00 EUR', ams: '4.00 EUR' }, 4096)]);
  });

  it('tells events of the API, newest first, each under an id of its own', async () => {
    const feed = jsonFeedSchema.parse(await (await ask('/v1/feeds/changes.json')).json());
    const { data } = (await (await ask('/v1/changes')).json()) as { data: { id: string; observedAt: string }[] };
    expect(feed.items.map((item) => [item.id, item.date_published])).toEqual(
      data.map(({ id, observedAt }) => [feedId(`change ${id}`), observedAt]),
    );
    expect(feed.items.map(({ title }) => title)).toEqual([
      'Changed: Acme Hosting Acme small',
      'Price changed: Acme Hosting Acme small: 5.00 to 4.00 EUR a month (-20 %)',
      expect.stringMatching(/^New: Acme Hosting Acme small/),
    ]);
    expect(feed.items[0]?.content_text).toContain('memory.mib: 2048 to 4096.');
    expect(feed.items[1]).toMatchObject({
      url: 'http://localhost/offers/acme%3Asmall',
      content_text: expect.stringContaining('Offers: acme:small@ams, acme:small@fsn.'),
      tags: ['price', 'acme'],
    });
  });

  it('is Atom with the same entries, filtered like changes', async () => {
    const answer = await ask('/v1/feeds/changes.atom?kind=price&country=DE');
    expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
    const $ = cheerio.load(await answer.text(), { xml: true });
    expect($('entry > title').text()).toBe('Price changed: Acme Hosting Acme small: 5.00 to 4.00 EUR a month (-20 %)');
    expect($('feed > updated').text()).toBe('2026-11-21T12:00:00.000Z');
    expect($('feed > title').text()).toBe('Stealtime: changes with kind=price, country=DE');
    const none = cheerio.load(await (await ask('/v1/feeds/changes.atom?country=US')).text(), { xml: true });
    expect(none('entry')).toHaveLength(0);
  });

  it('leads to pages of the API', async () => {
    const feed = jsonFeedSchema.parse(await (await ask('/v1/feeds/changes.json')).json());
    for (const { url } of feed.items) expect((await ask(`/v1${new URL(url).pathname}`)).status).toBe(200);
  });

  it.each(['limit=5', 'cursor=x', 'kind=odd', 'since=never', 'view=full'])('does not take %s', async (query) => {
    for (const form of ['atom', 'json']) expect((await ask(`/v1/feeds/changes.${form}?${query}`)).status).toBe(400);
  });
});

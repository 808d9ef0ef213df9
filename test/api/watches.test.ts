/** Watches by API: made, shown, changed, tested, ended; each by its subscriber alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_WATCHES, TESTS_AN_HOUR } from '../../db/queries/watches/watches.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from '../watches/support/post-office.ts';
import { bearerOf, emptyAll, watching, watchingApi } from '../watches/support/watching.ts';

const database = useDatabase();
const START = '2026-11-23T12:00:00.000Z';

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
  await publishPlans(database, '2026-11-23T11:00:00.000Z', [
    { key: 'a', sold: { fsn: '6.00 EUR', dal: '7.00 EUR' } },
    { key: 'b', sold: { fsn: '3.00 EUR' } },
  ]);
});

async function setUp() {
  const office = await openPostOffice();
  const world = watching(database, START, { smtp: office.url });
  await world.match();
  const privateHosts = new Set(['intranet.example', 'localhost']);
  const api = watchingApi(database, () => world.clock.now, {
    addressKind: async (url) => (privateHosts.has(new URL(url).hostname) ? 'private' : 'public'),
  });
  await world.subscriber('ann@example.org');
  await world.subscriber('bob@example.org');
  const as = (name: string) => (method: string, path: string, body?: unknown) =>
    api.ask(method, path, body, bearerOf(`${name}@example.org`));
  return { office, world, api, ann: as('ann'), bob: as('bob') };
}

const BELOW = { filter: { country: 'DE' }, rule: 'price-below', threshold: 5, currency: 'EUR' };

describe('a new watch', () => {
  it('says in words what it waits for, and what is true already', async () => {
    const { ann } = await setUp();
    const { status, body } = await ann('POST', '/v1/watches', BELOW);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: expect.stringContaining('country DE'),
      state: 'active',
      threshold: '5.00',
      channel: 'email',
      delivery: 'immediate',
      webhookSecret: null,
      already: { count: 1, complete: true, examples: [{ planId: 'acme:b' }] },
    });
    expect(await ann('GET', `/v1/watches/${body.id}`)).toMatchObject({ status: 200, body: { id: body.id } });
    expect((await ann('GET', '/v1/watches')).body.data).toHaveLength(1);
  });

  it.each([
    [{ rule: 'price-below', threshold: 5 }, 'filter'],
    [{ ...BELOW, threshold: null }, 'threshold'],
    [{ ...BELOW, threshold: -1 }, 'threshold'],
    [{ ...BELOW, threshold: 'five' }, 'threshold'],
    [{ ...BELOW, currency: 'XXX' }, 'currency'],
    [{ ...BELOW, filter: { countri: 'DE' } }, 'filter.countri'],
    [{ ...BELOW, filter: { minMemory: 'much' } }, 'filter.minMemory'],
    [{ ...BELOW, offerId: 'acme:a' }, 'offerId'],
    [{ offerId: 'acme:nothing', rule: 'restock' }, 'offerId'],
    [{ filter: {}, rule: 'whenever' }, 'rule'],
    [{ filter: {}, rule: 'price-drop-pct', threshold: 250 }, 'threshold'],
    [{ filter: {}, rule: 'any-change', delivery: 'digest' }, 'digest'],
    [
      { filter: {}, rule: 'any-change', delivery: 'digest', digest: { weekday: 'monday', hour: 9, timeZone: 'Mars/Base' } },
      'digest.timeZone',
    ],
    [{ filter: {}, rule: 'any-change', expiresAt: '2026-11-22T00:00:00Z' }, 'expiresAt'],
    [{ filter: {}, rule: 'any-change', channel: 'http://hooks.example/a' }, 'channel'],
    [{ filter: {}, rule: 'any-change', channel: 'https://user:word@hooks.example/a' }, 'channel'],
    [{ filter: {}, rule: 'any-change', channel: 'https://intranet.example/a' }, 'channel'],
    [{ filter: {}, rule: 'any-change', channel: 'https://localhost/a' }, 'channel'],
  ])('%j is refused for its %s', async (wish, field) => {
    const { ann } = await setUp();
    const { status, body } = await ann('POST', '/v1/watches', wish);
    expect(status).toBe(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await database.sql`select * from watches`).toEqual([]);
  });

  it('by webhook answers the secret that its messages are signed with, once', async () => {
    const { ann } = await setUp();
    const { body } = await ann('POST', '/v1/watches', { ...BELOW, channel: 'https://hooks.slack.com/services/x' });
    expect(body).toMatchObject({ template: 'slack', webhookSecret: expect.stringMatching(/^whsec_[\w+/=]{24,}$/) });
    expect((await ann('GET', `/v1/watches/${body.id}`)).body.webhookSecret).toBeUndefined();
  });

  it('beyond the limit is a conflict', async () => {
    const { ann } = await setUp();
    await ann('POST', '/v1/watches', { filter: {}, rule: 'new-offer' });
    await database.sql`insert into watches (subscriber_id, state, rule, filter_id, params, currency, channel, delivery, since_change, digested_change, created_at)
      select subscriber_id, state, rule, filter_id, params, currency, channel, delivery, since_change, digested_change, created_at
      from watches, generate_series(2, ${MOST_WATCHES})`;
    expect((await ann('POST', '/v1/watches', { filter: {}, rule: 'restock' })).status).toBe(409);
  });
});

describe('a watch', () => {
  it('is its subscriber’s alone', async () => {
    const { ann, bob, api } = await setUp();
    const { id } = (await ann('POST', '/v1/watches', BELOW)).body;
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { paused: true }],
      ['DELETE', ''],
      ['GET', '/deliveries'],
      ['POST', '/test'],
    ] as const) {
      expect((await bob(method, `/v1/watches/${id}${path}`, body)).status, `${method} ${path}`).toBe(404);
      const without = await api.ask(method, `/v1/watches/${id}${path}`, body);
      expect([without.status, without.headers.get('www-authenticate')], `${method} ${path}`).toEqual([
        401,
        expect.stringMatching(/^Bearer/),
      ]);
    }
    expect((await ann('GET', `/v1/watches/${id}`)).body.state).toBe('active');
    expect((await bob('GET', '/v1/watches')).body.data).toEqual([]);
    expect((await ann('GET', '/v1/watches/not-an-id')).status).toBe(404);
  });

  it('that is changed begins anew, and tells what is true by then in the answer', async () => {
    const { ann, world, office } = await setUp();
    const { id } = (await ann('POST', '/v1/watches', { ...BELOW, threshold: 1 })).body;
    const changed = await ann('PATCH', `/v1/watches/${id}`, { threshold: '6.5' });
    expect(changed.body).toMatchObject({ id, threshold: '6.50', filter: { country: 'DE' }, already: { count: 2 } });
    expect((await ann('PATCH', `/v1/watches/${id}`, { threshold: 'x' })).status).toBe(400);
    await publishPlans(database, '2026-11-23T12:30:00.000Z', [
      { key: 'a', sold: { fsn: '5.90 EUR', dal: '7.00 EUR' } },
      { key: 'b', sold: { fsn: '3.00 EUR' } },
    ]);
    world.clock.now = Date.parse('2026-11-23T12:31:00.000Z');
    await world.settle();
    expect(office.mails).toEqual([]);
  });

  it('that is paused tells nothing, and nothing of that time once it goes on', async () => {
    const { ann, world, office } = await setUp();
    const { id } = (await ann('POST', '/v1/watches', { filter: {}, rule: 'any-change' })).body;
    await ann('PATCH', `/v1/watches/${id}`, { paused: true });
    const tick = async (minutes: number, price: string) => {
      const at = Date.parse(START) + minutes * 60_000;
      await publishPlans(database, new Date(at).toISOString(), [
        { key: 'a', sold: { fsn: price, dal: '7.00 EUR' } },
        { key: 'b', sold: { fsn: '3.00 EUR' } },
      ]);
      world.clock.now = at + 1000;
      await world.settle();
    };
    await tick(10, '5.50 EUR');
    expect((await ann('PATCH', `/v1/watches/${id}`, { paused: false })).body.state).toBe('active');
    await tick(20, '5.50 EUR');
    expect(office.mails).toEqual([]);
    await tick(30, '5.00 EUR');
    expect(office.mails).toHaveLength(1);
    const { data } = (await ann('GET', `/v1/watches/${id}/deliveries`)).body;
    expect(data).toMatchObject([
      { kind: 'alert', state: 'sent', attempts: 1, items: [{ kind: 'price', price: { own: { from: '5.50', to: '5.00' } } }] },
    ]);
  });

  it('sends a test when asked, a few times an hour', async () => {
    const { ann, world, office } = await setUp();
    const { id, title } = (await ann('POST', '/v1/watches', BELOW)).body;
    for (let times = 0; times < TESTS_AN_HOUR; times++) expect((await ann('POST', `/v1/watches/${id}/test`)).status).toBe(202);
    expect((await ann('POST', `/v1/watches/${id}/test`)).status).toBe(429);
    await world.deliver();
    expect(office.mails).toHaveLength(TESTS_AN_HOUR);
    expect(office.mails[0]?.subject).toBe(`Test: ${title}`);
    world.clock.now += 3_600_001;
    expect((await ann('POST', `/v1/watches/${id}/test`)).status).toBe(202);
  });

  it('of one offer hears of that offer, of a row of all its places', async () => {
    const { ann, world, office } = await setUp();
    const one = (await ann('POST', '/v1/watches', { offerId: 'acme:a@fsn', rule: 'any-change' })).body;
    const all = (await ann('POST', '/v1/watches', { offerId: 'acme:a', rule: 'any-change' })).body;
    expect([one.offerId, all.offerId]).toEqual(['acme:a@fsn', 'acme:a']);
    await publishPlans(database, '2026-11-23T12:30:00.000Z', [
      { key: 'a', sold: { fsn: '6.00 EUR', dal: '5.00 EUR' } },
      { key: 'b', sold: { fsn: '3.00 EUR' } },
    ]);
    world.clock.now = Date.parse('2026-11-23T12:31:00.000Z');
    await world.settle();
    expect(office.mails).toHaveLength(1);
    expect(office.mails[0]?.text).toContain('Dallas');
    const told = await Promise.all([one, all].map(({ id }) => ann('GET', `/v1/watches/${id}/deliveries`)));
    expect(told.map(({ body }) => body.data.length)).toEqual([0, 1]);
  });

  it('that has ended is gone', async () => {
    const { ann } = await setUp();
    const { id } = (await ann('POST', '/v1/watches', BELOW)).body;
    expect((await ann('DELETE', `/v1/watches/${id}`)).status).toBe(204);
    expect((await ann('GET', `/v1/watches/${id}`)).status).toBe(404);
    expect((await ann('GET', '/v1/watches')).body.data).toEqual([]);
  });
});

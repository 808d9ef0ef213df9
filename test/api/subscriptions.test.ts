/** An address asks, confirms, sees what is kept of it, and is forgotten. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RATE_LIMIT } from '../../api/env.ts';
import { LINKS_AN_HOUR } from '../../api/http/link-limit.ts';
import { CONFIRMATIONS, purgeWatching } from '../../db/queries/watches/subscribers.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from '../watches/support/post-office.ts';
import { emptyAll, signer, watching, watchingApi } from '../watches/support/watching.ts';

const database = useDatabase();
const START = '2026-11-23T12:00:00.000Z';

beforeEach(() => emptyAll(database));

async function setUp() {
  const office = await openPostOffice();
  const world = watching(database, START, { smtp: office.url });
  const api = watchingApi(database, () => world.clock.now);
  /** Asks for a link, and answers the token that came by mail. */
  const linkFor = async (email: string) => {
    await api.ask('POST', '/v1/subscriptions', { email });
    const before = office.mails.length;
    await world.deliver();
    return /confirm\?token=(\S+)/.exec(office.mails[before]?.text ?? '')?.[1] ?? null;
  };
  const confirm = (token: string | null) => api.ask('POST', '/v1/subscriptions/confirm', { token });
  return { office, world, api, linkFor, confirm };
}

describe('asking', () => {
  it('is answered alike for an address that is new, known, suppressed, or asked for too often', async () => {
    const { api, linkFor, confirm } = await setUp();
    await confirm(await linkFor('known@example.org'));
    await database.sql`insert into suppressions (address_hash, reason, at) values
      (${signer.addressHash('gone@example.org')}, 'bounce', ${START})`;
    for (let times = 0; times < CONFIRMATIONS.hour; times++) await linkFor('often@example.org');
    const answers = [];
    for (const name of ['new', 'known', 'gone', 'often']) {
      const { status, body, headers } = await api.ask('POST', '/v1/subscriptions', { email: `${name}@example.org` });
      const { 'x-request-id': _id, ...same } = Object.fromEntries(headers);
      answers.push(JSON.stringify([status, body, same]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('202');
  });

  it('mails one address a few times an hour and a day at most, and says nothing to who is suppressed', async () => {
    const { world, office, linkFor } = await setUp();
    for (let times = 0; times < 6; times++) await linkFor('ann@example.org');
    expect(office.mails).toHaveLength(CONFIRMATIONS.hour);
    for (let hours = 0; hours < 12; hours++) {
      world.clock.now += 3_600_000;
      await linkFor('ann@example.org');
    }
    expect(office.mails).toHaveLength(CONFIRMATIONS.day);
    await database.sql`insert into suppressions (address_hash, reason, at) values
      (${signer.addressHash('gone@example.org')}, 'complaint', ${START})`;
    expect(await linkFor('Gone@Example.org')).toBeNull();
  });

  it.each(['', 'ann', 'ann@', '@example.org', 'ann@example', 'ann@example.org\r\nBcc: bob@example.org', 'a b@example.org'])(
    'refuses %j',
    async (email) => {
      const { api } = await setUp();
      const { status, body } = await api.ask('POST', '/v1/subscriptions', { email });
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'email']);
    },
  );
});

it('one client asks for a few links an hour, whatever the addresses', async () => {
  const api = watchingApi(database, () => Date.parse(START), { rateLimit: DEFAULT_RATE_LIMIT });
  const statuses = [];
  for (let number = 0; number < LINKS_AN_HOUR + 2; number++) {
    const { status } = await api.ask('POST', '/v1/subscriptions', { email: `reader${number}@example.org` });
    statuses.push(status);
  }
  expect(statuses).toEqual([...Array.from({ length: LINKS_AN_HOUR }, () => 202), 429, 429]);
});

describe('a link', () => {
  it('works once, for two days, and is stored as a hash only', async () => {
    const { world, linkFor, confirm } = await setUp();
    const [used, late] = [await linkFor('ann@example.org'), await linkFor('ann@example.org')];
    const stored = JSON.stringify([
      await database.sql`select * from access_tokens`,
      await database.sql`select content from deliveries`,
    ]);
    expect(used).toMatch(/^c\./);
    expect(stored).not.toContain(used);
    const first = await confirm(used);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await confirm(used)).toMatchObject({ status: 400, body: { errors: [{ field: 'token' }] } });
    world.clock.now += 48 * 3_600_000 + 1;
    expect(await confirm(late)).toMatchObject({ status: 400 });
    expect(JSON.stringify(await database.sql`select * from access_tokens`)).not.toContain(first.body.token);
  });

  it('of another purpose, or altered, is none', async () => {
    const { confirm, linkFor } = await setUp();
    const link = (await linkFor('ann@example.org')) ?? '';
    const altered = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [altered, signer.token('watch', link.split('.')[1] ?? ''), 'c', '..', 'x'.repeat(200)]) {
      expect((await confirm(token)).status).toBe(400);
    }
    expect((await confirm(link)).status).toBe(200);
  });
});

describe('what is kept', () => {
  it('is everything that an export shows, and nothing after an erasure', async () => {
    const { api, world, linkFor, confirm } = await setUp();
    await seedAcme(database);
    await publishPlans(database, '2026-11-23T11:00:00.000Z', [{ key: 'a', sold: { fsn: '6.00 EUR' } }]);
    const { token } = (await confirm(await linkFor('ann@example.org'))).body;
    const wish = { filter: { country: 'DE' }, rule: 'price-below', threshold: 9, currency: 'EUR' };
    await api.ask('POST', '/v1/watches', wish, token);
    const { body } = await api.ask('GET', '/v1/subscriptions', undefined, token);
    expect(body).toMatchObject({
      email: 'ann@example.org',
      confirmedAt: START,
      watches: [{ rule: 'price-below', threshold: '9.00', filter: { country: 'DE' } }],
      deliveries: [{ kind: 'confirm', state: 'sent', channel: 'email' }],
    });
    await world.deliver();
    expect((await api.ask('DELETE', '/v1/subscriptions', undefined, token)).status).toBe(204);
    expect((await api.ask('GET', '/v1/subscriptions', undefined, token)).status).toBe(401);
    for (const table of ['subscribers', 'watches', 'watch_memories', 'deliveries', 'access_tokens']) {
      expect(await database.sql`select * from ${database.sql(table)}`, table).toEqual([]);
    }
  });

  it('is forgotten when its time is over', async () => {
    const { api, linkFor, confirm } = await setUp();
    const { token } = (await confirm(await linkFor('ann@example.org'))).body;
    await linkFor('never@example.org');
    await purgeWatching(database.sql, '2026-12-01T12:00:01.000Z');
    expect((await database.sql`select email from subscribers`).map(({ email }) => email)).toEqual(['ann@example.org']);
    await purgeWatching(database.sql, '2027-02-22T12:00:01.000Z');
    expect((await api.ask('GET', '/v1/subscriptions', undefined, token)).body.deliveries).toEqual([]);
  });

  it('stands in no log', async () => {
    const { api, world, linkFor, confirm } = await setUp();
    const { token } = (await confirm(await linkFor('ann@example.org'))).body;
    await api.ask('GET', '/v1/subscriptions', undefined, token);
    await api.ask('POST', '/v1/subscriptions', { email: 'bob@example.org; drop' });
    const logged = [...api.lines, ...world.log.lines].join('\n');
    expect(logged.length).toBeGreaterThan(0);
    for (const secret of ['ann@', 'bob@', token]) expect(logged).not.toContain(secret);
  });
});

/** One click of a mail program (RFC 8058), and the page that a person sees. */
import { beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from '../watches/support/post-office.ts';
import { emptyAll, signer, watching, watchingApi } from '../watches/support/watching.ts';

const database = useDatabase();
const START = '2026-11-23T12:00:00.000Z';

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
  await publishPlans(database, '2026-11-23T11:00:00.000Z', [{ key: 'a', sold: { fsn: '6.00 EUR' } }]);
});

async function setUp() {
  const office = await openPostOffice();
  const world = watching(database, START, { smtp: office.url });
  await world.match();
  const subscriber = await world.subscriber('ann@example.org');
  const { id } = await world.watch(subscriber, { filter: {}, rule: 'any-change' });
  const { app } = watchingApi(database, () => world.clock.now);
  const click = (token: string, init: RequestInit = {}) =>
    app.request(`/v1/unsubscribe?token=${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      ...init,
    });
  const stateOf = async () => (await database.sql`select state from watches where watch_id = ${id}`)[0]?.state;
  return { office, world, subscriber, id, click, stateOf };
}

it.each([
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
  ['a multipart form', { 'Content-Type': 'multipart/form-data; boundary=b' }, '--b\r\n\r\nOne-Click\r\n--b--\r\n'],
  ['nothing', {}, null],
])('one click with %s ends the watch at once, what was queued with it', async (_what, headers, body) => {
  const { office, world, id, click, stateOf } = await setUp();
  await publishPlans(database, '2026-11-23T12:10:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
  world.clock.now = Date.parse('2026-11-23T12:11:00.000Z');
  await world.match();
  const answer = await click(signer.token('watch', id), { headers, body } as RequestInit);
  expect([answer.status, await answer.json(), await stateOf()]).toEqual([200, { ended: 'watch' }, 'ended']);
  expect(await world.deliver()).toMatchObject({ sent: 0 });
  expect(office.mails).toEqual([]);
});

it('asks for no cookie and no login, and twice is as good as once', async () => {
  const { id, click } = await setUp();
  for (let times = 0; times < 2; times++) {
    const answer = await click(signer.token('watch', id));
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  }
});

it('opening the address ends nothing: programs look at links before people do', async () => {
  const { id, click, stateOf } = await setUp();
  for (const method of ['GET', 'HEAD']) await click(signer.token('watch', id), { method, body: null });
  expect(await stateOf()).toBe('active');
});

it('a token of another watch, altered, or of another purpose ends nothing', async () => {
  const { id, subscriber, click, stateOf } = await setUp();
  const good = signer.token('watch', id);
  const cut = good.split('.').slice(0, 2).join('.');
  for (const bad of ['x', cut, `${good}x`, signer.token('confirm', id), good.replace(id, subscriber)]) {
    expect((await click(bad)).status, bad).toBe(400);
  }
  expect(await stateOf()).toBe('active');
});

it('ends one watch, not the others, nor those of others', async () => {
  const { world, subscriber, id, click } = await setUp();
  const other = await world.watch(subscriber, { filter: {}, rule: 'restock' });
  const bob = await world.subscriber('bob@example.org');
  const his = await world.watch(bob, { filter: {}, rule: 'any-change' });
  await click(signer.token('watch', id));
  const active = await database.sql`select watch_id as id from watches where state = 'active'`;
  expect(active.map((row) => row.id).toSorted()).toEqual([other.id, his.id].toSorted());
});

/** What could not be delivered, and addresses that get no mail, as an operator sees and mends them. */
import { beforeEach, expect, it } from 'vitest';
import { createSigner } from '../../domain/watch/signed-token.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from '../watches/support/post-office.ts';
import { emptyAll, signer, watching } from '../watches/support/watching.ts';
import { operator } from './admin-support.ts';

const database = useDatabase();
const at = (hours: number) => new Date(Date.parse('2026-11-23T00:00:00.000Z') + hours * 3_600_000).toISOString();

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

it('a dead letter is listed with its reason and without the address, and is sent once it is revived', async () => {
  const office = await openPostOffice();
  office.refuse = { code: 554, message: '5.3.4 <ann@example.org>: message too large' };
  const world = watching(database, at(0), { smtp: office.url });
  await publishPlans(database, at(0), [{ key: 'a', sold: { fsn: '6.00 EUR' } }]);
  await world.match();
  const ann = await world.subscriber('ann@example.org');
  await world.watch(ann, { filter: {}, rule: 'any-change' });
  await publishPlans(database, at(1), [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
  for (let hours = 1; hours < 60; hours += 1) {
    world.clock.now = Date.parse(at(hours));
    await world.settle();
  }
  const api = operator(database, {
    signer,
    now: () => world.clock.now,
    queue: { enqueue: async () => ({ state: 'already-queued' as const }) },
  });
  const listed = await api.get('/admin/deliveries');
  const { data } = (await listed.json()) as { data: { id: string }[] };
  expect(data).toMatchObject([
    { kind: 'alert', channel: 'email', state: 'dead', lastError: expect.stringContaining('message too large') },
  ]);
  expect(JSON.stringify(data)).not.toContain('ann@');
  office.refuse = null;
  const revived = await api.post(`/admin/deliveries/${data[0]?.id}/retry`);
  expect(revived.status).toBeLessThan(300);
  expect(await world.deliver()).toMatchObject({ sent: 1 });
  expect((await api.post(`/admin/deliveries/${data[0]?.id}/retry`)).status).toBe(404);
  expect(await (await api.get('/admin/deliveries?state=sent')).json()).toMatchObject({
    data: [{ kind: 'alert' }, { kind: 'confirm' }],
  });
});

it('an address that complained gets nothing until the operator takes that back', async () => {
  const office = await openPostOffice();
  const world = watching(database, at(0), { smtp: office.url });
  const api = operator(database, { signer });
  const wish = { email: 'Ann@example.org', reason: 'complaint' };
  expect((await api.post('/admin/suppressions', wish)).status).toBeLessThan(300);
  const stored = await database.sql`select address_hash as hash, reason from suppressions`;
  expect([...stored]).toEqual([{ hash: signer.addressHash('ann@example.org'), reason: 'complaint' }]);
  expect(createSigner('another key').addressHash('ann@example.org')).not.toBe(stored[0]?.hash);
  await publishPlans(database, at(0), [{ key: 'a', sold: { fsn: '6.00 EUR' } }]);
  await world.match();
  await database.sql`insert into subscribers (email, created_at, confirmed_at) values ('ann@example.org', ${at(0)}, ${at(0)})`;
  const [ann] = await database.sql`select subscriber_id as id from subscribers`;
  await world.watch(String(ann?.id), { filter: {}, rule: 'any-change' });
  await publishPlans(database, at(1), [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
  world.clock.now = Date.parse(at(1));
  expect(await world.settle()).toMatchObject({ sent: 0, cancelled: 1 });
  expect(office.mails).toEqual([]);
});

it.each([
  [{ email: 'nobody', reason: 'bounce' }, 400],
  [{ email: 'ann@example.org', reason: 'mood' }, 400],
])('refuses %j', async (body, status) => {
  expect((await operator(database, { signer }).post('/admin/suppressions', body)).status).toBe(status);
});

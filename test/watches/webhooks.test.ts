/** What receivers of webhooks get, at a real server over TLS; signatures are verified by the library that receivers use. */
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSelfSigned } from '../net/support/self-signed.ts';
import { serveSite } from '../net/support/site.ts';
import { useDatabase } from '../support/database.ts';
import { seedAcme } from '../support/publish-fixture.ts';
import { acmeWorld, inFalkenstein } from './support/acme-world.ts';
import { emptyAll, signer } from './support/watching.ts';

const database = useDatabase();
const certificate = makeSelfSigned(['hooks.example']);
const HOUR = 3_600_000;

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

/** A receiver on this machine that answers with `status`, and a world whose webhooks reach it. */
async function openReceiver({ isTrusted = true, start = new Date().toISOString() } = {}) {
  const got: { readonly path: string; readonly headers: Record<string, string>; readonly body: string }[] = [];
  const answers = { status: 204 };
  const take = (path: string) => (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ path, headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answers.status, { Location: '/elsewhere' }).end();
    });
  };
  const site = await serveSite({ '/hook': take('/hook'), '/elsewhere': take('/elsewhere') }, certificate);
  const door = { trustedCa: certificate.cert, allowPrivate: (hostname: string) => isTrusted && hostname === '127.0.0.1' };
  const world = await acmeWorld(database, start, door);
  const hour = (hours: number) => new Date(Date.parse(start) + hours * HOUR).toISOString();
  await world.tick(hour(-1), inFalkenstein('6.00 EUR'));
  const subscriber = await world.subscriber('ann@example.org');
  world.goTo(start);
  const url = `${site.origin}/hook`;
  const watch = (more: Record<string, unknown> = {}) =>
    world.watch(subscriber, {
      filter: { country: 'DE' },
      rule: 'any-change',
      channel: url,
      ...more,
    });
  return { got, answers, world, hour, watch };
}

describe('a receiver', () => {
  it('verifies what it gets with the library, and nothing that was changed on the way', async () => {
    const { got, world, hour, watch } = await openReceiver();
    const { id } = await watch({ template: 'standard' });
    expect(await world.tick(hour(0.01), inFalkenstein('4.00 EUR'))).toMatchObject({ sent: 1 });
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const webhook = new Webhook(signer.webhookSecret(id));
    const event = webhook.verify(body, headers) as { type: string; data: { items: { price: { own: unknown } }[] } };
    expect(event.type).toBe('watch.alert');
    expect(event.data.items.map(({ price }) => price.own)).toEqual([{ from: '6.00', to: '4.00', currency: 'EUR' }]);
    expect(body).not.toContain('ann@example.org');
    expect(() => webhook.verify(body.replace('4.00', '1.00'), headers)).toThrow(/signature/i);
    expect(() => new Webhook(signer.webhookSecret('another')).verify(body, headers)).toThrow(/signature/i);
    expect(world.office.mails).toEqual([]);
  });

  it.each([
    ['slack', 'text', 'Price fell: Acme Hosting Big &lt;b&gt; @everyone'],
    ['discord', 'content', 'Price fell: Acme Hosting Big \\<b\\> \\@everyone'],
  ])('%s shows it as text, whatever a seller writes into a name', async (template, field, words) => {
    const { got, world, hour, watch } = await openReceiver();
    await watch({ template });
    const named = (price: string) => inFalkenstein(price, { name: 'Big <b> @everyone' });
    await world.tick(hour(0.01), named('5.00 EUR'));
    await world.tick(hour(0.02), named('4.00 EUR'));
    const said = JSON.parse(got.at(-1)?.body ?? '{}') as Record<string, unknown>;
    expect(said[field]).toContain(words);
    expect(said[field]).toContain('5.00 → 4.00 EUR');
    if (template === 'discord') expect(said.allowed_mentions).toEqual({ parse: [] });
  });

  it('by ntfy has a title in plain letters and leads to the offer', async () => {
    const { got, world, hour, watch } = await openReceiver();
    await watch({ template: 'ntfy' });
    const named = (price: string) => inFalkenstein(price, { name: 'Größe →1\r\nX-Injected: 1' });
    await world.tick(hour(0.01), named('6.00 EUR'));
    await world.tick(hour(0.02), named('4.00 EUR'));
    const { headers, body } = got.at(-1) ?? { headers: {} as Record<string, string>, body: '' };
    expect(headers.title).toMatch(/^[\x20-\x7e]+$/);
    expect(headers['x-injected']).toBeUndefined();
    expect(headers.click).toBe('https://stealtime.example/offers/acme:a');
    expect(body).toContain('6.00 → 4.00 EUR');
  });

  it('is not followed elsewhere', async () => {
    const { got, answers, world, hour, watch } = await openReceiver();
    await watch();
    answers.status = 307;
    expect(await world.tick(hour(0.01), inFalkenstein('4.00 EUR'))).toMatchObject({ sent: 0, queued: 1 });
    expect(got.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('at a private address is never reached', async () => {
    const { got, world, hour, watch } = await openReceiver({ isTrusted: false });
    await watch();
    expect(await world.tick(hour(0.01), inFalkenstein('4.00 EUR'))).toMatchObject({ sent: 0, queued: 1 });
    expect(got).toEqual([]);
    const [delivery] = await database.sql`select last_error as error from deliveries where kind = 'alert'`;
    expect(delivery?.error).toMatch(/private|not public/);
  });
});

describe('a receiver that fails', () => {
  it('gets one event again, under one id, until it takes it', async () => {
    const { got, answers, world, hour, watch } = await openReceiver();
    await watch();
    answers.status = 503;
    await world.tick(hour(1), inFalkenstein('4.00 EUR'));
    world.goTo(hour(1.5));
    expect(await world.deliver()).toMatchObject({ sent: 0, queued: 1 });
    answers.status = 200;
    world.goTo(hour(2));
    expect(await world.deliver()).toMatchObject({ sent: 1 });
    expect(await world.deliver()).toMatchObject({ sent: 0 });
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(got).toHaveLength(3);
  });

  it('for days has its watch switched off, with one mail that says so', async () => {
    const { answers, world, hour, watch } = await openReceiver();
    const { id } = await watch();
    answers.status = 500;
    await world.tick(hour(1), inFalkenstein('4.00 EUR'));
    for (let hours = 2; hours <= 80; hours += 2) {
      world.goTo(hour(hours));
      await world.deliver();
    }
    const [stored] = await database.sql`select state from watches where watch_id = ${id}`;
    expect(stored?.state).toBe('muted');
    const [mail, ...others] = world.office.mails;
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Your watch is switched off/);
    expect(mail?.text).toContain('has not taken a message for days');
    expect(await world.tick(hour(81), inFalkenstein('3.00 EUR'))).toMatchObject({ sent: 0 });
  });

  it('with 410 is switched off at once', async () => {
    const { answers, world, hour, watch } = await openReceiver();
    const { id } = await watch();
    answers.status = 410;
    await world.tick(hour(1), inFalkenstein('4.00 EUR'));
    const [stored] = await database.sql`select state from watches where watch_id = ${id}`;
    expect(stored?.state).toBe('muted');
  });
});

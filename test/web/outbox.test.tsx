/** The operator's outbox: mail that was written in place of being sent, shown as its readers would see it. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { buildMail } from '../../notify/mail/build-mail.ts';
import { outboxMailer } from '../../notify/mail/mailer.ts';
import type { Message } from '../../notify/message.ts';
import { openOutbox } from '../../notify/outbox.ts';
import { createWeb } from '../../web/app.tsx';
import { NOW, testApp } from '../api/support.ts';
import { useDatabase } from '../support/database.ts';
import { emptyWatching, SENDER, signer } from '../watches/support/watching.ts';
import { plainText } from './support.ts';

const database = useDatabase();
const ID = '0d6a3c1e-0000-4000-8000-000000000001';
const LINK = `https://stealtime.example/v1/subscriptions/confirm?token=c.${ID}.x&country=DE`;

beforeEach(() => emptyWatching(database));

/** A folder with one mail, and the pages that show it. `remote`: whence they are asked. */
async function setUp({ remote = '127.0.0.1', publicUrl = null as string | null, adminToken = 'operator-token' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'stealtime-outbox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const mailer = outboxMailer(folder);
  const message: Message = { kind: 'confirm', link: LINK, hours: 48 };
  const mail = buildMail(message, 'ann@example.org', ID, SENDER, Date.parse(NOW));
  await mailer.send(mail);
  await mailer.send(mail);
  const watching = {
    signer,
    queue: { enqueue: async () => ({ state: 'already-queued' as const }) },
    addressKind: async () => 'public' as const,
    outbox: openOutbox(folder),
    adminToken,
    publicUrl,
  };
  const web = createWeb({ database, count: rememberedCounts(), now: () => Date.parse(NOW), watching });
  const { app } = testApp(database, {}, web);
  const ask = async (path: string, headers: Record<string, string> = {}, host = 'http://localhost') => {
    const incoming = { socket: { remoteAddress: remote } };
    const init = { headers: { Accept: 'text/html', ...headers } };
    const answer = await app.request(`${host}${path}`, init, { incoming });
    const html = await answer.text();
    return { status: answer.status, headers: answer.headers, html, $: load(html) };
  };
  return { folder, ask };
}

it('shows each mail once, with links that work, both parts and the headers', async () => {
  const { folder, ask } = await setUp();
  expect(await readdir(folder)).toEqual([`${ID}.eml`]);
  // Links in it sign people in: nobody else on the machine reads them.
  expect((await stat(join(folder, `${ID}.eml`))).mode & 0o077).toBe(0);
  const list = await ask('/outbox');
  expect(plainText(list.$('tbody').text())).toMatch(/^Confirm your address for Stealtime ?ann@example\.org/);
  const mail = await ask(list.$('tbody a').attr('href') ?? '');
  expect(mail.$(`pre a[href="${LINK}"]`).length).toBe(1);
  expect(mail.$('details pre').text()).toMatch(/^List-Id: Stealtime subscriptions <subscriptions\.stealtime\.example>$/im);
  const html = await ask(`/outbox/${ID}/html`);
  expect(html.$('a.button').attr('href')).toBe(LINK);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  for (const page of [list, mail, html]) expect(page.headers.get('cache-control')).toBe('no-store');
});

it.each(['/outbox/nothing', '/outbox/..%2F..%2Fsecret', '/outbox/nothing/html'])('%s is not found', async (path) => {
  const { ask } = await setUp();
  expect((await ask(path)).status).toBe(404);
});

it.each([
  ['another machine', { remote: '203.0.113.9' }, {}, undefined],
  ['a proxy on this machine', {}, { 'X-Forwarded-For': '203.0.113.9' }, undefined],
  ['this machine by a name that is not its own', {}, {}, 'http://rebound.example'],
  ['a service with a public address', { publicUrl: 'https://stealtime.example' }, {}, undefined],
])('is for the operator alone where it is asked by %s', async (_who, options, headers, host) => {
  const { ask } = await setUp(options);
  for (const path of ['/outbox', `/outbox/${ID}`, `/outbox/${ID}/html`]) {
    const refused = await ask(path, headers, host);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Basic')]);
    expect(refused.html).not.toContain('ann@example.org');
    const wrong = { ...headers, Authorization: `Basic ${Buffer.from('me:wrong').toString('base64')}` };
    expect((await ask(path, wrong, host)).status).toBe(401);
    const right = { ...headers, Authorization: `Basic ${Buffer.from('me:operator-token').toString('base64')}` };
    expect((await ask(path, right, host)).status).toBe(200);
  }
});

it('without a mail says so', async () => {
  const { folder, ask } = await setUp();
  await rm(folder, { recursive: true });
  const empty = await ask('/outbox');
  expect([empty.status, plainText(empty.$('main').text())]).toEqual([200, expect.stringContaining('Nothing was written yet.')]);
});

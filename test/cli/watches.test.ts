/** The commands of watches: what the worker does, done now, with mail in the outbox folder. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createSigner } from '../../domain/watch/signed-token.ts';
import { runCommand } from '../support/command.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { emptyAll, watching } from '../watches/support/watching.ts';

const database = useDatabase();
const SECRET_KEY = 'a key of these tests, long enough';
const noMailer = { send: () => Promise.reject(new Error('mail is sent by the commands')), close: () => undefined };
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

async function openFolder() {
  const dataDir = await mkdtemp(join(tmpdir(), 'stealtime-watches-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET_KEY };
  const mails = async () => {
    const names = await readdir(join(dataDir, 'outbox')).catch(() => []);
    return Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(dataDir, 'outbox', name)))));
  };
  return { dataDir, mails, run: (...args: string[]) => runCommand(args, env) };
}

it('evaluate-watches tells what was published, once; send-digests what a week brought', async () => {
  const { mails, run } = await openFolder();
  const world = watching(database, ago(200), { mailer: noMailer });
  await publishPlans(database, ago(201), [{ key: 'a', sold: { fsn: '6.00 EUR' } }]);
  await world.match();
  const ann = await world.subscriber('ann@example.org');
  const digest = { weekday: 'monday', hour: 9, timeZone: 'UTC' };
  await world.watch(ann, { filter: {}, rule: 'price-below', threshold: 5, currency: 'EUR', delivery: 'both', digest });
  await publishPlans(database, ago(1), [{ key: 'a', sold: { fsn: '4.00 EUR' } }]);

  const first = await run('evaluate-watches');
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('1 watches have something to tell') });
  expect(first.stdout).toContain('1 delivered, 0 to be tried again');
  expect((await run('evaluate-watches')).stdout).toContain('0 delivered');
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Price fell: Acme Hosting Acme a, 6.00 → 4.00 EUR a month');

  const weekly = await run('send-digests');
  expect(weekly).toMatchObject({ code: 0, stdout: expect.stringContaining('1 delivered') });
  expect((await mails()).filter(({ subject }) => subject?.startsWith('Your week in offers'))).toHaveLength(1);
  expect((await run('send-digests')).stdout).toContain('0 delivered');
});

it('read-bounces keeps addresses that came back from getting more, and says what it read', async () => {
  const { dataDir, run } = await openFolder();
  const mailbox = join(dataDir, 'mailbox');
  const report = [
    'From MAILER-DAEMON Mon Nov 23 12:00:00 2026',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; Ann@example.org',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
    '',
  ];
  await writeFile(mailbox, report.join('\n'));
  const read = await run('read-bounces', mailbox);
  expect(read).toMatchObject({ code: 0, stdout: expect.stringContaining('1 mails: 1 hard bounces, 0 complaints') });
  expect(read.stdout + read.stderr).not.toContain('ann@');
  const suppressed = await database.sql`select address_hash as hash, reason from suppressions`;
  expect([...suppressed]).toEqual([{ hash: createSigner(SECRET_KEY).addressHash('ann@example.org'), reason: 'bounce' }]);

  const missing = await run('read-bounces', join(dataDir, 'nothing'));
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read: ENOENT')]);
});

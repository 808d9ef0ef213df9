/** Mailboxes with what came back, in the shapes that mail servers write (RFC 3464, RFC 5965, mbox). */
import { describe, expect, it } from 'vitest';
import { readBounces } from '../../notify/bounces.ts';

/** A delivery status notification; `fields`: those of each recipient. */
function dsn(...recipients: readonly (readonly string[])[]): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    'To: watch@stealtime.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    "I'm sorry to have to inform you that your message could not be delivered to",
    'someone-else@example.net.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Mon, 23 Nov 2026 12:00:00 +0000 (UTC)',
    '',
    ...recipients.flatMap((fields) => [...fields, '']),
    '--b1',
    'Content-Type: message/rfc822',
    '',
    'From: watch@stealtime.example',
    'To: quoted@example.org',
    'Subject: Price fell',
    '',
    'text',
    '--b1--',
    '',
  ].join('\r\n');
}

const failed = (address: string, status = '5.1.1') => [
  `Final-Recipient: rfc822; ${address}`,
  'Action: failed',
  `Status: ${status}`,
  'Diagnostic-Code: smtp; 550 5.1.1 no such user',
];

/** A complaint in the Abuse Reporting Format. */
function complaint(type: string, ...more: readonly string[]): string {
  return [
    'From: feedback@isp.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=arf',
    '',
    '--arf',
    'Content-Type: text/plain',
    '',
    'This is an abuse report.',
    '--arf',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    ...more,
    '',
    '--arf--',
    '',
  ].join('\n');
}

/** Mails after one another, as a mailbox file holds them. */
const mbox = (...mails: readonly string[]) =>
  mails.map((mail) => `From MAILER-DAEMON Mon Nov 23 12:00:00 2026\n${mail.replaceAll('\r\n', '\n')}\n`).join('');

const read = async (text: string) => (await readBounces(Buffer.from(text))).returned;

describe('a bounce', () => {
  it('for good names its recipient, not whoever its text or the returned mail names', async () => {
    expect(await read(dsn(failed('Ann@Example.org')))).toEqual([{ email: 'ann@example.org', reason: 'bounce' }]);
  });

  it('of several recipients counts those that failed for good', async () => {
    const delayed = ['Final-Recipient: rfc822; slow@example.org', 'Action: delayed', 'Status: 4.4.1'];
    const relayed = ['Final-Recipient: rfc822; fine@example.org', 'Action: relayed', 'Status: 2.1.9'];
    const full = failed('full@example.org', '4.2.2');
    const returned = await read(dsn(failed('gone@example.org', '5.1.2'), delayed, relayed, full));
    expect(returned.map(({ email }) => email)).toEqual(['gone@example.org']);
  });

  it('for policy says nothing about the mailbox', async () => {
    expect(await read(dsn(failed('ann@example.org', '5.7.1')))).toEqual([]);
  });

  it('after a redirection counts for the address that was written to', async () => {
    const fields = ['Original-Recipient: rfc822;ann@example.org', ...failed('inner@mail.example.net')];
    expect(await read(dsn(fields))).toEqual([{ email: 'ann@example.org', reason: 'bounce' }]);
  });

  it('with a folded field is read', async () => {
    expect(await read(dsn(['Final-Recipient: rfc822;', '  ann@example.org', 'Action: failed', 'Status: 5.1.1']))).toEqual([
      { email: 'ann@example.org', reason: 'bounce' },
    ]);
  });
});

describe('a complaint', () => {
  it('names its recipient, and counts for more than a bounce', async () => {
    const mail = complaint('abuse', 'Original-Rcpt-To: <ann@example.org>');
    expect(await read(mail)).toEqual([{ email: 'ann@example.org', reason: 'complaint' }]);
    expect(await read(mbox(dsn(failed('ann@example.org')), mail))).toEqual([{ email: 'ann@example.org', reason: 'complaint' }]);
  });

  it('that it is not spam is none', async () => {
    expect(await read(complaint('not-spam', 'Original-Rcpt-To: ann@example.org'))).toEqual([]);
  });
});

describe('a mailbox', () => {
  it('is read mail by mail, whatever stands between', async () => {
    const note =
      'From: bob@example.org\nSubject: hello\n\nFinal-Recipient: rfc822; eve@example.org\nAction: failed\nStatus: 5.1.1\n';
    const text = mbox(dsn(failed('a@example.org')), note, dsn(failed('b@example.org')), dsn(failed('a@example.org')));
    const { mails, returned } = await readBounces(Buffer.from(text));
    expect(mails).toBe(4);
    expect(returned.map(({ email }) => email)).toEqual(['a@example.org', 'b@example.org']);
  });

  it.each(['', '\n\n', 'From \n', 'no mail at all', '\u0000\u0001'])('%j holds nothing', async (text) => {
    expect(await read(text)).toEqual([]);
  });
});

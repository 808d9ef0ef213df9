/** Both parts of every kind of mail: they say the same, load nothing, and keep in line what sellers write. */
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { ToldItem } from '../../domain/watch/told-item.ts';
import { buildMail } from '../../notify/mail/build-mail.ts';
import type { Message, Sender, WatchNote } from '../../notify/message.ts';

const SENDER: Sender = { base: 'https://stealtime.example', from: 'Stealtime <watch@stealtime.example>' };

const watch: WatchNote = {
  id: '0d6a3c1e-0000-4000-8000-000000000001',
  title: 'Price at or below 5.00 EUR: country DE',
  again: 'Told once until it has risen.',
  page: 'https://stealtime.example/?country=DE&minMemory=4GB',
  leave: 'https://stealtime.example/v1/unsubscribe?token=w.1.x',
};

const item: ToldItem = {
  kind: 'price',
  planId: 'acme:a',
  offerIds: ['acme:a@fsn'],
  rowId: 'acme:a',
  name: 'KVM <2G> & more',
  provider: { id: 'acme', name: 'Acme Hosting' },
  places: ['Falkenstein, DE'],
  url: 'https://acme.example/a',
  observedAt: '2026-11-23T02:00:00.000Z',
  observation: 'live',
  price: {
    own: { currency: 'USD', from: '6.00', to: '4.00' },
    asked: { currency: 'EUR', from: '5.00', to: '3.33' },
    percent: -33.3,
  },
  stock: { state: 'limited', quantity: 4 },
  risk: { level: 'guarded', summary: 'The CPU is shared by fair use.' },
  spec: [],
};

const part = { newOffers: [item], drops: [item], lows: [], restocks: [], warnings: [], more: 3 };
const MESSAGES: readonly Message[] = [
  { kind: 'confirm', link: 'https://stealtime.example/v1/subscriptions/confirm?token=c.1.x&country=DE', hours: 48 },
  { kind: 'alert', watch, items: [item, { ...item, kind: 'restocked' }], more: 2 },
  { kind: 'test', watch, items: [], more: 0 },
  { kind: 'notice', watch, reason: 'expired' },
  { kind: 'notice', watch, reason: 'muted' },
  { kind: 'digest', leave: 'https://stealtime.example/v1/unsubscribe?token=d.1.x', parts: [{ watch, part }] },
];

const mailOf = (message: Message) =>
  buildMail(message, 'ann@example.org', 'delivery-1', SENDER, Date.parse('2026-11-23T02:01:00Z'));
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(MESSAGES.map((message) => [message.kind, message] as const))('a mail of kind %s', (_kind, message) => {
  const mail = mailOf(message);
  const $ = load(mail.html);

  it('loads nothing, runs nothing, and links to what its plain part links to', () => {
    expect($('img, script, iframe, link, object, embed, video, audio, form, input').length).toBe(0);
    expect(mail.html).not.toMatch(/url\(|@import|@font-face|\son\w+=|src=/i);
    const links = $('a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/stealtime\.example\//);
      expect(mail.text).toContain(link);
    }
  });

  it('says in plain text what it says in HTML', () => {
    const plain = words(mail.text);
    for (const element of $('h2, dd, p, li').toArray()) {
      // Words of links and of what is around them are set differently; figures and names are not.
      const facts = words($(element).text()).match(
        /\d+\.\d\d [A-Z]{3}|Acme Hosting|\d{4}-\d\d-\d\d|limited stock, 4 left|guarded/g,
      );
      for (const fact of facts ?? []) expect(plain).toContain(fact);
    }
  });

  it('is a page for narrow screens, light and dark', () => {
    expect($('html').attr('lang')).toBe('en');
    expect($('meta[name=viewport]').attr('content')).toContain('width=device-width');
    expect($('meta[name=color-scheme]').attr('content')).toBe('light dark');
    expect(mail.html).toContain('prefers-color-scheme:dark');
    expect($('h1').length).toBe(1);
  });

  it('has the headers of its kind', () => {
    expect(mail.messageId).toBe('<delivery-1@stealtime.example>');
    expect(mail.headers['Auto-Submitted']).toBe('auto-generated');
    expect(mail.headers['List-Id']).toMatch(/<[\w.-]+\.stealtime\.example>$/);
    const leave = mail.headers['List-Unsubscribe'];
    if (message.kind === 'confirm') expect(leave).toBeUndefined();
    else {
      expect(leave).toMatch(/^<https:\/\/stealtime\.example\/v1\/unsubscribe\?token=[\w.-]+>$/);
      expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    }
  });
});

describe('what a seller writes', () => {
  const named = (name: string) => mailOf({ kind: 'alert', watch, items: [{ ...item, name }], more: 0 });

  it.each([
    ['a header', 'Plan\r\nBcc: everyone@example.org'],
    ['a turn of the text', 'Plan \u202Egnp.exe'],
    ['markup', '<b onmouseover=alert(1)>Plan</b><img src=x>'],
    ['a mail of its own', 'Plan\n\n-- \nEnd this watch: https://evil.example'],
    ['very much', 'x'.repeat(100_000)],
  ])('%s stays a name', (_what, name) => {
    const { subject, text, html } = named(name);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(subject.length).toBeLessThanOrEqual(200);
    const line = text.split('\n').find((one) => one.startsWith('Price fell'));
    expect(line).toMatch(/^Price fell: Acme Hosting \S/);
    expect(text).not.toMatch(/^(?:Bcc|End this watch)/m);
    expect(text).not.toContain('\u202E');
    expect(load(html)('img, b[onmouseover]').length).toBe(0);
  });
});

/** The pages of watches as a browser without script walks them: from "watch this search" through the mailed link to leaving. */
import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { createWeb } from '../../web/app.tsx';
import { testApp } from '../api/support.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from '../watches/support/post-office.ts';
import { emptyAll, signer, watching } from '../watches/support/watching.ts';
import { plainText } from './support.ts';

const database = useDatabase();
const START = '2026-11-23T12:00:00.000Z';
const SITE = 'http://localhost';

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
  await publishPlans(database, '2026-11-23T11:00:00.000Z', [
    { key: 'a', sold: { fsn: '6.00 EUR' } },
    { key: 'b', sold: { fsn: '3.00 EUR' } },
  ]);
});

/** A browser with one cookie jar, and the mail that reaches it. */
async function openBrowser() {
  const office = await openPostOffice();
  const world = watching(database, START, { smtp: office.url });
  await world.match();
  const now = () => world.clock.now;
  const enqueue = async () => ({ state: 'already-queued' as const });
  const watchingDeps = {
    signer,
    queue: { enqueue },
    addressKind: async () => 'public' as const,
    outbox: null,
    adminToken: null,
    publicUrl: null,
  };
  const web = createWeb({ database, count: rememberedCounts(), now, watching: watchingDeps });
  const { app, lines } = testApp(database, { signer, now, queue: { enqueue } }, web);
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { Accept: 'text/html', ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers };
    const answer = await app.request(`${SITE}${path}`, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const html = await answer.text();
    return { status: answer.status, headers: answer.headers, html, $: load(html) };
  };
  type Page = Awaited<ReturnType<typeof ask>>;
  /** Sends a form of a page as it stands, with fields filled in; follows what it leads to. */
  const submit = async (page: Page, action: string, fields: Record<string, string> = {}): Promise<Page> => {
    const { $ } = page;
    const form = $(`form[action="${action}"]`).first();
    expect(form.length, `a form ${action}`).toBe(1);
    const body = new URLSearchParams(form.serialize());
    for (const [name, value] of Object.entries(fields)) {
      expect(form.find(`[name="${name}"]`).length, `a field ${name}`).toBeGreaterThan(0);
      body.set(name, value);
    }
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    const answer = await ask(action, { method: 'POST', body: body.toString(), headers });
    return answer.status === 303 ? ask(answer.headers.get('location') ?? '') : answer;
  };
  /** The link of the newest mail, as a path. */
  const mailed = (pattern: RegExp) => {
    const link = pattern.exec(office.mails.at(-1)?.text ?? '')?.[0] ?? '';
    return link.replace('https://stealtime.example', '');
  };
  const signIn = async (from = '/alerts') => {
    await submit(await ask(from), '/alerts/subscribe', { email: 'ann@example.org' });
    await world.deliver();
    return submit(await ask(mailed(/https:\S+confirm\S+/)), '/alerts/confirm');
  };
  return { office, world, lines, jar, ask, submit, mailed, signIn };
}

const words = ($: ReturnType<typeof load>) => plainText($('main').text());

describe('somebody who wants to watch a search', () => {
  it('is led through the mailed link back to it, and then told', async () => {
    const { office, world, ask, submit, signIn } = await openBrowser();
    const search = await ask('/?country=DE&minMemory=1GB');
    const wanted = search.$('a:contains("watch this search")').attr('href') ?? '';
    const begin = await ask(wanted);
    expect(words(begin.$)).toContain('minMemory 1GB, country DE');
    const form = await signIn(wanted);
    expect(words(form.$)).toContain('Looks at: minMemory 1GB, country DE');
    const made = await submit(form, '/alerts/watches', { rule: 'price-below', threshold: '5', currency: 'EUR' });
    expect(words(made.$)).toContain('It watches.');
    expect(words(made.$)).toMatch(/1 plan meets it already.*Acme Hosting Acme b, 3\.00 EUR a month/);
    await publishPlans(database, '2026-11-23T12:30:00.000Z', [
      { key: 'a', sold: { fsn: '4.00 EUR' } },
      { key: 'b', sold: { fsn: '3.00 EUR' } },
    ]);
    world.clock.now = Date.parse('2026-11-23T12:31:00.000Z');
    await world.settle();
    expect(office.mails.at(-1)?.subject).toBe('Price fell: Acme Hosting Acme a, 6.00 → 4.00 EUR a month');
  });

  it('is led back to an offer as well, and to nothing that is neither', async () => {
    const { ask, signIn } = await openBrowser();
    const offer = await ask('/offers/acme:a');
    const wanted = offer.$('a:contains("Watch this offer")').attr('href') ?? '';
    const form = await signIn(`${wanted}&next=https%3A%2F%2Fevil.example&%3Cscript%3E=1`);
    expect(words(form.$)).toContain('Looks at: offer acme:a');
    expect(form.html).not.toMatch(/evil|<script/);
  });

  it('sees what is wrong with the wish, and keeps what was typed', async () => {
    const { signIn, submit } = await openBrowser();
    const form = await signIn('/alerts?country=DE');
    const refused = await submit(form, '/alerts/watches', { rule: 'price-below', threshold: 'five', currency: 'EUR' });
    expect(refused.status).toBe(400);
    expect(words(refused.$)).toContain('It was not made');
    expect(refused.$('[name=threshold]').val()).toBe('five');
    expect(refused.$('[name=search]').val()).toBe('country=DE');
  });
});

describe('a mailed link', () => {
  it('changes nothing by being opened, works once, and leaves no trace of its token', async () => {
    const { ask, submit, mailed, world, jar, lines } = await openBrowser();
    await submit(await ask('/alerts'), '/alerts/subscribe', { email: 'ann@example.org' });
    await world.deliver();
    const link = mailed(/https:\S+confirm\S+/);
    const opened = await ask(link);
    expect([opened.status, jar.size]).toEqual([200, 0]);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    const signedIn = await submit(opened, '/alerts/confirm');
    expect(words(signedIn.$)).toContain('Your watches');
    const again = await submit(await ask(link), '/alerts/confirm');
    expect([again.status, words(again.$)]).toEqual([400, expect.stringContaining('used already, or is too old')]);
    expect(lines.join('\n')).not.toContain(link.split('token=')[1]);
  });

  it('that is none of ours says so', async () => {
    const { ask } = await openBrowser();
    const page = await ask('/v1/subscriptions/confirm?token=nonsense');
    expect([page.status, words(page.$)]).toEqual([400, expect.stringContaining('Ask for a new one')]);
  });

  it('signs in by a cookie that scripts and other sites do not get', async () => {
    const { ask, submit, mailed, world } = await openBrowser();
    await submit(await ask('/alerts'), '/alerts/subscribe', { email: 'ann@example.org' });
    await world.deliver();
    const opened = await ask(mailed(/https:\S+confirm\S+/));
    const token = String(opened.$('[name=token]').val());
    const answer = await ask('/alerts/confirm', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token }).toString(),
    });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
  });
});

describe('who is signed in', () => {
  const watches = async () => (await database.sql`select state from watches order by created_at`).map(({ state }) => state);

  it('pauses, resumes, tests and ends a watch by buttons', async () => {
    const { office, world, signIn, submit } = await openBrowser();
    const made = await submit(await signIn('/alerts?country=DE'), '/alerts/watches', { rule: 'any-change' });
    const action = made.$('.watches form').attr('action') ?? '';
    const paused = await submit(made, action, { act: 'pause' });
    expect([words(paused.$), await watches()]).toEqual([expect.stringContaining('It is paused.'), ['paused']]);
    const resumed = await submit(paused, action, { act: 'resume' });
    expect(await watches()).toEqual(['active']);
    const before = office.mails.length;
    const tested = await submit(resumed, action, { act: 'test' });
    await world.deliver();
    expect(office.mails.slice(before).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Test: .*country DE/)]);
    const ended = await submit(tested, action, { act: 'end' });
    expect([words(ended.$), await watches()]).toEqual([expect.stringContaining('You watch nothing yet'), ['ended']]);
  });

  it('is not acted for by a form of another site', async () => {
    const { signIn, submit, ask } = await openBrowser();
    const made = await submit(await signIn(), '/alerts/watches', { rule: 'any-change' });
    const action = made.$('.watches form').attr('action') ?? '';
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }] as Record<string, string>[]) {
      const form = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
      expect((await ask(action, { method: 'POST', headers: form, body: 'act=end' })).status).toBe(403);
      expect((await ask('/alerts/erase', { method: 'POST', headers: form, body: '' })).status).toBe(403);
    }
    expect(await watches()).toEqual(['active']);
  });

  it('signs out, and is forgotten by one button', async () => {
    const { signIn, submit, ask, jar } = await openBrowser();
    const made = await submit(await signIn(), '/alerts/watches', { rule: 'any-change' });
    await submit(made, '/alerts/sign-out');
    expect([jar.size, (await ask('/alerts')).$('[name=email]').length]).toEqual([0, 1]);
    const again = await signIn();
    const erased = await submit(again, '/alerts/erase');
    expect(words(erased.$)).toContain('You are forgotten');
    expect(await database.sql`select 1 from subscribers`).toEqual([]);
  });

  it('without being signed in nobody does any of it', async () => {
    const { ask } = await openBrowser();
    const post = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'rule=any-change' };
    const refused = await ask('/alerts/watches', post);
    expect(refused.$('[name=email]').length).toBe(1);
    expect(await database.sql`select 1 from watches`).toEqual([]);
  });
});

describe('leaving by the link of a mail', () => {
  async function told() {
    const browser = await openBrowser();
    const { world, signIn, submit } = browser;
    await submit(await signIn(), '/alerts/watches', { rule: 'any-change' });
    await publishPlans(database, '2026-11-23T12:30:00.000Z', [
      { key: 'a', sold: { fsn: '4.00 EUR' } },
      { key: 'b', sold: { fsn: '3.00 EUR' } },
    ]);
    world.clock.now = Date.parse('2026-11-23T12:31:00.000Z');
    await world.settle();
    browser.jar.clear();
    return { ...browser, page: await browser.ask(browser.mailed(/https:\S+unsubscribe\S+/)) };
  }
  const states = async () => (await database.sql`select state from watches`).map(({ state }) => state);

  it.each([
    ['this', 'The watch has ended.', ['ended']],
    ['pause', 'The watch is paused.', ['paused']],
    ['all', 'Everything that you were told has ended.', ['ended']],
  ])('"%s" does that, by one button, signed in or not', async (what, said, after) => {
    const { page, submit } = await told();
    expect([page.status, await states()]).toEqual([200, ['active']]);
    expect(words(page.$)).toContain('Any change');
    const left = await submit(page, '/alerts/leave', { what });
    expect([words(left.$), await states()]).toEqual([expect.stringContaining(said), after]);
  });

  it('a link that is none of ours leaves nothing', async () => {
    const { ask } = await told();
    expect((await ask('/v1/unsubscribe?token=nonsense')).status).toBe(400);
    expect(await states()).toEqual(['active']);
  });
});

describe('every page of watches', () => {
  it('runs nothing, and names every field', async () => {
    const { ask, signIn } = await openBrowser();
    for (const page of [await ask('/alerts'), await signIn('/alerts?country=DE')]) {
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.$('script').length).toBe(0);
      expect(page.$('h1').length).toBe(1);
      for (const field of page.$('input:not([type=hidden]), select').toArray()) {
        const id = page.$(field).attr('id');
        expect(page.$(`label[for="${id}"]`).length, id).toBe(1);
      }
    }
  });
});

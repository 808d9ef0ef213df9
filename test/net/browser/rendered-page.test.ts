import { createSocket } from 'node:dgram';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { load } from 'cheerio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BROWSER_PLACES, startBrowser } from '../../support/browser.ts';
import { codeOf, openDoor, pageOf } from '../support/door.ts';
import { answer, redirect, serveSite } from '../support/site.ts';
import { inBrowser, noBrowser } from './support.ts';

const html = (body: string): RequestListener => answer(200, { 'content-type': 'text/html; charset=utf-8' }, body);
const json = (value: unknown): RequestListener => answer(200, { 'content-type': 'application/json' }, JSON.stringify(value));
const FILL = "const fill = (text) => { document.getElementById('price').textContent = text; };";
/** A page whose price comes from `/price`. */
const ASKING = html(`<p id="price">…</p><script>${FILL}
  fetch('/price').then((answer) => answer.json()).then(({ price }) => fill('€' + price), () => fill('none'));</script>`);

const openBrowserDoor = (options: Parameters<typeof openDoor>[0] = {}) => openDoor({ browser: BROWSER_PLACES, ...options });

/** Everything a page can try to reach another machine by. */
const escapes = (http: number, udp: number) => `<link rel="preconnect" href="http://127.0.0.1:${http}">
  <link rel="preload" as="script" href="http://127.0.0.1:${http}/preload"><link rel="prefetch" href="http://127.0.0.1:${http}/prefetch">
  <img src="http://127.0.0.1:${http}/image"><iframe src="http://127.0.0.1:${http}/frame"></iframe>
  <object data="http://127.0.0.1:${http}/object"></object><video src="http://127.0.0.1:${http}/video" autoplay></video><p id="done"></p>
  <script>
    const there = 'http://127.0.0.1:${http}';
    const tries = [
      () => fetch(there + '/fetch', { mode: 'no-cors' }), () => fetch('http://localhost:${http}/fetch', { mode: 'no-cors' }),
      () => import(there + '/module.js'), () => new EventSource(there + '/stream'), () => navigator.sendBeacon(there + '/beacon'),
      () => new WebSocket('ws://127.0.0.1:${http}/socket'), () => window.open(there + '/window'),
      () => new Worker(URL.createObjectURL(new Blob(["fetch('" + there + "/worker'); new WebSocket('ws://127.0.0.1:${http}/socket')"]))),
      () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp}' },
          { urls: 'turn:127.0.0.1:${http}?transport=tcp', username: 'a', credential: 'b' }] });
        peer.createDataChannel('x');
        return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      },
      () => new WebTransport('https://127.0.0.1:${udp}/').ready,
      () => navigator.serviceWorker.register('/worker.js'),
    ];
    for (const attempt of tries) try { Promise.resolve(attempt()).catch(() => undefined); } catch {}
    setTimeout(() => { done.textContent = 'all tried'; }, 3000);
  </script>`;

/** A machine that must not be reached, and what reached it. */
async function privateMachine() {
  const site = await serveSite({});
  const socket = createSocket('udp4');
  let datagrams = 0;
  socket.on('message', () => {
    datagrams += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void socket.close());
  return {
    http: site.port,
    udp: (socket.address() as AddressInfo).port,
    connections: site.connections,
    datagrams: () => datagrams,
  };
}

describe.skipIf(noBrowser)(inBrowser('a rendered page of a site'), () => {
  it('is filled from the files of its hosts, got as ourselves and each once, and says so', async () => {
    const site = await serveSite({
      '/vps': html(
        `<link rel="stylesheet" href="/style.css"><img src="/logo.png"><p id="price">…</p><script src="/app.js"></script>`,
      ),
      '/app.js': answer(
        200,
        { 'content-type': 'text/javascript' },
        `${FILL} (async () => {
        for (let n = 0; n < 3; n++) { const { price } = await (await fetch('/price')).json(); fill('€' + price); }
      })();`,
      ),
      '/price': json({ price: 4.99 }),
    });
    const page = pageOf(
      await openBrowserDoor().fetchPage({ url: `${site.origin}/vps`, allowedHosts: [site.host], rendering: 'browser' }),
    );
    expect(load(page.body.toString())('#price').text()).toBe('€4.99');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-stealtime-rendered': expect.stringMatching(/^Chromium [\d.]+; 2 files; refused nothing$/),
    });
    expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/vps', '/app.js', '/price']);
    const agents = new Set(site.requests.map(({ headers }) => headers['user-agent']));
    expect([...agents]).toEqual(['Stealtime/1.2.3 (+https://stealtime.example/about)']);
  });

  it('is not asked for by validators, and keeps none: what fills it may change behind the same document', async () => {
    const page: RequestListener = (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' }).end('<p>x');
    };
    const site = await serveSite({ '/': page });
    const request = { url: site.origin, allowedHosts: [site.host], rendering: 'browser' as const, conditional: { etag: '"1"' } };
    const { status, headers } = pageOf(await openBrowserDoor().fetchPage(request));
    expect([status, headers.etag, headers['last-modified']]).toEqual([200, undefined, undefined]);
  });

  it('waits its turn for every file, as long as robots.txt asks for', async () => {
    const site = await serveSite({
      '/': ASKING,
      '/price': json({ price: 1 }),
      '/robots.txt': answer(200, {}, 'User-agent: *\nCrawl-delay: 7'),
    });
    const door = openBrowserDoor();
    pageOf(await door.fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }));
    expect(door.slept.every((ms) => ms > 6000)).toBe(true);
    expect(door.slept.length).toBe(2);
  });

  it('goes without what robots.txt keeps from us and without hosts that are not listed, and tells both', async () => {
    const other = await serveSite({ '/widget.js': answer(200, {}, 'document.body.textContent = "widget"') });
    const site = await serveSite({
      '/': html(`<p id="price">$1</p><script src="${other.origin}/widget.js"></script><script src="/private/x.js"></script>`),
      '/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /private/'),
    });
    const page = pageOf(await openBrowserDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }));
    expect(load(page.body.toString())('#price').text()).toBe('$1');
    expect(page.headers['x-stealtime-rendered']).toContain(`refused ${other.host}, ${site.host}/private/x.js`);
    expect(other.connections()).toBe(0);
  });

  it.each([
    ['a broken server', answer(500), 'server-error'],
    ['a request to slow down', answer(429, { 'retry-after': '60' }), 'rate-limited'],
    ['a closed connection', ((request) => request.destroy()) satisfies RequestListener, 'unreachable'],
    ['a redirect to a private address', redirect('http://10.0.0.1/price'), 'private-address'],
    ['a redirect to the metadata service', redirect('http://169.254.169.254/latest/'), 'private-address'],
    ['a redirect without end', redirect('/price'), 'unreadable-page'],
    ['a file that is too large', answer(200, {}, Buffer.alloc(9 * 1024 * 1024)), 'too-large'],
  ])('fails, rather than pass for whole, where its prices meet %s', async (_what, trouble, code) => {
    const site = await serveSite({ '/': ASKING, '/price': trouble });
    expect(codeOf(await openBrowserDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }))).toBe(
      code,
    );
  });

  it('is told of files that do not exist, as a person would be', async () => {
    const site = await serveSite({ '/': ASKING });
    const page = pageOf(await openBrowserDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }));
    expect(load(page.body.toString())('#price').text()).toBe('none');
  });

  it.each([
    ['a redirect to a private address', redirect('http://192.168.0.1/'), 'private-address'],
    ['a page that is none', json({}), 'unreadable-page'],
    ['a page that is forbidden', answer(403), 'blocked'],
  ])('is not rendered after %s', async (_what, listener, code) => {
    const site = await serveSite({ '/': listener });
    expect(codeOf(await openBrowserDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }))).toBe(
      code,
    );
  });

  it('never asks for more than a hundred files', async () => {
    const site = await serveSite({
      '/': html('<script>for (let n = 0; n < 200; n++) fetch("/price?" + n)</script>'),
      '/price': json({}),
    });
    const door = openBrowserDoor();
    expect(codeOf(await door.fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }))).toBe('too-large');
    expect(site.requests.length).toBeLessThanOrEqual(102);
  });

  it('reaches no private machine in any way, where a browser left to itself does', async () => {
    const [guarded, open] = [await privateMachine(), await privateMachine()];
    const site = await serveSite({ '/': html(escapes(guarded.http, guarded.udp)), '/open': html(escapes(open.http, open.udp)) });
    const page = pageOf(await openBrowserDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' }));
    expect(load(page.body.toString())('#done').text()).toBe('all tried');
    expect([guarded.connections(), guarded.datagrams()]).toEqual([0, 0]);

    // That the page does try is seen in a browser without a guard.
    const browser = await startBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(`${site.origin}/open`);
      await tab.getByText('all tried').waitFor();
      expect(open.connections()).toBeGreaterThan(3);
      expect(open.datagrams()).toBeGreaterThan(0);
    } finally {
      await browser.close();
    }
  });
});

it('is missing where there is no browser, and the site is not even asked', async () => {
  const site = await serveSite({ '/': html('') });
  const door = openDoor({ browser: { path: '/nowhere/chromium', folders: [] } });
  const result = await door.fetchPage({ url: site.origin, allowedHosts: [site.host], rendering: 'browser' });
  expect(result).toMatchObject({ failure: { code: 'browser-missing', message: expect.stringContaining('BROWSER_PATH') } });
  expect(site.connections()).toBe(0);
});

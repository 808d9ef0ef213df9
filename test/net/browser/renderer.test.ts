import { describe, expect, it } from 'vitest';
import { BROWSER_PLACES } from '../../support/browser.ts';
import { browserOf, codeOf, inBrowser, lives, noBrowser, openRenderer, SHOP, textOf, tracedBrowser } from './support.ts';

const script = (code: string) => `<!doctype html><title>Plans</title><p id="price">…</p><script>${code}</script>`;

describe.skipIf(noBrowser)(inBrowser('rendering a document'), () => {
  it('runs scripts: at once, after seconds, in frames, on being seen, one after the other', async () => {
    const renderer = openRenderer();
    const html = `<p id="now"></p><p id="later"></p><p id="drawn"></p><div style="height:4000px"></div><p id="seen"></p>
      <script>
        now.textContent = '$1.00';
        setTimeout(() => { later.textContent = '$2.00'; }, 8000);
        let frame = 0;
        requestAnimationFrame(function next() { if (++frame < 30) requestAnimationFrame(next); else drawn.textContent = '$3.00'; });
        setTimeout(() => new IntersectionObserver((entries) => {
          if (entries.some((entry) => entry.isIntersecting)) seen.textContent = '$4.00';
        }).observe(seen), 3000);
      </script>`;
    const rendered = await renderer.render({ url: SHOP, html });
    expect(['now', 'later', 'drawn', 'seen'].map((id) => textOf(rendered, `#${id}`))).toEqual([
      '$1.00',
      '$2.00',
      '$3.00',
      '$4.00',
    ]);
    expect(rendered).toMatchObject({ url: SHOP, browser: expect.stringMatching(/^Chromium \d/), files: 0, refused: [] });
  });

  it.each([
    ['a clock', "setInterval(() => { document.title = 'Ends in ' + --n; }, 1000)"],
    ['a loop of timers', '(function again() { n += 1; setTimeout(again, 0); })()'],
    [
      'a loop of messages',
      'const { port1, port2 } = new MessageChannel(); port1.onmessage = () => port2.postMessage(++n); port2.postMessage(1);',
    ],
    ['a loop of frames', '(function again() { n += 1; requestAnimationFrame(again); })()'],
  ])('is not held up by a script that never rests: %s', async (_what, code) => {
    const html = script(`let n = 0; ${code}; setTimeout(() => { price.textContent = '$5.00'; }, 5000);`);
    expect(textOf(await openRenderer().render({ url: SHOP, html }), '#price')).toBe('$5.00');
  });

  it('shows what a person sees: inside components, in their order, and nothing of noscript', async () => {
    const html = `<vps-price>4.99</vps-price><noscript>Please switch JavaScript on</noscript><script>
      customElements.define('vps-unit', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<i><slot></slot> per <slot name="term">month</slot></i>'; }
      });
      customElements.define('vps-price', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<b>€<vps-unit><slot></slot></vps-unit></b>'; }
      });</script>`;
    const rendered = await openRenderer().render({ url: SHOP, html });
    expect(textOf(rendered, 'vps-price')).toBe('€4.99 per month');
    expect(textOf(rendered, 'body')).not.toContain('JavaScript on');
  });

  it('reads the document itself, whatever the page has made of the tools for it', async () => {
    const html = script(`price.textContent = '$6.00';
      Object.defineProperty(Element.prototype, 'outerHTML', { get: () => '<p id="price">$0.01</p>' });
      Document.prototype.getElementsByTagName = () => []; Document.prototype.querySelectorAll = () => { throw new Error('no'); };`);
    expect(textOf(await openRenderer().render({ url: SHOP, html }), '#price')).toBe('$6.00');
  });

  it('decodes bytes by the charset of their headers or of the document, else as UTF-8', async () => {
    const renderer = openRenderer();
    const bytes = Buffer.from('<meta charset="windows-1252"><p id="price">4,99 \x80</p>', 'latin1');
    expect(textOf(await renderer.render({ url: SHOP, html: bytes }), '#price')).toBe('4,99 €');
    expect(textOf(await renderer.render({ url: SHOP, html: Buffer.from('<p id="price">4,99 €</p>') }), '#price')).toBe('4,99 €');
    const headers = { 'content-type': 'text/html; charset=iso-8859-15' };
    const other = Buffer.from('<p id="price">4,99 \xa4</p>', 'latin1');
    expect(textOf(await renderer.render({ url: SHOP, html: other, headers }), '#price')).toBe('4,99 €');
  });

  it('stays on the page: no script, refresh, frame or form leads elsewhere, and no window, dialog or download holds it up', async () => {
    const html = `<meta http-equiv="refresh" content="1;url=/refreshed"><form action="/sent"><button></button></form><iframe src="/framed"></iframe>
      <p id="price"></p><a id="file" download href="data:text/plain,x">file</a><script>
        alert('hello'); confirm('sure?'); file.click(); window.open('/window'); document.forms[0].submit();
        addEventListener('beforeunload', (event) => event.preventDefault());
        setTimeout(() => { location.href = '/elsewhere'; }, 500);
        setTimeout(() => { price.textContent = location.pathname + ' $7.00'; }, 6000);
        navigator.geolocation.getCurrentPosition(() => { price.textContent = 'located'; }, () => undefined);
      </script>`;
    expect(textOf(await openRenderer().render({ url: SHOP, html }), '#price')).toBe('/vps $7.00');
  });

  it('keeps nothing from one page to the next', async () => {
    const renderer = openRenderer();
    const html = script(`price.textContent = [document.cookie, localStorage.length].join();
      document.cookie = 'seen=1'; localStorage.setItem('seen', '1');`);
    for (const _ of [1, 2]) expect(textOf(await renderer.render({ url: SHOP, html }), '#price')).toBe(',0');
  });

  it('ends a page whose script never ends, and goes on with the next', async () => {
    const renderer = openRenderer();
    const endless = await renderer.render({ url: SHOP, html: script('setTimeout(() => { for (;;); }, 100)'), timeoutMs: 1000 });
    expect(codeOf(endless)).toBe('timed-out');
    expect(textOf(await renderer.render({ url: SHOP, html: script("price.textContent = '$8'") }), '#price')).toBe('$8');
  });

  it.each([
    ['a huge text', "document.body.append('x'.repeat(40_000_000))", ['too-large']],
    ['a million elements', "price.innerHTML = '<b>x</b>'.repeat(1_000_000)", ['too-large']],
    // Whichever limit is met first: that of scripts, or that of the process.
    ['a heap without end', 'const all = []; for (;;) all.push(new Array(100_000).fill({}))', ['browser-crashed', 'too-large']],
  ])('refuses %s, and goes on with the next', async (_what, code, codes) => {
    const renderer = openRenderer();
    expect(codes).toContain(codeOf(await renderer.render({ url: SHOP, html: script(code) })));
    expect(textOf(await renderer.render({ url: SHOP, html: script("price.textContent = '$9'") }), '#price')).toBe('$9');
  });

  it.runIf(process.platform === 'linux')('refuses a page whose memory grows outside of the heap of its scripts', async () => {
    const growing = script(
      'const all = []; setInterval(() => all.push(new Uint8Array(20_000_000).fill(1)), 1); for (;;) all.push(new Uint8Array(1e7).fill(1))',
    );
    expect(['too-large', 'browser-crashed']).toContain(codeOf(await openRenderer().render({ url: SHOP, html: growing })));
  });

  it('survives the death of the browser, in a page and between two', async () => {
    const { path, pids } = tracedBrowser();
    const renderer = openRenderer({ places: { path, folders: [] } });
    const html = script("fetch('/price').then((answer) => answer.text()).then((text) => { price.textContent = text; })");
    const dying = await renderer.render({
      url: SHOP,
      html,
      fetchResource: async () => {
        process.kill(browserOf(pids()[0]), 'SIGKILL');
        return new Promise(() => undefined);
      },
    });
    expect(codeOf(dying)).toBe('browser-crashed');
    expect(textOf(await renderer.render({ url: SHOP, html: script("price.textContent = '$10'") }), '#price')).toBe('$10');
    process.kill(browserOf(pids()[1]), 'SIGKILL');
    const after = [await renderer.render({ url: SHOP, html: '' }), await renderer.render({ url: SHOP, html: '' })];
    expect(after.map(codeOf)).toContain('ok');
    expect(pids().length).toBe(3);
  });

  it('replaces the process after some pages, ends it when nobody needs it, and leaves none behind', async () => {
    const { path, pids } = tracedBrowser();
    const renderer = openRenderer({ places: { path, folders: [] }, pagesPerProcess: 2 });
    await Promise.all([1, 2, 3, 4, 5].map(() => renderer.render({ url: SHOP, html: '<p>x' })));
    expect(pids().length).toBe(3);
    expect(pids().map(lives)).toEqual([false, false, true]);
    await renderer.close();
    expect(pids().map(lives)).toEqual([false, false, false]);
    expect(codeOf(await renderer.render({ url: SHOP, html: '' }))).toBe('unreachable');
  });
});

describe('without a browser', () => {
  it.each([
    ['one that is not there', '/nowhere/chromium'],
    ['one that is no browser', '/bin/false'],
  ])('says what to do: %s', async (_what, path) => {
    const result = await openRenderer({ places: { path, folders: [] } }).render({ url: SHOP, html: '' });
    expect(result).toMatchObject({ ok: false, failure: { code: 'browser-missing', message: expect.stringContaining(path) } });
  });

  it('finds the one that is set before any other', () => {
    const renderer = openRenderer({ places: { ...BROWSER_PLACES, path: '/bin/sh' } });
    expect(renderer.ready()).toEqual({ ok: true, value: '/bin/sh' });
  });
});

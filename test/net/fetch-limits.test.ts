import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, openDoor, pageOf } from './support/door.ts';
import { answer, serveSite } from './support/site.ts';

describe('limits', () => {
  it('refuses a page that is too large: announced, streamed, or packed', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const site = await serveSite({
      '/announced': answer(200, {}, 'x'.repeat(2000)),
      '/streamed': (_request, response) => {
        response.writeHead(200);
        response.write('x'.repeat(900));
        response.end('x'.repeat(900));
      },
      '/bomb': answer(200, { 'content-encoding': 'gzip' }, bomb),
      '/twice': answer(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(bomb)),
      '/endless': (_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(1000)));
        };
        response.on('drain', more);
        more();
      },
    });
    const net = openDoor();
    for (const path of ['/announced', '/streamed', '/endless']) {
      expect(codeOf(await net.fetchPage({ url: site.origin + path, allowedHosts: [site.host], maxBytes: 1000 })), path).toBe(
        'too-large',
      );
    }
    for (const path of ['/bomb', '/twice']) {
      expect(codeOf(await net.fetchPage({ url: site.origin + path, allowedHosts: [site.host], maxBytes: 100_000 })), path).toBe(
        'too-large',
      );
    }
    const exactly = await net.fetchPage({ url: `${site.origin}/announced`, allowedHosts: [site.host], maxBytes: 2000 });
    expect(pageOf(exactly).body.length).toBe(2000);
  });

  it('ends a server that drips, or never answers, at the deadline', async () => {
    const site = await serveSite({
      '/drip': (_request, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(timer));
      },
      '/silent': () => undefined,
    });
    const net = openDoor();
    for (const path of ['/drip', '/silent']) {
      const result = await net.fetchPage({ url: site.origin + path, allowedHosts: [site.host], timeoutMs: 150 });
      expect(codeOf(result), path).toBe('timed-out');
    }
  });

  it('reads an error status although its body never ends', async () => {
    const site = await serveSite({
      '/': (_request, response) => {
        response.writeHead(403);
        response.write('x');
      },
    });
    expect(codeOf(await openDoor().fetchPage({ url: site.origin, allowedHosts: [site.host], timeoutMs: 150 }))).toBe('blocked');
  });

  it('says unreachable for a closed port, a broken connection and a name nobody knows', async () => {
    const site = await serveSite({
      '/cut': (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('x', () => response.destroy());
      },
    });
    const net = openDoor({
      lookup: (_hostname, _options, callback) => callback(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []),
    });
    expect(codeOf(await net.fetchPage({ url: `${site.origin}/cut`, allowedHosts: [site.host] }))).toBe('unreachable');
    expect(codeOf(await net.fetchPage({ url: 'http://127.0.0.1:1/', allowedHosts: ['127.0.0.1:1'] }))).toBe('unreachable');
    expect(codeOf(await net.fetchPage({ url: 'https://gone.example/', allowedHosts: ['gone.example'] }))).toBe('unreachable');
  });
});

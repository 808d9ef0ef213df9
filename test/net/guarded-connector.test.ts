import type { RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { expect, it } from 'vitest';
import { createGuardedConnector, PrivateAddressError } from '../../net/guarded-connector.ts';
import { codeOf, openDoor, pageOf } from './support/door.ts';
import { makeSelfSigned } from './support/self-signed.ts';
import { answer, redirect, serveSite } from './support/site.ts';

const tls = makeSelfSigned(['shop.test', 'other.test']);

/** Resolves every name to these addresses. */
function resolvesTo(...addresses: readonly string[]): LookupFunction {
  return (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

it.each([
  ['loopback', ['127.0.0.1']],
  ['metadata service', ['169.254.169.254']],
  ['mapped loopback', ['::ffff:127.0.0.1']],
  ['one private address among public ones', ['1.1.1.1', '127.0.0.1']],
])('refuses a public name that resolves to a private address when connecting: %s', async (_what, addresses) => {
  const site = await serveSite({ '/': answer(200) }, tls);
  const net = openDoor({ lookup: resolvesTo(...addresses), trustedCa: tls.cert });
  const result = await net.fetchPage({ url: `https://shop.test:${site.port}/`, allowedHosts: [`shop.test:${site.port}`] });
  expect(codeOf(result)).toBe('private-address');
  expect(site.connections()).toBe(0);
});

it('judges every connection anew, not by an earlier answer (rebinding)', async () => {
  let changedHands = false;
  const robots: RequestListener = (_request, response) => {
    changedHands = true;
    response.writeHead(404, { connection: 'close' }).end();
  };
  const site = await serveSite({ '/': answer(200), '/robots.txt': robots }, tls);
  const net = openDoor({ lookup: resolvesTo('127.0.0.1'), trustedCa: tls.cert, allowPrivate: () => !changedHands });
  const result = await net.fetchPage({ url: `https://shop.test:${site.port}/`, allowedHosts: [`shop.test:${site.port}`] });
  expect(codeOf(result)).toBe('private-address');
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt']);
});

it('refuses literal private addresses without a connection, in every spelling', async () => {
  const site = await serveSite({}, tls);
  const net = openDoor({ allowPrivate: () => false });
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:7f00:1]', '0.0.0.0']) {
    const url = `https://${host}:${site.port}/`;
    expect(codeOf(await net.fetchPage({ url, allowedHosts: [new URL(url).host] })), host).toBe('private-address');
  }
  expect(site.connections()).toBe(0);
});

it('guards IP literals at the connection itself, where names are not looked up', async () => {
  const site = await serveSite({});
  const connect = createGuardedConnector({ allowPrivate: () => false, lookup: resolvesTo('1.1.1.1'), connectTimeoutMs: 1000 });
  const outcome = await new Promise((resolve) =>
    connect({ hostname: '127.0.0.1', protocol: 'http:', port: String(site.port) }, (...[error, socket]) =>
      resolve(error ?? socket),
    ),
  );
  expect(outcome).toBeInstanceOf(PrivateAddressError);
});

it('fetches over TLS from a host that is allowed to be private, and refuses a certificate nobody vouches for', async () => {
  const site = await serveSite({ '/': answer(200, {}, 'hello') }, tls);
  const lookup = resolvesTo('127.0.0.1');
  const request = { url: `https://shop.test:${site.port}/`, allowedHosts: [`shop.test:${site.port}`] };
  const trusting = openDoor({ lookup, trustedCa: tls.cert, allowPrivate: () => true });
  expect(pageOf(await trusting.fetchPage(request)).body.toString()).toBe('hello');
  const wary = openDoor({ lookup, allowPrivate: () => true });
  expect(codeOf(await wary.fetchPage(request))).toBe('unreachable');
});

it('refuses a redirect from https to http, and from a public name to one that resolves to a private address', async () => {
  const site = await serveSite(
    {
      '/down': (request, response) => redirect(`http://${request.headers.host}/`)(request, response),
      '/in': (request, response) => redirect(`https://other.test:${site.port}/`)(request, response),
    },
    tls,
  );
  const net = openDoor({
    lookup: resolvesTo('127.0.0.1'),
    trustedCa: tls.cert,
    allowPrivate: (hostname) => hostname === 'shop.test',
  });
  const allowedHosts = [`shop.test:${site.port}`, `other.test:${site.port}`];
  expect(codeOf(await net.fetchPage({ url: `https://shop.test:${site.port}/down`, allowedHosts }))).toBe('host-not-allowed');
  expect(codeOf(await net.fetchPage({ url: `https://shop.test:${site.port}/in`, allowedHosts }))).toBe('private-address');
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/down', '/in']);
});

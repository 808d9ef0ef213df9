import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SelfSigned } from './self-signed.ts';

/** A provider's site on this machine, for one test. */
export interface Site {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly port: number;
  /** In order of arrival. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** TCP connections so far. */
  readonly connections: () => number;
}

/** What to answer to a path; unknown paths, robots.txt among them, answer 404. */
export type Paths = Readonly<Record<string, RequestListener>>;

/** Serves `paths` on a free port until the test is over; over TLS when given a certificate. */
export async function serveSite(paths: Paths, tls?: SelfSigned): Promise<Site> {
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const answer = paths[path.replace(/\?.*/, '')];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return { origin: `${tls ? 'https' : 'http'}://${host}`, host, port, requests, connections: () => connections };
}

/** Answers with a status, headers and a body. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string | string[]>> = {},
  body: string | Buffer = '',
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** Redirects. */
export function redirect(location: string, status = 302): RequestListener {
  return answer(status, { location });
}

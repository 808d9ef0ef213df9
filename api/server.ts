/** The listening server. */
import { createAdaptorServer } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './env.ts';

/** A server that listens. */
export interface RunningServer {
  readonly ok: true;
  /** Where it can be reached from this machine. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets running ones end for so long (10 s), then cuts them off. */
  close(patienceMs?: number): Promise<void>;
}

/** A server that could not listen, with a message for people. */
export interface ListenFailure {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/** Listens; port 0: any free one. */
export async function startServer(
  app: Pick<OpenAPIHono<ApiEnv>, 'fetch'>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<RunningServer | ListenFailure> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { requestTimeout: 30_000 } });
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(null));
  });
  if (failure) return listenFailure(failure, port, host);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;

  const close = async (patienceMs = 10_000): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A kept-alive connection turns idle when its last answer is out: they are looked for until none is left.
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
    const end = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs);
    await closed;
    clearInterval(idle);
    clearTimeout(end);
  };
  return { ok: true, url: `http://${reachable(host)}:${bound}`, port: bound, close };
}

function listenFailure(error: NodeJS.ErrnoException, port: number, host: string): ListenFailure {
  const code = error.code ?? 'UNKNOWN';
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `another program already listens on port ${port} of ${host}; set PORT to another one`,
    EACCES: `this user may not listen on port ${port}; set PORT to one above 1023`,
    EADDRNOTAVAIL: `this machine has no address ${host}; set HOST to one of its own`,
    ENOTFOUND: `there is no host ${host}; set HOST to an address of this machine`,
  };
  return { ok: false, code, message: why[code] ?? `cannot listen on port ${port} of ${host}: ${error.message}` };
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

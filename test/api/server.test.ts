import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../../api/router.ts';
import { startServer } from '../../api/server.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { testApp } from './support.ts';

const slow = createRouter();
slow.get('/slow', async (c) => {
  await delay(300);
  return c.text('done');
});

async function started() {
  const server = await startServer(slow, { port: 0, host: '127.0.0.1' });
  if (!server.ok) throw new Error(server.message);
  return server;
}

const database = useDatabase();

describe('startServer', () => {
  it('lets running requests end, keeps no connection, takes no new one', async () => {
    const server = await started();
    const running = request(`${server.url}/slow`).then((answer) => answer.body.text());
    await delay(50);
    const before = Date.now();
    const closing = server.close();
    expect(await running).toBe('done');
    await closing;
    expect(Date.now() - before).toBeLessThan(2000);
    await expect(request(`${server.url}/slow`)).rejects.toThrow();
  });

  it('cuts off what takes too long', async () => {
    const server = await started();
    const running = request(`${server.url}/slow`).then(
      () => 'answered',
      () => 'cut off',
    );
    await delay(50);
    await server.close(20);
    expect(await running).toBe('cut off');
  });

  it('says so when the port is taken', async () => {
    const server = await started();
    const second = await startServer(slow, { port: server.port, host: '127.0.0.1' });
    await server.close();
    expect(second).toEqual({
      ok: false,
      code: 'EADDRINUSE',
      message: `another program already listens on port ${server.port} of 127.0.0.1; set PORT to another one`,
    });
  });

  it('serves the API through a socket: GET, HEAD and 304', async () => {
    await seedAcme(database);
    await publishPlans(database, '2026-11-22T12:00:00.000Z', [{ key: 'a', sold: { fsn: '5.00 EUR' } }]);
    const { app } = testApp(database, { rateLimit: { points: 100, seconds: 60 } });
    const server = await startServer(app, { port: 0, host: '127.0.0.1' });
    if (!server.ok) throw new Error(server.message);
    try {
      const address = `${server.url}/v1/offers?limit=1`;
      const full = await request(address);
      expect([full.statusCode, full.headers['ratelimit-remaining']]).toEqual([200, '99']);
      expect(await full.body.json()).toMatchObject({ data: [{ id: 'acme:a' }] });
      const head = await request(address, { method: 'HEAD' });
      expect([head.statusCode, await head.body.text(), head.headers.etag]).toEqual([200, '', full.headers.etag]);
      const again = await request(address, { headers: { 'if-none-match': String(full.headers.etag) } });
      expect([again.statusCode, await again.body.text()]).toEqual([304, '']);
    } finally {
      await server.close();
    }
  });
});

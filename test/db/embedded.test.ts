import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { restoreLinks } from '../../db/embedded/binaries.ts';
import type { EmbeddedPostgres } from '../../db/embedded/start.ts';
import { serverPid, startChild, useEmbedded } from '../support/embedded.ts';

const { emptyFolder, usedFolder, start } = useEmbedded();

async function query<T>(server: EmbeddedPostgres, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...server.connection, max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

describe('one process', () => {
  test('starts on an empty folder, attaches a second time, stops with the last handle', async () => {
    const dataDir = await emptyFolder();
    const first = await start(dataDir);
    const pid = await serverPid(dataDir);
    const second = await start(dataDir);
    expect(second.connection.path).toBe(first.connection.path);
    expect(await serverPid(dataDir)).toBe(pid);

    await first.release();
    expect(await query(second, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await second.release();
    expect(await serverPid(dataDir)).toBeUndefined();
    expect(existsSync(dirname(String(first.connection.path)))).toBe(false);
  });

  test('leaves the server running while somebody else has a connection', async () => {
    const dataDir = await usedFolder();
    const server = await start(dataDir);
    await query(server, async (sql) => {
      await sql`select 1`;
      await server.release();
      expect(await sql`select 2 as two`).toEqual([{ two: 2 }]);
    });
    expect(await serverPid(dataDir)).toBeDefined();
  });

  test('keeps the data private and the log bounded', async () => {
    const dataDir = await emptyFolder();
    await mkdir(dataDir, { mode: 0o755 });
    const log = join(dataDir, 'postgres.log');
    await writeFile(log, 'old words\n');
    await truncate(log, 6 * 1024 * 1024);
    const server = await start(dataDir);
    expect((await stat(join(dataDir, 'pg18'))).mode & 0o077).toBe(0);
    expect((await stat(dirname(String(server.connection.path)))).mode & 0o077).toBe(0);
    expect((await stat(log)).size).toBeLessThan(10_000);
    expect((await stat(`${log}.1`)).size).toBe(6 * 1024 * 1024);
    await server.release();
  });
});

describe('several processes', () => {
  test('three at once on an empty folder share one server, and the last one out stops it', async () => {
    const dataDir = await emptyFolder();
    const children = await Promise.all([startChild(dataDir), startChild(dataDir), startChild(dataDir)]);
    const [first] = children;
    expect(first?.answer.error).toBeUndefined();
    expect(first?.answer.since).toBeDefined();
    for (const child of children) expect(child.answer).toEqual(first?.answer);
    await Promise.all(children.map((child) => child.leave()));
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  test('the server survives the kill of the process that started it', async () => {
    const dataDir = await usedFolder();
    const child = await startChild(dataDir);
    const pid = await serverPid(dataDir);
    await child.kill();
    const server = await start(dataDir);
    expect(await serverPid(dataDir)).toBe(pid);
    await expect.poll(() => query(server, countClients)).toBe(1);
    await server.release();
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  test('a killed server is started again by whoever still holds it, with what was committed', async () => {
    const dataDir = await usedFolder();
    const server = await start(dataDir, { synchronous_commit: 'on' });
    const sql = postgres({ ...server.connection, max: 1 });
    await sql`create table kept (a int)`;
    await sql`insert into kept values (1)`;
    const pid = Number(await serverPid(dataDir));
    process.kill(pid, 'SIGKILL');
    // Until its processes have noticed, the dead server answers on; then nobody does, then the new one.
    await expect.poll(() => serverPid(dataDir), { timeout: 30_000 }).not.toBe(pid);
    await expect.poll(() => sql`select a from kept`.catch(() => 'gone'), { timeout: 30_000 }).toEqual([{ a: 1 }]);
    await sql.end();
    await server.release();
    expect(await serverPid(dataDir)).toBeUndefined();
  });
});

describe('what was left behind', () => {
  test('a server killed with its process starts again', async () => {
    const dataDir = await usedFolder();
    const child = await startChild(dataDir);
    const pid = Number(await serverPid(dataDir));
    await child.kill();
    process.kill(pid, 'SIGKILL');
    const server = await start(dataDir);
    expect(await serverPid(dataDir)).not.toBe(pid);
    await server.release();
  });

  test.skipIf(process.platform !== 'linux')(
    'a process id that is another program by now does not keep it from starting',
    async () => {
      const dataDir = await usedFolder();
      const child = await startChild(dataDir);
      await child.kill();
      process.kill(Number(await serverPid(dataDir)), 'SIGKILL');
      const file = join(dataDir, 'pg18', 'postmaster.pid');
      const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
      await writeFile(file, [process.ppid, ...rest].join('\n'));
      const server = await start(dataDir);
      expect(await serverPid(dataDir)).not.toBe(process.ppid);
      await server.release();
    },
  );

  test.skipIf(process.platform !== 'linux')('a server whose socket was cleaned away is started anew', async () => {
    const dataDir = await usedFolder();
    const child = await startChild(dataDir);
    const pid = await serverPid(dataDir);
    await child.kill();
    await rm(dirname(String(child.answer.path)), { recursive: true });
    const server = await start(dataDir);
    expect(await serverPid(dataDir)).not.toBe(pid);
    await server.release();
  });

  test.each([
    ['a dead process', { pid: 2 ** 22 + 1, host: hostname(), token: 'gone' }],
    ['an earlier process with our id', { pid: process.pid, host: hostname(), token: 'gone' }],
  ])('the lock of %s is taken over', async (_, holder) => {
    const dataDir = await usedFolder();
    await writeFile(join(dataDir, 'start.lock'), JSON.stringify(holder));
    const server = await start(dataDir);
    expect(existsSync(join(dataDir, 'start.lock'))).toBe(false);
    await server.release();
  });
});

describe('what is refused', () => {
  test.each([
    ['a link', (folder: string) => symlink('/nowhere', folder)],
    ['a folder open to others', (folder: string) => mkdir(folder).then(() => chmod(folder, 0o777))],
  ])('%s in place of the socket folder', async (_, squat) => {
    const dataDir = await usedFolder();
    const server = await start(dataDir);
    const folder = dirname(String(server.connection.path));
    await server.release();
    await squat(folder);
    try {
      await expect(start(dataDir)).rejects.toThrow(`${folder}, where the database's socket belongs, is not a private folder`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a folder written by another version of PostgreSQL', async () => {
    const dataDir = await emptyFolder();
    await mkdir(join(dataDir, 'pg17'), { recursive: true });
    await expect(start(dataDir)).rejects.toThrow(/pg17 was written by another version/);
  });

  test('a setting PostgreSQL does not take, in its own words', async () => {
    const dataDir = await usedFolder();
    const starting = start(dataDir, { shared_buffers: 'many' });
    await expect(starting).rejects.toThrow(/did not start: .*invalid value for parameter "shared_buffers"/s);
  });
});

test('library links that npm left out are made', async () => {
  const folder = dirname(await emptyFolder());
  const list = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
  await mkdir(join(folder, 'native', 'lib'), { recursive: true });
  await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list));
  await writeFile(join(folder, 'native', 'lib', 'libx.so.1.2'), 'library');
  for (const _ of ['first', 'again']) await restoreLinks(folder);
  expect(await readFile(join(folder, 'native', 'lib', 'libx.so.1'), 'utf8')).toBe('library');
});

async function countClients(sql: postgres.Sql): Promise<number> {
  const others = await sql`select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  return others.length;
}

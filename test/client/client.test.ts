import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient, type Row } from 'stealtime/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../api/server.ts';
import { testApp } from '../api/support.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const database = useDatabase();
let server: RunningServer;

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'small', sold: { fsn: '5.00 EUR', dal: '6.00 EUR' } },
    { key: 'big', memoryMib: 8192, sold: { ams: '20.00 EUR' } },
  ]);
  const started = await startServer(testApp(database).app, { port: 0, host: '127.0.0.1' });
  if (!started.ok) throw new Error(started.message);
  server = started;
});
afterAll(() => server.close(100));

describe('the client', () => {
  it('asks with typed parameters and answers typed rows', async () => {
    const client = createClient({ baseUrl: server.url });
    const query = { country: ['DE', 'NL'], minMemory: '2GB', includeUnknown: false, limit: 10, facets: ['country'] };
    const { data, error, response } = await client.GET('/v1/offers', { params: { query } });
    expect(error).toBeUndefined();
    const rows: readonly Row[] = data?.data ?? [];
    expect(rows.map((row) => row.planKey)).toEqual(['small', 'big']);
    expect(new URL(response.url).search).toBe('?country=DE,NL&minMemory=2GB&includeUnknown=false&limit=10&facets=country');
    const id = rows[0]?.locations[0]?.offerId ?? '';
    const prices = await client.GET('/v1/offers/{id}/prices', { params: { path: { id } } });
    expect(prices.data?.offerIds).toEqual([id]);
  });

  it('answers problems as such, and streams as text', async () => {
    const client = createClient({ baseUrl: server.url });
    const wrong = await client.GET('/v1/offers', { params: { query: { minMemory: 'lots' } } });
    expect([wrong.data, wrong.error?.errors.map(({ field }) => field)]).toEqual([undefined, ['minMemory']]);
    const feed = await client.GET('/v1/feeds/offers.json');
    expect(feed.data?.items.length).toBe(3);
    const csv = await client.GET('/v1/offers.csv', { parseAs: 'text' });
    expect(csv.data?.split('\n')).toHaveLength(5);
    // @ts-expect-error there is no such path
    expect((await client.GET('/v1/nothing')).response.status).toBe(404);
  });
});

describe('another package', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stealtime-client-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(ROOT, join(folder, 'node_modules', 'stealtime'), 'dir');
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('imports it without a TypeScript runtime', async () => {
    const program = `
      import { createClient } from 'stealtime/client';
      const { data } = await createClient({ baseUrl: process.argv[2] }).GET('/v1/offers', { params: { query: { sort: '-price' } } });
      console.log(data.data.map((row) => row.planKey).join());`;
    await writeFile(join(folder, 'program.js'), program);
    const { stdout } = await run(process.execPath, ['program.js', server.url], { cwd: folder });
    expect(stdout.trim()).toBe('big,small,small');
  });

  it('is told its types, and what is wrong with its use', async () => {
    const program = `
      import { createClient } from 'stealtime/client';
      const { data } = await createClient({ baseUrl: 'https://deals.example' }).GET('/v1/offers', { params: { query: { technology: ['kvm'] } } });
      export const name: string | null | undefined = data?.data[0]?.name;
      export const wrong: number | undefined = data?.data[0]?.provider.name;`;
    await writeFile(join(folder, 'program.ts'), program);
    const compilerOptions = { strict: true, module: 'NodeNext', target: 'ES2023', noEmit: true, types: [] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const told = await run(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }).catch((error) => error);
    expect(told.stdout).toMatch(/^program\.ts\(5,.*Type 'string \| undefined' is not assignable to type 'number \| undefined'/);
    expect(told.stdout.match(/error TS/g)).toHaveLength(1);
  }, 180_000);

  it('gets it with what is packed', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, maxBuffer: 1e8 });
    const [{ files }] = JSON.parse(stdout);
    const paths = files.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['client/index.js', 'client/index.d.ts', 'client/api.d.ts']));
  });
});

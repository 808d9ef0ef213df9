import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linodePages, linodeWith, scalewayPages, vultrPages } from '../ingest/support/pages.ts';
import { runCommand } from '../support/command.ts';
import { createDatabase, useDatabase } from '../support/database.ts';
import { recordingFolder } from '../support/recording-folder.ts';

const database = useDatabase();

it('replays recordings in order of time, tells what changed, and does nothing twice', async () => {
  const env = { DATABASE_URL: database.url };
  const dir = await recordingFolder([
    ['linode', '2026-11-03T06:00:00Z', linodeWith({ 'g6-standard-1': 4.5 })],
    ['linode', '2026-11-01T06:00:00Z', linodePages()],
    ['vultr', '2026-11-02T06:00:00Z', vultrPages({ 'vc2-1c-1gb': ['ams'] }, { ams: ['Amsterdam', 'NL'] })],
    ['nobody', '2026-11-02T06:00:00Z', linodePages()],
  ]);
  await writeFile(join(dir, 'linode', '2026-11-01T06:00:00Z', 'notes.txt'), '');
  await writeFile(join(dir, 'linode', '2026-11-01T06:00:00Z', 'tpyes.json'), '{}');
  const first = await runCommand(['scrape', '--replay', dir], env);
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout.trimEnd().split('\n')).toEqual([
    'linode 2026-11-01T06:00:00.000Z published: 12 plans, 36 offers (12 new, 0 changed, 0 withdrawn), 0 rejected',
    'vultr 2026-11-02T06:00:00.000Z published: 1 plans, 1 offers (1 new, 0 changed, 0 withdrawn), 0 rejected',
    'linode 2026-11-03T06:00:00.000Z published: 12 plans, 36 offers (0 new, 3 changed, 0 withdrawn), 0 rejected',
  ]);
  for (const named of ['notes.txt', 'tpyes.json', 'skipped nobody']) expect(first.stderr).toContain(named);

  const [again, sources, plain] = [
    await runCommand(['scrape', 'linode', '--replay', dir], env),
    await runCommand(['sources', '--json'], env),
    await runCommand(['sources'], env),
  ];
  expect(again.code).toBe(1);
  expect(
    again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(':').slice(0, 4).join(':')),
  ).toEqual([
    'linode 2026-11-01T06:00:00.000Z failed: older-than-published',
    'linode 2026-11-03T06:00:00.000Z unchanged: 12 plans, 36 offers (0 new, 0 changed, 0 withdrawn), 0 rejected',
  ]);
  const lines: { source: string; observedAt: string | null; observation: string | null; state: string }[] = sources.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.find(({ source }) => source === 'linode')).toMatchObject({
    provider: 'linode',
    kind: 'provider-api',
    observedAt: '2026-11-03T06:00:00.000Z',
    observation: 'recorded',
    state: 'unchanged',
  });
  expect(lines.find(({ source }) => source === 'scaleway')).toMatchObject({
    observedAt: null,
    state: 'waiting for its first run',
  });
  expect([sources.code, plain.code, sources.stderr]).toEqual([0, 0, '']);
  expect(plain.stdout.split('\n')[0]?.split('\t').slice(0, 2)).toEqual(['source', 'provider']);
});

it('goes on after a recording that cannot be read, and after one that is held; the exit code says which', async () => {
  const own = await createDatabase();
  const env = { DATABASE_URL: own.url };
  await own.close();
  const stock = { 'DEV1-S': 'available' };
  const dir = await recordingFolder([
    ['scaleway', '2026-11-01', scalewayPages({ 'fr-par-1': stock }, { 'DEV1-S': 6 })],
    ['scaleway', '2026-11-02', scalewayPages({ 'fr-par-1': stock }, { 'DEV1-S': 600 })],
    ['linode', '2026-11-04', linodePages()],
  ]);
  expect(await runCommand(['scrape', 'scaleway', '--replay', dir], env)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/published: 1 plans.*\n.*quarantined: 1 plans, 1 offers, 0 rejected\n$/),
    stderr: expect.stringMatching(/hard price-slip/),
  });
  const damaged = join(dir, 'linode', '2026-11-03');
  await mkdir(damaged);
  await writeFile(join(damaged, 'types.json.gz'), 'not packed');
  expect(await runCommand(['scrape', 'linode', '--replay', dir], env)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^linode 2026-11-03T00:00:00.000Z failed: cannot unpack .*\nlinode 2026-11-04\S* published: 12 plans/,
    ),
  });
});

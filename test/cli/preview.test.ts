import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linodePages, scalewayPages } from '../ingest/support/pages.ts';
import { runCommand, startCommand } from '../support/command.ts';

const NO_DATABASE = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
const [types = '', regions = ''] = linodePages().map((page) => page.body);
const stock = { 'DEV1-S': 'available', 'DEV1-M': 'shortage' };
const [servers = '', availability = ''] = scalewayPages({ 'fr-par-1': stock }, { 'DEV1-S': 6, 'DEV1-M': 12 }).map(
  (page) => page.body,
);

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stealtime-preview-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
}

type Said = Readonly<Record<string, unknown>>;
type Line = { readonly [kind in 'offer' | 'rejection' | 'finding']?: Said };

/** The lines of an answer, each an object of exactly one of the three kinds. */
function linesOf(stdout: string): Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed: Line = JSON.parse(line);
      expect(Object.keys(parsed)).toHaveLength(1);
      expect(['offer', 'rejection', 'finding']).toContain(Object.keys(parsed)[0]);
      return parsed;
    });
}

function of(lines: readonly Line[], kind: keyof Line): Said[] {
  return lines.map((line) => line[kind]).filter((said) => said !== undefined);
}

describe('preview of files', () => {
  it('prints rows, rejections and findings as NDJSON, and nothing else on stdout', async () => {
    const one = JSON.parse(types);
    one.data.push({ id: 'g6-broken', memory: 'plenty', price: { monthly: 5 } });
    const body = JSON.stringify({ ...one, results: 13 });
    const args = [
      'preview',
      'linode',
      `types=${await file('t.json', body)}`,
      `regions=${await file('r.json', regions)}`,
      '--json',
    ];
    const { code, stdout, stderr } = await runCommand(args, NO_DATABASE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = linesOf(stdout);
    expect(of(lines, 'offer')).toHaveLength(12);
    expect(of(lines, 'offer')[0]).toMatchObject({
      planKey: 'g6-standard-1',
      state: 'recorded',
      observedAt: null,
      memory: { mib: 1024 },
      provider: { id: 'linode' },
      prices: [
        { hourly: true, currency: 'USD' },
        { termMonths: 1, amount: '5.00' },
      ],
      comparable: { currency: 'USD', perMonth: '5.00' },
      provenance: { 'memory.mib': { how: 'given', said: 'memory = 1024', observedAt: null } },
    });
    expect(of(lines, 'offer')[0]).toHaveProperty('locations.0.offerId', 'linode:g6-standard-1@ap-south');
    expect(of(lines, 'rejection')).toEqual([
      expect.objectContaining({ code: 'unreadable-plan', said: 'plenty', listing: { planKey: 'g6-broken', name: null } }),
    ]);
  });

  it('unpacks .gz, and reads on without a role that is missing, which it says', async () => {
    const packed = await file('servers.json.gz', gzipSync(servers));
    const { code, stdout } = await runCommand(['preview', 'scaleway', `servers@fr-par-1=${packed}`, '--json'], NO_DATABASE);
    expect(code).toBe(0);
    const lines = linesOf(stdout);
    expect(of(lines, 'offer').map(({ planKey, availability }) => [planKey, availability])).toEqual([
      ['DEV1-S', { state: 'unknown', quantity: null }],
      ['DEV1-M', { state: 'unknown', quantity: null }],
    ]);
    expect(
      of(lines, 'finding')
        .map(({ code, message }) => `${code} ${message}`)
        .join(),
    ).toMatch(/missing-role .*availability@fr-par-1/);
  });

  it('says of a page that was cut off that it cannot be read, packed or not, and exits 0', async () => {
    const half = await file('half.json', types.slice(0, types.length / 2));
    const packed = gzipSync(types);
    const halfPacked = await file('half.json.gz', packed.subarray(0, packed.length / 2));
    for (const path of [half, halfPacked]) {
      const { code, stdout } = await runCommand(['preview', 'linode', `types=${path}`, '--json'], NO_DATABASE);
      expect(code).toBe(0);
      const lines = linesOf(stdout);
      expect(of(lines, 'offer')).toEqual([]);
      expect(of(lines, 'finding').map((finding) => finding.code)).toEqual(
        expect.arrayContaining(['unreadable-page', 'missing-role']),
      );
    }
  });

  it('is a table into a pipe without --json: tabs on stdout, the rest on stderr', async () => {
    const args = [
      `servers@fr-par-1=${await file('s.json', servers)}`,
      `availability@fr-par-1=${await file('a.json', availability)}`,
    ];
    const { code, stdout, stderr } = await runCommand(['preview', 'scaleway', ...args], NO_DATABASE);
    expect(code).toBe(0);
    const [head, ...rows] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(head?.slice(0, 2)).toEqual(['plan', 'technology']);
    expect(rows.map((row) => [row[0], row[8], row.length])).toEqual([
      ['DEV1-S', 'in-stock', head?.length],
      ['DEV1-M', 'sold-out', head?.length],
    ]);
    expect(stderr).toContain('2 rows of 2 plans, 0 rejected');
  });

  it('ends quietly when nobody reads on', async () => {
    const many =
      linodePages(Array.from({ length: 150 }, (_, index) => ({ id: `g6-${index}`, monthly: 5, gib: 1 })))[0]?.body ?? '';
    const { process: child, ended } = startCommand(
      ['preview', 'linode', `types=${await file('many.json', many)}`, '--json'],
      NO_DATABASE,
    );
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});

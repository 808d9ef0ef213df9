import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestion, withFilterOptions } from '../../cli/filter-options.ts';
import { BadUsage } from '../../cli/output.ts';
import { readRecorded } from '../../db/catalog/read-catalog.ts';
import { type Catalogue, catalogueSchema, readCatalogue } from '../../domain/catalogue-format.ts';
import { COLUMNS } from '../../domain/export/columns.ts';
import { CRITERIA } from '../../domain/filter/criteria.ts';
import { runCommand } from '../support/command.ts';
import { useDatabase } from '../support/database.ts';

/** A database that cannot be reached: wrong use must not notice. */
const NO_DATABASE = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };

const database = useDatabase();
const stealtime = (...args: string[]) => runCommand(args, { DATABASE_URL: database.url });
const lines = (text: string) => text.trimEnd().split('\n');

// The first command brings the bundled catalogue in: what they find is that.
beforeAll(async () => {
  expect(await stealtime('search', '--limit', '1')).toMatchObject({ code: 0 });
}, 180_000);

describe('the options of a filter', () => {
  it('are those of the table, each explained', () => {
    const command = withFilterOptions(new Command(), []);
    expect(command.options.map((option) => option.attributeName())).toEqual(Object.keys(CRITERIA));
    const help = command.helpInformation();
    for (const name of ['--min-memory <value>', '--ipv6 [true|false]', '--include-unknown [true|false]'])
      expect(help).toContain(name);
  });

  it.each([
    [{ minMemory: 'lots' }, '--min-memory: "lots" is not a size'],
    [{ limit: '0' }, '--limit: "0" is not'],
    [{ minMemory: '8GB', maxMemory: '2GB' }, '--min-memory: 8GB is above'],
  ])('are named as they are typed where they are wrong: %o', (params, said) => {
    expect(() => readQuestion(params)).toThrow(BadUsage);
    expect(() => readQuestion(params)).toThrow(said);
  });

  it.each([
    [['search', '--min-memory', 'lots'], '--min-memory: "lots" is not a size'],
    [['search', '--json', '--csv'], '--json and --csv'],
    [['export', '--limit', '5'], "unknown option '--limit'"],
    [['export', '--catalogue', 'x', '--technology', 'kvm'], 'give no filter'],
  ])('are refused before a database is asked: %s', async (args, said) => {
    const answer = await runCommand(args, NO_DATABASE);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toContain(said);
  });

  it('name a currency that has no rate', async () => {
    const answer = await stealtime('search', '--max-price', '5', '--currency', 'XAF');
    expect([answer.code, answer.stderr]).toEqual([2, expect.stringContaining('--currency: there is no exchange rate for XAF')]);
  });
});

describe('stealtime search', () => {
  it('prints a table, tab-separated into a pipe, and says how much there is', async () => {
    const { code, stdout, stderr } = await stealtime(
      'search',
      '--provider',
      'linode',
      '--min-memory',
      '4GB',
      '--sort',
      '-memory',
      '--limit',
      '3',
      '--currency',
      'EUR',
    );
    expect(code).toBe(0);
    const [head, ...rows] = lines(stdout).map((line) => line.split('\t'));
    expect(head).toEqual([
      'id',
      'plan',
      'technology',
      'vCPU',
      'memory',
      'storage',
      'transfer',
      'countries',
      'EUR/month',
      'state',
    ]);
    expect(rows).toHaveLength(3);
    for (const [id = '', plan = '', technology, , , , , , price = '', state = ''] of rows) {
      expect([id, plan, technology]).toEqual([expect.stringMatching(/^linode:/), expect.stringMatching(/^\S/), 'kvm']);
      expect([price, state]).toEqual([expect.stringMatching(/^\d+\.\d+$/), expect.stringMatching(/^recorded \d{4}-\d\d-\d\d$/)]);
    }
    expect(stderr).toMatch(/^3 of \d+ rows, which stand for \d+ offers\n/);
  });

  it('gives rows as JSON and as CSV', async () => {
    const json = await stealtime('search', '--provider', 'linode', '--limit', '2', '--json');
    const rows = lines(json.stdout).map((line) => JSON.parse(line));
    expect(rows.map((row) => row.provider.id)).toEqual(['linode', 'linode']);
    const csv = await stealtime('search', '--provider', 'linode', '--limit', '2', '--csv');
    expect(lines(csv.stdout)[0]).toBe(COLUMNS.map(({ name }) => name).join(','));
    expect(lines(csv.stdout)).toHaveLength(3);
    expect(lines(csv.stdout)[1]).toContain(rows[0].id);
  });

  it('takes a switch without its value, and says what it leaves out as unknown', async () => {
    const { stderr } = await stealtime('search', '--ddos', '--limit', '1');
    expect(stderr).toMatch(/\d+ more are left out because .* --include-unknown lets them in/);
    const { stdout } = await stealtime('search', '--ddos', 'false', '--include-unknown', '--limit', '2', '--json');
    expect(lines(stdout)).toHaveLength(2);
  });
});

describe('stealtime export', () => {
  it.each([
    ['ndjson', (text: string) => lines(text).map((line) => JSON.parse(line).id)],
    ['json', (text: string) => JSON.parse(text).map((row: { id: string }) => row.id)],
    [
      'csv',
      (text: string) =>
        lines(text)
          .slice(1)
          .map((line) => line.split(',')[0]),
    ],
  ])('writes every matching row as %s', async (format, idsOf) => {
    const { code, stdout, stderr } = await stealtime('export', '--format', format, '--provider', 'linode', '--sort', 'memory');
    expect([code, stderr]).toEqual([0, '']);
    const [counted] = await database.sql<{ count: number }[]>`select count(*)::int4 as count from search_rows
      where provider_id = 'linode' and not withdrawn and availability is distinct from 'sold-out' and product_type is distinct from 'dedicated'`;
    const ids = idsOf(stdout);
    expect(new Set(ids).size).toBe(counted?.count);
    expect(ids).toHaveLength(counted?.count ?? 0);
  });

  it('is an empty list where nothing is found', async () => {
    expect(await stealtime('export', '--format', 'json', '--provider', 'nobody')).toMatchObject({ code: 0, stdout: '[\n]\n' });
  });
});

describe('stealtime export --catalogue', () => {
  it('writes again what is bundled, keeps older batches of a file, and leaves a file alone that has it already', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'stealtime-catalogue-'));
    try {
      const first = await stealtime('export', '--catalogue', dir);
      expect(first).toMatchObject({ code: 0, stdout: '' });
      for (const bundled of await readRecorded()) {
        const path = join(dir, `${bundled.source}.json`);
        const written = catalogueSchema.parse(JSON.parse(await readFile(path, 'utf8')));
        expect(newestOf(written)).toEqual(newestOf(bundled));
        expect(written.batches).toHaveLength(1);
        await writeFile(path, JSON.stringify({ ...bundled, batches: bundled.batches.slice(0, -1) }));
      }
      const second = await stealtime('export', '--catalogue', dir);
      const third = await stealtime('export', '--catalogue', dir);
      expect([second.code, third.code]).toEqual([0, 0]);
      for (const bundled of await readRecorded()) {
        const written = catalogueSchema.parse(JSON.parse(await readFile(join(dir, `${bundled.source}.json`), 'utf8')));
        expect(written.batches.map(({ observedAt }) => observedAt)).toEqual(bundled.batches.map(({ observedAt }) => observedAt));
        expect(newestOf(written)).toEqual(newestOf(bundled));
        expect(third.stderr).toContain(`${bundled.source}: kept`);
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }, 180_000);

  it('refuses a file that is none of ours', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'stealtime-catalogue-'));
    await writeFile(join(dir, 'linode.json'), '{}');
    const answer = await stealtime('export', '--catalogue', dir);
    await rm(dir, { recursive: true, force: true });
    expect([answer.code, answer.stderr]).toEqual([1, expect.stringContaining('linode.json is no catalogue file')]);
  });
});

/** Plans of the newest batch by id, each with its offers in order. */
function newestOf(catalogue: Catalogue) {
  const batch = readCatalogue(catalogue).at(-1);
  const plans =
    batch?.plans.map((plan) => ({ ...plan, places: plan.places.toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1)) })) ?? [];
  return { observedAt: batch?.observedAt, plans: plans.toSorted((a, b) => (a.planId < b.planId ? -1 : 1)) };
}

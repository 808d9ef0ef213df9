import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkMigrations } from '../../db/check-migrations.ts';
import { MIGRATIONS, migrateDatabase } from '../../db/migrate.ts';
import { createDatabase, type TestDatabase, useDatabase } from '../support/database.ts';

/** One migration of a test: its journal time and its SQL. */
type Step = readonly [tag: string, when: number, sql: string];

const FIRST: Step = ['0000_first', 1000, 'create table first (id int primary key)'];
const SECOND: Step = ['0001_second', 2000, 'create table second (id int primary key)'];

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stealtime-migrate-'));
  folder = join(root, 'db', 'migrations');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(...steps: readonly Step[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'meta'), { recursive: true });
  const entries = steps.map(([tag, when], idx) => ({ idx, version: '7', when, tag, breakpoints: true }));
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
  for (const [tag, , text] of steps) await writeFile(join(folder, `${tag}.sql`), text);
}

describe('migrateDatabase', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createDatabase({ empty: true });
  });
  afterEach(() => database.close());

  async function tables(): Promise<string[]> {
    const rows = await database.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
    return rows.map(({ name }) => name);
  }

  test('applies what is missing, once', async () => {
    await write(FIRST);
    expect(await migrateDatabase(database.connection, folder)).toEqual({ applied: ['0000_first'] });
    await write(FIRST, SECOND);
    expect(await migrateDatabase(database.connection, folder)).toEqual({ applied: ['0001_second'] });
    expect(await migrateDatabase(database.connection, folder)).toEqual({ applied: [] });
    expect(await tables()).toEqual(['first', 'second']);
  });

  test('lets four migrate at once', async () => {
    await write(FIRST, SECOND);
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(database.connection, folder)));
    expect(runs.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 2]);
  });

  test('leaves nothing of a run that failed', async () => {
    await write(FIRST, ['0001_second', 2000, 'create table first (id int)']);
    await expect(migrateDatabase(database.connection, folder)).rejects.toThrow(/create table first/);
    expect(await tables()).toEqual([]);
    await write(FIRST, SECOND);
    expect((await migrateDatabase(database.connection, folder)).applied).toHaveLength(2);
  });

  test('notices a skipped migration', async () => {
    await write(FIRST, SECOND);
    await migrateDatabase(database.connection, folder);
    await write(FIRST, ['0001_other', 1500, 'create table other (id int)'], SECOND);
    await expect(migrateDatabase(database.connection, folder)).rejects.toThrow(/0001_other was skipped/);
  });

  test('notices a migration that was changed afterwards', async () => {
    await write(FIRST);
    await migrateDatabase(database.connection, folder);
    await write([FIRST[0], FIRST[1], 'create table first (id bigint primary key)']);
    await expect(migrateDatabase(database.connection, folder)).rejects.toThrow(/0000_first has been changed/);
  });
});

describe('our migrations', () => {
  const database = useDatabase();

  test('are applied to test databases, and there is nothing left to do', async () => {
    expect(await migrateDatabase(database.connection, MIGRATIONS)).toEqual({ applied: [] });
  });
});

describe('checkMigrations', () => {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const schema = (columns: string): Promise<void> =>
    writeFile(
      join(root, 'db', 'schema', 'things.ts'),
      `import { integer, pgTable, text } from 'drizzle-orm/pg-core';\nexport const things = pgTable('things', { ${columns} });\n`,
    );

  beforeEach(async () => {
    await mkdir(join(root, 'db', 'schema'), { recursive: true });
    await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
    await schema('id: integer().primaryKey()');
    await write();
  });

  test('shows the migration that is missing, and writes nothing', async () => {
    const [problem] = await checkMigrations(root);
    expect(problem).toMatch(/The schema has changed.*CREATE TABLE "things"/s);
    expect(await readdir(folder)).toEqual(['meta']);
    expect(JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')).entries).toEqual([]);
  });

  test('says so when the schema cannot be read', async () => {
    await schema('id: nothing()');
    expect(await checkMigrations(root)).toEqual([expect.stringContaining('could not compare the schema')]);
  });

  test('refuses times that do not rise, and files and journal that differ', async () => {
    await write(SECOND, FIRST);
    expect(await checkMigrations(root)).toEqual([expect.stringMatching(/^0000_first: its time/)]);
    await write(FIRST, SECOND);
    await rm(join(folder, '0001_second.sql'));
    await writeFile(join(folder, '0002_stray.sql'), '');
    expect(await checkMigrations(root)).toEqual([
      '0002_stray.sql: the journal does not know this file.',
      '0001_second.sql: the journal names this file, but it is missing.',
    ]);
  });
});

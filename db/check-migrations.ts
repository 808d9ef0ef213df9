/**
 * `npm run migrations:check`: fails when the migrations do not lead to the schema in db/schema, or when one of them would be
 * skipped. Changes nothing.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readJournal } from './migration-journal.ts';

const SCHEMA = './db/schema/*.ts';
const FOLDER = 'db/migrations';

/** What is wrong with the migrations of a project (absolute path of its root), as sentences; empty when all is well. */
export async function checkMigrations(root: string): Promise<string[]> {
  const problems = await journalProblems(join(root, FOLDER));
  return problems.length > 0 ? problems : schemaProblems(root);
}

/** Whether files and journal belong together and the times rise: a migration older than the newest applied one is skipped. */
async function journalProblems(folder: string): Promise<string[]> {
  const entries = await readJournal(folder);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const names = new Set(entries.map((entry) => `${entry.tag}.sql`));
  const late = entries.filter((entry, index) => entry.when <= (entries[index - 1]?.when ?? 0));
  return [
    ...late.map(({ tag }) => `${tag}: its time in the journal is not after the migration before it; generate it again on top.`),
    ...files.filter((name) => !names.has(name)).map((name) => `${name}: the journal does not know this file.`),
    ...[...names]
      .filter((name) => !files.includes(name))
      .map((name) => `${name}: the journal names this file, but it is missing.`),
  ];
}

/** Lets drizzle-kit generate into a copy and looks at what came of it. */
async function schemaProblems(root: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'stealtime-migrations-'));
  try {
    const copy = join(scratch, 'migrations');
    await cp(join(root, FOLDER), copy, { recursive: true });
    const output = await generate(root, copy);
    const before = new Set(await readdir(join(root, FOLDER)));
    const added = (await readdir(copy)).filter((name) => !before.has(name));
    const texts = await Promise.all(added.map((name) => readFile(join(copy, name), 'utf8')));
    if (added.length > 0) return [`The schema has changed; run "npm run migrations:new". It would do:\n${texts.join('\n')}`];
    // drizzle-kit ends with success whatever happens, so only these words mean it.
    return output.includes('No schema changes') ? [] : [`drizzle-kit could not compare the schema:\n${output}`];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function generate(root: string, folder: string): Promise<string> {
  const program = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  // It puts "./" before the folder, even before an absolute one.
  const args = [program, 'generate', '--dialect', 'postgresql', '--schema', SCHEMA, '--out', relative(root, folder)];
  return new Promise((done) => {
    const child = execFile(process.execPath, args, { cwd: root }, (_, stdout, stderr) => done(stdout + stderr));
    // Without a terminal it fails where it would ask whether a column was renamed.
    child.stdin?.end();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = await checkMigrations(fileURLToPath(new URL('..', import.meta.url)));
  process.stderr.write(problems.map((problem) => `${problem}\n`).join(''));
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** Writes the OpenAPI document beside this file; with `--check`, only says whether it would change. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from './document.ts';

const FILE = fileURLToPath(new URL('./openapi.json', import.meta.url));

const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
const present = await readFile(FILE, 'utf8').catch(() => '');

if (present === wanted) process.stdout.write('api/openapi.json is up to date\n');
else if (process.argv.includes('--check')) {
  process.stderr.write('api/openapi.json is not what the routes say: run "npm run openapi" and commit the result\n');
  process.exitCode = 1;
} else {
  await writeFile(FILE, wanted);
  process.stdout.write('api/openapi.json written\n');
}

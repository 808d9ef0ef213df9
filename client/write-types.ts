/** Writes the client's types from the API's document; with `--check`, only says whether they would change. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../api/openapi.json', import.meta.url);
const FILE = fileURLToPath(new URL('./api.d.ts', import.meta.url));

const wanted = `// Made from api/openapi.json by "npm run openapi".\n${astToString(await openapiTypes(DOCUMENT))}`;
const present = await readFile(FILE, 'utf8').catch(() => '');

if (present === wanted) process.stdout.write('client/api.d.ts is up to date\n');
else if (process.argv.includes('--check')) {
  process.stderr.write('client/api.d.ts is not what the document says: run "npm run openapi" and commit the result\n');
  process.exitCode = 1;
} else {
  await writeFile(FILE, wanted);
  process.stdout.write('client/api.d.ts written\n');
}

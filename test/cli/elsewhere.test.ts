import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the command renders pages wherever it is used, whatever the folder says of JSX', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stealtime-elsewhere-'));
  try {
    await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "react" } }');
    const address = (path: string) => JSON.stringify(pathToFileURL(join(process.cwd(), path)).href);
    const program = `
      process.argv.push('--version');
      await import(${address('bin/stealtime.mjs')});
      const { Words } = await import(${address('api/reference/parts.tsx')});
      console.log(String(Words({ text: 'as \`code\` <b>' })));`;
    await writeFile(join(folder, 'program.mjs'), program);
    const { stdout } = await promisify(execFile)(process.execPath, ['program.mjs'], { cwd: folder });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n<p>as <code>code<\/code> &lt;b&gt;<\/p>\n$/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

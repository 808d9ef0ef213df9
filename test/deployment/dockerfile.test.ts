/** The Dockerfile is linted, and holds to what an image of ours must be. No engine is needed. */
import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const text = readFileSync('Dockerfile', 'utf8');
const ignored = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Instructions with their arguments, continued lines joined. */
const instructions = text
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [name = '', ...rest] = line.split(' ');
    return { name, value: rest.join(' ') };
  });
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ value }) => value);
const [major] = process.versions.node.split('.');

describe('Dockerfile', () => {
  it('is free of findings of the linter', () => {
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('stands on one image with glibc, which the database and the TypeScript loader need, of the Node that we test', () => {
    const bases = all('FROM').map((value) => value.split(' ')[0]);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:20-[a-z]+-slim$/);
    expect(major).toBe('20');
  });

  it('runs as nobody special, from code that it cannot change, behind an init that reaps', () => {
    expect(all('USER')).toEqual(['node']);
    const order = instructions.map(({ name }) => name);
    expect(order.lastIndexOf('COPY')).toBeLessThan(order.indexOf('USER'));
    expect(all('COPY').join()).not.toContain('--chown');
    expect(all('ENTRYPOINT')).toEqual(['["tini", "--", "node", "bin/stealtime.mjs"]']);
  });

  it('takes exact versions, no development tools, and nothing from elsewhere', () => {
    expect(all('RUN').filter((run) => run.includes('npm'))).toEqual(['npm ci --omit=dev --no-audit --no-fund']);
    expect(all('ADD')).toEqual([]);
    expect(text).not.toMatch(/curl|wget|npm (install|i) |npx/);
  });

  it('holds no secret', () => {
    expect(all('ARG')).toEqual([]);
    expect(all('ENV').join()).not.toMatch(/TOKEN|SECRET|PASSWORD|_KEY|DATABASE_URL/);
    expect(ignored).toEqual(expect.arrayContaining(['.env*', '*.key', '*.pem', '.git', 'data', 'node_modules']));
  });

  it('says whether it is ready, in a program that runs', () => {
    const [check = ''] = all('HEALTHCHECK');
    const command: unknown = JSON.parse(check.slice(check.indexOf('CMD ') + 4));
    expect(command).toEqual(['node', '-e', expect.stringContaining('/readyz')]);
    const [, , program] = command as string[];
    expect(() => new Function(String(program))).not.toThrow();
  });

  it('leaves nothing out that runs', () => {
    const rooms = ['api', 'bin', 'cli', 'db', 'domain', 'ingest', 'jobs', 'net', 'notify', 'scrapers', 'web'];
    const files = ['config.ts', 'log.ts', 'package.json', 'tsconfig.json', 'LICENSE'];
    for (const path of [...rooms, ...files]) expect(ignored).not.toContain(path);
  });
});

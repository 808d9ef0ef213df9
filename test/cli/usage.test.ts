import { describe, expect, it } from 'vitest';
import { preview } from '../../cli/commands/preview.ts';
import { scrape } from '../../cli/commands/scrape.ts';
import { BadUsage, CommandFailed } from '../../cli/output.ts';
import { readConfig } from '../../config.ts';
import { createLogger } from '../../log.ts';
import { runCommand } from '../support/command.ts';

/** A database that cannot be reached: commands that need none must not notice. */
const NO_DATABASE = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };

describe('the command', () => {
  it('explains itself on stdout, exit 0, and below every command', async () => {
    const answers = await Promise.all([['--help'], ['preview', '--help']].map((args) => runCommand(args)));
    for (const answer of answers)
      expect(answer).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Usage: stealtime') });
    const [all, one] = answers.map(({ stdout }) => stdout);
    for (const name of ['start', 'serve', 'worker', 'migrate', 'scrape', 'sources', 'preview'])
      expect(all).toContain(`  ${name}`);
    expect(one).toContain('ROLE@PLACE=FILE');
  });

  it.each([
    ['an unknown command, which starts nothing', ['scrap'], 2],
    ['an option without its value', ['scrape', '--replay'], 2],
    ['an unknown role', ['preview', 'linode', 'tpyes=x.json'], 2],
    ['a database that does not answer', ['sources'], 1],
  ])('answers %s: nothing on stdout, a reason without a stack on stderr', async (_what, args, code) => {
    const answer = await runCommand(args, NO_DATABASE);
    expect(answer).toMatchObject({ code, stdout: '' });
    expect(answer.stderr).not.toBe('');
    expect(answer.stderr).not.toMatch(/\n {4}at /);
  });
});

describe('the arguments of commands', () => {
  const config = readConfig(NO_DATABASE);
  const log = createLogger('silent', 'test');

  it.each([
    ['an unknown source', () => preview(config, 'hetzer', ['types=x.json'], true)],
    ['an unknown role', () => preview(config, 'linode', ['tpyes=x.json'], true)],
    ['a role that only looks known', () => preview(config, 'linode', ['constructor=x.json'], true)],
    ['a role once a place without its place', () => preview(config, 'scaleway', ['servers=x.json'], true)],
    ['a place for a role that has none', () => preview(config, 'linode', ['types@us-east=x.json'], true)],
    ['a file without a role', () => preview(config, 'linode', ['x.json'], true)],
    ['an unknown source to scrape', () => scrape(config, log, ['linode', 'hetzer'], undefined)],
  ])('are refused as bad usage: %s', async (_what, work) => {
    await expect(work()).rejects.toThrow(BadUsage);
  });

  it.each([
    ['a file', () => preview(config, 'linode', ['types=/does/not/exist.json'], true)],
    ['a folder', () => scrape(config, log, [], '/does/not/exist')],
  ])('are no bad usage where %s is missing, and no database is started for it', async (_what, work) => {
    await expect(work()).rejects.toThrow(CommandFailed);
    await expect(work()).rejects.toThrow('/does/not/exist');
  });
});

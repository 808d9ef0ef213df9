import { execFile } from 'node:child_process';
import { parse } from 'node:path';

/** Result of a finished command. */
export interface Outcome {
  readonly ok: boolean;
  /** stdout and stderr, or why the command could not be run. */
  readonly output: string;
}

/** A user and group to run as, as numbers of the operating system. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The environment of every child: nothing of ours reaches PostgreSQL (PGDATA, PGOPTIONS, LD_LIBRARY_PATH and locales would
 * change what it does, and secrets are none of its business).
 */
export const CHILD_ENVIRONMENT: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin',
};

/** A working directory that every user may enter: PostgreSQL gives up when it cannot read the one it inherits. */
export const CHILD_FOLDER = parse(process.execPath).root;

/** Runs a command to its end; never rejects. `timeout` in ms (default one minute). */
export function run(command: string, args: readonly string[], identity?: Identity, timeout = 60_000): Promise<Outcome> {
  return new Promise((done) => {
    const options = { ...identity, env: CHILD_ENVIRONMENT, cwd: CHILD_FOLDER, timeout };
    try {
      execFile(command, [...args], options, (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`.trim();
        done({ ok: error === null, output: output || (error?.message ?? '') });
      });
    } catch (error) {
      // Some refusals (an identity outside our user namespace) are thrown instead of reported.
      done({ ok: false, output: String(error) });
    }
  });
}

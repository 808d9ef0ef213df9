/** The `stealtime` command as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/stealtime.mjs', import.meta.url));

/** A command under way. */
export interface RunningCommand {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<CommandEnd>;
}

/** How a command ended: its exit code (null: killed), and all it said. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command. Of the environment it gets only what is given. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCommand {
  const child = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  return { process: child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ...said })) };
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandEnd> {
  return startCommand(args, env).ended;
}

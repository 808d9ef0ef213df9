import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../db/embedded/command.ts';
import { answerOf, type Child, childCommand, serverPid, startChild, useEmbedded } from '../support/embedded.ts';

const { emptyFolder, usedFolder, start } = useEmbedded();

let nobody = { uid: 0, gid: 0 };
let obstacle: string | undefined;

beforeAll(async () => {
  if (process.getuid?.() !== 0) {
    obstacle = 'only root can start processes of other users';
    return;
  }
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  nobody = { uid: Number(uid), gid: Number(gid) };
  const [node, ...args] = childCommand('');
  const reached = await run('cat', [String(args[2])], nobody);
  const runs = await run(node, ['--version'], nobody);
  if (!uid || !reached.ok || !runs.ok) obstacle = 'the user nobody may not read this project or run Node here';
});

beforeEach(({ skip }) => {
  if (obstacle) skip(obstacle);
});

/** A data folder below one that everybody may use. */
async function publicFolder(): Promise<string> {
  const dataDir = await emptyFolder();
  await chmod(dirname(dataDir), 0o777);
  return dataDir;
}

describe('an ordinary user beside root', () => {
  test('has a database of their own, even in a working folder they may not read', async () => {
    const dataDir = await publicFolder();
    const folder = join(dirname(dataDir), 'private');
    await mkdir(folder, { mode: 0o700 });
    const [command, ...args] = [...childCommand(dataDir), folder, String(nobody.uid), String(nobody.gid)];
    const child = await answerOf(spawn(command ?? '', args, { env: {}, stdio: ['pipe', 'pipe', 'inherit'] }));
    expect(child.answer).toMatchObject({ since: expect.any(String) });
    expect((await stat(join(dataDir, 'pg18'))).uid).toBe(nobody.uid);
    await child.leave();
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  test.each([
    ['that they may not enter', 0o700],
    ['whose database is closed to them', 0o755],
  ])("is told what to do about root's data folder %s", async (_, mode) => {
    const dataDir = await usedFolder();
    await chmod(dirname(dataDir), 0o755);
    await chmod(dataDir, mode);
    const child = await startChild(dataDir, nobody);
    expect(child.answer.error).toMatch(/The data folder .* cannot be used by this user \(\d+\)\. It belongs to user 0\./);
    expect(child.answer.error).toMatch(/set DATA_DIR to a folder of your own, or set DATABASE_URL/);
  });

  test('is told so when the data folder cannot be made', async () => {
    const dataDir = await emptyFolder();
    const child = await startChild(dataDir, nobody);
    expect(child.answer.error).toMatch(/cannot be used by this user .*EACCES/);
  });
});

describe("root with an ordinary user's data folder", () => {
  test('attaches to their server and leaves it to them', async () => {
    const dataDir = await publicFolder();
    const child = await startChild(dataDir, nobody);
    const pid = await serverPid(dataDir);
    const server = await start(dataDir);
    expect(server.connection.path).toBe(child.answer.path);
    await server.release();
    expect(await serverPid(dataDir)).toBe(pid);
    await child.leave();
    expect(await serverPid(dataDir)).toBeUndefined();
  });

  test('starts it as that user, who can go on using it', async () => {
    const dataDir = await publicFolder();
    await mkdir(dataDir, { mode: 0o700 });
    await chown(dataDir, nobody.uid, nobody.gid);
    const server = await start(dataDir);
    const child = await startChild(dataDir, nobody);
    expect(child.answer.path).toBe(server.connection.path);
    await server.release();
    await child.leave();
    expect(await serverPid(dataDir)).toBeUndefined();
    const again = await startChild(dataDir, nobody);
    expect(again.answer.error).toBeUndefined();
    await again.leave();
  });
});

describe('root where user namespaces are forbidden, as in many containers', () => {
  test.each([
    ['in a folder open to all', 0o755],
    ['below a folder closed to all others', 0o700],
  ])('starts %s; and goes on when they are allowed again', async (_, mode) => {
    const dataDir = await emptyFolder();
    await chmod(dirname(dataDir), mode);
    const child = await startWithoutNamespaces(childCommand(dataDir));
    expect(child.answer).toMatchObject({ since: expect.any(String) });
    expect((await stat(join(dataDir, 'pg18'))).uid).not.toBe(0);
    await child.leave();
    expect(await serverPid(dataDir)).toBeUndefined();
    await start(dataDir);
    expect(await serverPid(dataDir)).toBeDefined();
  });

  test("takes root's own database along", async () => {
    const dataDir = await emptyFolder();
    await (await start(dataDir)).release();
    expect((await stat(join(dataDir, 'pg18'))).uid).toBe(0);
    const child = await startWithoutNamespaces(childCommand(dataDir));
    expect(child.answer).toMatchObject({ since: expect.any(String) });
    await child.leave();
  });
});

/** Starts a child as root of a user namespace that holds every user and allows no further namespaces. */
async function startWithoutNamespaces(command: readonly string[]): Promise<Child> {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
  const script = `read -r go; exec sh -c '${forbid}' sh "$@"`;
  const child = spawn('unshare', ['--user', 'sh', '-c', script, 'sh', ...command], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // The namespace exists once its map can be read as empty; it is filled from outside, by the real root.
  await expect.poll(() => readFile(`/proc/${child.pid}/uid_map`, 'utf8')).toBe('');
  await writeFile(`/proc/${child.pid}/uid_map`, '0 0 65536');
  await writeFile(`/proc/${child.pid}/gid_map`, '0 0 65536');
  child.stdin.write('go\n');
  return answerOf(child);
}

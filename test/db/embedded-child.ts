/**
 * A process of its own that uses an embedded database: `embedded-child.ts DATA_DIR [FOLDER UID GID]`. Writes one line of JSON
 * (`Answer` in test/support/embedded.ts) once it has the database, or failed to; leaves when its stdin ends. With a working
 * folder and a user, it goes there and becomes that user first (started there as that user, tsx itself could not run).
 */
import { once } from 'node:events';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../../db/embedded/start.ts';

const [, , dataDir = '', folder, uid, gid] = process.argv;
if (folder) {
  process.chdir(folder);
  process.setgroups?.([]);
  process.setgid?.(Number(gid));
  process.setuid?.(Number(uid));
}
try {
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  const sql = postgres({ ...server.connection, max: 1 });
  const [row] = await sql`select pg_postmaster_start_time()::text as since`;
  await sql.end();
  process.stdout.write(`${JSON.stringify({ since: row?.since, path: server.connection.path })}\n`);
  await once(process.stdin.resume(), 'end');
  await server.release();
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
}

/** Snapshots: raw answers, stored compressed before anything reads them, each body once. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Db } from '../bulk.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Quick compression: bodies are written once on the hot path of a run, and JSON shrinks well even so. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A raw answer. */
export interface Snapshot {
  readonly role: string;
  readonly place: string | null;
  readonly number: number;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ISO time. */
  readonly fetchedAt: string;
}

/** A stored snapshot. */
export interface StoredSnapshot extends Snapshot {
  readonly snapshotId: number;
  readonly contentHash: string;
}

/** SHA-256 of a body. */
export function contentHashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Stores one answer of a run; answers its id and content hash. */
export async function storeSnapshot(
  db: Db,
  run: { readonly runId: string; readonly sourceId: string },
  snapshot: Snapshot,
): Promise<{ readonly snapshotId: number; readonly contentHash: string }> {
  const contentHash = contentHashOf(snapshot.body);
  const [known] = await db`select 1 from snapshot_bodies where content_hash = ${contentHash}`;
  if (!known) {
    const body = await compress(Buffer.from(snapshot.body), QUALITY);
    await db`insert into snapshot_bodies (content_hash, body, bytes)
      values (${contentHash}, ${body}, ${Buffer.byteLength(snapshot.body)}) on conflict do nothing`;
  }
  const [row] = await db<{ id: bigint }[]>`
    insert into snapshots (run_id, source_id, role, place, number, url, status, headers, content_hash, fetched_at)
    values (${run.runId}, ${run.sourceId}, ${snapshot.role}, ${snapshot.place}, ${snapshot.number}, ${snapshot.url},
      ${snapshot.status}, ${db.json(snapshot.headers)}, ${contentHash}, ${snapshot.fetchedAt})
    returning snapshot_id as id`;
  return { snapshotId: Number(row?.id), contentHash };
}

/** All snapshots of a run in the order they were stored, with their bodies. */
export async function runSnapshots(db: Db, runId: string): Promise<StoredSnapshot[]> {
  const rows = await db<(Omit<StoredSnapshot, 'body' | 'snapshotId'> & { id: bigint; body: Buffer })[]>`
    select s.snapshot_id as id, s.role, s.place, s.number, s.url, s.status, s.headers, s.content_hash as "contentHash",
      s.fetched_at as "fetchedAt", b.body
    from snapshots s join snapshot_bodies b using (content_hash) where s.run_id = ${runId} order by s.snapshot_id`;
  return Promise.all(
    rows.map(async ({ id, body, ...row }) => ({ ...row, snapshotId: Number(id), body: (await decompress(body)).toString() })),
  );
}

/** The newest stored answer of an address, for conditional requests; null where none is kept. */
export async function newestSnapshot(db: Db, sourceId: string, url: string): Promise<StoredSnapshot | null> {
  const [row] = await db<(Omit<StoredSnapshot, 'body' | 'snapshotId'> & { id: bigint; body: Buffer })[]>`
    select s.snapshot_id as id, s.role, s.place, s.number, s.url, s.status, s.headers, s.content_hash as "contentHash",
      s.fetched_at as "fetchedAt", b.body
    from snapshots s join snapshot_bodies b using (content_hash)
    where s.source_id = ${sourceId} and s.url = ${url} and s.status = 200 order by s.snapshot_id desc limit 1`;
  if (!row) return null;
  const { id, body, ...rest } = row;
  return { ...rest, snapshotId: Number(id), body: (await decompress(body)).toString() };
}

/** The floor of writing: PostgreSQL's own bulk load of the same bytes into bare tables. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Bench } from '../database.ts';
import { timed } from '../measure.ts';

/** Tables that a publication writes. */
const TABLES = ['locations', 'plans', 'offers', 'price_periods', 'changes', 'search_rows', 'search_options'] as const;

/** What COPY took. */
export interface CopyFloor {
  readonly ms: number;
  readonly bytes: number;
}

/**
 * Copies everything that has been published so far out, and measures copying it into tables without keys or indexes, in one
 * transaction.
 */
export async function copyFloor({ database: { sql } }: Bench): Promise<CopyFloor> {
  const folder = await mkdtemp(join(tmpdir(), 'stealtime-copy-'));
  try {
    let bytes = 0;
    for (const table of TABLES) {
      await sql.unsafe(`create table scratch_${table} (like ${table})`);
      const file = join(folder, table);
      await pipeline(await sql.unsafe(`copy ${table} to stdout`).readable(), createWriteStream(file));
      bytes += (await stat(file)).size;
    }
    const { ms } = await timed(() =>
      sql.begin(async (tx) => {
        for (const table of TABLES) {
          const into = await tx.unsafe(`copy scratch_${table} from stdin`).writable();
          await pipeline(createReadStream(join(folder, table), { highWaterMark: 1 << 20 }), into);
        }
      }),
    );
    for (const table of TABLES) await sql.unsafe(`drop table scratch_${table}`);
    return { ms, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

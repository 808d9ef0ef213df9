/** The floor of writing: PostgreSQL's own bulk load of the same bytes into bare tables. */
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
 * transaction. The server reads and writes the files itself, beside its data.
 */
export async function copyFloor({ database: { sql } }: Bench): Promise<CopyFloor> {
  const [at] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  const file = (table: string) => `${at?.folder}/bench-${table}`;
  let bytes = 0;
  for (const table of TABLES) {
    await sql.unsafe(`create table scratch_${table} (like ${table})`);
    await sql.unsafe(`copy ${table} to '${file(table)}'`);
    const [{ size = 0 } = {}] = await sql<{ size: number }[]>`select size::float8 from pg_stat_file(${file(table)})`;
    bytes += size;
  }
  const { ms } = await timed(() =>
    sql.begin(async (tx) => {
      for (const table of TABLES) await tx.unsafe(`copy scratch_${table} from '${file(table)}'`);
    }),
  );
  for (const table of TABLES) await sql.unsafe(`drop table scratch_${table}`);
  return { ms, bytes };
}

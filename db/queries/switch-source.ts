/** Switching sources off and on. Their offers stay, with their age. */
import type { Db } from '../bulk.ts';
import { isoTimeOrNull } from '../time.ts';

/** Switches a source off, or on (`off` null): it is due then at once, unless it has a plan or asked to be left alone. */
export async function switchSource(
  db: Db,
  sourceId: string,
  { off, now }: { readonly off: { readonly reason: string } | null; readonly now: string },
): Promise<boolean> {
  const [row] = off
    ? await db`update sources set enabled = false, off_reason = ${off.reason},
        off_since = case when enabled then ${now} else coalesce(off_since, ${now}) end
        where source_id = ${sourceId} returning 1`
    : await db`update sources set enabled = true, off_reason = null, off_since = null,
        next_run_at = coalesce(next_run_at, ${now}) where source_id = ${sourceId} returning 1`;
  return row !== undefined;
}

/** Why and since when a source is switched off; null: it is on, or not known. Since null: it was never on. */
export async function switchedOff(
  db: Db,
  sourceId: string,
): Promise<{ readonly reason: string | null; readonly since: string | null } | null> {
  const [row] = await db<{ reason: string | null; since: Date | string | null }[]>`
    select off_reason as reason, off_since as since from sources where source_id = ${sourceId} and not enabled`;
  return row ? { reason: row.reason, since: isoTimeOrNull(row.since) } : null;
}

/** What became of an operator's wish to publish a held run, noted on the run. */
import type { Db } from '../bulk.ts';
import type { ReleaseRecord } from '../schema/scraping.ts';

/** Notes the wish on a run in quarantine; null where the run is not (any more). A wish that is waited for stays as it is. */
export async function requestRelease(db: Db, runId: string, requestedAt: string): Promise<ReleaseRecord | null> {
  const wish: ReleaseRecord = { state: 'requested', requestedAt, finishedAt: null, message: null };
  const [row] = await db<{ release: ReleaseRecord }[]>`
    update scrape_runs set release = case when release ->> 'state' = 'requested' then release else ${db.json({ ...wish })} end
    where run_id = ${runId} and state = 'quarantined' returning release`;
  return row?.release ?? null;
}

/** Notes how it ended; a message: why it was refused. A run that nobody asked for here is left alone. */
export async function endRelease(
  db: Db,
  runId: string,
  end: { readonly message: string | null; readonly finishedAt: string },
): Promise<void> {
  const ended = { ...end, state: end.message === null ? 'done' : 'refused' } satisfies Partial<ReleaseRecord>;
  await db`update scrape_runs set release = release || ${db.json(ended)}::jsonb where run_id = ${runId} and release is not null`;
}

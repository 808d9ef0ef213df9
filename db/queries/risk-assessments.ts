/** Assessments of rows: which are due, storing them, finding them again. */
import type { StoredAssessment } from '../../domain/check/stored-assessment.ts';
import type { RiskJson } from '../../domain/risk/risk-json.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { type BulkColumns, bulkInsert, bulkUpdate, type Db } from '../bulk.ts';
import { isoTime } from '../time.ts';
import { catalogueVersionNumber } from './catalogue-meta.ts';
import { raiseVersion } from './publications.ts';
import { keepPast } from './retire-search-rows.ts';

/** A row that is to be assessed. */
export interface RowToAssess {
  readonly rowId: string;
  readonly planId: string;
  readonly providerId: string;
  readonly row: StoredRow;
  /** ISO time. */
  readonly observedAt: string;
  /** The assessment that the row shows now. */
  readonly shown: RiskJson | null;
  readonly score: number | null;
}

/** Which rows are due: those not assessed as they are, by an older model, or before a time (ISO). */
export interface Due {
  readonly modelVersion: string;
  readonly before: string;
}

/** The next rows that are due, in the order of their ids. `after`: the last id of those before; empty at the begin. */
export async function rowsToAssess(db: Db, due: Due, after: string, limit: number): Promise<RowToAssess[]> {
  const rows = await db<RowToAssess[]>`
    select r.row_id as "rowId", r.plan_id as "planId", r.provider_id as "providerId", r.row, r.observed_at as "observedAt",
      r.risk as shown, r.risk_score as score
    from search_rows r left join risk_assessments a on a.row_id = r.row_id
    where not r.withdrawn and r.row_id > ${after} and (r.risk is null or a.row_id is null
      or a.row_hash = '' or a.model_version <> ${due.modelVersion} or a.assessed_at < ${due.before})
    order by r.row_id limit ${limit}`;
  return rows.map((row) => ({ ...row, observedAt: isoTime(row.observedAt) }));
}

/** An assessment as it is stored. */
export interface AssessedRecord {
  readonly rowId: string;
  readonly providerId: string;
  readonly rowHash: string;
  readonly score: number | null;
  readonly shown: RiskJson;
  readonly assessment: StoredAssessment;
  /** Whether the row shows all this already. */
  readonly isShown: boolean;
}

const ASSESSMENTS: BulkColumns = {
  row_id: 'text',
  provider_id: 'text',
  row_hash: 'text',
  score: 'int4',
  assessment: 'json',
  model_version: 'text',
  assessed_at: 'timestamptz',
};

/** Stores assessments and shows them in their rows, as one change of the catalogue. In a transaction. `at`: ISO time. */
export async function storeAssessments(db: Db, records: readonly AssessedRecord[], at: string): Promise<void> {
  const news = records.filter(({ isShown }) => !isShown);
  if (news.length > 0) await showAssessments(db, news);
  await bulkInsert(
    db,
    'risk_assessments',
    ASSESSMENTS,
    records.map(({ rowId, providerId, rowHash, score, shown, assessment }) => ({
      row_id: rowId,
      provider_id: providerId,
      row_hash: rowHash,
      score,
      assessment,
      model_version: shown.modelVersion,
      assessed_at: at,
    })),
    `on conflict (row_id) do update set provider_id = excluded.provider_id, row_hash = excluded.row_hash, score = excluded.score,
      assessment = excluded.assessment, model_version = excluded.model_version, assessed_at = excluded.assessed_at`,
  );
}

async function showAssessments(db: Db, records: readonly AssessedRecord[]): Promise<void> {
  await raiseVersion(db);
  const ids = records.map(({ rowId }) => rowId);
  await keepPast(db, (bind) => `r.row_id = any(${bind(ids, 'text[]')})`);
  const since_version = await catalogueVersionNumber(db);
  await bulkUpdate(
    db,
    'search_rows',
    { row_id: 'text' },
    { risk_level: 'text', risk_score: 'int4', risk: 'json', since_version: 'int4' },
    records.map(({ rowId, score, shown }) => ({
      row_id: rowId,
      risk_level: shown.level === 'unknown' ? null : shown.level,
      risk_score: score,
      risk: shown,
      since_version,
    })),
  );
}

/** A stored assessment, and when it was made (ISO time). */
export interface FoundAssessment {
  readonly assessment: StoredAssessment;
  readonly assessedAt: string;
}

/** The assessment of a row; null: none yet. */
export async function findAssessment(db: Db, rowId: string): Promise<FoundAssessment | null> {
  const [found] = await db<FoundAssessment[]>`
    select assessment, assessed_at as "assessedAt" from risk_assessments where row_id = ${rowId}`;
  return found ? { ...found, assessedAt: isoTime(found.assessedAt) } : null;
}

/** What was assessed of some rows before they are written anew, by row id. */
export async function assessedBefore(
  db: Db,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly rowHash: string; readonly score: number | null; readonly shown: RiskJson }>> {
  const rows = await db<{ rowId: string; rowHash: string; score: number | null; shown: RiskJson }[]>`
    select row_id as "rowId", row_hash as "rowHash", score, json_build_object('level', assessment -> 'risk' ->> 'level',
      'confidence', assessment -> 'risk' ->> 'confidence', 'summary', assessment -> 'risk' ->> 'summary',
      'modelVersion', model_version) as shown
    from risk_assessments where row_id = any(${[...rowIds]}::text[])`;
  return new Map(rows.map(({ rowId, ...rest }) => [rowId, rest]));
}

/** Makes every row of a plan due again. */
export async function forgetPlanAssessments(db: Db, planId: string): Promise<void> {
  await db`update risk_assessments a set row_hash = '' from search_rows r
    where r.row_id = a.row_id and r.plan_id = ${planId}`;
}

/** Makes everything of a provider due again. */
export async function forgetAssessments(db: Db, providerId: string): Promise<void> {
  await db`update risk_assessments set row_hash = '' where provider_id = ${providerId}`;
}

/** Assesses every row that is due: its price becomes a peer of the others, then it is judged among them. */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/client.ts';
import { measurementsOf, storedScores } from '../../db/queries/benchmarks.ts';
import { loadPeers, replacePeers, type StoredPeer, tidyPeers } from '../../db/queries/market-peers.ts';
import { listProviders } from '../../db/queries/providers.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { acceptedReports } from '../../db/queries/reports.ts';
import {
  type AssessedRecord,
  type Due,
  type RowToAssess,
  rowsToAssess,
  storeAssessments,
} from '../../db/queries/risk-assessments.ts';
import { type MeasuredScore, referencesOf } from '../../domain/benchmark/reference.ts';
import { checkPlan } from '../../domain/check/check-offer.ts';
import { assessedHash, assessedRow, peerOf, riskShown } from '../../domain/check/stored-plan.ts';
import { createMarket } from '../../domain/market/market.ts';
import { MODEL_VERSION } from '../../domain/risk/assess.ts';
import type { CostRates } from '../../domain/risk/cost-floor.ts';
import type { Surroundings } from '../../domain/risk/input-of.ts';
import type { Measured } from '../../domain/risk/measured.ts';
import { providerSurroundings } from '../../domain/risk/provider-surroundings.ts';
import type { RiskJson } from '../../domain/risk/risk-json.ts';

/** What assessing works with. */
export interface AssessRowsDeps {
  readonly database: Database;
  readonly costRates: readonly CostRates[];
  /** Curated scores of chips, beside those of the stored reports. */
  readonly cpuScores: readonly MeasuredScore[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Rows judged in one go: what the database has answered meanwhile is taken up in between. */
const IN_ONE_GO = 25;
/** Rows in one transaction: small enough that publications wait for it a moment only. */
const AT_ONCE = 1000;
/** Prices around a row move, and reasons age: everything is judged anew after a day. */
const AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Assesses what is due until nothing is, or until it is told to stop; answers how many rows that were. */
export async function assessRows(deps: AssessRowsDeps, signal?: AbortSignal): Promise<number> {
  const { database, now } = deps;
  const due: Due = { modelVersion: MODEL_VERSION, before: new Date(now() - AGAIN_AFTER_MS).toISOString() };
  const [any] = await rowsToAssess(database.sql, due, '', 1);
  if (!any) return 0;
  const rates = await newestRates(database.sql);
  await tidyPeers(database.sql);
  for await (const rows of dueRows(database, due, signal)) {
    const peers = rows.flatMap(({ row, planId, providerId, observedAt }): StoredPeer[] => {
      const peer = peerOf(row, rates, observedAt);
      return peer === null ? [] : [{ ...peer, planId, providerId }];
    });
    await database.transaction((tx) =>
      replacePeers(
        tx.sql,
        rows.map(({ rowId }) => rowId),
        peers,
      ),
    );
  }
  const around = await surroundings(deps, rates);
  let done = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const rows of dueRows(database, due, signal)) {
    const measured = await measurementsOf(
      database.sql,
      rows.map(({ rowId }) => rowId),
    );
    const records: AssessedRecord[] = [];
    for (const row of rows) {
      records.push(assessed(row, around(row.providerId, measured.get(row.rowId) ?? [])));
      if (records.length % IN_ONE_GO === 0) await setImmediate();
    }
    await writing;
    // The database writes while the next rows are read and judged.
    writing = database.transaction((tx) => storeAssessments(tx.sql, records, new Date(now()).toISOString()));
    writing.catch(() => undefined);
    done += rows.length;
  }
  await writing;
  return done;
}

async function* dueRows({ sql }: Database, due: Due, signal?: AbortSignal): AsyncGenerator<RowToAssess[]> {
  for (let after = ''; ; ) {
    const rows = await rowsToAssess(sql, due, after, AT_ONCE);
    const last = rows.at(-1);
    if (!last || signal?.aborted) return;
    yield rows;
    after = last.rowId;
  }
}

async function surroundings(deps: AssessRowsDeps, rates: Surroundings['rates']) {
  const { sql } = deps.database;
  const market = createMarket(await loadPeers(sql));
  const reports = await acceptedReports(sql);
  const providers = new Map((await listProviders(sql)).map((listed) => [listed.facts.id, listed]));
  const references = referencesOf([...deps.cpuScores, ...(await storedScores(sql))]);
  const now = new Date(deps.now()).toISOString();
  return (providerId: string, measurements: readonly Measured[]): Surroundings => {
    const known = providers.get(providerId);
    return {
      ...providerSurroundings(known?.facts ?? null, Number(now.slice(0, 4)), known?.offers ?? null),
      market,
      costRates: deps.costRates,
      rates,
      reports: reports.get(providerId) ?? [],
      measurements,
      // A seller is no yardstick for itself.
      referenceOf: references(providerId),
      now,
    };
  };
}

function isSame(before: RiskJson | null, { level, confidence, summary, modelVersion }: RiskJson): boolean {
  return (
    before?.level === level &&
    before.confidence === confidence &&
    before.summary === summary &&
    before.modelVersion === modelVersion
  );
}

/** Scores drift by age alone: only this much of a change, in thousandths, is worth a change of the catalogue. */
const SCORE_STEP = 50;

function assessed(due: RowToAssess, around: Surroundings): AssessedRecord {
  const { rowId, providerId, row, observedAt } = due;
  const { answer, assessment } = checkPlan({ ...assessedRow(row), id: rowId, observedAt }, row, [], around);
  const { risk, market, resourceModel } = answer;
  const shown = riskShown(assessment);
  const sameScore =
    due.score === null
      ? assessment.score === null
      : Math.abs(due.score - (assessment.score ?? Number.POSITIVE_INFINITY)) < SCORE_STEP;
  return {
    rowId,
    providerId,
    rowHash: assessedHash(row),
    score: assessment.score,
    shown,
    assessment: { risk, market, resourceModel },
    isShown: sameScore && isSame(due.shown, shown),
  };
}

/** Assessing the risk of rows, as a process does it. */
import { readCostRates } from '../db/catalog/read-catalog.ts';
import { readCpuScores } from '../db/catalog/read-cpu-scores.ts';
import { assessRows } from '../jobs/risk/assess-rows.ts';
import type { Context } from './context.ts';

/** Reads what is needed; answers what assesses everything that is due, and says how many rows that were. */
export async function assessor({ database, now }: Context): Promise<(signal?: AbortSignal) => Promise<number>> {
  const deps = { database, costRates: await readCostRates(), cpuScores: await readCpuScores(), now };
  return (signal) => assessRows(deps, signal);
}

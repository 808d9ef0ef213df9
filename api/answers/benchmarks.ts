/** Reports beside what was sold. */

import type { Db } from '../../db/bulk.ts';
import { readCpuScores } from '../../db/catalog/read-cpu-scores.ts';
import { storedScores } from '../../db/queries/benchmarks.ts';
import type { FoundRow } from '../../db/queries/offer-by-id.ts';
import { type Comparison, compareReport, type SoldMachine } from '../../domain/benchmark/compare.ts';
import { referencesOf } from '../../domain/benchmark/reference.ts';
import type { BenchmarkReport } from '../../domain/benchmark/report.ts';
import { resourcesOf } from '../../domain/resource-model/resource-model.ts';

/** Compares reports with the offer that they were made on. Scores of the same seller are no yardstick for it. */
export async function comparisonFor(db: Db, found: FoundRow): Promise<(report: BenchmarkReport) => readonly Comparison[]> {
  const scores = [...(await readCpuScores()), ...(await storedScores(db))];
  const referenceOf = referencesOf(scores)(found.providerId);
  const sold = soldMachine(found);
  return (report) => compareReport(report, sold, referenceOf);
}

function soldMachine({ stored, providerId }: FoundRow): SoldMachine {
  const { cpu } = resourcesOf({
    spec: stored,
    origins: stored.provenance,
    name: stored.name,
    vendor: `${providerId} ${stored.provider.name}`,
    words: [],
  });
  return {
    memoryMib: stored.memory.mib,
    vcpu: stored.cpu.vcpu,
    portMbps: stored.network.portMbps,
    technology: stored.technology.value,
    cpuModel: cpu.model,
    baselinePct: cpu.baselinePct,
  };
}

/** `npm run bench [-- NAME…] [--rows N] [--seconds N]`: runs benchmarks, prints a table each and writes `bench/report.json`. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { benchAssess } from './assess.ts';
import { benchPublish } from './publish.ts';
import { benchRead } from './read.ts';
import type { BenchReport, BenchSize } from './report.ts';
import { benchRiskModel } from './risk-model.ts';
import { benchSearch } from './search.ts';
import { benchTexts } from './texts.ts';
import { benchWatches } from './watches.ts';

const BENCHES: Readonly<Record<string, (size: BenchSize) => Promise<BenchReport>>> = {
  read: benchRead,
  texts: benchTexts,
  search: benchSearch,
  publish: benchPublish,
  assess: benchAssess,
  'risk-model': benchRiskModel,
  watches: benchWatches,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '8' } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

const limit = { rounds: 1000, ms: Number(values.seconds) * 1000 };
const size = { rows: Number(values.rows), limit, say: (progress: string) => void process.stderr.write(`  ${progress}\n`) };
const machine = { node: process.version, cpu: cpus()[0]?.model ?? null, cores: availableParallelism() };
const reports: Record<string, unknown> = {};
for (const [name, run] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const [load] = loadavg();
  const report = await run(size);
  reports[name] = { loadBefore: load, figures: report.figures };
  print(report, load ?? 0);
}
const file = new URL('report.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), machine, rows: size.rows, limit, reports }, null, 2)}\n`);

function print({ title, head, rows }: BenchReport, load: number): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  process.stdout.write(`${title}\n(load of the machine before: ${load.toFixed(1)} of ${machine.cores} cores)\n${table}\n\n`);
}

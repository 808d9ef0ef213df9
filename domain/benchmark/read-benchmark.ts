/** Reads a benchmark report, whatever tool printed it: text in, a report or the reason why not out. Pure, and linear in time. */

import { storable } from '../storable.ts';
import { readBenchMonster } from './read/bench-monster.ts';
import { readBenchsh } from './read/benchsh.ts';
import { cleanLines, plain } from './read/clean-text.ts';
import { readFreevps } from './read/freevps.ts';
import { readGeekbench } from './read/geekbench.ts';
import { jsonReport } from './read/json-report.ts';
import { readNench } from './read/nench.ts';
import { readMpstat, readVmstat } from './read/steal.ts';
import { toolIn } from './read/tool-marks.ts';
import { readYabsText } from './read/yabs-text.ts';
import { type BenchmarkFormat, type BenchmarkRefusal, type BenchmarkReport, hasFigures } from './report.ts';

/** The longest text that is read, in characters: no tool writes a tenth of it. */
export const LONGEST_REPORT = 262_144;

/** A report, or why there is none. */
export type ReadBenchmark =
  | { readonly ok: true; readonly report: BenchmarkReport }
  | { readonly ok: false; readonly refusal: BenchmarkRefusal };

type TextFormat = Exclude<BenchmarkFormat, 'yabs-json' | 'speedtest-cli-json' | 'ookla-json'>;

const READERS: Readonly<Record<TextFormat, (lines: readonly string[]) => BenchmarkReport>> = {
  'yabs-text': readYabsText,
  benchsh: readBenchsh,
  nench: readNench,
  'bench-monster': readBenchMonster,
  freevps: readFreevps,
  geekbench: readGeekbench,
  mpstat: readMpstat,
  vmstat: readVmstat,
};

/** Reads a report. Of several in one text the first is read, and a warning says so. */
export function readBenchmark(text: string): ReadBenchmark {
  if (text.length > LONGEST_REPORT) return { ok: false, refusal: 'too-large' };
  if (text.includes('\u0000')) return { ok: false, refusal: 'not-text' };
  if (text.trim() === '') return { ok: false, refusal: 'empty' };
  const fromJson = jsonReport(plain(text));
  if (fromJson !== null) return judged(fromJson);
  const lines = cleanLines(text);
  const tool = toolIn(lines);
  if (tool === null) return { ok: false, refusal: 'unknown-format' };
  const report = READERS[tool.format](lines.slice(tool.from, tool.to));
  const more = tool.more ? ['More than one report stands in the text: the first is read.'] : [];
  return judged({ ...report, warnings: [...report.warnings, ...more] });
}

function judged(report: BenchmarkReport): ReadBenchmark {
  const knowsMachine = report.cpu.model !== null || report.memory.ramMib !== null || report.cpu.cores !== null;
  return hasFigures(report) || knowsMachine ? { ok: true, report: storable(report) } : { ok: false, refusal: 'unreadable' };
}

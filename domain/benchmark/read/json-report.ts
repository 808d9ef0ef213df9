/** Reports that are JSON, alone or behind the text of a report. */
import type { BenchmarkReport } from '../report.ts';
import { isOoklaJson, isSpeedtestCliJson, readOoklaJson, readSpeedtestCliJson } from './speedtest-json.ts';
import { readTolerantJson, type TolerantJson } from './tolerant-json.ts';
import { isYabsJson, readYabsJson } from './yabs-json.ts';

/** Where a report's JSON begins: the first brace of the text, a YABS object behind its text, the result among Ookla's log lines. */
const STARTS = [
  /\{/,
  /\{\s{0,40}["\u201c\u201d]version["\u201c\u201d]\s{0,40}:\s{0,40}["\u201c\u201d]v20\d\d/,
  /\{\s{0,40}["\u201c\u201d]type["\u201c\u201d]\s{0,40}:\s{0,40}["\u201c\u201d]result["\u201c\u201d]/,
];

const KINDS: readonly (readonly [(value: unknown) => boolean, (value: unknown) => BenchmarkReport])[] = [
  [isYabsJson, readYabsJson],
  [isOoklaJson, readOoklaJson],
  [isSpeedtestCliJson, readSpeedtestCliJson],
];

/** The report that is in the text as JSON; null: none. */
export function jsonReport(text: string): BenchmarkReport | null {
  if (!text.includes('{')) return null;
  const straight = text.replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"');
  for (const start of STARTS) {
    const found = start.exec(straight);
    if (!found) continue;
    const read = readTolerantJson(straight, found.index);
    const kind = KINDS.find(([is]) => is(read.value));
    if (kind) return withWarnings(kind[1](read.value), read);
  }
  return null;
}

function withWarnings(report: BenchmarkReport, { mended, cutOff }: TolerantJson): BenchmarkReport {
  return {
    ...report,
    warnings: [
      ...report.warnings,
      ...(mended > 0 ? ['The JSON was not valid; what could not be read in it is unknown.'] : []),
      ...(cutOff ? ['The JSON was cut off: what is missing at its end is unknown.'] : []),
    ],
  };
}

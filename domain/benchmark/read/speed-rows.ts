/** Rows of speed tests that scripts print as text: a name, then figures with their units. */
import type { SpeedtestRow } from '../report.ts';
import { milliseconds, rateMbps, words } from './figures.ts';

const FIGURE = /\*?\d[\d.,]{0,14}\s{0,8}(?:[KMG]?bit\/s|[KMG]bps|ms)(?![a-z])/gi;
const FAILED = /\b(?:test failed|failed|timed? ?out|error)\b/i;

/** Which speed stands first in the rows. */
export type SpeedOrder = 'upload-first' | 'download-first';

/** The order that a heading of a table says; null: it is none. */
export function orderOf(line: string): SpeedOrder | null {
  const [upload, download] = [line.search(/\bup(?:load)?\b/i), line.search(/\b(?:download|dl)\b/i)];
  if (upload < 0 || download < 0 || /\d/.test(line)) return null;
  return upload < download ? 'upload-first' : 'download-first';
}

/** A row; null: the line is none. A test that failed is a row without figures. */
export function speedRow(line: string, order: SpeedOrder): SpeedtestRow | null {
  const said = line.slice(0, 240);
  const found = [...said.matchAll(FIGURE)].map(([figure]) => figure);
  const rates = found.map(rateMbps).filter((rate) => rate !== null);
  const pingMs = found.map(milliseconds).find((ping) => ping !== null) ?? null;
  const start = found[0] === undefined ? said.search(FAILED) : said.indexOf(found[0]);
  const node = start > 0 ? words(said.slice(0, start), 80) : null;
  if (node === null || node.endsWith(':') || (rates.length === 0 && !FAILED.test(said))) return null;
  const [first = null, second = null] = rates;
  return {
    node,
    uploadMbps: order === 'upload-first' ? first : second,
    downloadMbps: order === 'upload-first' ? second : first,
    pingMs,
  };
}

/** Geekbench alone: links to its browser, or what it prints or shows, pasted. */
import { type BenchmarkReport, emptyReport, type GeekbenchScore } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { cpuModel } from './cpu-words.ts';
import { count, megahertz, sizeMib, words } from './figures.ts';
import { geekbenchUrls, versionOfUrl } from './geekbench-url.ts';

/** Reads clean lines. A link without scores is a result whose scores are not known here. */
export function readGeekbench(lines: readonly string[]): BenchmarkReport {
  const kernel = words(/^(?:Linux\s+)?(\S{1,80})/.exec(value(lines, 'Kernel') ?? '')?.[1], 120);
  const { warning, ...technology } = seenTechnology(null, kernel);
  const topology = value(lines, 'Topology') ?? '';
  return {
    ...emptyReport('geekbench'),
    toolVersion: /\bGeekbench (\d{1,2}(?:\.\d{1,3}){1,2})\b/i.exec(lines.slice(0, 60).join('\n'))?.[1] ?? null,
    distro: words(value(lines, 'Operating System'), 120),
    kernel,
    technology,
    cpu: {
      ...emptyReport('geekbench').cpu,
      model: cpuModel(
        value(lines, 'Name', /^\s*(?:(?:Processor|CPU) Information|\u5904\u7406\u5668\u4fe1\u606f)/i) ??
          value(lines, 'Processor'),
      ),
      cores: count(/(\d{1,4}) Threads?/i.exec(topology)?.[1] ?? /(\d{1,4}) Cores?/i.exec(topology)?.[1]),
      mhz: megahertz(value(lines, 'Base Frequency')),
    },
    memory: {
      ...emptyReport('geekbench').memory,
      ramMib: sizeMib(value(lines, 'Size', /^\s*(?:Memory Information|\u5185\u5b58\u4fe1\u606f)/i) ?? value(lines, 'Memory')),
    },
    geekbench: scores(lines),
    warnings: warning === null ? [] : [warning],
  };
}

/** What stands behind a label, from a heading on where one is given. */
function value(lines: readonly string[], label: string, heading?: RegExp): string | undefined {
  const start = heading === undefined ? 0 : lines.findIndex((line) => heading.test(line));
  if (start < 0) return undefined;
  const pattern = new RegExp(`^\\s*${label}(?:\\s*:\\s*|\\s*\\|\\s*|\\s{2,}|\\t)(\\S.*)$`, 'i');
  for (const line of lines.slice(start, heading === undefined ? undefined : start + 12)) {
    const found = pattern.exec(line.slice(0, 200))?.[1];
    if (found !== undefined) return found.replace(/\s*\|\s*$/, '');
  }
  return undefined;
}

const SCORE: readonly (readonly ['single' | 'multi', RegExp])[] = [
  ['single', /\bSingle[- ]Core(?: Score)?\b|\u5355\u6838\u6d4b\u8bd5\u5206\u6570/i],
  ['multi', /\bMulti[- ]Core(?: Score)?\b|\u591a\u6838\u6d4b\u8bd5\u5206\u6570/i],
];

interface Found {
  version: number | null;
  single: number | null;
  multi: number | null;
  url: string | null;
}

/** Scores in their order; the page shows a score above its words, the program behind them. */
function scores(lines: readonly string[]): readonly GeekbenchScore[] {
  const found: Found[] = [];
  let version: number | null = null;
  const open = (kind: keyof Found): Found => {
    const last = found.at(-1);
    if (last && last[kind] === null) return last;
    return add(found, version);
  };
  lines.forEach((line, at) => {
    const cut = line.slice(0, 400);
    const named = /\bGeekbench (\d{1,2})\b/i.exec(cut)?.[1];
    if (named !== undefined) version = Number(named);
    for (const [kind, words] of SCORE) {
      const where = cut.search(words);
      if (where < 0) continue;
      const behind = /(?<![\d.])(\d{2,7})(?![\d.])/.exec(cut.slice(where).replace(words, ''))?.[1];
      const score = count(behind ?? /^\s*(\d{2,7})\s*$/.exec(lines[at - 1] ?? '')?.[1] ?? null, 1e7);
      if (score !== null) open(kind)[kind] = score;
    }
    for (const url of geekbenchUrls(cut)) {
      if (found.some((one) => one.url === url)) continue;
      const of = versionOfUrl(url);
      const last = found.at(-1);
      const row = last && last.version !== null && of !== null && last.version !== of ? add(found) : open('url');
      row.url = url;
      row.version = of ?? row.version;
    }
  });
  return found.slice(0, 20).map((row) => ({ ...row, version: row.version ?? version }));
}

function add(found: Found[], version: number | null = null): Found {
  const next: Found = { version, single: null, multi: null, url: null };
  found.push(next);
  return next;
}

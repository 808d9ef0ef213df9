/** Time that the host gave to others, as `mpstat` and `vmstat` show it. */
import { type BenchmarkReport, emptyReport, type Steal } from '../report.ts';
import { seenTechnology } from '../seen-technology.ts';
import { count, figure, tidy, words } from './figures.ts';

/** Reads what `mpstat` printed (sysstat). */
export function readMpstat(lines: readonly string[]): BenchmarkReport {
  const system = /^\s*Linux (\S{1,80}) \([^()]{0,120}\)\s+(\S{1,20})\s+_?([a-z0-9_]{2,12}?)_?\s+\((\d{1,4}) CPU\)/i;
  const [, kernel, date, arch, cpus] = lines.map((line) => system.exec(line.slice(0, 300))).find((found) => found !== null) ?? [];
  const { warning, ...technology } = seenTechnology(null, kernel ?? null);
  const rows = mpstatRows(lines);
  const average = rows.filter(({ name, isAverage }) => isAverage && name === 'all').at(-1);
  const samples = rows.filter(({ isAverage }) => !isAverage);
  const all = samples.filter(({ name }) => name === 'all');
  const shares = [all, samples, rows].find((some) => some.length > 0) ?? [];
  return {
    ...emptyReport('mpstat'),
    ranAt: words(date, 40),
    arch: words(arch, 40),
    kernel: words(kernel, 120),
    technology,
    cpu: { ...emptyReport('mpstat').cpu, cores: count(cpus) },
    steal: stealOf(average ? [average] : shares, rows),
    warnings: warning === null ? [] : [warning],
  };
}

interface Sample {
  readonly name: string;
  readonly isAverage: boolean;
  readonly steal: number;
  readonly idle: number | null;
}

/** Rows under a heading that has %steal; columns are counted from the right, as the time takes one or two on the left. */
function mpstatRows(lines: readonly string[]): Sample[] {
  const found: Sample[] = [];
  let names: readonly string[] | null = null;
  for (const line of lines) {
    const parts = line.slice(0, 300).trim().split(/\s+/);
    const at = parts.indexOf('CPU');
    if (at >= 0) {
      names = parts.includes('%steal') ? parts.slice(at) : null;
      continue;
    }
    const name = names === null ? undefined : parts[parts.length - names.length];
    if (names === null || name === undefined || !/^(?:all|\d{1,4})$/.test(name)) continue;
    const values = parts.slice(parts.length - names.length);
    const of = (column: string) => figure(values[names?.indexOf(column) ?? -1]);
    const steal = of('%steal');
    if (steal !== null && steal <= 100)
      // "Average:" in the language of the machine; samples begin with their time.
      found.push({ name, isAverage: parts[0] !== name && /^\D/.test(parts[0] ?? ''), steal, idle: of('%idle') });
  }
  return found.slice(0, 10_000);
}

/** Reads what `vmstat` printed (procps). Its first row is the average since the machine started: with others, it is left out. */
export function readVmstat(lines: readonly string[]): BenchmarkReport {
  const rows: Sample[] = [];
  let names: readonly string[] | null = null;
  for (const line of lines) {
    const parts = line.slice(0, 300).trim().split(/\s+/);
    if (parts.includes('st') && parts.includes('id')) names = parts;
    else if (names !== null && parts.length >= names.length && parts.slice(0, names.length).every((part) => /^\d+$/.test(part))) {
      const of = (column: string) => figure(parts[names?.indexOf(column) ?? -1]);
      const steal = of('st');
      if (steal !== null && steal <= 100) rows.push({ name: 'all', isAverage: false, steal, idle: of('id') });
    }
  }
  const samples = rows.length > 1 ? rows.slice(1, 10_000) : rows;
  return { ...emptyReport('vmstat'), steal: stealOf(samples, samples) };
}

/** From four fifths busy on a machine is under load, up to half it is not, between them it cannot be told. */
function stealOf(average: readonly Sample[], every: readonly Sample[]): Steal | null {
  if (average.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const idle = average.map((sample) => sample.idle).filter((share) => share !== null);
  const busy = idle.length === 0 ? null : 100 - mean(idle);
  return {
    averagePct: tidy(mean(average.map(({ steal }) => steal))),
    maxPct: every.reduce((most, { steal }) => Math.max(most, steal), 0),
    underLoad: busy === null ? null : busy >= 80 ? true : busy <= 50 ? false : null,
  };
}

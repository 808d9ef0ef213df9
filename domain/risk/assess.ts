/**
 * The risk that a buyer gets clearly less than an offer leads him to expect: reasons, summed within bounds, into a level. The figures
 * are proposals of ours to be tested, not published facts (`docs/risk-model.md`); no percentage is ever shown.
 */
import type { Confidence } from '../technology.ts';
import { msBetween, utcTime } from '../utc-time.ts';
import type { RiskInput } from './assess-input.ts';
import { type Evidence, FAMILIES, FAMILY_NAMES, type Family, MEASURED, type WeighedEvidence } from './evidence.ts';
import { levelOf, type RiskLevel, scoreOf } from './level.ts';
import { measuredSignals } from './measured-signals.ts';
import { priceSignals } from './price-signals.ts';
import { countedReports, providerSignals } from './provider-signals.ts';
import { resourceSignals } from './resource-signals.ts';
import { shapeSignals } from './shape-signals.ts';
import { summaryOf } from './summary.ts';
import { technologySignals } from './technology-signals.ts';
import { whatWouldChange } from './what-would-change.ts';

/** Version of signals, weights, bounds and cut-offs. */
export const MODEL_VERSION = '2026-11-26';

/** "Most offers are not harmful": a constant of the display, not a base rate. */
const PRIOR = -0.6;
/** Less than this in all is too little to say anything. */
const LEAST_EVIDENCE = 0.6;
/** Months in which a reason loses half of its weight. */
const HALF_LIFE: Partial<Record<Family, number>> = { price: 3, 'measured-cpu': 6, memory: 6, disk: 6, network: 6 };
const OTHERWISE = 12;
const MONTH_MS = 30.4375 * 86_400_000;

/** An assessment with all that it rests on. */
export interface Assessment {
  readonly level: RiskLevel | 'unknown';
  readonly confidence: Confidence;
  /** One sentence. */
  readonly summary: string;
  readonly modelVersion: string;
  /** Thousandths of the log-odds within the level's bounds, to order by; null where the level is unknown. */
  readonly score: number | null;
  readonly evidence: readonly WeighedEvidence[];
  /** Sums by family, bounded. */
  readonly families: Readonly<Partial<Record<Family, number>>>;
  /** Rules that moved the level, and why. */
  readonly rules: readonly string[];
  /** What would make the assessment surer, or another one. */
  readonly wouldChange: readonly string[];
}

/** What may be left out of an assessment, to see what it adds. */
export interface AssessOptions {
  readonly without?: readonly Family[];
}

/** Assesses. The same input, the same answer. */
export function assess(input: RiskInput, { without = [] }: AssessOptions = {}): Assessment {
  const collected = collect(input).filter(({ family }) => !without.includes(family));
  const contradicted = contradiction(collected, input);
  const weighed = weigh(collected, input, contradicted);
  const families = sums(weighed);
  const logOdds = Object.values(families).reduce((sum, value) => sum + value, PRIOR);
  const total = weighed.reduce((sum, { counts }) => sum + Math.abs(counts), 0);
  const rules: string[] = contradicted
    ? ['The statement about dedicated CPUs is contradicted by a measurement, so it does not count.']
    : [];
  const level = total < LEAST_EVIDENCE - 1e-9 ? 'unknown' : bounded(levelOf(logOdds), weighed, input, rules);
  if (level === 'unknown') rules.push('Too little is known for a level.');
  const confidence = confidenceOf(level, total, weighed, input, contradicted);
  return {
    level,
    confidence,
    summary: summaryOf(level, weighed, contradicted),
    modelVersion: MODEL_VERSION,
    score: level === 'unknown' ? null : scoreOf(logOdds, level),
    evidence: weighed.toSorted((a, b) => Math.abs(b.counts) - Math.abs(a.counts)),
    families,
    rules,
    wouldChange: whatWouldChange(input, level),
  };
}

function collect(input: RiskInput): readonly Evidence[] {
  return [resourceSignals, technologySignals, priceSignals, shapeSignals, providerSignals, measuredSignals].flatMap((signals) =>
    signals(input),
  );
}

/** "Dedicated", and a measurement that shows clearly less. */
function contradiction(all: readonly Evidence[], { measurements }: RiskInput): boolean {
  if (measurements.length === 0 || !all.some(({ id }) => id === 'RM-DED-CPU')) return false;
  return all.some(
    ({ id, value, ln }) =>
      ln > 0 && ((id === 'ME-SINGLE' && Number(value) < 0.75) || (id === 'ME-STEAL' && Number(value) > 5) || id === 'ME-FLAT'),
  );
}

function weigh(all: readonly Evidence[], input: RiskInput, contradicted: boolean): readonly WeighedEvidence[] {
  const aged = all.map((one) => ({
    ...one,
    counts: one.ln * 0.5 ** (ageMonths(one, input.now) / (HALF_LIFE[one.family] ?? OTHERWISE)),
  }));
  return aged.map((one, index): WeighedEvidence => {
    if (contradicted && one.id === 'RM-DED-CPU') return { ...one, counts: 0, setAside: 'contradicted by a measurement' };
    const stronger = aged.find((other, at) => {
      if (other === one || !saysTheSame(one, other)) return false;
      const [own, others] = [Math.abs(one.counts), Math.abs(other.counts)];
      return others > own || (others === own && at < index);
    });
    if (stronger) return { ...one, counts: 0, setAside: `${stronger.id} says the same` };
    return { ...one, counts: Number(one.counts.toFixed(4)), setAside: null };
  });
}

function saysTheSame(a: Evidence, b: Evidence): boolean {
  return a.family === b.family && a.topic === b.topic && Math.sign(a.ln) === Math.sign(b.ln) && a.ln !== 0;
}

function ageMonths({ observedAt }: Evidence, now: string): number {
  const seen = observedAt === null ? null : utcTime(observedAt);
  const today = utcTime(now);
  return seen === null || today === null ? 0 : Math.max(0, msBetween(seen, today) / MONTH_MS);
}

function sums(weighed: readonly WeighedEvidence[]): Partial<Record<Family, number>> {
  return Object.fromEntries(
    FAMILY_NAMES.flatMap((family) => {
      const own = weighed.filter((one) => one.family === family);
      if (own.length === 0) return [];
      const sum = own.reduce((total, { counts }) => total + counts, 0);
      const { least, most } = FAMILIES[family];
      return [[family, Number(Math.min(most, Math.max(least, sum)).toFixed(4))]];
    }),
  );
}

/** What a level needs beside its sum. */
function bounded(level: RiskLevel, weighed: readonly WeighedEvidence[], input: RiskInput, rules: string[]): RiskLevel {
  const against = weighed.some(({ family, counts, id }) => counts > 0 && (MEASURED.has(family) || id === 'ME-TECH'));
  const dedicated = weighed.some(({ id, counts }) => id === 'RM-DED-CPU' && counts < 0);
  if (dedicated && !against && (level === 'elevated' || level === 'high')) {
    rules.push('The CPU is documented as dedicated and no measurement speaks against it: not above guarded.');
    return 'guarded';
  }
  if (level === 'high' && !against && countedReports(input.reports, input.now).length < 3) {
    rules.push('Without a measurement or three independent reports: not above elevated.');
    return 'elevated';
  }
  if (level === 'low' && !dedicated && !goodMeasurement(weighed, input)) {
    rules.push('Without a statement about dedicated CPUs or repeated good measurements: not below guarded.');
    return 'guarded';
  }
  return level;
}

/** Nothing taken under full load, or full speed in three runs on three days: one short run proves nothing. */
function goodMeasurement(weighed: readonly WeighedEvidence[], { measurements }: RiskInput): boolean {
  if (weighed.some(({ id, counts }) => id === 'ME-STEAL' && counts < 0)) return true;
  return daysOf(measurements) >= 3 && weighed.some(({ id, counts }) => id === 'ME-SINGLE' && counts < 0);
}

function daysOf(measurements: RiskInput['measurements']): number {
  return new Set(measurements.flatMap(({ ranAt }) => (ranAt === null ? [] : [ranAt.slice(0, 10)]))).size;
}

function confidenceOf(
  level: Assessment['level'],
  total: number,
  weighed: readonly WeighedEvidence[],
  input: RiskInput,
  contradicted: boolean,
): Confidence {
  const counting = weighed.filter(({ counts }) => counts !== 0);
  if (level === 'unknown') return counting.length === 0 ? 'none' : 'low';
  const families = new Set(counting.map(({ family }) => family)).size;
  const recent = input.measurements.filter(({ ranAt }) => {
    const at = ranAt === null ? null : utcTime(ranAt);
    return at !== null && msBetween(at, input.now) < 6 * MONTH_MS;
  });
  if (families >= 3 && daysOf(recent) >= 2 && !(contradicted && input.measurements.length < 3)) return 'high';
  const strong = counting.some(({ strength }) => strength === 'strong');
  return strong || (families >= 2 && total >= 1) ? 'medium' : 'low';
}

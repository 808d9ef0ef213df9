/** Reasons from measured CPU: speed against the same chip elsewhere, steal, and whether runs are consistent. */
import type { RiskInput } from './assess-input.ts';
import { documentedShare, matches } from './documented-share.ts';
import { type Evidence, evidence } from './evidence.ts';
import type { Measured } from './measured.ts';
import { stealSignals } from './steal-signals.ts';

const FAMILY = 'measured-cpu';

/** Everything that the reports say of the CPU. */
export function cpuSignals(input: RiskInput): readonly Evidence[] {
  return [
    ...single(input),
    ...stealSignals(input),
    ...variation(input),
    ...input.measurements.flatMap((one) => withItself(one, input)),
  ];
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function single(input: RiskInput): Evidence[] {
  const runs = input.measurements.flatMap(({ cpu, geekbench, ranAt }) =>
    geekbench.flatMap(({ version, single: score, url }) => {
      const reference = cpu.model === null || version === null || score === null ? null : input.referenceOf(cpu.model, version);
      return reference && score !== null ? [{ version, score, url, ranAt, reference, ratio: score / reference.median }] : [];
    }),
  );
  const middle = runs.toSorted((a, b) => a.ratio - b.ratio)[runs.length >> 1];
  if (!middle) return [];
  const { version, score, url, reference, ratio, ranAt } = middle;
  const share = documentedShare(input);
  const seen = {
    id: 'ME-SINGLE',
    family: FAMILY,
    topic: 'speed',
    value: Number(ratio.toFixed(2)),
    threshold: '0.9, 0.75 and 0.5 of the median',
    observation: `Geekbench ${version} single ${score}.`,
    comparison: `The median of ${reference.of} elsewhere is ${reference.median}, from ${counted(reference.reports, 'report')}${reference.providers > 0 ? ` of ${counted(reference.providers, 'provider')}` : ''}.`,
    source: { quote: reference.source, url },
    observedAt: ranAt,
  } as const;
  if (share !== null && matches(ratio, share)) {
    return [
      evidence({
        ...seen,
        ln: 0,
        meaning: `That is ${Math.round(ratio * 100)} % of a core, as documented: it matches what was sold.`,
      }),
    ];
  }
  if (ratio >= 0.9) {
    // A short run on credits measures the burst.
    const ln = input.resources.cpu.model === 'burst' ? 0 : -0.6;
    return [
      evidence({
        ...seen,
        ln,
        meaning: 'That is as fast as the chip is elsewhere.',
        doubt: 'One short run does not show what happens under load or at night.',
      }),
    ];
  }
  const ln = ratio >= 0.75 ? 0.3 : ratio >= 0.5 ? 0.9 : 1.8;
  return [
    evidence({
      ...seen,
      ln,
      meaning:
        share === null
          ? 'It is slower than the chip is elsewhere, and no documented limit explains it.'
          : 'It is not what the documented limit would give.',
      doubt: 'Chips without turbo and other tasks of the owner look like that too.',
    }),
  ];
}

function variation({ measurements }: RiskInput): Evidence[] {
  const byVersion = new Map<number, number[]>();
  for (const { geekbench } of measurements)
    for (const { version, single: score } of geekbench)
      if (version !== null && score !== null) byVersion.set(version, [...(byVersion.get(version) ?? []), score]);
  const runs = [...byVersion.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (runs.length < 5) return [];
  const mean = runs.reduce((sum, score) => sum + score, 0) / runs.length;
  const cv = Math.sqrt(runs.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (runs.length - 1)) / mean;
  const ln = cv < 0.05 ? -0.5 : cv < 0.1 ? 0 : cv <= 0.2 ? 0.6 : 1.2;
  return [
    evidence({
      id: 'ME-CV',
      family: FAMILY,
      topic: 'variation',
      ln,
      value: Number(cv.toFixed(3)),
      threshold: '5, 10 and 20 %',
      observation: `${runs.length} runs of the same test vary by ${Math.round(cv * 100)} %.`,
      meaning: ln < 0 ? 'Speed is steady.' : 'Speed depends on when it is asked for.',
      doubt: 'Other tasks of the owner vary too.',
    }),
  ];
}

/** Whether the figures of one report fit each other. */
function withItself(one: Measured, input: RiskInput): Evidence[] {
  const cores = one.cpu.cores ?? input.vcpu;
  const found: Evidence[] = [];
  const limited = documentedShare(input) !== null;
  const scored = one.geekbench.flatMap(({ version, single: score, multi }) =>
    score !== null && multi !== null && score > 0 ? [{ version, score, multi }] : [],
  );
  const flat = cores !== null && cores >= 2 ? scored.find(({ score, multi }) => multi < score * 1.1) : undefined;
  if (flat) {
    found.push(
      evidence({
        id: 'ME-SCALE',
        family: FAMILY,
        topic: 'scale',
        ln: limited ? 0 : 0.9,
        value: Number((flat.multi / flat.score).toFixed(2)),
        threshold: 'multi under 1.1 times single',
        observation: `Geekbench ${flat.version}: ${flat.multi} on ${cores} vCPUs against ${flat.score} on one.`,
        meaning: limited
          ? 'The documented limit is of all vCPUs together: it matches what was sold.'
          : 'The vCPUs together do no more than one of them.',
        doubt: limited ? null : 'A limit that nobody documents looks like that.',
        observedAt: one.ranAt,
      }),
    );
  }
  const uneven = cores === 1 ? scored.find(({ score, multi }) => Math.abs(multi / score - 1) > 0.15) : undefined;
  if (uneven) {
    found.push(
      evidence({
        id: 'ME-SELF',
        family: FAMILY,
        topic: 'self',
        ln: 0.4,
        value: Number((uneven.multi / uneven.score).toFixed(2)),
        threshold: 'more than 15 % apart',
        observation: `Geekbench ${uneven.version} on one vCPU: single ${uneven.score}, multi ${uneven.multi}.`,
        meaning: 'The same test on the same vCPU should give the same.',
        doubt: 'Other tasks of the owner look like that too.',
        observedAt: one.ranAt,
      }),
    );
  }
  const tests = Math.max(1, one.geekbench.length);
  if (one.elapsedS !== null && one.elapsedS > (30 + 10 * (tests - 1)) * 60) {
    found.push(
      evidence({
        id: 'ME-SLOWRUN',
        family: FAMILY,
        topic: 'slow-run',
        ln: limited ? 0 : 0.4,
        value: Math.round(one.elapsedS / 60),
        threshold: 'over 30 minutes with one Geekbench, 10 more for each other',
        observation: `The benchmark took ${Math.round(one.elapsedS / 60)} minutes.`,
        comparison: 'It takes 5 to 22 as a rule.',
        meaning: 'Something had to wait.',
        doubt: 'Little memory and busy test servers take time too.',
        observedAt: one.ranAt,
      }),
    );
  }
  return found;
}

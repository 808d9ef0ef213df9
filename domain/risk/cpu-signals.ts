/** Reasons from measured CPU: speed against the same chip elsewhere, steal, and whether a run is consistent with itself. */
import type { RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';
import type { Measured } from './measured.ts';

const FAMILY = 'measured-cpu';
const CONTAINERS = ['openvz', 'openvz6', 'openvz7', 'lxc'];

/** Everything that the reports say of the CPU. */
export function cpuSignals(input: RiskInput): readonly Evidence[] {
  return [...single(input), ...steal(input), ...variation(input), ...input.measurements.flatMap((one) => withItself(one, input))];
}

/** The part of a vCPU that is documented; null: none is. */
function documentedShare({ resources: { cpu } }: RiskInput): number | null {
  return cpu.baselinePct !== null && cpu.baselinePct < 100 ? cpu.baselinePct / 100 : null;
}

/** Within a quarter of what is documented. */
function matches(measured: number, documented: number): boolean {
  return Math.abs(measured - documented) <= documented * 0.25;
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
    comparison: `The median of ${reference.of} elsewhere is ${reference.median}, from ${reference.reports} reports${reference.providers > 0 ? ` of ${reference.providers} providers` : ''}.`,
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

/** Steal of the middle run under load, and of the worst of the idle ones: containers do not see what their host takes. */
function steal(input: RiskInput): Evidence[] {
  const isContainer = (technology: string) => CONTAINERS.includes(technology);
  if (isContainer(input.technology.value)) return [];
  const runs = input.measurements
    .flatMap(({ steal: taken, technology, ranAt }) => (taken && !isContainer(technology.value) ? [{ ...taken, ranAt }] : []))
    .toSorted((a, b) => a.averagePct - b.averagePct);
  const loaded = runs.filter(({ underLoad }) => underLoad === true);
  const middle = loaded[loaded.length >> 1];
  const idle = runs.findLast(({ underLoad }) => underLoad !== true);
  return [...(middle ? [stealUnderLoad(middle, loaded.length, input)] : []), ...(idle ? idleSteal(idle) : [])];
}

interface StealRun {
  readonly averagePct: number;
  readonly maxPct: number;
  readonly ranAt: string | null;
}

function idleSteal({ averagePct, ranAt }: StealRun): Evidence[] {
  if (averagePct <= 1) return [];
  return [
    evidence({
      id: 'ME-STEAL-IDLE',
      family: FAMILY,
      topic: 'steal',
      ln: 0.6,
      value: averagePct,
      threshold: 'over 1 % while nothing is asked for',
      observation: `${averagePct} % of the time was taken while little was asked for.`,
      meaning: 'Even small wishes had to wait.',
      doubt: 'A single look says little.',
      observedAt: ranAt,
    }),
  ];
}

function stealUnderLoad({ averagePct, maxPct, ranAt }: StealRun, runs: number, input: RiskInput): Evidence {
  const share = documentedShare(input);
  const seen = { id: 'ME-STEAL', family: FAMILY, topic: 'steal', value: averagePct, observedAt: ranAt } as const;
  const expected = share === null ? 0 : (1 - share) * 100;
  const observation = `${averagePct} % of the time was taken under full load${runs > 1 ? `, in the middle of ${runs} runs` : ''}.`;
  if (share !== null && matches(averagePct, expected)) {
    return evidence({
      ...seen,
      ln: 0,
      observation,
      comparison: `The documented limit predicts ${Math.round(expected)} %.`,
      meaning: 'It matches what was sold.',
    });
  }
  if (averagePct > 30 && maxPct - averagePct < 2) {
    return evidence({
      ...seen,
      id: 'ME-FLAT',
      ln: share === null ? 0.9 : 0,
      observation: `${observation} It hardly changed.`,
      meaning: 'This looks like a fixed limit rather than neighbours.',
      doubt: share === null ? 'No limit is documented.' : 'A limit is documented, though another figure.',
    });
  }
  const beyond = averagePct - expected;
  const ln = beyond < 1 ? -0.9 : beyond <= 5 ? 0.2 : beyond <= 10 ? 0.9 : beyond <= 30 ? 1.8 : 2.6;
  return evidence({
    ...seen,
    ln,
    threshold: '1, 5, 10 and 30 %',
    observation,
    comparison: share === null ? 'Dedicated cores show under 1 %.' : `The documented limit explains ${Math.round(expected)} %.`,
    meaning: ln < 0 ? 'Nobody took time away.' : 'Somebody else used the CPU while it was wanted.',
    doubt: 'A throttle that nobody documents shows up as steal too.',
  });
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

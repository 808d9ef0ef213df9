/** A report against what was sold, what is documented, and what the chip reaches elsewhere. Nothing here accuses: it says what was seen. */
import type { ResourceModel } from '../plan.ts';
import { type Technology, withVersions } from '../technology.ts';
import type { ReferenceOf } from './reference.ts';
import type { BenchmarkReport } from './report.ts';

/** What an offer promises, as far as a report can be held against it. */
export interface SoldMachine {
  readonly memoryMib: number | null;
  readonly vcpu: number | null;
  readonly portMbps: number | null;
  readonly technology: Technology;
  readonly cpuModel: ResourceModel;
  /** Percent of each vCPU that is documented as sold or guaranteed. */
  readonly baselinePct: number | null;
}

export const COMPARED = ['memory', 'cores', 'technology', 'port', 'cpu-speed', 'steal'] as const;
export const VERDICTS = [
  'as-sold',
  'as-documented',
  'less',
  'more',
  'different',
  'contradicts-dedicated',
  'not-comparable',
] as const;

/** One comparison. */
export interface Comparison {
  readonly about: (typeof COMPARED)[number];
  readonly verdict: (typeof VERDICTS)[number];
  readonly measured: number | string | null;
  readonly expected: number | string | null;
  readonly statement: string;
}

/** Everything that can be compared; what the report or the offer does not say is left out. */
export function compareReport(report: BenchmarkReport, sold: SoldMachine, referenceOf: ReferenceOf): readonly Comparison[] {
  return [memory, cores, technology, port, steal]
    .map((compare) => compare(report, sold))
    .filter((found) => found !== null)
    .concat(speed(report, sold, referenceOf));
}

function memory({ memory: { ramMib } }: BenchmarkReport, { memoryMib }: SoldMachine): Comparison | null {
  if (ramMib === null || memoryMib === null || memoryMib === 0) return null;
  const share = ramMib / memoryMib;
  const verdict = share < (memoryMib >= 1024 ? 0.92 : 0.85) ? 'less' : share > 1.1 ? 'more' : 'as-sold';
  const doubt =
    verdict === 'less'
      ? ' A kernel keeps 2 to 5 % for itself; MB against MiB and memory kept for crash dumps look the same.'
      : '';
  return {
    about: 'memory',
    verdict,
    measured: Math.round(ramMib),
    expected: memoryMib,
    statement: `${Math.round(ramMib)} MiB of ${memoryMib} MiB are seen from inside.${doubt}`,
  };
}

function cores({ cpu }: BenchmarkReport, { vcpu }: SoldMachine): Comparison | null {
  if (cpu.cores === null || vcpu === null || vcpu < 1) return null;
  const verdict = cpu.cores < vcpu ? 'less' : cpu.cores > vcpu ? 'more' : 'as-sold';
  return {
    about: 'cores',
    verdict,
    measured: cpu.cores,
    expected: vcpu,
    statement: `${cpu.cores} processors are seen from inside; ${vcpu} vCPUs are sold.`,
  };
}

function technology({ technology: seen }: BenchmarkReport, { technology: sold }: SoldMachine): Comparison | null {
  if (seen.value === 'unknown' || sold === 'unknown') return null;
  const same =
    withVersions(sold).includes(seen.value) ||
    withVersions(seen.value).includes(sold) ||
    (sold === 'firecracker' && seen.value === 'kvm');
  return {
    about: 'technology',
    verdict: same ? 'as-sold' : 'different',
    measured: seen.value,
    expected: sold,
    statement: same
      ? `It looks like ${seen.value} from inside, as sold.`
      : `It is sold as ${sold} and looks like ${seen.value} from inside. Some hosts hide or fake the signature.`,
  };
}

function port({ iperf, speedtest }: BenchmarkReport, { portMbps }: SoldMachine): Comparison | null {
  const speeds = [
    ...iperf.flatMap((row) => [row.sendMbps, row.receiveMbps]),
    ...speedtest.flatMap((row) => [row.uploadMbps, row.downloadMbps]),
  ].filter((speed) => speed !== null);
  if (portMbps === null || portMbps === 0 || speeds.length === 0) return null;
  const best = speeds.reduce((most, speed) => Math.max(most, speed), 0);
  const verdict = best < portMbps / 2 ? 'less' : best > portMbps * 1.2 ? 'more' : 'as-sold';
  const doubt = verdict === 'less' ? ' Far or busy servers at the other end are slow too.' : '';
  return {
    about: 'port',
    verdict,
    measured: Math.round(best),
    expected: portMbps,
    statement: `The best of all runs moved ${Math.round(best)} Mbps on a port of ${portMbps} Mbps.${doubt}`,
  };
}

const CONTAINERS: readonly Technology[] = ['openvz', 'openvz6', 'openvz7', 'lxc'];

function steal({ steal: taken, technology: seen }: BenchmarkReport, sold: SoldMachine): Comparison | null {
  if (taken === null) return null;
  const { averagePct } = taken;
  const found = (verdict: Comparison['verdict'], expected: number | null, statement: string): Comparison => ({
    about: 'steal',
    verdict,
    measured: averagePct,
    expected,
    statement,
  });
  if (CONTAINERS.includes(seen.value) || CONTAINERS.includes(sold.technology))
    return found('not-comparable', null, 'Containers do not see the steal of their host.');
  if (taken.underLoad !== true)
    return found(
      'not-comparable',
      null,
      `${averagePct} % were taken while little was asked for: that is no all-clear, and no fault.`,
    );
  const share = documentedShare(sold);
  if (share !== null && near(averagePct, 100 * (1 - share)))
    return found(
      'as-documented',
      Math.round(100 * (1 - share)),
      `${averagePct} % were taken under load; the documented limit predicts ${Math.round(100 * (1 - share))} %.`,
    );
  if (sold.cpuModel === 'dedicated' && averagePct > 5)
    return found(
      'contradicts-dedicated',
      1,
      `${averagePct} % were taken under load. Dedicated cores show under 1 %: this contradicts the word "dedicated".`,
    );
  return found(
    averagePct <= 1 ? 'as-sold' : 'less',
    share === null ? null : Math.round(100 * (1 - share)),
    `${averagePct} % of the time was taken under load.`,
  );
}

function speed(report: BenchmarkReport, sold: SoldMachine, referenceOf: ReferenceOf): readonly Comparison[] {
  const { model } = report.cpu;
  return report.geekbench.flatMap(({ version, single }): Comparison[] => {
    if (model === null || version === null || single === null) return [];
    const found = (verdict: Comparison['verdict'], expected: number | null, statement: string): Comparison[] => [
      { about: 'cpu-speed', verdict, measured: single, expected, statement },
    ];
    const reference = referenceOf(model, version);
    if (reference === null)
      return found(
        'not-comparable',
        null,
        `Geekbench ${version} single ${single}. Of this CPU too few reports are known to compare it.`,
      );
    const ratio = single / reference.median;
    const said = `Geekbench ${version} single ${single}; elsewhere this CPU reaches ${reference.median} (${reference.source}).`;
    const share = documentedShare(sold);
    if (share !== null && near(ratio, share))
      return found(
        'as-documented',
        Math.round(reference.median * share),
        `${said} That is ${Math.round(ratio * 100)} % of a core, as documented.`,
      );
    if (ratio >= 0.9)
      return found(
        'as-sold',
        reference.median,
        `${said} One short run does not show what happens at night, or when credits are used up.`,
      );
    if (sold.cpuModel === 'dedicated' && ratio < 0.75)
      return found(
        'contradicts-dedicated',
        reference.median,
        `${said} That contradicts the word "dedicated"; a missing turbo would explain a part of it.`,
      );
    return found(
      'less',
      reference.median,
      `${said} ${share === null ? 'No documented limit explains it.' : 'It is not what the documented limit would give.'} Other tasks of the owner look like that too.`,
    );
  });
}

function documentedShare({ baselinePct }: SoldMachine): number | null {
  return baselinePct !== null && baselinePct > 0 && baselinePct < 100 ? baselinePct / 100 : null;
}

/** Within a quarter of what is documented. */
function near(measured: number, documented: number): boolean {
  return Math.abs(measured - documented) <= documented * 0.25;
}

/** Reasons from benchmark reports of owners. What matches a documented limit adds nothing, and is said to match. */
import { type Technology, withVersions } from '../technology.ts';
import type { RiskInput } from './assess-input.ts';
import { cpuSignals } from './cpu-signals.ts';
import { type Evidence, evidence } from './evidence.ts';
import { type Measured, recent } from './measured.ts';

/** Everything that the reports give. */
export function measuredSignals(everything: RiskInput): readonly Evidence[] {
  if (everything.measurements.length === 0) return [];
  const input = { ...everything, measurements: recent(everything.measurements) };
  return [...cpuSignals(input), ...promiseSignals(input), ...memory(input), ...disk(input), ...network(input)];
}

function newest(measurements: readonly Measured[]): Measured | undefined {
  return measurements.toSorted((a, b) => ((a.ranAt ?? '') < (b.ranAt ?? '') ? 1 : -1))[0];
}

/** Cores and technology as seen from inside, against what was sold. */
function promiseSignals({ measurements, vcpu, technology }: RiskInput): Evidence[] {
  const last = newest(measurements);
  if (!last) return [];
  const found: Evidence[] = [];
  const { cores } = last.cpu;
  if (cores !== null && vcpu !== null && vcpu >= 1 && cores < vcpu) {
    found.push(
      evidence({
        id: 'ME-CORES',
        family: 'measured-cpu',
        ln: 0.6,
        value: cores,
        observation: `${cores} of ${vcpu} vCPUs are seen from inside.`,
        meaning: 'Less is there than was sold.',
        doubt: 'The report may be of another plan.',
        observedAt: last.ranAt,
      }),
    );
  }
  const seen = last.technology.value as Technology;
  const sold = technology.value;
  const related =
    withVersions(sold).includes(seen) || withVersions(seen).includes(sold) || (sold === 'firecracker' && seen === 'kvm');
  if (seen !== 'unknown' && sold !== 'unknown' && !related) {
    found.push(
      evidence({
        id: 'ME-TECH',
        family: 'technology',
        ln: 0.6,
        value: seen,
        observation: `It is sold as ${sold} and looks like ${seen} from inside${last.technology.said === null ? '' : ` ("${last.technology.said}")`}.`,
        meaning: 'Another technology has other limits.',
        doubt: 'Some hosts hide or fake the signature.',
        observedAt: last.ranAt,
      }),
    );
  }
  return found;
}

function memory({ measurements, memoryMib }: RiskInput): Evidence[] {
  const last = newest(measurements.filter((one) => one.memory.ramMib !== null));
  const seen = last?.memory.ramMib ?? null;
  if (!last || seen === null || memoryMib === null || memoryMib === 0) return [];
  const share = seen / memoryMib;
  if (share >= (memoryMib >= 1024 ? 0.92 : 0.85)) return [];
  return [
    evidence({
      id: 'ME-RAM',
      family: 'memory',
      ln: 0.6,
      value: Number(share.toFixed(2)),
      threshold: 'under 92 % (85 % of small plans)',
      observation: `${Math.round(seen)} MiB of ${memoryMib} MiB are seen from inside.`,
      comparison: 'A kernel keeps 2 to 5 % for itself.',
      meaning: 'Less is there than was sold.',
      doubt: 'MB against MiB, or memory kept for crash dumps.',
      observedAt: last.ranAt,
    }),
  ];
}

const LEAST_IOPS: Readonly<Record<string, number>> = { nvme: 10_000, ssd: 3000, hdd: 100 };

function disk({ measurements, storageType }: RiskInput): Evidence[] {
  const last = newest(measurements.filter(({ fio }) => fio.some(({ blockSize }) => blockSize === '4k')));
  if (!last) return [];
  const of = (size: string) => last.fio.find(({ blockSize }) => blockSize === size);
  const iops = of('4k')?.totalIops ?? null;
  const big = ['64k', '512k', '1m'].map((size) => of(size)?.totalMBps ?? null).filter((speed) => speed !== null);
  if (big.length === 3 && Math.max(...big) <= Math.min(...big) * 1.06) {
    return [
      evidence({
        id: 'ME-DISK',
        family: 'disk',
        ln: 0,
        value: big[0] ?? null,
        observation: `Blocks of 64k, 512k and 1m move the same ${Math.round(big[0] ?? 0)} MB/s.`,
        meaning: 'That is a set rate limit, or the most that the device does: it says nothing about neighbours.',
        observedAt: last.ranAt,
      }),
    ];
  }
  const least = LEAST_IOPS[storageType];
  if (iops === null || least === undefined || iops >= least / 3) return [];
  return [
    evidence({
      id: 'ME-DISK',
      family: 'disk',
      ln: 0.6,
      value: iops,
      threshold: `a third of ${least}`,
      observation: `${Math.round(iops)} operations a second at 4k on ${storageType}.`,
      comparison: `Disks of the kind do ${least} and more.`,
      meaning: 'Many may be using the same disk.',
      doubt: 'First writes to a thin disk and network storage are slow too.',
      observedAt: last.ranAt,
    }),
  ];
}

function network({ measurements, portMbps }: RiskInput): Evidence[] {
  if (portMbps === null || portMbps === 0) return [];
  const speeds = measurements.flatMap(({ iperf, speedtest }) => [
    ...iperf.flatMap(({ sendMbps, receiveMbps }) => [sendMbps, receiveMbps]),
    ...speedtest.flatMap(({ downloadMbps, uploadMbps }) => [downloadMbps, uploadMbps]),
  ]);
  const best = Math.max(...speeds.filter((speed) => speed !== null));
  const share = best / portMbps;
  if (!Number.isFinite(best) || share >= 0.5) return [];
  return [
    evidence({
      id: 'ME-NET',
      family: 'network',
      ln: share < 0.2 ? 0.6 : 0.3,
      value: Math.round(best),
      threshold: 'under half, and under a fifth for more weight',
      observation: `The best of all runs moved ${Math.round(best)} Mbps on a port of ${portMbps} Mbps.`,
      meaning: 'The port is shared, or limited.',
      doubt: 'Far or busy servers at the other end are slow too, and shared ports are usual.',
      observedAt: newest(measurements)?.ranAt ?? null,
    }),
  ];
}

/** Where a price stands among its peers. */
import type { TechnologyFamily } from './peer.ts';

/** How far peers were looked for, in the order of widening. Time is never widened: last year's price is not this year's. */
export const WIDENINGS = ['memory', 'region', 'model'] as const;
export type Widening = (typeof WIDENINGS)[number];

/** Whom a price was compared with. */
export interface PeerGroup {
  readonly family: TechnologyFamily;
  /** null: plans of any resource model. */
  readonly dedicated: boolean | null;
  /** null: anywhere. */
  readonly regions: readonly string[] | null;
  /** Times that memory may differ by; null: memory is not known. */
  readonly memoryFactor: 2 | 4 | null;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly widened: readonly Widening[];
}

/** The position; figures are null where too few peers are known, and `reason` says so. */
export interface MarketPosition {
  /** Peers with a price that could be compared. */
  readonly n: number;
  /** Share of peers that are cheaper, in percent. */
  readonly percentile: number | null;
  /** Robust z of the log price: median of those per GB, per vCPU and per TB. Null also where peers all cost the same. */
  readonly z: number | null;
  readonly zPerGbMemory: number | null;
  readonly zPerVcpu: number | null;
  readonly zPerTb: number | null;
  readonly perGbMemoryUsd: number | null;
  readonly perVcpuUsd: number | null;
  readonly perTbUsd: number | null;
  readonly group: PeerGroup;
  /** Why there is no position; null where there is one. */
  readonly reason: string | null;
}

/** Fewest peers that say something. */
export const FEWEST_PEERS = 12;

/** "41 KVM offers in Europe with half to twice the memory in the last 12 months". */
export function peersWords({ n, group }: Pick<MarketPosition, 'n' | 'group'>): string {
  const technology = group.family === 'unknown' ? 'offers of unnamed technology' : `${group.family} offers`;
  const model = group.dedicated === null ? '' : group.dedicated ? ' with dedicated CPUs' : '';
  const place = group.regions === null ? '' : ` in ${group.regions.join(' or ')}`;
  const memory =
    group.memoryFactor === null
      ? ''
      : group.memoryFactor === 2
        ? ' with half to twice the memory'
        : ' with a quarter to four times the memory';
  return `${n} ${technology}${model}${place}${memory} seen from ${group.from} to ${group.to}`;
}

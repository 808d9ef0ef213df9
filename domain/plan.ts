/**
 * What a plan is: the configuration a provider sells. Units are in the names: memory in MiB, storage and transfer in GB as
 * the seller advertises them (1 TB = 1000), port in Mbps. Null and `unknown` mean that nobody said.
 */

import type { StatedCapability } from './technologies/stated-capability.ts';
import type { Confidence, Technology } from './technology.ts';

export const PRODUCT_TYPES = ['vps', 'vds', 'cloud', 'storage-vps', 'gpu', 'dedicated', 'unknown'] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/**
 * Whose a resource is. `capped`: a sold fraction of a core or a published hard ceiling; `burst`: a published baseline with
 * bursts above it; a fair-use limit on shared cores stays `shared`.
 */
export const RESOURCE_MODELS = ['dedicated', 'shared', 'burst', 'capped', 'unknown'] as const;
export type ResourceModel = (typeof RESOURCE_MODELS)[number];

export const STORAGE_TYPES = ['nvme', 'ssd', 'hdd', 'ssd-cached', 'network', 'unknown'] as const;
export type StorageType = (typeof STORAGE_TYPES)[number];

export const ARCHITECTURES = ['x86_64', 'arm64', 'arm', 'unknown'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export const OVERAGES = ['charged', 'throttled', 'suspended', 'unknown'] as const;
export type Overage = (typeof OVERAGES)[number];

/** How a value is known: the page's words, a typed API field, a documented fact of the provider, a named rule, or not at all. */
export const HOWS = ['stated', 'given', 'provider-fact', 'inferred', 'unknown'] as const;
export type How = (typeof HOWS)[number];

/** One quote that carries a technology, with the address where it stands. */
export interface Evidence {
  readonly said: string;
  readonly url: string | null;
}

export interface PlanTechnology {
  readonly value: Technology;
  readonly confidence: Confidence;
  readonly how: How;
  readonly evidence: readonly Evidence[];
}

export interface PlanCpu {
  /** Virtual CPUs; hardware threads of a dedicated server. Fractions are sold ("0.5 core"). */
  readonly vcpu: number | null;
  readonly resourceModel: ResourceModel;
  /** The words that the resource model was read from. */
  readonly said: string | null;
  /** Documented baseline in percent of each vCPU. */
  readonly baselinePct: number | null;
  /** Chip as written. */
  readonly model: string | null;
  readonly architecture: Architecture;
  readonly frequencyMhz: number | null;
}

export interface PlanMemory {
  readonly mib: number | null;
  readonly guaranteedMib: number | null;
  readonly burstMib: number | null;
  readonly vswapMib: number | null;
  readonly resourceModel: ResourceModel;
}

export interface Disk {
  readonly gb: number;
  readonly type: StorageType;
}

export interface PlanStorage {
  /** Bundled storage; 0 where the plan is sold without a disk. */
  readonly gb: number | null;
  readonly type: StorageType;
  readonly raid: string | null;
  readonly disks: readonly Disk[];
}

export interface PlanNetwork {
  readonly transferGb: number | null;
  readonly unmetered: boolean | null;
  readonly portMbps: number | null;
  /** Dedicated public IPv4 addresses; 0 for IPv6-only and for NAT. */
  readonly ipv4: number | null;
  readonly hasIpv6: boolean | null;
  readonly ipv6: number | null;
  readonly ipv6Prefix: string | null;
  readonly natIpv4: boolean | null;
  readonly ddos: boolean | null;
  readonly overage: Overage;
}

export interface PlanGpu {
  readonly name: string | null;
  /** 0 where the source says that the plan has none; a share of a card is a fraction. */
  readonly count: number;
  /** Of each card, or of the share of one. */
  readonly memoryMib: number | null;
}

/** The configuration itself: everything that is the same wherever and at whatever price the plan is sold. */
export interface PlanSpec {
  readonly productType: ProductType;
  readonly technology: PlanTechnology;
  readonly cpu: PlanCpu;
  readonly memory: PlanMemory;
  readonly storage: PlanStorage;
  readonly network: PlanNetwork;
  /** Null: the source does not say whether there is one. */
  readonly gpu: PlanGpu | null;
  readonly guests: readonly string[] | null;
  readonly managed: boolean | null;
  /** What the plan itself says that can or cannot run on it; absent: nothing. */
  readonly statedCapabilities?: readonly StatedCapability[] | undefined;
}

/** How one field of a plan is known. Keys of a provenance map are paths into the row ("memory.mib"). */
export interface Origin {
  readonly how: How;
  /** The page's words or the API field with its value; the quote for a provider fact. */
  readonly said: string | null;
  /** Where it stands: the page read, or the document that carries a provider fact. */
  readonly url: string | null;
  /** Name of the rule for `inferred`. */
  readonly rule: string | null;
  /** Key of the page ("types", "servers@fr-par-1.2"), from which the snapshot follows; null for provider facts. */
  readonly page: string | null;
}

export type Provenance = Readonly<Record<string, Origin>>;

/** The configuration of a listing: sizes converted, gaps filled from curated provider facts, every field with its origin. */
import type { ListedDisk, Listing, Reading, RejectionCode, Size } from './listing.ts';
import type { Disk, Origin, PlanSpec, PlanTechnology, Provenance, ResourceModel } from './plan.ts';
import { type FactValues, factFor, type ProviderFact } from './provider-facts.ts';
import { diskGb, memoryMib, portMbps, transferGb } from './quantity.ts';

export type PlanRead =
  | { readonly ok: true; readonly spec: PlanSpec; readonly provenance: Provenance }
  | { readonly ok: false; readonly code: RejectionCode; readonly field: string; readonly said: string };

interface PlanContext {
  readonly facts: readonly ProviderFact[];
  readonly pageUrl: (page: string) => string | null;
}

/** Reads the plan itself; the first field that cannot be what it claims to be rejects the plan. */
export function readPlanSpec(listing: Listing, context: PlanContext): PlanRead {
  const provenance: Record<string, Origin> = {};
  const wrong: { code: RejectionCode; field: string; said: string }[] = [];

  const note = (field: string, reading: Reading<unknown>) => {
    provenance[field] = {
      how: reading.how,
      said: reading.said,
      url: context.pageUrl(reading.page),
      rule: reading.rule ?? null,
      page: reading.page,
    };
  };
  const noteFact = (field: string, fact: ProviderFact) => {
    provenance[field] = { how: 'provider-fact', said: fact.said, url: fact.url, rule: null, page: null };
  };
  const take = <T>(field: string, reading: Reading<T> | undefined): T | null => {
    if (!reading) return null;
    note(field, reading);
    return reading.is;
  };
  const size = (field: string, reading: Reading<Size> | undefined, convert: (size: Size) => number | null): number | null => {
    if (!reading) return null;
    const value = convert(reading.is);
    if (value === null) wrong.push({ code: 'bad-size', field, said: reading.said });
    else note(field, reading);
    return value;
  };
  const count = (field: string, reading: Reading<number> | undefined, least: number): number | null => {
    const value = take(field, reading);
    if (reading && value !== null && !(Number.isFinite(value) && value >= least && value <= 1_000_000)) {
      wrong.push({ code: 'bad-count', field, said: reading.said });
    }
    return value;
  };
  const factValue = <F extends ProviderFact['field']>(field: F): FactValues[F] | null => {
    const fact = factFor(context.facts, field, listing.words);
    if (!fact) return null;
    noteFact(field, fact);
    return fact.value;
  };

  const technology = readTechnology(listing, context, noteFact, note);
  const vcpu = count('cpu.vcpu', listing.vcpu, 0.01);
  const cpuModel = take('cpu.resourceModel', listing.cpuResourceModel) ?? factValue('cpu.resourceModel') ?? 'unknown';
  const disks = readDisks(listing.disks, wrong);
  if (listing.disks && wrong.length === 0) note('storage.gb', listing.disks);
  const storageType = readStorageType(listing, disks, note) ?? factValue('storage.type') ?? 'unknown';
  const transfer = readTransfer(listing, wrong);
  if (listing.transfer && wrong.length === 0)
    note(transfer.unmetered ? 'network.unmetered' : 'network.transferGb', listing.transfer);
  const port = listing.port ? portMbps(listing.port.is) : null;
  if (listing.port && port === null) wrong.push({ code: 'bad-size', field: 'network.portMbps', said: listing.port.said });
  if (listing.port && port !== null) note('network.portMbps', listing.port);

  const spec: PlanSpec = {
    productType: take('productType', listing.productType) ?? 'unknown',
    technology,
    cpu: {
      vcpu,
      resourceModel: cpuModel,
      said: provenance['cpu.resourceModel']?.said ?? null,
      baselinePct: count('cpu.baselinePct', listing.cpuBaselinePct, 0) ?? factValue('cpu.baselinePct'),
      model: take('cpu.model', listing.cpuModel),
      architecture: take('cpu.architecture', listing.architecture) ?? 'unknown',
      frequencyMhz: count('cpu.frequencyMhz', listing.frequencyMhz, 1),
    },
    memory: {
      mib: size('memory.mib', listing.memory, memoryMib),
      guaranteedMib: size('memory.guaranteedMib', listing.guaranteedMemory, memoryMib),
      burstMib: size('memory.burstMib', listing.burstMemory, memoryMib),
      vswapMib: size('memory.vswapMib', listing.vswap, memoryMib),
      resourceModel:
        take('memory.resourceModel', listing.memoryResourceModel) ??
        factValue('memory.resourceModel') ??
        burstModel(listing, note),
    },
    storage: { ...disks, type: storageType, raid: take('storage.raid', listing.raid), disks: typed(disks.disks, storageType) },
    network: {
      ...transfer,
      portMbps: port,
      ipv4: count('network.ipv4', listing.ipv4, 0) ?? factValue('network.ipv4'),
      hasIpv6: take('network.hasIpv6', listing.hasIpv6) ?? factValue('network.hasIpv6'),
      ipv6: count('network.ipv6', listing.ipv6, 0),
      ipv6Prefix: take('network.ipv6Prefix', listing.ipv6Prefix),
      natIpv4: take('network.natIpv4', listing.natIpv4),
      ddos: take('network.ddos', listing.ddos) ?? factValue('network.ddos'),
      overage: 'unknown',
    },
    gpu: readGpu(listing, note, wrong),
    guests: take('guests', listing.guests) ?? factValue('guests'),
    managed: take('managed', listing.managed),
    ...(listing.statedCapabilities ? { statedCapabilities: take('statedCapabilities', listing.statedCapabilities) ?? [] } : {}),
  };
  const first = wrong[0];
  return first ? { ok: false, ...first } : { ok: true, spec, provenance };
}

type Note = (field: string, reading: Reading<unknown>) => void;
type Wrong = { code: RejectionCode; field: string; said: string }[];

function readTechnology(
  listing: Listing,
  context: PlanContext,
  noteFact: (field: string, fact: ProviderFact) => void,
  note: Note,
): PlanTechnology {
  const stated = listing.technology;
  if (stated) {
    note('technology', stated);
    return { ...stated.is, how: stated.how, evidence: [{ said: stated.said, url: context.pageUrl(stated.page) }] };
  }
  const fact = factFor(context.facts, 'technology', listing.words);
  if (!fact) return { value: 'unknown', confidence: 'none', how: 'unknown', evidence: [] };
  noteFact('technology', fact);
  return { value: fact.value, confidence: fact.confidence, how: 'provider-fact', evidence: [{ said: fact.said, url: fact.url }] };
}

/** Memory with a part that is lent: burst or vSwap of OpenVZ. */
function burstModel({ burstMemory, vswap }: Listing, note: Note): ResourceModel {
  const lent = burstMemory ?? vswap;
  if (!lent) return 'unknown';
  note('memory.resourceModel', { ...lent, how: 'inferred', rule: 'burst-memory' });
  return 'burst';
}

function readDisks(listed: Listing['disks'], wrong: Wrong): { gb: number | null; disks: readonly Disk[] } {
  if (!listed) return { gb: null, disks: [] };
  const disks = listed.is.flatMap((disk) => expand(disk, listed.said, wrong));
  return { gb: Number(disks.reduce((sum, disk) => sum + disk.gb, 0).toFixed(3)), disks };
}

function expand(disk: ListedDisk, said: string, wrong: Wrong): Disk[] {
  const gb = diskGb(disk.size);
  if (gb === null || !Number.isInteger(disk.count) || disk.count < 0 || disk.count > 1000) {
    wrong.push({ code: 'bad-size', field: 'storage.gb', said });
    return [];
  }
  return Array.from({ length: disk.count }, () => ({ gb, type: disk.type }));
}

function readStorageType(listing: Listing, disks: { disks: readonly Disk[] }, note: Note): PlanSpec['storage']['type'] | null {
  if (listing.storageType) {
    note('storage.type', listing.storageType);
    return listing.storageType.is;
  }
  const types = new Set(disks.disks.map((disk) => disk.type).filter((type) => type !== 'unknown'));
  const only = types.size === 1 ? [...types][0] : undefined;
  if (only && listing.disks) note('storage.type', listing.disks);
  return only ?? null;
}

function typed(disks: readonly Disk[], type: PlanSpec['storage']['type']): readonly Disk[] {
  return disks.map((disk) => (disk.type === 'unknown' ? { ...disk, type } : disk));
}

function readTransfer(listing: Listing, wrong: Wrong): { transferGb: number | null; unmetered: boolean | null } {
  const reading = listing.transfer;
  if (!reading) return { transferGb: null, unmetered: null };
  if (reading.is === 'unmetered') return { transferGb: null, unmetered: true };
  const gb = transferGb(reading.is);
  if (gb === null) wrong.push({ code: 'bad-size', field: 'network.transferGb', said: reading.said });
  return { transferGb: gb, unmetered: false };
}

function readGpu(listing: Listing, note: Note, wrong: Wrong): PlanSpec['gpu'] {
  const reading = listing.gpu;
  if (!reading) return null;
  const memory = reading.is.memory ? memoryMib(reading.is.memory) : null;
  if (reading.is.memory && memory === null) wrong.push({ code: 'bad-size', field: 'gpu.memoryMib', said: reading.said });
  if (!(reading.is.count >= 0 && reading.is.count <= 1000))
    wrong.push({ code: 'bad-count', field: 'gpu.count', said: reading.said });
  note('gpu', reading);
  return { name: reading.is.name, count: reading.is.count, memoryMib: memory };
}

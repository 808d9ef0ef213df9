/** The facts of a plan as a list: name, value in words, and the path under which its origin is kept. */
import type { PlanSpec } from '../../domain/plan.ts';
import { count, gigabytes, memory, speed } from '../words/amounts.ts';
import { ARCHITECTURE_NAMES, PRODUCT_NAMES, RESOURCE_MODEL_NAMES, STORAGE_NAMES } from '../words/names.ts';

/** One fact; `value` null: nobody says. */
export interface Fact {
  readonly name: string;
  readonly path: string;
  readonly value: string | null;
}

const when = <T>(value: T | null, words: (value: T) => string): string | null => (value === null ? null : words(value));
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');
const known = (value: string, words: string) => (value === 'unknown' ? null : words);

/** Every fact, known or not, but the technology, which has its own place on the page. */
export function factsOf({ productType, cpu, memory: ram, storage, network, gpu, guests, managed }: PlanSpec): Fact[] {
  return [
    { name: 'Kind of product', path: 'productType', value: known(productType, PRODUCT_NAMES[productType]) },
    { name: 'vCPUs', path: 'cpu.vcpu', value: when(cpu.vcpu, count) },
    {
      name: 'vCPU resource model',
      path: 'cpu.resourceModel',
      value: known(cpu.resourceModel, RESOURCE_MODEL_NAMES[cpu.resourceModel]),
    },
    { name: 'CPU baseline', path: 'cpu.baselinePct', value: when(cpu.baselinePct, (pct) => `${count(pct)} % of each vCPU`) },
    { name: 'Chip', path: 'cpu.model', value: cpu.model },
    { name: 'Instruction set', path: 'cpu.architecture', value: known(cpu.architecture, ARCHITECTURE_NAMES[cpu.architecture]) },
    { name: 'Clock', path: 'cpu.frequencyMhz', value: when(cpu.frequencyMhz, (mhz) => `${count(mhz)} MHz`) },
    { name: 'Memory', path: 'memory.mib', value: when(ram.mib, memory) },
    { name: 'Guaranteed memory', path: 'memory.guaranteedMib', value: when(ram.guaranteedMib, memory) },
    { name: 'Burst memory', path: 'memory.burstMib', value: when(ram.burstMib, memory) },
    { name: 'vSwap', path: 'memory.vswapMib', value: when(ram.vswapMib, memory) },
    {
      name: 'Memory resource model',
      path: 'memory.resourceModel',
      value: known(ram.resourceModel, RESOURCE_MODEL_NAMES[ram.resourceModel]),
    },
    { name: 'Storage', path: 'storage.gb', value: when(storage.gb, (gb) => (gb === 0 ? 'none included' : gigabytes(gb))) },
    { name: 'Kind of storage', path: 'storage.type', value: known(storage.type, STORAGE_NAMES[storage.type]) },
    { name: 'RAID', path: 'storage.raid', value: storage.raid },
    { name: 'Transfer a month', path: 'network.transferGb', value: transfer(network) },
    { name: 'Overage of transfer', path: 'network.overage', value: known(network.overage, network.overage) },
    { name: 'Port', path: 'network.portMbps', value: when(network.portMbps, speed) },
    { name: 'Own IPv4 addresses', path: 'network.ipv4', value: when(network.ipv4, count) },
    { name: 'IPv4 shared by NAT', path: 'network.natIpv4', value: when(network.natIpv4, yesOrNo) },
    { name: 'IPv6', path: 'network.hasIpv6', value: when(network.hasIpv6, yesOrNo) },
    { name: 'IPv6 addresses', path: 'network.ipv6', value: when(network.ipv6, count) },
    { name: 'IPv6 network', path: 'network.ipv6Prefix', value: network.ipv6Prefix },
    { name: 'DDoS protection', path: 'network.ddos', value: when(network.ddos, yesOrNo) },
    { name: 'GPU', path: 'gpu', value: when(gpu, gpuWords) },
    { name: 'Operating systems', path: 'guests', value: when(guests, (names) => names.join(', ')) },
    { name: 'Managed by the seller', path: 'managed', value: when(managed, yesOrNo) },
  ];
}

function gpuWords({ name, count: cards, memoryMib }: NonNullable<PlanSpec['gpu']>): string {
  if (cards === 0) return 'none';
  return `${count(cards)} × ${name ?? 'card not named'}${memoryMib === null ? '' : `, ${memory(memoryMib)}`}`;
}

function transfer({ transferGb, unmetered }: PlanSpec['network']): string | null {
  return unmetered ? 'unmetered' : when(transferGb, gigabytes);
}

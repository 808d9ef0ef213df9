/** The machine of a row: everything that is the same wherever and at whatever price the plan is sold. */
import { z } from '@hono/zod-openapi';
import { ARCHITECTURES, HOWS, OVERAGES, PRODUCT_TYPES, RESOURCE_MODELS, STORAGE_TYPES } from '../../domain/plan.ts';
import { CONFIDENCES, TECHNOLOGIES } from '../../domain/technology.ts';

const count = z.number().nullable();
const yesNo = z.boolean().nullable();

const evidence = z.strictObject({
  said: z.string().describe('The words that carry it'),
  url: z.string().nullable().describe('Where they stand'),
});

const technology = z.strictObject({
  value: z.enum(TECHNOLOGIES).describe('Virtualization technology; `none` is a dedicated server'),
  confidence: z.enum(CONFIDENCES).describe('How sure it is'),
  how: z.enum(HOWS).describe('How it is known'),
  evidence: z.array(evidence).readonly().describe('Quotes with their addresses'),
});

const cpu = z.strictObject({
  vcpu: count.describe('Virtual CPUs; fractions are sold'),
  resourceModel: z.enum(RESOURCE_MODELS).describe('Whose the vCPUs are'),
  said: z.string().nullable().describe('The words that the resource model was read from'),
  baselinePct: count.describe('Documented baseline in percent of each vCPU'),
  model: z.string().nullable().describe('Chip as written'),
  architecture: z.enum(ARCHITECTURES).describe('Instruction set'),
  frequencyMhz: count.describe('Clock in MHz as stated'),
});

const memory = z.strictObject({
  mib: count.describe('Memory in MiB; 1 GB sold is 1024'),
  guaranteedMib: count.describe('Guaranteed part in MiB, where a part is'),
  burstMib: count.describe('Burst memory in MiB'),
  vswapMib: count.describe('vSwap in MiB'),
  resourceModel: z.enum(RESOURCE_MODELS).describe('Whose the memory is'),
});

const disk = z.strictObject({
  gb: z.number().describe('Size in GB as advertised'),
  type: z.enum(STORAGE_TYPES).describe('Kind of storage'),
});

const storage = z.strictObject({
  gb: count.describe('Bundled storage in GB as advertised; 0: sold without a disk'),
  type: z.enum(STORAGE_TYPES).describe('Kind of storage'),
  raid: z.string().nullable().describe('RAID level as stated'),
  disks: z.array(disk).readonly().describe('The single disks, where they are listed'),
});

const network = z.strictObject({
  transferGb: count.describe('Transfer a month in GB as advertised'),
  unmetered: yesNo.describe('Whether transfer is unmetered'),
  portMbps: count.describe('Port speed in Mbps'),
  ipv4: count.describe('Own public IPv4 addresses; 0: IPv6 only or NAT'),
  hasIpv6: yesNo.describe('Whether there is IPv6'),
  ipv6: count.describe('IPv6 addresses'),
  ipv6Prefix: z.string().nullable().describe('IPv6 prefix such as /64'),
  natIpv4: yesNo.describe('Whether IPv4 is shared by NAT'),
  ddos: yesNo.describe('Whether DDoS protection is included'),
  overage: z.enum(OVERAGES).describe('What happens beyond the transfer'),
});

const gpu = z.strictObject({
  name: z.string().nullable().describe('Card as written'),
  count: z.number().describe('Cards; a share of one is a fraction'),
  memoryMib: count.describe('Memory of each card, or of the share, in MiB'),
});

/** Fields of a row that describe the machine. */
export const specFields = {
  productType: z.enum(PRODUCT_TYPES).describe('What kind of product'),
  technology: technology.describe('Virtualization technology, and how it is known'),
  cpu: cpu.describe('Processor'),
  memory: memory.describe('Memory'),
  storage: storage.describe('Storage'),
  network: network.describe('Network'),
  gpu: gpu.nullable().describe('GPU; null: none, or not known'),
  guests: z.array(z.string()).readonly().nullable().describe('Operating systems as stated'),
  managed: yesNo.describe('Whether the provider administers the server'),
};

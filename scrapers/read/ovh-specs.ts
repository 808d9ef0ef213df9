/** What OVHcloud's catalogues say of a machine: `blobs.technical` of plans, options and products, in GB of memory and disk, GHz, Mbit/s. */
import { z } from 'zod';
import type { ListedDisk, Listing, Size } from '../../domain/listing.ts';
import type { StorageType } from '../../domain/plan.ts';
import { amount, quote } from './json.ts';
import { type PageReadings, unlessZero } from './readings.ts';

const cpuSchema = z.object({
  brand: z.string().nullish(),
  model: z.string().nullish(),
  cores: amount.nullish(),
  threads: amount.nullish(),
  number: amount.nullish(),
  frequency: amount.nullish(),
});
const diskSchema = z.object({
  capacity: amount,
  number: amount.nullish(),
  interface: z.string().nullish(),
  technology: z.string().nullish(),
});

/** Technical description of a machine or of a part of one. */
export const technicalSchema = z.object({
  cpu: cpuSchema.nullish(),
  server: z.object({ cpu: cpuSchema.nullish(), services: z.object({ antiddos: z.string().nullish() }).nullish() }).nullish(),
  memory: z.object({ size: amount.nullish() }).nullish(),
  storage: z.object({ disks: z.array(diskSchema).nullish() }).nullish(),
  bandwidth: z.object({ level: amount.nullish() }).nullish(),
  gpu: z
    .object({ model: z.string().nullish(), number: amount.nullish(), memory: z.object({ size: amount.nullish() }).nullish() })
    .nullish(),
  os: z.object({ family: z.string().nullish() }).nullish(),
});
/** Technical description of a machine or of a part of one. */
export type Technical = z.infer<typeof technicalSchema>;

/** Memory, as sellers count it: GB that mean GiB. */
export function memoryOf(memory: Technical['memory'], { given }: PageReadings): Listing['memory'] {
  return given('technical.memory.size', memory?.size, (gib): Size => ({ amount: gib, unit: 'GiB' }));
}

/** All disks of all parts that name some. */
export function disksOf(parts: readonly Technical['storage'][], { together }: PageReadings): Listing['disks'] {
  const disks = parts.flatMap((storage) => storage?.disks ?? []);
  const read = disks.map(
    (disk): ListedDisk => ({
      size: { amount: disk.capacity, unit: 'GB' },
      count: disk.number ?? 1,
      type: diskType(`${disk.interface ?? ''} ${disk.technology ?? ''}`),
    }),
  );
  return disks.length > 0 ? together(`technical.storage.disks = ${quote(disks)}`, read) : undefined;
}

/** "NVMe SSD" → nvme, "SATA SSD" → ssd, "SAS HDD" → hdd. */
function diskType(words: string): StorageType {
  if (/nvme/i.test(words)) return 'nvme';
  if (/ssd/i.test(words)) return 'ssd';
  return /hdd/i.test(words) ? 'hdd' : 'unknown';
}

/** Public port. */
export function portOf(bandwidth: Technical['bandwidth'], { given }: PageReadings): Listing['port'] {
  return given(
    'technical.bandwidth.level',
    bandwidth?.level,
    unlessZero((mbit) => ({ amount: mbit, unit: 'Mbit/s' })),
  );
}

/** Clock in MHz of a figure in GHz. */
export function frequencyOf(cpu: Technical['cpu'], { given }: PageReadings): Listing['frequencyMhz'] {
  return given('technical.cpu.frequency', cpu?.frequency, (ghz) => Math.round(ghz * 1000));
}

/** Cards; null where the description names none. */
export function gpuOf(gpu: Technical['gpu'], { together }: PageReadings): Listing['gpu'] {
  if (!gpu) return undefined;
  const memory = gpu.memory?.size ? { amount: gpu.memory.size, unit: 'GiB' as const } : undefined;
  return together(`technical.gpu = ${quote(gpu)}`, { name: gpu.model ?? null, count: gpu.number ?? 1, memory });
}

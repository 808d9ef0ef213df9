/** Disks: what kind they are, and in which array. */
import type { StorageType } from '../../domain/plan.ts';

/** "NVMe SSD" → nvme, "SSD cached HDD" → ssd-cached, "SAS" → hdd; unknown where no word tells. */
export function storageTypeIn(text: string): StorageType {
  if (/\bssd[\s-]?(?:cached?|cach\w+|accelerated)\b|\bcached\b/i.test(text)) return 'ssd-cached';
  if (/nvme|\bm\.2\b|\bu\.2\b/i.test(text)) return 'nvme';
  if (/(?<![a-z])ssds?(?![a-z])|solid[\s-]state|固态/i.test(text)) return 'ssd';
  if (/\bceph\b|\bnetwork (?:storage|disk)|\bblock storage\b|\bsan storage\b/i.test(text)) return 'network';
  if (
    /(?<![a-z])hdds?(?![a-z])|\bsas\b|\bsata\b|spinning|\b7[.,]?200\s?rpm|hard\s?d(?:rive|isk)|festplatte|disque dur|机械/i.test(
      text,
    )
  )
    return 'hdd';
  return 'unknown';
}

/** "RAID 10", "raid-10", "RAIDZ2" → "raid10"; null where none is named. */
export function raidIn(text: string): string | null {
  const match = /\braid[\s-]?(10|50|60|[0156]|z[123]?)\b/i.exec(text);
  return match?.[1] ? `raid${match[1].toLowerCase()}` : null;
}

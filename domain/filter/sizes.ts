/** Sizes as people write them in a filter. Units are required: a bare number could mean anything. */
import { diskGb, transferGb } from '../quantity.ts';

const SIZE = /^(\d{1,9}(?:\.\d{1,6})?) ?(K|M|G|T)(i?)B$/i;
const RATE = /^(\d{1,9}(?:\.\d{1,6})?) ?(K|M|G)(?:bps|bit(?:\/s)?)$/i;
const MIB: Readonly<Record<string, number>> = { K: 1 / 1024, M: 1, G: 1024, T: 1024 ** 2 };
const MBPS: Readonly<Record<string, number>> = { K: 0.001, M: 1, G: 1000 };
const LARGEST_MIB = 64 * 1024 ** 2;

/** Memory ("2GB", "512MB", "1.5TB") in whole MiB: who sells memory by the GB means GiB. Null for no such size. */
export function readMemory(text: string): number | null {
  const match = SIZE.exec(text);
  const mib = match ? Math.round(Number(match[1]) * (MIB[(match[2] ?? '').toUpperCase()] ?? Number.NaN)) : Number.NaN;
  return mib >= 0 && mib <= LARGEST_MIB ? mib : null;
}

/** Disk in GB as sellers advertise it: "1.5TB" is 1500. Null for no such size. */
export function readDisk(text: string): number | null {
  const size = sizeOf(text);
  return size && diskGb(size);
}

/** Transfer in GB as sellers advertise it: "2TB" is 2000. Null for no such size. */
export function readTransfer(text: string): number | null {
  const size = sizeOf(text);
  return size && transferGb(size);
}

/** Bit rate ("1Gbps", "100 Mbit/s") in Mbps. Null for no such rate. */
export function readRate(text: string): number | null {
  const match = RATE.exec(text);
  return match ? Number((Number(match[1]) * (MBPS[(match[2] ?? '').toUpperCase()] ?? Number.NaN)).toFixed(3)) : null;
}

/** The shortest text that `readMemory` reads back. */
export function writeMemory(mib: number): string {
  return mib > 0 && mib % 1024 === 0 ? `${mib / 1024}GB` : `${mib}MB`;
}

/** Text that `readDisk` and `readTransfer` read back. */
export function writeGb(gb: number): string {
  return gb > 0 && gb % 1000 === 0 ? `${gb / 1000}TB` : `${gb}GB`;
}

/** Text that `readRate` reads back. */
export function writeRate(mbps: number): string {
  return mbps > 0 && mbps % 1000 === 0 ? `${mbps / 1000}Gbps` : `${mbps}Mbps`;
}

function sizeOf(text: string) {
  const match = SIZE.exec(text);
  const prefix = (match?.[2] ?? '').toUpperCase();
  // Advertised figures come in MB, GB and TB; thousandths of a GB are the finest that is kept.
  if (!match || prefix === 'K') return null;
  return {
    amount: Number(match[1]),
    unit: `${prefix as 'M' | 'G' | 'T'}${match[3] ? ('iB' as const) : ('B' as const)}` as const,
  };
}

/**
 * Sizes and bit rates in the units the rows use. Memory is MiB; disk and transfer are the seller's advertised GB figure.
 * Sellers of memory write GB and mean GiB; sellers of transfer who count in binary (1024 GB) advertise it as 1 TB.
 */
import type { Rate, Size, SizeUnit } from './listing.ts';

const BYTES: Record<SizeUnit, number> = {
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  TB: 1000 ** 4,
};

/** Memory in MiB, or null for what cannot be one (negative, zero, not finite, past 64 TiB). */
export function memoryMib(size: Size): number | null {
  const mib = Math.round((size.amount * BYTES[size.unit]) / BYTES.MiB);
  return Number.isFinite(mib) && mib > 0 && mib <= 64 * 1024 * 1024 ? mib : null;
}

/** The advertised disk figure in GB (25600 MiB is 25, 20 000 000 000 B is 20), or null past 100 PB, below 0 or not finite. */
export function diskGb(size: Size): number | null {
  return plausible(size.unit === 'MiB' || size.unit === 'GiB' || size.unit === 'TiB' ? binaryGb(size) : decimalGb(size));
}

/** The advertised transfer figure in GB: binary counts are advertised in TB (1024 GiB is "1 TB", 1000). */
export function transferGb(size: Size): number | null {
  const binary = size.unit === 'MiB' || size.unit === 'GiB' || size.unit === 'TiB';
  return plausible(binary ? ((size.amount * BYTES[size.unit]) / BYTES.TiB) * 1000 : decimalGb(size));
}

/** Port speed in Mbps, decimal; null for what is negative, zero or not finite. */
export function portMbps(rate: Rate): number | null {
  const bits = { 'bit/s': 1, 'Kbit/s': 1e3, 'Mbit/s': 1e6, 'Gbit/s': 1e9 }[rate.unit];
  const mbps = (rate.amount * bits) / 1e6;
  return Number.isFinite(mbps) && mbps > 0 ? roundTo(mbps, 3) : null;
}

function binaryGb(size: Size): number {
  return size.unit === 'TiB' ? size.amount * 1000 : (size.amount * BYTES[size.unit]) / BYTES.GiB;
}

function decimalGb(size: Size): number {
  return (size.amount * BYTES[size.unit]) / BYTES.GB;
}

function plausible(gb: number): number | null {
  return Number.isFinite(gb) && gb >= 0 && gb <= 100e6 ? roundTo(gb, 3) : null;
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Block sizes of YABS's disk test. */

/** KiB of one block. */
export const KIB_OF_BLOCK: Readonly<Record<string, number>> = {
  '4k': 4,
  '8k': 8,
  '16k': 16,
  '32k': 32,
  '64k': 64,
  '128k': 128,
  '256k': 256,
  '512k': 512,
  '1m': 1024,
};

/** The size as it is named here: "4kb" is "4k". Null: no block size. */
export function blockSizeOf(said: string | null | undefined): string | null {
  const name = /^\s*(\d{1,3})\s?([km])b?/i.exec(said?.slice(0, 40) ?? '');
  const size = name ? `${name[1]}${name[2]?.toLowerCase()}` : '';
  return size in KIB_OF_BLOCK ? size : null;
}

/** The size at which so many operations of it make this speed (MB/s), within a tenth; null: none of the four the script uses. */
export function blockSizeBySpeed(MBps: number, iops: number): string | null {
  if (iops < 20) return null;
  const kib = (MBps * 1e6) / iops / 1024;
  return ['4k', '64k', '512k', '1m'].find((size) => Math.abs(kib / (KIB_OF_BLOCK[size] ?? 1) - 1) < 0.1) ?? null;
}

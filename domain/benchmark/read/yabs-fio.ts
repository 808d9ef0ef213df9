/**
 * The disk test in YABS's text. Up to 2026-07-02 the script divided fio's KiB/s by 1000 and called it MB/s, so that its figures
 * are 2.4 % too low (its change log of v2026-07-03); where the version is missing, operations × block size tell which it was.
 */
import type { FioRow } from '../report.ts';
import { cells } from './clean-text.ts';
import { operations, speedMBps, tidy } from './figures.ts';
import { blockSizeBySpeed, blockSizeOf, KIB_OF_BLOCK } from './fio-blocks.ts';

const CORRECTED = 'v2026-07-03';
const FACTOR = 1.024;

type Direction = 'read' | 'write' | 'total';
type Half = { readonly MBps: number | null; readonly iops: number | null };

/** Rows in the order of the report, speeds as printed. */
export class FioTable {
  #columns: (string | null)[] = [];
  readonly #rows = new Map<string, Partial<Record<Direction, Half>>>();

  /** Takes a line; whether it was one of the table. */
  take(line: string): boolean {
    const [label, ...rest] = cells(line);
    if (label === undefined || rest.length === 0) return false;
    if (/^block size/i.test(label)) {
      this.#columns = rest.map((cell) => blockSizeOf(cell)).filter((size, at) => size !== null || at < 2);
      return true;
    }
    const direction = /^(read|write|total)$/i.exec(label)?.[1]?.toLowerCase() as Direction | undefined;
    const halves = rest.slice(0, 2).map(half);
    if (direction === undefined || !/\(/.test(line)) return false;
    halves.forEach((found, at) => {
      const size =
        this.#columns[at] ?? (found.MBps !== null && found.iops !== null ? blockSizeBySpeed(found.MBps, found.iops) : null);
      if (size === null || size === undefined || (found.MBps === null && found.iops === null)) return;
      const row = this.#rows.get(size) ?? {};
      row[direction] ??= found;
      this.#rows.set(size, row);
    });
    if (direction === 'total') this.#columns = [];
    return true;
  }

  /** The rows in decimal MB/s, as this version of the script measured. */
  rows(version: string | null): readonly FioRow[] {
    const factor = (version === null ? this.#tooLow() : version < CORRECTED) ? FACTOR : 1;
    const corrected = (MBps: number | null | undefined) => (MBps === null || MBps === undefined ? null : tidy(MBps * factor));
    return [...this.#rows].map(([blockSize, { read, write, total }]) => ({
      blockSize,
      readMBps: corrected(read?.MBps),
      writeMBps: corrected(write?.MBps),
      totalMBps: corrected(total?.MBps),
      readIops: read?.iops ?? null,
      writeIops: write?.iops ?? null,
      totalIops: total?.iops ?? null,
    }));
  }

  /** Whether the printed speeds are too low by that factor; where the figures are too coarse to tell, they are: most reports are older. */
  #tooLow(): boolean {
    let [low, right] = [0, 0];
    for (const [size, row] of this.#rows) {
      for (const { MBps, iops } of Object.values(row)) {
        // Operations are cut after one digit of thousands: only many of them tell 2 % apart.
        if (MBps === null || iops === null || (iops < 20_000 && (iops >= 1000 || iops < 200))) continue;
        const ratio = (iops * (KIB_OF_BLOCK[size] ?? 0) * 1024) / 1e6 / MBps;
        if (ratio > 1.012 && ratio < 1.03) low += 1;
        else if (ratio > 0.99 && ratio <= 1.012) right += 1;
      }
    }
    return low >= right;
  }
}

/** "164.23 MB/s  (41.0k)". */
function half(cell: string): Half {
  const iops = /\(\s*([\d.,]{1,15}[km]?)\s*\)/i.exec(cell.slice(0, 60))?.[1];
  return { MBps: speedMBps(cell), iops: operations(iops) };
}

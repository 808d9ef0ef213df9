/**
 * Figures as benchmark tools print them, in the units of a report. Null: it is no such figure. Every pattern works on a string
 * that is cut to a few dozen characters first, so that hostile text costs no time.
 */

const LONGEST = 80;

/** Three digits behind the point where the figure is 1 or more, six digits in all below: noise of conversion goes, figures stay. */
export function tidy(value: number): number {
  return Math.abs(value) >= 1 ? Number(value.toFixed(3)) : Number(value.toPrecision(6));
}

/** A plain figure, "1,234" and "0,31" as well. Null for everything else, and for what is negative or not finite. */
export function figure(text: string | null | undefined): number | null {
  const said = text?.trim().slice(0, LONGEST) ?? '';
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(said) ? said.replaceAll(',', '') : said.replace(/^(\d+),(\d+)$/, '$1.$2');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

const SIZE = /^([\d.,]+)\s*([KMGTP])?(i)?B?(?![a-z])/i;
const MIB: Readonly<Record<string, number>> = { '': 1 / 1024 ** 2, K: 1 / 1024, M: 1, G: 1024, T: 1024 ** 2, P: 1024 ** 3 };

/**
 * A size in MiB: "15.6 GiB", "985M", "31Gi", "45.3 GB (1.8 GB Used)", "0B". Every tool that is read here counts in 1024s,
 * whatever it prints behind the figure (`free` and `df -h` do, and the scripts divide by 1024).
 */
export function sizeMib(text: string | null | undefined): number | null {
  const found = SIZE.exec(text?.trim().slice(0, LONGEST) ?? '');
  const amount = figure(found?.[1]);
  const unit = MIB[found?.[2]?.toUpperCase() ?? ''];
  return amount === null || unit === undefined ? null : tidy(amount * unit);
}

const SPEED = /^([\d.,]+)\s*([KMGT])?(i)?B\/s/i;

/** A speed in decimal MB/s: "1.26 GB/s", "463.49 MiB/s", "237.00 kB/s". */
export function speedMBps(text: string | null | undefined): number | null {
  const found = SPEED.exec(text?.trim().slice(0, LONGEST) ?? '');
  const amount = figure(found?.[1]);
  if (!found || amount === null) return null;
  const base = found[3] === undefined ? 1000 : 1024;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf(found[2]?.toUpperCase() ?? '');
  return tidy((amount * base ** power) / 1e6);
}

const RATE = /^([\d.,]+)\s*([KMGT])?b(?:it)?(?:s?\/s(?:ec)?|ps)(?![a-z])/i;

/** A bit rate in Mbps: "866 Mbits/sec", "1.28 Gbits/sec", "249.22 Mbps", "4.91 Mbit/s". */
export function rateMbps(text: string | null | undefined): number | null {
  const found = RATE.exec(text?.trim().slice(0, LONGEST) ?? '');
  const amount = figure(found?.[1]);
  if (!found || amount === null) return null;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf(found[2]?.toUpperCase() ?? '');
  return tidy((amount * 1000 ** power) / 1e6);
}

/**
 * A download speed as wget prints it, in Mbps. wget writes "MB/s" and divides by 1024 (calc_rate in its src/retr.c, unless asked
 * for bits), so 10 MB/s are 83.9 Mbps.
 */
export function wgetMbps(text: string | null | undefined): number | null {
  const said = text?.trim().slice(0, LONGEST) ?? '';
  const found = /^([\d.,]+)\s*([KMGT])?B\/s/i.exec(said);
  const amount = figure(found?.[1]);
  if (!found || amount === null) return null;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf(found[2]?.toUpperCase() ?? '');
  return tidy((amount * 1024 ** power * 8) / 1e6);
}

/** Milliseconds: "1.21 ms", "155 ms". */
export function milliseconds(text: string | null | undefined): number | null {
  const found = /^\*?([\d.,]+)\s*ms/i.exec(text?.trim().slice(0, LONGEST) ?? '');
  return figure(found?.[1]);
}

/** Operations per second: "82.2k", "926", "1.2m". */
export function operations(text: string | null | undefined): number | null {
  const found = /^([\d.,]+)\s*([km])?$/i.exec(text?.trim().slice(0, LONGEST) ?? '');
  const amount = figure(found?.[1]);
  if (!found || amount === null) return null;
  return tidy(amount * { '': 1, k: 1e3, m: 1e6 }[(found[2] ?? '').toLowerCase() as '' | 'k' | 'm']);
}

/** Megahertz: "2199.996 MHz", "3.80 GHz"; "??? MHz" is none. */
export function megahertz(text: string | null | undefined): number | null {
  const found = /^([\d.,]+)\s*([MG])Hz/i.exec(text?.trim().slice(0, LONGEST) ?? '');
  const amount = figure(found?.[1]);
  if (!found || amount === null || amount === 0) return null;
  return tidy(amount * (found[2]?.toUpperCase() === 'G' ? 1000 : 1));
}

/** Seconds of a duration in words or as `uptime` writes it: "14 min 56 sec", "8 days, 2 hours, 35 minutes", "35 days 22:12". */
export function durationS(text: string | null | undefined): number | null {
  const said = text?.trim().slice(0, LONGEST) ?? '';
  const parts: readonly (readonly [RegExp, number])[] = [
    [/(\d+)\s*(?:days?|d\b)/i, 86_400],
    [/(\d+)\s*(?:hours?|hrs?|h\b)/i, 3600],
    [/(\d+)\s*(?:minutes?|mins?|m\b)/i, 60],
    [/(\d+)\s*(?:seconds?|secs?|s\b)/i, 1],
  ];
  const clock = /(?:^|[\s,])(\d{1,2}):(\d{1,2})(?!\d)/.exec(said);
  let total: number | null = clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 : null;
  for (const [pattern, seconds] of parts) {
    const found = pattern.exec(said);
    if (found) total = (total ?? 0) + Number(found[1]) * seconds;
  }
  return total !== null && Number.isSafeInteger(total) ? total : null;
}

/** A whole number that can be a count of cores or a score; null for none, for zero and for what is out of all reason. */
export function count(text: string | number | null | undefined, most = 4096): number | null {
  const value = typeof text === 'number' ? text : figure(/^\s*([\d,]+)(?![\d.])/.exec(String(text ?? '').slice(0, LONGEST))?.[1]);
  return value !== null && Number.isInteger(value) && value > 0 && value <= most ? value : null;
}

/** "Enabled" and "Online" are yes, "Disabled" and "Offline" no, whatever sign stands before them. */
export function yesNo(text: string | null | undefined): boolean | null {
  const said = text?.slice(0, LONGEST) ?? '';
  if (/\b(?:enabled|online|yes|true)\b/i.test(said)) return true;
  if (/\b(?:disabled|offline|no|false)\b/i.test(said)) return false;
  return null;
}

/** What stands there exactly as printed, blanks inside it too; null: nothing. */
export function asPrinted(text: string | null | undefined, most: number): string | null {
  return text?.trim().slice(0, most).trim() || null;
}

/** Words as printed, cut to a length that any field can have; null: none, or the tool's own "unknown". */
export function words(text: string | null | undefined, most = 200): string | null {
  const said = text?.replace(/\s+/g, ' ').trim().slice(0, most).trim() ?? '';
  return said === '' || /^(?:unknown|n\/a|null|-+|\?+)$/i.test(said) ? null : said;
}

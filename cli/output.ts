/** How commands speak: data on stdout, everything else on stderr. */
import process from 'node:process';
import Table from 'cli-table3';

/** One line of data. */
export function data(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Data as it is; resolves when it is out, false where nobody reads it any more. */
export function write(text: string): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(text, (error) => resolve(!error)));
}

/** Progress in one line that is written over; none where nobody looks at it. */
export function progress(stream: NodeJS.WriteStream): { show(text: string): void; end(): void } {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  return { show: (text) => void stream.write(`\r${text}`), end: () => void stream.write('\n') };
}

/** A message or progress. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A table of data: with borders on a terminal, tab-separated into a pipe. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  if (!process.stdout.isTTY) {
    for (const row of [head, ...rows]) data(row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'));
    return;
  }
  const drawn = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) drawn.push([...row]);
  data(drawn.toString());
}

/** Trouble that a person can mend: printed without a stack, exit code 1. */
export class CommandFailed extends Error {}

/** A command used wrongly: exit code 2. */
export class BadUsage extends Error {}

/** "3 hours ago", "in 5 minutes": how long a time is from another. Null: "never". */
export function relativeTime(time: string | null, now: number): string {
  if (time === null) return 'never';
  const seconds = (Date.parse(time) - now) / 1000;
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

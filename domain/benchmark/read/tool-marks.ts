/** Which tool printed a text, and from which line to which. */
import type { BenchmarkFormat } from '../report.ts';

type TextFormat = Exclude<BenchmarkFormat, 'yabs-json' | 'speedtest-cli-json' | 'ookla-json'>;

/** Titles that a tool prints first. A title also ends the report before it. */
const TITLES: readonly (readonly [TextFormat, RegExp])[] = [
  ['yabs-text', /Yet-Another-Bench-Script(?!-)/],
  ['benchsh', /\bA Bench\.sh Script By Teddysun/i],
  ['nench', /\b[nv]ench\.sh v\d/i],
  ['bench-monster', /\bSpeedtest Bench\.Monster|^\W{0,8}Region: .{0,40}https?:\/\/bench\.(?:monster|laset\.com)/i],
  ['freevps', /^\W{0,8}Benchmark started on /i],
];

/** Words that only one tool prints, for reports whose title is lost; the first line that has one begins the report. */
const WORDS: readonly (readonly [TextFormat, RegExp])[] = [
  ['yabs-text', /Basic System Information:|\bfio Disk Speed Tests \(|\biperf3 Network Speed Tests\b|\bYABS completed in\b/i],
  ['nench', /\bCPU: SHA256-hashing 500 MB|\bioping: seek rate/i],
  ['bench-monster', /^\W{0,4}Virt\/Kernel\s{0,8}:|^\W{0,4}##? Geekbench v\d CPU Benchmark|^\W{0,4}##? Global Speedtest\.net/i],
  [
    'benchsh',
    /\bI\/O Speed\(1st run\)\s{0,8}:|\bTotal (?:amount of|size of) (?:Mem|Disk)\b|\bNode Name\s+(?:Upload Speed|IPv4 address)/i,
  ],
  ['freevps', /\bDownload speed from [A-Z]|\bTotal amount of ram\s{0,4}:|\bYour public IPv4 is\b/],
  ['mpstat', /\bCPU\s.{0,80}%steal\b/],
  ['vmstat', /\bus\s+sy\s+id\s+wa\s+st\b/],
  [
    'geekbench',
    /browser\.(?:geekbench|primatelabs)\.com\/|\b(?:Single|Multi)-Core Score\b|^\W{0,8}Geekbench \d{1,2}(?:\.\d| ?\u6d4b\u8bd5\u7ed3\u679c)/i,
  ],
];

/** Labels with which an old bench.sh or freevps report begins, above the words that tell it apart. */
const BEGINS = /^\W{0,8}(?:CPU model|Processor|CPU(?!\s{0,8}: (?:SHA256|bzip2|AES|multi-core)\b)|System Info)\s{0,24}:/i;

/** The first report in a text: which tool's, from which line to which (exclusive), and whether there are more. */
export interface ToolFound {
  readonly format: TextFormat;
  readonly from: number;
  readonly to: number;
  readonly more: boolean;
}

/** Finds the first report; null: none of a known tool. */
export function toolIn(lines: readonly string[]): ToolFound | null {
  const titled = firstOf(lines, TITLES, 0);
  const worded = wordedIn(lines);
  // Words above every title are a report of their own only where its tool prints no title, or lost it.
  const first = titled === null || (worded !== null && worded.at < titled.at && hasBody(worded.format)) ? worded : titled;
  if (first === null) return null;
  const next = firstOf(lines, TITLES, first.at + 1);
  const from = first === worded ? beginning(lines, first.at) : first.at;
  return { format: first.format, from, to: next?.at ?? lines.length, more: next !== null };
}

interface Mark {
  readonly format: TextFormat;
  readonly at: number;
}

function firstOf(lines: readonly string[], marks: typeof TITLES, from: number): Mark | null {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').slice(0, 400);
    const found = marks.find(([, pattern]) => pattern.test(line));
    if (found) return { format: found[0], at };
  }
  return null;
}

/** Words of scripts come before those of single measurements, which the scripts' reports contain as well. */
function wordedIn(lines: readonly string[]): Mark | null {
  const scripts = firstOf(lines, WORDS.slice(0, 5), 0);
  return scripts ?? firstOf(lines, WORDS.slice(5, 7), 0) ?? firstOf(lines, WORDS.slice(7), 0);
}

/** A link or a steal figure above a titled report belongs to the post, not to a report of its own. */
function hasBody(format: TextFormat): boolean {
  return format !== 'geekbench' && format !== 'mpstat' && format !== 'vmstat';
}

/** Goes up from the words to the line with which the report begins, at most 30 lines. */
function beginning(lines: readonly string[], at: number): number {
  for (let line = at; line >= Math.max(0, at - 30); line -= 1) {
    if (BEGINS.test((lines[line] ?? '').slice(0, 80))) return Math.max(0, line - 2);
  }
  return Math.max(0, at - 3);
}

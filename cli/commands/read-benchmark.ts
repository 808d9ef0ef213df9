/** `stealtime read-benchmark`: what a benchmark report says, as JSON. Needs no database. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readBenchmark } from '../../domain/benchmark/read-benchmark.ts';
import { BENCHMARK_REFUSALS } from '../../domain/benchmark/report.ts';
import { CommandFailed, data } from '../output.ts';

/** A report is a few kilobytes; what is larger is refused without being read whole. */
const MOST_BYTES = 1_048_576;

/** Prints the report of a file, or of stdin: one line with `json`, else indented. Exit 1 where there is none to read. */
export async function readBenchmarkCommand(file: string | undefined, json: boolean): Promise<number> {
  const bytes = file === undefined ? await fromStdin() : await fromFile(file);
  const read = bytes.length > MOST_BYTES ? { ok: false as const, refusal: 'too-large' as const } : readBenchmark(textOf(bytes));
  if (!read.ok) throw new CommandFailed(BENCHMARK_REFUSALS[read.refusal]);
  data(JSON.stringify(read.report, null, json ? 0 : 2));
  return 0;
}

async function fromFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandFailed(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function fromStdin(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    parts.push(Buffer.from(part));
    length += parts.at(-1)?.length ?? 0;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** UTF-8, or UTF-16 where its mark stands in front, as PowerShell writes files. */
function textOf(bytes: Buffer): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}

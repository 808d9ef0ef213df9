/** Benchmark reports in answers. */
import { z } from '@hono/zod-openapi';
import { COMPARED, VERDICTS } from '../../domain/benchmark/compare.ts';
import { BENCHMARK_FORMATS } from '../../domain/benchmark/report.ts';
import { TECHNOLOGIES } from '../../domain/technology.ts';
import { time } from './common.ts';

const said = z.string().nullable();
const figure = z.number().nullable();
const flag = z.boolean().nullable();

/** A report as it was read. */
export const benchmarkReportSchema = z
  .strictObject({
    format: z.enum(BENCHMARK_FORMATS).describe('The tool, and the form of its report'),
    toolVersion: said,
    ranAt: said.describe('As printed'),
    elapsedS: figure,
    arch: said,
    distro: said,
    kernel: said,
    uptimeS: figure,
    technology: z.strictObject({ value: z.enum(TECHNOLOGIES), said }).describe('As seen from inside'),
    cpu: z.strictObject({ model: said, cores: figure, mhz: figure, aes: flag, virt: flag }),
    memory: z.strictObject({ ramMib: figure, swapMib: figure }),
    disk: z.strictObject({ mib: figure }),
    network: z.strictObject({ ipv4: flag, ipv6: flag, isp: said, asn: said, country: said }),
    fio: z
      .array(
        z.strictObject({
          blockSize: z.string(),
          readMBps: figure,
          writeMBps: figure,
          totalMBps: figure,
          readIops: figure,
          writeIops: figure,
          totalIops: figure,
        }),
      )
      .readonly()
      .describe("Mixed random reads and writes; decimal MB/s, the tool's unit errors corrected"),
    dd: z.strictObject({ runsMBps: z.array(z.number()).readonly(), averageMBps: figure }).describe('Sequential writes'),
    iperf: z
      .array(
        z.strictObject({
          mode: z.enum(['IPv4', 'IPv6']).nullable(),
          provider: said,
          location: said,
          sendMbps: figure,
          receiveMbps: figure,
          sendBusy: z.boolean(),
          receiveBusy: z.boolean(),
          pingMs: figure,
        }),
      )
      .readonly(),
    speedtest: z.array(z.strictObject({ node: said, downloadMbps: figure, uploadMbps: figure, pingMs: figure })).readonly(),
    geekbench: z.array(z.strictObject({ version: figure, single: figure, multi: figure, url: said })).readonly(),
    cpuTests: z.record(z.string(), z.number()).describe('Seconds (names that end in `_500MB`) or MB/s'),
    steal: z.strictObject({ averagePct: z.number(), maxPct: z.number(), underLoad: flag }).nullable(),
    warnings: z.array(z.string()).readonly().describe('What was damaged or missing'),
  })
  .openapi('BenchmarkReport');

const comparisons = z
  .array(
    z
      .strictObject({
        about: z.enum(COMPARED),
        verdict: z.enum(VERDICTS),
        measured: z.union([z.number(), z.string()]).nullable(),
        expected: z.union([z.number(), z.string()]).nullable(),
        statement: z.string().describe('In a sentence, with its doubt'),
      })
      .openapi('BenchmarkComparison'),
  )
  .readonly()
  .describe('Against what is sold, what is documented and what the CPU reaches elsewhere');

/** What became of a report that was sent. */
export const benchmarkReceiptSchema = z
  .strictObject({
    id: z.string().nullable().describe('Id of the stored report; null: nothing was stored'),
    state: z.enum(['stored', 'known', 'waiting', 'not-stored']).describe('`waiting`: it names no offer, operators look at it'),
    offer: said.describe('Offer or row that it is attached to'),
    withdrawKey: said.describe('Told once: `DELETE /v1/benchmarks/{id}` with it as bearer token takes the report back'),
    report: benchmarkReportSchema,
    comparison: comparisons,
    notice: z.string().describe('What is kept, and what is not'),
  })
  .openapi('BenchmarkReceipt');

/** Reports of an offer. */
export const offerBenchmarksSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    data: z
      .array(
        z.strictObject({
          id: z.string(),
          offerId: said.describe('The one location it was made in; null: not told'),
          ranOn: z.iso.date().nullable().describe('Day it ran on; null: not printed, or not to be told apart'),
          receivedAt: time,
          report: benchmarkReportSchema,
          comparison: comparisons,
        }),
      )
      .readonly()
      .describe('Reports of the plan in any location, the newest first, at most 100. Sent by owners; nobody checks them'),
  })
  .openapi('OfferBenchmarks');

/** A report as operators see it. */
export const adminBenchmarkSchema = z
  .strictObject({
    id: z.string(),
    planId: said.describe('Plan that it counts for; null: none was named'),
    offerId: said.describe('The one location it was made in; null: not told'),
    ranOn: z.iso.date().nullable().describe('Day it ran on'),
    receivedAt: time,
    withdrawn: z.boolean().describe('Taken back, or away: neither shown nor counted'),
    report: benchmarkReportSchema,
  })
  .openapi('AdminBenchmark');

/** An operator's decision. */
export const benchmarkReviewSchema = z
  .strictObject({
    offer: z
      .string()
      .min(1)
      .max(300)
      .nullable()
      .describe('Id of the offer or row that it was made on; null: take the report away'),
  })
  .openapi('BenchmarkReview');

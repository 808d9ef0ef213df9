/**
 * JSON of the two command lines that measure against speedtest.net: sivel's speedtest-cli gives bits per second, Ookla's own
 * `speedtest` bytes per second ("bandwidth").
 */
import { type BenchmarkReport, emptyReport } from '../report.ts';
import { tidy, words } from './figures.ts';
import { fields, numberOf, textOf } from './json-values.ts';

/** Whether a value is a result of sivel's speedtest-cli (`--json`). */
export function isSpeedtestCliJson(value: unknown): boolean {
  const all = fields(value);
  return typeof all.download === 'number' && typeof all.upload === 'number' && 'ping' in all && 'server' in all;
}

/** Reads it. */
export function readSpeedtestCliJson(value: unknown): BenchmarkReport {
  const all = fields(value);
  const [server, client] = [fields(all.server), fields(all.client)];
  const [sponsor, place] = [words(textOf(server.sponsor), 80), words(textOf(server.name), 80)];
  const mbps = (bits: unknown) => perMillion(numberOf(bits));
  return {
    ...emptyReport('speedtest-cli-json'),
    ranAt: words(textOf(all.timestamp), 60),
    network: {
      ...emptyReport('speedtest-cli-json').network,
      isp: words(textOf(client.isp)),
      country: words(textOf(client.country), 80),
    },
    speedtest: [
      {
        node: sponsor !== null && place !== null ? `${sponsor} (${place})` : (sponsor ?? place),
        downloadMbps: mbps(all.download),
        uploadMbps: mbps(all.upload),
        pingMs: rounded(numberOf(all.ping)),
      },
    ],
  };
}

/** Whether a value is a result of Ookla's `speedtest --format=json`. */
export function isOoklaJson(value: unknown): boolean {
  const all = fields(value);
  const speeds = [fields(all.download), fields(all.upload)];
  return (
    speeds.some((speed) => typeof speed.bandwidth === 'number') && (all.type === 'result' || 'server' in all || 'ping' in all)
  );
}

/** Reads it. */
export function readOoklaJson(value: unknown): BenchmarkReport {
  const all = fields(value);
  const server = fields(all.server);
  const [name, place] = [words(textOf(server.name), 80), words(textOf(server.location), 80)];
  const mbps = (speed: unknown) => {
    const bytes = numberOf(fields(speed).bandwidth);
    return perMillion(bytes === null ? null : bytes * 8);
  };
  return {
    ...emptyReport('ookla-json'),
    ranAt: words(textOf(all.timestamp), 60),
    network: { ...emptyReport('ookla-json').network, isp: words(textOf(all.isp)) },
    speedtest: [
      {
        node: name !== null && place !== null ? `${name} - ${place}` : (name ?? place),
        downloadMbps: mbps(all.download),
        uploadMbps: mbps(all.upload),
        pingMs: rounded(numberOf(fields(all.ping).latency)),
      },
    ],
  };
}

function perMillion(bits: number | null): number | null {
  return bits === null ? null : tidy(bits / 1e6);
}

function rounded(value: number | null): number | null {
  return value === null ? null : tidy(value);
}

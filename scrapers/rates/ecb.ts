/**
 * Euro reference rates of the European Central Bank, in the two shapes it publishes: the daily XML and the SDMX data API.
 * https://data.ecb.europa.eu/help/api/data describes the API; https://www.ecb.europa.eu/stats/eurofxref/ the daily file.
 */
import { z } from 'zod';
import { parseMicros } from '../../domain/money.ts';

/** Where the daily file stands. It appears on working days around 16:00 CET. */
export const ECB_DAILY_URL = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml';

/** Hosts it may be fetched from. */
export const ECB_HOSTS = ['www.ecb.europa.eu'];

/** Rates of one day: units of each currency for one euro, as plain decimals. */
export interface RatesRead {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly perEuro: Readonly<Record<string, string>>;
}

/** Both shapes take a few kilobytes a day. */
const MOST_CHARACTERS = 1024 * 1024;

/** Reads either shape; null for anything else, cut-off pages among it. Currencies whose rate is no positive decimal are left out. */
export function readEcbRates(body: string): RatesRead | null {
  if (body.length > MOST_CHARACTERS) return null;
  return body.trimStart().startsWith('{') ? readSdmx(body) : readDailyXml(body);
}

/**
 * The daily file is a flat list of `<Cube>` elements. It is read as that: building a tree of whatever comes would let a page of
 * nested tags keep us busy for minutes.
 */
function readDailyXml(body: string): RatesRead | null {
  if (!/<\/(?:\w+:)?Envelope>$/.test(body.slice(-200).trimEnd())) return null;
  const pairs: [string, string][] = [];
  let date: string | null = null;
  for (const [, text = ''] of body.matchAll(/<Cube\b([^<>]*)>/g)) {
    const attributes = attributesOf(text);
    const day = attributes.get('time');
    // A file of several days begins with the newest.
    if (day !== undefined && date !== null) break;
    date ??= day ?? null;
    if (date !== null) pairs.push([attributes.get('currency') ?? '', attributes.get('rate') ?? '']);
  }
  return rates(date ?? '', pairs);
}

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/\s([a-z]+)=(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = '', double, single = '']) => [name, double ?? single]));
}

const sdmx = z.object({
  dataSets: z
    .array(z.object({ series: z.record(z.string(), z.object({ observations: z.record(z.string(), z.array(z.unknown())) })) }))
    .min(1),
  structure: z.object({
    dimensions: z.object({
      series: z.array(z.object({ id: z.string(), values: z.array(z.object({ id: z.string() })) })),
      observation: z.array(z.object({ id: z.string(), values: z.array(z.object({ id: z.string() })) })),
    }),
  }),
});

function readSdmx(body: string): RatesRead | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const read = sdmx.safeParse(json);
  if (!read.success) return null;
  const { series, observation } = read.data.structure.dimensions;
  const at = series.findIndex((dimension) => dimension.id === 'CURRENCY');
  const days = observation.find((dimension) => dimension.id === 'TIME_PERIOD')?.values ?? [];
  const last = days.length - 1;
  const pairs = Object.entries(read.data.dataSets[0]?.series ?? {}).map(([key, { observations }]): [string, string] => {
    const currency = series[at]?.values[Number(key.split(':')[at])]?.id ?? '';
    return [currency, String(observations[String(last)]?.[0] ?? '')];
  });
  return rates(days[last]?.id ?? '', pairs);
}

function rates(date: string, pairs: readonly [string, string][]): RatesRead | null {
  const good = pairs.filter(([currency, rate]) => /^[A-Z]{3}$/.test(currency) && (parseMicros(rate) ?? 0n) > 0n);
  return z.iso.date().safeParse(date).success && good.length > 0 ? { date, perEuro: Object.fromEntries(good) } : null;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEcbRates } from '../../scrapers/rates/ecb.ts';

const DAILY = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube>
    <Cube time='2026-11-20'>
      <Cube currency='USD' rate='1.1534'/>
      <Cube currency="JPY" rate="178.05"/>
      <Cube currency='GBP' rate='0.88130'/>
    </Cube>
  </Cube>
</gesmes:Envelope>
`;

const sdmx = (observations: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>) =>
  JSON.stringify({
    dataSets: [
      { series: Object.fromEntries(Object.entries(observations).map(([key, value]) => [key, { observations: value }])) },
    ],
    structure: {
      dimensions: {
        series: [
          { id: 'FREQ', values: [{ id: 'D' }] },
          { id: 'CURRENCY', values: [{ id: 'USD' }, { id: 'GBP' }, { id: 'RUB' }] },
        ],
        observation: [{ id: 'TIME_PERIOD', values: [{ id: '2026-11-19' }, { id: '2026-11-20' }] }],
      },
    },
  });

describe('euro reference rates', () => {
  it('reads the daily file', () => {
    expect(readEcbRates(DAILY)).toEqual({ date: '2026-11-20', perEuro: { USD: '1.1534', JPY: '178.05', GBP: '0.88130' } });
  });

  it('takes the newest of several days only', () => {
    const older = "<Cube time='2026-11-19'><Cube currency='USD' rate='9'/><Cube currency='CHF' rate='9'/></Cube>";
    const both = DAILY.replace('</Cube>\n  </Cube>', `</Cube>${older}</Cube>`);
    expect(both).toContain('2026-11-19');
    expect(readEcbRates(both)).toEqual(readEcbRates(DAILY));
  });

  it('reads the data API: the last day, and no currency that was not quoted on it', () => {
    const body = sdmx({ '0:0': { 0: [1.1], 1: [1.1534] }, '0:1': { 0: [0.88], 1: [0.8813] }, '0:2': { 0: [90.1], 1: [null] } });
    expect(readEcbRates(body)).toEqual({ date: '2026-11-20', perEuro: { USD: '1.1534', GBP: '0.8813' } });
  });

  it('leaves out rates that are no positive decimal, and names that are no currency', () => {
    const rates = [
      "currency='USD' rate='N/A'",
      "currency='GBP' rate='-1'",
      "currency='CHF' rate='1e3'",
      "currency='us' rate='1'",
    ];
    const body = rates.reduce(
      (text, words) => text.replace('</Cube>\n', `<Cube ${words}/></Cube>\n`),
      DAILY.replace(/.*USD.*|.*GBP.*/g, ''),
    );
    expect(readEcbRates(body)).toEqual({ date: '2026-11-20', perEuro: { JPY: '178.05' } });
  });

  it.each([
    ['nothing', ''],
    ['words', 'Service unavailable'],
    ['another page', '<!doctype html><html><body><h1>503</h1></body></html>'],
    ['a file that was cut off', DAILY.slice(0, DAILY.indexOf("<Cube currency='GBP'"))],
    ['a file without rates', DAILY.replace(/<Cube currency.*/g, '')],
    ['a day that does not exist', DAILY.replace('2026-11-20', '2026-02-30')],
    ['no day', DAILY.replace("time='2026-11-20'", '')],
    ['cut-off JSON', sdmx({ '0:0': { 1: [1.1] } }).slice(0, -20)],
    ['other JSON', '{"dataSets":[]}'],
    ['JSON without a last day', sdmx({ '0:0': { 0: [1.1] } })],
    ['JSON without currencies', sdmx({ '0:0': { 1: [1.1] } }).replace('CURRENCY', 'CURRENCIES')],
  ])('reads nothing out of %s', (_what, body) => {
    expect(readEcbRates(body)).toBeNull();
  });

  it('is not kept busy by hostile pages', () => {
    const bodies = [
      '<a>'.repeat(300_000),
      '<Cube '.repeat(150_000),
      `<Cube ${'a= '.repeat(300_000)}>`,
      '{"a":'.repeat(150_000),
      `<Cube><Cube time="2026-11-20">${'<Cube currency="USD" rate="1"/>'.repeat(1_000_000)}</Cube></Cube></Envelope>`,
      `${'<Cube time='.repeat(90_000)}</Envelope>`,
    ];
    const begun = performance.now();
    for (const body of bodies) expect(readEcbRates(body)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

const corpus = process.env.STEALTIME_CORPUS && join(process.env.STEALTIME_CORPUS, 'rates');

describe.skipIf(!corpus || !existsSync(corpus))('recorded rates (STEALTIME_CORPUS)', () => {
  const files = corpus && existsSync(corpus) ? readdirSync(corpus).filter((name) => /\.(xml|json)$/.test(name)) : [];

  it.each(files)('%s is read whole', (name) => {
    const body = readFileSync(join(corpus ?? '', name), 'utf8');
    const read = readEcbRates(body);
    expect(name).toContain(read?.date);
    const quoted = name.endsWith('.xml')
      ? body.match(/currency='/g)?.length
      : Object.keys(JSON.parse(body).dataSets[0].series).length;
    expect(Object.keys(read?.perEuro ?? {})).toHaveLength(quoted ?? 0);
    expect(Number(read?.perEuro.USD)).toBeGreaterThan(0.5);
  });
});

/** Anything can be sent: it is read or refused, within bounds, and never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTolerantJson } from '../../../domain/benchmark/read/tolerant-json.ts';
import { LONGEST_REPORT, readBenchmark } from '../../../domain/benchmark/read-benchmark.ts';
import { reportText, YABS_JSON } from './reports.ts';

const NAMES = [
  'yabs-arm.txt',
  'yabs-joined.txt',
  'benchsh-2026.txt',
  'benchsh-2016.txt',
  'nench-openvz6.txt',
  'bench-monster.txt',
  'freevps-2011.txt',
  'geekbench-printed.txt',
  'mpstat-all.txt',
  'vmstat.txt',
];
const TEXTS = [...NAMES.map(reportText), JSON.stringify(YABS_JSON), JSON.stringify(YABS_JSON, null, 1)];

function sane(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0).toBe(true);
  if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(200);
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) sane(part);
}

describe('a report', () => {
  it('that was cut anywhere is read as far as it goes or refused, and holds only finite figures and short words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const found = readBenchmark(text.slice(Math.floor(from * text.length), Math.ceil(to * text.length)));
          if (found.ok) sane(found.report);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('into which anything was pasted never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          fc.constantFrom(
            '"',
            '{',
            '}',
            '[',
            ']',
            '|',
            ':',
            '\\',
            '\u001b[',
            '-1',
            '1e999',
            '99999999999999999999 MB/s',
            '<',
            '&',
            '`',
          ),
        ),
        (text, where, pasted) => {
          const at = Math.floor(where * text.length);
          const found = readBenchmark(text.slice(0, at) + pasted + text.slice(at));
          if (found.ok) sane(found.report);
        },
      ),
      { numRuns: 400 },
    );
  });

  const long = (unit: string) => unit.repeat(Math.ceil(LONGEST_REPORT / unit.length)).slice(0, LONGEST_REPORT);
  const floods = [
    '{',
    '[',
    '"',
    '{"a":',
    '{"version":"v2024-01-01","os":"',
    '\\"',
    '" ',
    '", ',
    ' ',
    '\t',
    '\n',
    ' | ',
    '1 ',
    '1 MB/s ',
    '(',
    '<a ',
    '&',
    '> ',
    '**',
    '\\|',
    '\u001b[',
    'Read | ',
    'CPU: ',
    'Geekbench 6 ',
    'browser.geekbench.com/',
    'Basic System Information: ',
    'Nearby 1 Mbps ',
    '- ',
    'AS1, ',
    'https://browser.geekbench.com/v6/cpu/1 ',
    'a%steal CPU ',
    'Single-Core Score ',
  ];
  it.each(floods)('that is %j over and over takes no time worth naming', (unit) => {
    for (const text of [
      long(unit),
      `Yet-Another-Bench-Script\n${long(unit)}`.slice(0, LONGEST_REPORT),
      `A Bench.sh Script By Teddysun\nNode Name Upload Download\n${long(`${unit}\n`)}`.slice(0, LONGEST_REPORT),
    ]) {
      const found = readBenchmark(text);
      if (found.ok) sane(found.report);
    }
  });

  it('is refused with a reason where there is none', () => {
    expect(readBenchmark('  \n')).toEqual({ ok: false, refusal: 'empty' });
    expect(readBenchmark('Hello')).toEqual({ ok: false, refusal: 'unknown-format' });
    expect(readBenchmark('{"hello": 1}')).toEqual({ ok: false, refusal: 'unknown-format' });
    expect(readBenchmark('a\u0000b')).toEqual({ ok: false, refusal: 'not-text' });
    expect(readBenchmark('x'.repeat(LONGEST_REPORT + 1))).toEqual({ ok: false, refusal: 'too-large' });
    expect(readBenchmark('Basic System Information:\n')).toEqual({ ok: false, refusal: 'unreadable' });
  });
});

describe('JSON', () => {
  it('that is valid is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readTolerantJson(text);
        expect(JSON.parse(JSON.stringify(read.value))).toEqual(JSON.parse(text));
        expect(read.mended).toBe(0);
      }),
    );
  });
});

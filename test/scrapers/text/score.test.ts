/**
 * How well real posts are read: the labelled posts of the corpus, scored by its own scorer. The floors only rise: whoever reads
 * better writes the better figure here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../support/command.ts';

const FLOOR = { overallF1: 0.994, fieldF1: 0.96, precision: 0.99 } as const;
/** Fields of which a wrong value is worst. */
const SENSITIVE = ['price.amount', 'price.currency', 'memoryMiB', 'diskGB', 'diskType', 'virtualization'] as const;

const offers = process.env.STEALTIME_CORPUS ? join(process.env.STEALTIME_CORPUS, 'offers') : null;
if (!offers) process.stdout.write('skipped: the labelled posts of the corpus, as STEALTIME_CORPUS is not set\n');

const Ratio = z.object({
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  tp: z.number(),
  fp: z.number(),
  fn: z.number(),
});
const Score = z.object({
  goldOffers: z.number(),
  predictedOffers: z.number(),
  overall: z.object({ precision: z.number(), recall: z.number(), f1: z.number() }),
  fields: z.record(z.string(), Ratio),
});

describe.skipIf(!offers)('the labelled posts of the corpus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stealtime-score-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read at least as well as the floor says', async () => {
    const score = await scored(offers ?? '', folder);
    const percent = (ratio: number) => `${(100 * ratio).toFixed(2)} %`;
    const { overall, fields } = score;
    process.stdout.write(
      `labelled posts: F1 ${percent(overall.f1)}, precision ${percent(overall.precision)}, recall ${percent(overall.recall)}\n`,
    );
    expect(score.predictedOffers).toBe(score.goldOffers);
    expect(overall.f1).toBeGreaterThanOrEqual(FLOOR.overallF1);
    const often = Object.entries(fields).filter(([, { tp, fn }]) => tp + fn >= 20);
    expect(often.filter(([, { f1 }]) => f1 < FLOOR.fieldF1).map(([field, { f1 }]) => `${field} ${percent(f1)}`)).toEqual([]);
    for (const field of SENSITIVE) expect(fields[field]?.precision, field).toBeGreaterThanOrEqual(FLOOR.precision);
  });
});

async function scored(corpus: string, folder: string): Promise<z.infer<typeof Score>> {
  const gold = readFileSync(join(corpus, 'gold.jsonl'), 'utf8');
  const texts = gold
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => z.object({ id: z.string(), text: z.string() }).parse(JSON.parse(line)));
  const [batch, predictions] = [join(folder, 'texts.jsonl'), join(folder, 'predictions.jsonl')];
  writeFileSync(batch, texts.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const read = await runCommand(['read-offers', '--batch', batch]);
  expect(read.code, read.stderr).toBe(0);
  writeFileSync(
    predictions,
    execFileSync(process.execPath, [join(corpus, 'to-gold.mjs')], { input: read.stdout, encoding: 'utf8' }),
  );
  const json = execFileSync(process.execPath, [join(corpus, 'score.mjs'), join(corpus, 'gold.jsonl'), predictions, '--json'], {
    encoding: 'utf8',
  });
  return Score.parse(JSON.parse(json));
}

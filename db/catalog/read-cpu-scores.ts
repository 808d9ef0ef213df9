/** Curated Geekbench scores of CPU models, each with where it can be looked up. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MeasuredScore } from '../../domain/benchmark/reference.ts';

const scoresSchema = z.array(
  z.strictObject({
    model: z.string(),
    version: z.int().min(4).max(9),
    single: z.int().positive(),
    seller: z.string(),
    dedicatedCore: z.boolean(),
    url: z.url(),
    source: z.url(),
    /** What says that the core is nobody else's; null: nothing does. */
    why: z.string().nullable(),
  }),
);

/** Every curated score. Throws on a file that is not in the schema: the catalogue is part of the software. */
export async function readCpuScores(): Promise<readonly MeasuredScore[]> {
  return scoresSchema.parse(JSON.parse(await readFile(new URL('cpu-scores.json', import.meta.url), 'utf8')));
}

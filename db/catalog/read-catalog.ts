/** The curated and recorded facts that ship with the software, read from their files and checked. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Catalogue, catalogueSchema } from '../../domain/catalogue-format.ts';
import { type Provider, providerSchema } from '../../domain/provider-facts.ts';
import { type CostRates, costRatesSchema } from '../../domain/risk/cost-floor.ts';

/** Folder of this catalogue. */
const HERE = new URL('./', import.meta.url);

/** Recorded offers, one file a source. */
export const RECORDED_DIR = fileURLToPath(new URL('recorded/', HERE));

const ratesSchema = z.object({
  date: z.iso.date(),
  url: z.url(),
  observedAt: z.iso.datetime(),
  recordedBy: z.string(),
  perEuro: z.record(z.string().regex(/^[A-Z]{3}$/), z.string()),
});

/** Every provider, by id. Throws on a file that is not in the schema: the catalogue is part of the software. */
export async function readProviders(): Promise<Map<string, Provider>> {
  const providers = await readFolder('providers/', providerSchema);
  return new Map(providers.map((provider) => [provider.id, provider]));
}

/** The bundled recordings of sources. */
export async function readRecorded(): Promise<Catalogue[]> {
  return readFolder('recorded/', catalogueSchema);
}

/** The newest recorded exchange rates. */
export async function readBundledRates(): Promise<z.infer<typeof ratesSchema>> {
  return ratesSchema.parse(JSON.parse(await readFile(new URL('rates.json', HERE), 'utf8')));
}

/** Rates of the cost floor, of every period. */
export async function readCostRates(): Promise<CostRates[]> {
  return z.array(costRatesSchema).parse(JSON.parse(await readFile(new URL('cost-floor.json', HERE), 'utf8')));
}

async function readFolder<T>(folder: string, schema: z.ZodType<T>): Promise<T[]> {
  const dir = new URL(folder, HERE);
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const read = schema.safeParse(JSON.parse(await readFile(new URL(name, dir), 'utf8')));
      if (!read.success) throw new Error(`catalogue file ${folder}${name}: ${z.prettifyError(read.error)}`);
      return read.data;
    }),
  );
}

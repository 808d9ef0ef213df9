/** Measurements and inputs by hand. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { costRatesSchema } from '../../../domain/risk/cost-floor.ts';
import type { Measured } from '../../../domain/risk/measured.ts';

/** The rates that ship. */
export const costRates = z
  .array(costRatesSchema)
  .parse(JSON.parse(readFileSync(new URL('../../../db/catalog/cost-floor.json', import.meta.url), 'utf8')));

/** A report in which only the given figures are known. */
export function measured(more: Partial<Measured> & { readonly model?: string; readonly cores?: number }): Measured {
  const { model = null, cores = null, ...rest } = more;
  return {
    format: 'yabs-text',
    ranAt: null,
    elapsedS: null,
    technology: { value: 'unknown', said: null },
    cpu: { model, cores },
    memory: { ramMib: null },
    fio: [],
    iperf: [],
    speedtest: [],
    geekbench: [],
    steal: null,
    ...rest,
  };
}

/** Plans of the bundled catalogue, which the benchmark's plans are shaped after. */
import { readRecorded } from '../../db/catalog/read-catalog.ts';
import { readCatalogue } from '../../domain/catalogue-format.ts';
import type { PlanOffers } from '../../domain/offer.ts';

/** The plans of one recorded source, as of its newest recording. */
export type Shape = readonly [PlanOffers, ...PlanOffers[]];

/** One shape a recorded source, in the order of their names. */
export async function readShapes(): Promise<readonly Shape[]> {
  const catalogues = await readRecorded();
  return catalogues.flatMap((catalogue): Shape[] => {
    const [first, ...others] = readCatalogue(catalogue).at(-1)?.plans ?? [];
    return first ? [[first, ...others]] : [];
  });
}

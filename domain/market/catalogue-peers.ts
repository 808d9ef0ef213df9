/** The bundled catalogue as a market, for checks without a database. */
import type { Batch } from '../catalogue-format.ts';
import { costOptions } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import { regionOf } from '../search-facts.ts';
import { familyOf, isDedicated, type Peer, regularPerMonthUsd } from './peer.ts';

/** Every plan of the batches at each of its prices. */
export function cataloguePeers(batches: readonly Batch[], rates: RateTable): readonly Peer[] {
  return batches.flatMap(({ observedAt, plans }) =>
    plans.flatMap(({ planId, spec, places }): Peer[] => {
      const byPrice = new Map<string, { usd: number; countries: Set<string> }>();
      for (const { prices, location } of places) {
        const price = regularPerMonthUsd(costOptions(prices), rates);
        if (price === null || price.usd <= 0) continue;
        const one = byPrice.get(String(price.usd)) ?? { usd: price.usd, countries: new Set() };
        if (location?.country) one.countries.add(location.country);
        byPrice.set(String(price.usd), one);
      }
      return [...byPrice.values()].map(({ usd, countries }) => ({
        id: `${planId} ${observedAt} ${usd}`,
        family: familyOf(spec.technology.value),
        dedicated: isDedicated(spec.cpu.resourceModel),
        regions: [...new Set([...countries].map(regionOf).filter((region) => region !== null))],
        memoryMib: spec.memory.mib,
        vcpu: spec.cpu.vcpu,
        storageGb: spec.storage.gb,
        perMonthUsd: usd,
        observedAt,
      }));
    }),
  );
}

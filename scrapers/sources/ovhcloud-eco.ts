/** OVHcloud Eco dedicated servers of the French subsidiary. */
import { ovhEco } from '../read/ovh-eco.ts';

/** Adapter of the source. */
export const ovhcloudEco = ovhEco({
  sourceId: 'ovhcloud-eco',
  name: 'French',
  code: 'FR',
  host: 'eu.api.ovh.com',
  currency: 'EUR',
  evidence: {
    url: 'https://github.com/y8/ovh-catalog-archive/blob/5fdeb1eeac87a5c1d39074cd4d867b6195679103/eco/US.json',
    said: 'a recorded answer of the same catalogue of the US subsidiary, 2024-09-30; the archive holds the French one as well',
    seen: '2026-11-26',
  },
  verified: '2024-09-30',
});

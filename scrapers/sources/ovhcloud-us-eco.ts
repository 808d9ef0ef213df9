/** OVHcloud Eco dedicated servers of the US subsidiary. */
import { ovhEco } from '../read/ovh-eco.ts';

/** Adapter of the source. */
export const ovhcloudUsEco = ovhEco({
  sourceId: 'ovhcloud-us-eco',
  name: 'US',
  code: 'US',
  host: 'api.us.ovhcloud.com',
  currency: 'USD',
  evidence: {
    url: 'https://github.com/y8/ovh-catalog-archive/blob/5fdeb1eeac87a5c1d39074cd4d867b6195679103/eco/US.json',
    said: 'a recorded answer of this catalogue, 2024-09-30',
    seen: '2026-11-26',
  },
  verified: '2024-09-30',
});

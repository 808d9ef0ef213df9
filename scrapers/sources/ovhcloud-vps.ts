/** OVHcloud VPS of the French subsidiary. */
import { ovhVps } from '../read/ovh-vps.ts';

/** Adapter of the source. */
export const ovhcloudVps = ovhVps({
  sourceId: 'ovhcloud-vps',
  name: 'French',
  code: 'FR',
  host: 'eu.api.ovh.com',
  currency: 'EUR',
  evidence: {
    url: 'https://github.com/profullstack/niche-db/blob/d8acb7a54f846055d67311046dce41b1d73748c0/packages/adapters/test/fixtures/ovh-vps.json',
    said: 'a part of a recorded answer of the same catalogue of the US subsidiary, September or October 2026',
    seen: '2026-11-26',
  },
  verified: '2026-09-01',
});

/** OVHcloud VPS of the US subsidiary. */
import { ovhVps } from '../read/ovh-vps.ts';

/** Adapter of the source. */
export const ovhcloudUsVps = ovhVps({
  sourceId: 'ovhcloud-us-vps',
  name: 'US',
  code: 'US',
  host: 'api.us.ovhcloud.com',
  currency: 'USD',
  evidence: {
    url: 'https://github.com/profullstack/niche-db/blob/d8acb7a54f846055d67311046dce41b1d73748c0/packages/adapters/test/fixtures/ovh-vps.json',
    said: 'a part of a recorded answer of this catalogue, September or October 2026',
    seen: '2026-11-26',
  },
  verified: '2026-09-01',
});

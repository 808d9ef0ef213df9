/** OVHcloud VPS of the Canadian subsidiary. */
import { ovhVps } from '../read/ovh-vps.ts';

/** Adapter of the source. */
export const ovhcloudCaVps = ovhVps({
  sourceId: 'ovhcloud-ca-vps',
  name: 'Canadian',
  code: 'CA',
  host: 'ca.api.ovh.com',
  currency: 'CAD',
  evidence: {
    url: 'https://github.com/y8/ovh-catalog-archive/blob/005ee83f38cab8e86bcecaa050bed3dff2e1968b/README.md',
    said: 'subsidiaries with the hosts of their interfaces',
    seen: '2026-11-26',
  },
  verified: null,
});

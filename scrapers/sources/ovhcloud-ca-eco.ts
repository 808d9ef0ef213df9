/** OVHcloud Eco dedicated servers of the Canadian subsidiary. */
import { ovhEco } from '../read/ovh-eco.ts';

/** Adapter of the source. */
export const ovhcloudCaEco = ovhEco({
  sourceId: 'ovhcloud-ca-eco',
  name: 'Canadian',
  code: 'CA',
  host: 'ca.api.ovh.com',
  currency: 'CAD',
  evidence: {
    url: 'https://github.com/y8/ovh-catalog-archive/blob/005ee83f38cab8e86bcecaa050bed3dff2e1968b/README.md',
    said: 'subsidiaries with the hosts of their interfaces, and archived answers of this catalogue',
    seen: '2026-11-26',
  },
  verified: null,
});

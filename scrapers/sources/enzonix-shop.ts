/** Enzonix: the product groups of its shop, on Blesta. Nobody has read a recording of them yet: unverified. */

import { blesta } from '../platforms/blesta.ts';
import { defineShop } from '../platforms/define-shop.ts';

/** Adapter of the source. */
export const enzonixShop = defineShop({
  sourceId: 'enzonix-shop',
  providerId: 'enzonix',
  title: 'Enzonix: shop',
  platform: blesta,
  groups: {
    vps: 'https://client.enzonix.com/order/main/packages/vps/?group_id=50',
  },
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/204348/enzonix-first-offer-special-us-east-germany-vps-vds-more',
    said: "the provider's order links into group 50 of its order form vps (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

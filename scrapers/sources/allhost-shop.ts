/** AllHost: the product groups of its shop, on Blesta. Nobody has read a recording of them yet: unverified. */

import { blesta } from '../platforms/blesta.ts';
import { defineShop } from '../platforms/define-shop.ts';

/** Adapter of the source. */
export const allhostShop = defineShop({
  sourceId: 'allhost-shop',
  providerId: 'allhost',
  title: 'AllHost: shop',
  platform: blesta,
  groups: {
    hostingspecial: 'https://portal.allhost.io/order/main/packages/hostingspecial/?group_id=8',
  },
  currency: 'GBP',
  evidence: {
    url: 'https://lowendtalk.com/discussion/208349/uk-epyc-4545p-2gb-vps-4-m-or-40-yr-recurring-5-40-54-double-nvme-or-bandwidth-promo',
    said: "the provider's order links into group 8 of its order form hostingspecial (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

/** Gullo's Hosting: the product groups of its shop, on Blesta. Nobody has read a recording of them yet: unverified. */

import { blesta } from '../platforms/blesta.ts';
import { defineShop } from '../platforms/define-shop.ts';

/** Adapter of the source. */
export const gulloShop = defineShop({
  sourceId: 'gullo-shop',
  providerId: 'gullo',
  title: "Gullo's Hosting: shop",
  platform: blesta,
  groups: {
    'kvm-nat': 'https://hosting.gullo.me/order/main/index/kvm-nat',
    'little-vz': 'https://hosting.gullo.me/order/main/packages/little-vz/?group_id=32',
    bundles: 'https://hosting.gullo.me/order/main/packages/bundles/?group_id=33',
  },
  follow: /nat|kvm|vz/i,
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/177716/gullos-hosting-guess-whos-back-nat-littlevz-new-locations-and-bundles',
    said: "the provider's order links into groups 32 and 33; kvm-nat is linked in its offer 201156 (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

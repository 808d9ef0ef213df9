/** Pulsed Media: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const pulsedMediaShop = defineShop({
  sourceId: 'pulsed-media-shop',
  providerId: 'pulsed-media',
  title: 'Pulsed Media: shop',
  platform: whmcs,
  groups: {
    start: 'https://pulsedmedia.com/clients/cart.php',
  },
  follow: /vps|kvm|server|storage/i,
  currency: 'EUR',
  evidence: {
    url: 'https://lowendtalk.com/discussion/211384/pulsed-media-m10g-raid5-hdd-storage-boxes-singles-day-11-11-special',
    said: "the provider's order links into its cart at /clients/cart.php (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

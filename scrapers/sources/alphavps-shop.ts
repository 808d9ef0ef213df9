/** AlphaVPS: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const alphavpsShop = defineShop({
  sourceId: 'alphavps-shop',
  providerId: 'alphavps',
  title: 'AlphaVPS: shop',
  platform: whmcs,
  groups: {
    start: 'https://alphavps.com/clients/cart.php',
  },
  follow: /kvm|vps|ryzen|epyc|storage/i,
  currency: 'EUR',
  evidence: {
    url: 'https://lowendtalk.com/discussion/199883/alphavps-bf2024-mega-thread-ryzen-epyc-kvm-deals-high-storage-servers-exclusive-flash-sales',
    said: "the provider's order links into its cart at /clients/cart.php (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

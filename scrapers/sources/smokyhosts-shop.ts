/** SmokyHosts: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const smokyhostsShop = defineShop({
  sourceId: 'smokyhosts-shop',
  providerId: 'smokyhosts',
  title: 'SmokyHosts: shop',
  platform: whmcs,
  groups: {
    start: 'https://members.smokyhosts.com/cart.php',
  },
  follow: /vps|kvm|ipv6|storage/i,
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/205567/smokyhosts-mayo-sale-ipv6-only-vps-8-96-yr-ipv6-only-storage-vps-35-70-yr',
    said: "the provider's order links into its cart at members.smokyhosts.com/cart.php (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

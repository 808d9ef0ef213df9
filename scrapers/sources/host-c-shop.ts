/** HOST-C: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const hostCShop = defineShop({
  sourceId: 'host-c-shop',
  providerId: 'host-c',
  title: 'HOST-C: shop',
  platform: whmcs,
  groups: {
    'special-promotions': 'https://my.host-c.com/store/special-promotions',
  },
  follow: /vps|kvm|storage/i,
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/214582/host-c-micro-storage-vps',
    said: "the provider's order link into the group special-promotions of its store (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

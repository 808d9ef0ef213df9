/** BaboonHosting: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const baboonhostingShop = defineShop({
  sourceId: 'baboonhosting-shop',
  providerId: 'baboonhosting',
  title: 'BaboonHosting: shop',
  platform: whmcs,
  groups: {
    letdeals: 'https://clients.baboonhosting.com/index.php?rp=/store/letdeals',
    'ipv6-kvm-vps': 'https://clients.baboonhosting.com/index.php?rp=/store/ipv6-kvm-vps',
  },
  currency: 'EUR',
  evidence: {
    url: 'https://lowendtalk.com/discussion/215530/baboonhosting-7-yr-ipv6-vps-12-yr-ipv4-vps-many-more-double-bandwidth',
    said: "the provider's order links into the groups letdeals and ipv6-kvm-vps of its store (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

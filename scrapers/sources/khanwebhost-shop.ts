/** KhanWebHost: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const khanwebhostShop = defineShop({
  sourceId: 'khanwebhost-shop',
  providerId: 'khanwebhost',
  title: 'KhanWebHost: shop',
  platform: whmcs,
  groups: {
    'kvm-vps-flash-sale': 'https://khanwebhost.com/store/kvm-vps-flash-sale',
    'nat-vps-flash-sale': 'https://khanwebhost.com/store/nat-vps-flash-sale',
    'texas-kvm-vps': 'https://khanwebhost.com/store/texas-kvm-vps',
    'easter-sale': 'https://khanwebhost.com/store/easter-sale',
  },
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/208151/exclusive-limited-time-natvps-deals-starting-at-just-7-year-asia-us-europe',
    said: "the provider's order links into groups of its store; texas-kvm-vps and easter-sale in its offer 213439 (read in a public archive of the thread)",
    seen: '2026-11-26',
  },
  verified: null,
});

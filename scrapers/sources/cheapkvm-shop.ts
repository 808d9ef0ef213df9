/** CheapKVM: the product groups of its shop, on HostBill. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { hostbill } from '../platforms/hostbill.ts';

/** Adapter of the source. */
export const cheapkvmShop = defineShop({
  sourceId: 'cheapkvm-shop',
  providerId: 'cheapkvm',
  title: 'CheapKVM: shop',
  platform: hostbill,
  groups: {
    start: 'https://billing.cheapkvm.net/?cmd=cart',
  },
  follow: /kvm|vps|openvz|nat/i,
  currency: 'USD',
  evidence: {
    url: 'https://lowendtalk.com/discussion/213439/khanwebhost-hot-vps-deals-buy-vps-in-13-different-locations',
    said: 'an order link into the cart at billing.cheapkvm.net/?cmd=cart (read in a public archive of the thread)',
    seen: '2026-11-26',
  },
  verified: null,
});

/** V.PS: the product groups of its shop, on HostBill. A fixture of the platform has the shape of its pages. */
import { defineShop } from '../platforms/define-shop.ts';
import { hostbill } from '../platforms/hostbill.ts';

/** Adapter of the source. */
export const vPsShop = defineShop({
  sourceId: 'v-ps-shop',
  providerId: 'v-ps',
  title: 'V.PS: shop',
  platform: hostbill,
  groups: {
    'performance-kvm-vps': 'https://vps.hosting/cart/performance-kvm-vps/',
    'edge-kvm-vps': 'https://vps.hosting/cart/edge-kvm-vps/',
    'cloud-kvm-vps': 'https://vps.hosting/cart/cloud-kvm-vps/',
    'storage-kvm-vps': 'https://vps.hosting/cart/storage-kvm-vps/',
  },
  follow: /^(?!.*(?:ssl|domain|shared hosting|dedicated|promotion))/i,
  currency: 'EUR',
  evidence: {
    url: 'https://github.com/txyyddss/actions-stock-monitor/blob/f10430119f0a269bffc858774a2eb13f3c3c2d9f/data/debug_pages/01_vps.hosting_cart_performance-kvm-vps_.html',
    said: 'a page saved from vps.hosting/cart/performance-kvm-vps/ by a public stock tracker; it links to the other groups',
    seen: '2026-11-26',
  },
  verified: null,
});

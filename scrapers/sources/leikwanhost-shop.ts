/** LeiKwanHost: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const leikwanhostShop = defineShop({
  sourceId: 'leikwanhost-shop',
  providerId: 'leikwanhost',
  title: 'LeiKwanHost: shop',
  platform: whmcs,
  groups: {
    start: 'https://buy.leikwanhost.com/cart.php',
  },
  follow: /./,
  currency: 'HKD',
  evidence: {
    url: 'https://github.com/ImoLR/vps-stock-watch/blob/0a422933a6eedb8fe20e0af2082c08d66b804906/watcher/providers/leikwanhost.py',
    said: 'a public stock tracker reads all groups from buy.leikwanhost.com/cart.php',
    seen: '2026-11-26',
  },
  verified: null,
});

/** DMIT: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const dmitShop = defineShop({
  sourceId: 'dmit-shop',
  providerId: 'dmit',
  title: 'DMIT: shop',
  platform: whmcs,
  groups: {
    1: 'https://www.dmit.io/cart.php?gid=1',
  },
  follow: /pro|eb|t1|lax|hkg|tyo/i,
  currency: 'USD',
  evidence: {
    url: 'https://github.com/txyyddss/actions-stock-monitor/blob/f10430119f0a269bffc858774a2eb13f3c3c2d9f/data/debug_pages/05_www.dmit.io_cart.php_gid%3D1.html',
    said: 'a page saved from www.dmit.io/cart.php?gid=1 by a public stock tracker',
    seen: '2026-11-26',
  },
  verified: null,
});

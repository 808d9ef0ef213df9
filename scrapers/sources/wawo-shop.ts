/** Wawo: the product groups of its shop, on WHMCS. A fixture of the platform has the shape of its pages. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const wawoShop = defineShop({
  sourceId: 'wawo-shop',
  providerId: 'wawo',
  title: 'Wawo: shop',
  platform: whmcs,
  groups: {
    hkone: 'https://wawo.wiki/index.php?rp=/store/hkone',
    'hkpis-vps-ipv4': 'https://wawo.wiki/index.php?rp=/store/hkpis-vps-ipv4',
    'ip-vps-bbi': 'https://wawo.wiki/index.php?rp=/store/ip-vps-bbi',
  },
  currency: 'CNY',
  evidence: {
    url: 'https://github.com/txyyddss/actions-stock-monitor/blob/f10430119f0a269bffc858774a2eb13f3c3c2d9f/data/debug_pages/11_wawo.wiki_cart.php_gid%3D1.html',
    said: 'a page saved from wawo.wiki/cart.php?gid=1 by a public stock tracker; its menu links to all groups',
    seen: '2026-11-26',
  },
  verified: null,
});

/** BandwagonHost: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const bandwagonhostShop = defineShop({
  sourceId: 'bandwagonhost-shop',
  providerId: 'bandwagonhost',
  title: 'BandwagonHost: shop',
  platform: whmcs,
  groups: {
    start: 'https://bwh81.net/cart.php',
  },
  follow: /kvm|vps|gia/i,
  currency: 'USD',
  evidence: {
    url: 'https://github.com/smysle/vps-stock-monitor/blob/43be5936b8343fb2aefbde249f4621013ef1feeb/config.yaml.example',
    said: 'order links into the cart at bwh81.net/cart.php, in the settings of a public stock tracker',
    seen: '2026-11-26',
  },
  verified: null,
});

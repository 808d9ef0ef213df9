/** RackNerd: the product groups of its shop, on WHMCS. Nobody has read a recording of them yet: unverified. */
import { defineShop } from '../platforms/define-shop.ts';
import { whmcs } from '../platforms/whmcs/whmcs.ts';

/** Adapter of the source. */
export const racknerdShop = defineShop({
  sourceId: 'racknerd-shop',
  providerId: 'racknerd',
  title: 'RackNerd: shop',
  platform: whmcs,
  groups: {
    start: 'https://my.racknerd.com/cart.php',
  },
  follow: /kvm|vps|ryzen/i,
  currency: 'USD',
  evidence: {
    url: 'https://github.com/smysle/vps-stock-monitor/blob/43be5936b8343fb2aefbde249f4621013ef1feeb/config.yaml.example',
    said: 'an order link into the cart at my.racknerd.com/cart.php, in the settings of a public stock tracker',
    seen: '2026-11-26',
  },
  verified: null,
});
